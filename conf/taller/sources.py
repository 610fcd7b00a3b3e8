"""Lo que se comprueba de las fuentes antes de nada: etiquetas repetidas y ficheros que faltan."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from taller.errors import UsageError

# Un destino propio «(etiqueta)=», o el nombre de una directiva o de la figura de una celda.
_LABELS = re.compile(
    r"^\((?P<target>[^()\n]+)\)=\s*$|^\s*:(?:name|label): *(?P<option>\S+)\s*$"
    r"|^\s*name: *(?P<figure>fig-\S+)\s*$",
    re.MULTILINE,
)
_FILES = re.compile(
    r"\{(?:figure|image|literalinclude)\} +(?P<directive>\S+)|!\[[^\]]*\]\((?P<image>[^)\s]+)\)"
)


def check(book: Path) -> None:
    """Lanza `UsageError` con todas las etiquetas repetidas y los ficheros que faltan."""
    problems = [*_repeated_labels(book), *_missing_files(book)]
    if problems:
        raise UsageError("Hay que corregir las fuentes del libro:\n" + "\n".join(problems))


def _repeated_labels(book: Path) -> Iterator[str]:
    places = defaultdict(list)
    for path, text in _texts(book):
        for match in _LABELS.finditer(text):
            label = match["target"] or match["option"] or match["figure"]
            places[label].append(_place(book, path, text, match.start()))
    for label, found in sorted(places.items()):
        if len(found) > 1:
            yield (
                f"  La etiqueta «{label}» está repetida en {' y '.join(found)}: "
                "cambia una para que los enlaces sepan adónde ir."
            )


def _missing_files(book: Path) -> Iterator[str]:
    for path, text in _texts(book):
        for match in _FILES.finditer(text):
            name = match["directive"] or match["image"]
            if "://" in name:
                continue
            file = book / name.removeprefix("/") if name.startswith("/") else path.parent / name
            if not file.is_file():
                yield (
                    f"  {_place(book, path, text, match.start())} pide el fichero {name}, que no "
                    "existe: corrige la ruta (relativa al capítulo) o añade el fichero."
                )


def _texts(book: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(book.rglob("*.md")):
        yield path, path.read_text("utf-8")


def _place(book: Path, path: Path, text: str, position: int) -> str:
    return f"{path.relative_to(book).as_posix()}:{text.count(chr(10), 0, position) + 1}"
