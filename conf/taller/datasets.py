"""Qué datos declarados están: se pregunta a `redes.data` en un proceso aparte."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass

from taller.errors import UsageError
from taller.workshop import Workshop


@dataclass(frozen=True)
class DatasetStatus:
    """Estado de un conjunto de datos: disponible, ausente, desconocido o corrupto."""

    state: str
    detail: str


def fetch(workshop: Workshop, names: Iterable[str]) -> dict[str, DatasetStatus]:
    """Localiza cada conjunto, o intenta descargarlo, y dice cómo quedó."""
    names = sorted(set(names))
    if not names:
        return {}
    finished = subprocess.run(
        [sys.executable, "-m", "redes.data", "obtener", *names],
        env={**os.environ, "PYTHONPATH": str(workshop.code)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if finished.returncode != 0:
        raise UsageError(f"No se pudo preguntar por los datos:\n{finished.stderr}")
    return {
        name: DatasetStatus(status["estado"], status.get("detalle", ""))
        for name, status in json.loads(finished.stdout).items()
    }
