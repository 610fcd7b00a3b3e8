"""El sitio construido: sus páginas, sus ficheros de texto y los capítulos que muestra."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from taller.chapters import Chapter
from taller.store import Record
from taller.workshop import Workshop

TEXT_SUFFIXES = {".html", ".json", ".txt", ".ipynb", ".md", ".rst"}


@dataclass
class Site:
    """Un sitio en `folder`; `records` son las ejecuciones que se muestran, por capítulo."""

    folder: Path
    workshop: Workshop
    chapters: dict[str, Chapter] = field(default_factory=dict)
    records: dict[str, Record] = field(default_factory=dict)

    @cached_property
    def pages(self) -> dict[str, BeautifulSoup]:
        """Las páginas, por su nombre sin extensión; las comprobaciones no las cambian."""
        return {
            path.relative_to(self.folder).with_suffix("").as_posix(): BeautifulSoup(
                path.read_text("utf-8"), "html.parser"
            )
            for path in sorted(self.folder.rglob("*.html"))
            if "_static" not in path.relative_to(self.folder).parts
        }

    @cached_property
    def anchors(self) -> dict[str, set[str]]:
        """Los destinos que hay dentro de cada página."""
        return {
            name: {tag["id"] for tag in page.find_all(id=True)}
            | {tag["name"] for tag in page.find_all("a", attrs={"name": True})}
            for name, page in self.pages.items()
        }

    def texts(self) -> Iterator[tuple[str, str]]:
        """Cada fichero de texto que se publica, y el índice del buscador."""
        for path in sorted(self.folder.rglob("*")):
            relative = path.relative_to(self.folder)
            written = path.suffix in TEXT_SUFFIXES and relative.parts[0] != "_static"
            if written or relative.as_posix() == "searchindex.js":
                yield relative.as_posix(), path.read_text("utf-8")

    def executed(self) -> Iterator[tuple[str, BeautifulSoup]]:
        """Las páginas de los capítulos ejecutados."""
        for name in self.records:
            if name in self.pages:
                yield name, self.pages[name]

    def published(self) -> list[str]:
        """Los capítulos que tienen página; de los demás ya se queja su comprobación."""
        return [name for name in self.chapters if name in self.pages]

    def outputs(self) -> Iterator[tuple[str, Tag, bool]]:
        """Cada bloque de salidas: página, bloque y si su celda falla a propósito."""
        for name, page in self.pages.items():
            for block in page.select("div.cell_output"):
                cell = block.find_parent(class_="cell")
                yield name, block, "tag_raises-exception" in cell["class"]
