"""Los resultados que publica un capítulo y los intervalos en que deben caer.

`book/resultados.toml` tiene una tabla por resultado, con un intervalo por perfil y motor:

    ["primera-red.exactitud"]
    cpu.tensorflow = [0.930, 0.960]
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat

from taller.errors import UsageError
from taller.target import Target

MAXIMUM_DEVIATIONS = 6
EXACT_UNITS = 10


def published(notebook: nbformat.NotebookNode) -> dict[str, dict[str, Any]]:
    """Los resultados de un cuaderno ejecutado, por nombre."""
    return {
        output.metadata.resultado.nombre: dict(output.metadata.resultado)
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if "resultado" in output.get("metadata", {})
    }


def expected(book: Path) -> dict[str, dict[str, Any]]:
    """Los intervalos de `resultados.toml`; vacío si el libro no tiene ese fichero."""
    path = book / "resultados.toml"
    if not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"No se entiende {path.name}: {error}.") from error


def problems(
    results: dict[str, dict[str, Any]], intervals: dict[str, dict[str, Any]], target: Target
) -> Iterator[str]:
    """Qué resultados no tienen intervalo, caen fuera de él o lo tienen demasiado ancho."""
    for name, result in results.items():
        interval = intervals.get(name, {}).get(target.profile, {}).get(target.backend)
        if interval is None:
            low, high = suggested_interval(result)
            yield (
                f"{name} = {result['valor']:.6g} no tiene intervalo para el perfil "
                f"{target.profile} y el motor {target.backend}. Si el valor es bueno, añade a "
                f'resultados.toml:\n["{name}"]\n'
                f"{target.profile}.{target.backend} = [{low}, {high}]"
            )
            continue
        low, high = interval
        if not low <= result["valor"] <= high:
            yield f"{name} = {result['valor']:.6g} cae fuera de su intervalo [{low}, {high}]."
        widest = widest_interval(result)
        if high - low > widest * (1 + 1e-9):
            yield (
                f"{name}: el intervalo [{low}, {high}] mide {high - low:.3g} y no puede medir más "
                f"de {widest:.3g}."
            )


def suggested_interval(result: dict[str, Any]) -> tuple[float, float]:
    """El intervalo más ancho que se admite, centrado en el valor y con cifras de sobra."""
    half = widest_interval(result) / 2
    # Hacia dentro, para que el redondeo no lo haga más ancho de lo admitido.
    scale = 10.0 ** (result["decimales"] + 2)
    low = math.ceil((result["valor"] - half) * scale) / scale
    high = math.floor((result["valor"] + half) * scale) / scale
    return low, high


def widest_interval(result: dict[str, Any]) -> float:
    """Seis desviaciones entre semillas o, si no las hay, diez unidades de la última cifra."""
    if not result["desviacion"]:
        return EXACT_UNITS * 10.0 ** -result["decimales"]
    return MAXIMUM_DEVIATIONS * result["desviacion"]
