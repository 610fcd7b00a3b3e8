"""Por qué no se guardó la ejecución de un capítulo, y el informe que lo cuenta."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from taller.chapters import Chapter

_ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


@dataclass(frozen=True)
class Failure:
    """Un fallo: su clase, la celda donde fue (si fue en una) y el detalle."""

    kind: str
    cell: str
    detail: str

    @property
    def summary(self) -> str:
        """La última línea con texto del detalle, que es donde Python dice qué pasó."""
        lines = [line for line in self.detail.splitlines() if line.strip()]
        return lines[-1].strip() if lines else ""


class ChapterFailed(Exception):
    """Interrumpe la ejecución de un capítulo con un `Failure`."""

    def __init__(self, kind: str, cell: str, detail: str):
        super().__init__(detail)
        self.failure = Failure(kind, cell, _ANSI.sub("", detail))


def report_path(reports: Path, chapter: str) -> Path:
    """Dónde está el informe del capítulo."""
    return reports / f"{chapter}.txt"


def write_report(reports: Path, chapter: Chapter, failure: Failure) -> Path:
    """Escribe el informe de un fallo, con la traza completa."""
    path = report_path(reports, chapter.name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f"Capítulo: {chapter.name}\nFichero:  {chapter.path.name}\n"
        f"Clase:    {failure.kind}\nCelda:    {failure.cell or '—'}\n\n{failure.detail}\n",
        "utf-8",
    )
    return path
