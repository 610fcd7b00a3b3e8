"""La orden ``python -m redes.data``: qué datos externos hay, y descargarlos.

``estado NOMBRE…`` dice cuáles están disponibles, sin descargar; ``obtener NOMBRE…`` intenta además
descargar los que falten. Ambas escriben un objeto JSON, con una entrada por nombre, y terminan bien
aunque falten datos: quien llama decide si eso es un fallo.
"""

import argparse
import importlib
import importlib.util
import json
import re
from collections.abc import Callable, Sequence

from redes.data.registry import (
    DataCorruptedError,
    Dataset,
    DataUnavailableError,
    fetch,
    locate,
)


def dataset_named(name: str) -> Dataset | None:
    """El conjunto externo de ese nombre, o None si ``redes.data`` no lo declara."""
    if not re.fullmatch(r"[a-z][a-z0-9]*([-_][a-z0-9]+)*", name):
        return None
    module = f"redes.data.{name.replace('-', '_')}"
    if importlib.util.find_spec(module) is None:
        return None
    return getattr(importlib.import_module(module), "DATASET", None)


def report(name: str, obtain: Callable[[Dataset], object]) -> dict:
    """El estado de un conjunto después de intentar obtenerlo con `obtain`.

    Los SHA-256 y los bytes son los declarados, estén o no los ficheros.
    """
    dataset = dataset_named(name)
    if dataset is None:
        detail = f"redes.data no declara ficheros externos con el nombre «{name}»"
        return {"estado": "desconocido", "sha256": {}, "bytes": 0, "detalle": detail}
    try:
        obtain(dataset)
        state, detail = "disponible", f"{dataset.title}. Licencia: {dataset.licence}"
    except DataUnavailableError as error:
        state, detail = "ausente", str(error)
    except DataCorruptedError as error:
        state, detail = "corrupto", str(error)
    return {
        "estado": state,
        "sha256": {file.name: file.sha256 for file in dataset.files},
        "bytes": sum(file.size for file in dataset.files),
        "detalle": detail,
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Lee la orden, la cumple y escribe el resultado en JSON."""
    parser = argparse.ArgumentParser(
        prog="python -m redes.data",
        description="Los datos externos del libro: cuáles hay y cómo obtenerlos.",
    )
    parser.add_argument(
        "orden",
        choices=("estado", "obtener"),
        help="«estado» solo mira; «obtener» descarga lo que falte",
    )
    parser.add_argument("nombres", nargs="+", metavar="NOMBRE", help="por ejemplo, fashion-mnist")
    options = parser.parse_args(arguments)
    obtain = locate if options.orden == "estado" else fetch
    states = {name: report(name, obtain) for name in options.nombres}
    print(json.dumps(states, ensure_ascii=False, indent=2, sort_keys=True))


if __name__ == "__main__":
    main()
