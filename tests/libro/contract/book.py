"""El libro tal como lo ven las reglas: capítulos, orden, glosario, bibliografía, intervalos."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from contract.code import Cell, cells_of
from contract.markup import Markup, parse

from taller import chapters, results
from taller.chapters import Chapter
from taller.errors import UsageError
from taller.workshop import Workshop

ENTRY = re.compile(r"^(?:.*<)?/?([\w/-]+)>?$")
BIB_KEY = re.compile(r"^@\w+\{([^,\s]+),", re.MULTILINE)
# Partes cuyos capítulos son prosa de presentación o de consulta: sin ejercicios ni resumen.
LIGHT_PARTS = ("preliminares", "apendices")


@dataclass(frozen=True)
class Page:
    """Una página de `book/`; `chapter` falta si no tiene celdas."""

    name: str
    text: str
    markup: Markup
    chapter: Chapter | None
    cells: tuple[Cell, ...]

    @property
    def short(self) -> str:
        """El nombre sin la carpeta: «neurona»."""
        return self.name.rsplit("/", 1)[-1]

    @property
    def teaches(self) -> bool:
        """Si es de los capítulos que llevan ejercicios y resumen."""
        return self.name.split("/")[0] not in LIGHT_PARTS


class Book:
    """Las páginas de un libro y lo que comparten."""

    def __init__(self, workshop: Workshop):
        self.workshop = workshop
        self.pages: dict[str, Page] = {}
        self.unreadable: dict[str, str] = {}
        for path in sorted(workshop.book.rglob("*.md")):
            name = path.relative_to(workshop.book).with_suffix("").as_posix()
            if name.startswith("api/"):  # la escribe la composición
                continue
            text = path.read_text("utf-8")
            try:
                chapter = chapters.read(workshop.book, path)
            except UsageError as error:
                self.unreadable[name] = str(error)
                chapter = None
            self.pages[name] = Page(
                name, text, parse(text), chapter, cells_of(chapter) if chapter else ()
            )

    @cached_property
    def chapters(self) -> dict[str, Page]:
        """Las páginas con celdas, por nombre."""
        return {name: page for name, page in self.pages.items() if page.chapter}

    @cached_property
    def order(self) -> list[str]:
        """Los documentos en el orden de los índices de la portada."""
        return [
            match[1]
            for toctree in self.pages["index"].markup.named("toctree")
            for line in toctree.body.splitlines()
            if (match := ENTRY.match(line.strip()))
        ]

    @cached_property
    def terms(self) -> set[str]:
        """Los términos del glosario, en minúsculas y sin las marcas de cursiva, como se enlazan."""
        return {
            line.strip().replace("*", "").lower()
            for page in self.pages.values()
            for glossary in page.markup.named("glossary")
            for line in glossary.body.splitlines()
            if line.strip() and not line.startswith((" ", "\t", "%"))
        }

    @cached_property
    def citations(self) -> set[str]:
        """Las claves de la bibliografía."""
        path = self.workshop.book / "referencias.bib"
        return set(BIB_KEY.findall(path.read_text("utf-8"))) if path.exists() else set()

    @cached_property
    def intervals(self) -> dict[str, dict]:
        """Los intervalos esperados, por resultado."""
        return results.expected(self.workshop.book)

    def others(self, page: Page) -> list[Page]:
        """Los demás capítulos."""
        return [other for other in self.chapters.values() if other is not page]
