"""Los resultados: los publica una celda, los cita la prosa y los acota `resultados.toml`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from contract.book import Book, Page

KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Published:
    """Un `publicar(...)`: su nombre, donde `*` es lo que un bucle rellena."""

    name: str
    line: int

    def matches(self, name: str) -> bool:
        """Si es uno de los resultados que publica."""
        parts = map(re.escape, self.name.split("*"))
        return re.fullmatch("[a-z0-9-]+".join(parts), name) is not None


def published(page: Page) -> list[Published]:
    """Lo que publica un capítulo."""
    return [
        Published(_name(call.args[0]) if call.args else "", cell.line)
        for cell in page.cells
        for name, call in cell.calls()
        if name.split(".")[-1] == "publicar"
    ]


def _name(node: ast.AST) -> str:
    """El nombre literal; con cadenas f, un patrón; de otra cosa, nada."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(p.value) if isinstance(p, ast.Constant) else "*" for p in node.values)
    return ""


def results_have_good_names(book: Book, page: Page) -> Iterator[str]:
    """«capitulo.resultado», con el nombre de este fichero, y sin repetir."""
    seen: set[str] = set()
    for result in published(page):
        if not KEBAB.fullmatch(result.name.replace("*", "x")):
            yield (
                f"línea {result.line}: el nombre de «publicar» ha de ser una cadena "
                f"«capitulo.resultado» en minúsculas con guiones, y es «{result.name}»"
            )
        elif result.name.partition(".")[0] != page.short:
            yield f"línea {result.line}: «{result.name}» no empieza por «{page.short}.»"
        elif result.name in seen:
            yield f"línea {result.line}: «{result.name}» ya se ha publicado"
        seen.add(result.name)


def results_are_cited(book: Book, page: Page) -> Iterator[str]:
    """Cada resultado publicado se cita en alguna página."""
    cited = [role.text for other in book.pages.values() for role in _citations(other)]
    for result in published(page):
        if not any(result.matches(name) for name in cited):
            yield f"línea {result.line}: «{result.name}» se publica y nadie lo cita"


def results_have_intervals(book: Book, page: Page) -> Iterator[str]:
    """Cada resultado publicado tiene su intervalo."""
    for result in published(page):
        if not any(result.matches(name) for name in book.intervals):
            yield f"línea {result.line}: «{result.name}» no está en resultados.toml"


def cited_results_exist(book: Book, page: Page) -> Iterator[str]:
    """Cada `{resultado}` nombra algo que publica algún capítulo."""
    everything = _everything(book)
    for role in _citations(page):
        if not any(result.matches(role.text) for result in everything):
            yield f"línea {role.line}: nadie publica «{role.text}»"


def intervals_without_publisher(book: Book) -> Iterator[str]:
    """Cada intervalo de `resultados.toml` es de un resultado que alguien publica."""
    everything = _everything(book)
    for name in book.intervals:
        if not any(result.matches(name) for result in everything):
            yield f"resultados.toml: nadie publica «{name}»"


def _everything(book: Book) -> list[Published]:
    return [result for page in book.chapters.values() for result in published(page)]


def _citations(page: Page) -> list:
    return [role for role in page.markup.roles if role.name == "resultado"]


RULES = (
    results_have_good_names,
    results_are_cited,
    results_have_intervals,
    cited_results_exist,
)
