"""Las figuras: poco código para pintarlas, y siempre con número, pie y alternativa.

Una *línea de dibujo* es una sentencia simple que llama a matplotlib, a una función de `redes.viz`
que devuelve una figura o unos ejes, o a un método de algo que salió de ellas (`ax.set_title(…)`).
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from contract.book import Book, Page
from contract.code import Cell, names_in

MAXIMUM_DRAWING = 2
MINIMUM_ALT = 40
DRAWING_PACKAGES = ("matplotlib", "redes.viz")
# Módulos y funciones de redes.viz que no pintan: devuelven texto o colores, o fijan el estilo.
NOT_DRAWING = {
    *("redes.viz.numerals", "redes.viz.tokens", "redes.viz.colormaps", "redes.viz.style"),
    "redes.viz.magnitudes.scientific",
}
DRAWING_STYLE = {"style.subplots", "style.to_svg"}
LABELLING_START = re.compile(r"(figura|gráfica|gráfico|imagen) del?\b", re.I)
ENGLISH = re.compile(r"\b(the|of|with|and|by|loss|accuracy|training|figure)\b", re.I)


@dataclass(frozen=True)
class Caption:
    """Lo que una figura dice de sí misma."""

    name: str
    caption: str
    alt: str
    line: int


def little_drawing(book: Book, page: Page) -> Iterator[str]:
    """Como mucho dos líneas de dibujo por celda: lo demás va en `redes.viz`."""
    for cell, drawing in _drawing(page):
        if len(drawing) > MAXIMUM_DRAWING:
            yield (
                f"línea {cell.line}: {len(drawing)} líneas de dibujo y el máximo es "
                f"{MAXIMUM_DRAWING}; lleva el dibujo a una función de redes.viz"
            )


def drawings_are_figures(book: Book, page: Page) -> Iterator[str]:
    """Una celda que acaba enseñando un dibujo declara su figura."""
    for cell, drawing in _drawing(page):
        if cell.figure is None and _shows(cell, drawing):
            yield f"línea {cell.line}: enseña un dibujo y no tiene «mystnb: figure:»"


def figures_have_names(book: Book, page: Page) -> Iterator[str]:
    """El nombre de cada figura empieza por `fig-` y no se repite en el libro."""
    used = Counter(
        figure.name for other in book.pages.values() for figure in figures(other) if figure.name
    )
    for figure in figures(page):
        if not figure.name.startswith("fig-"):
            yield f"línea {figure.line}: el nombre de la figura, «{figure.name}», no es «fig-…»"
        elif used[figure.name] > 1:
            yield f"línea {figure.line}: el nombre «{figure.name}» está repetido"


def figures_have_captions(book: Book, page: Page) -> Iterator[str]:
    """Cada figura tiene un pie, en español y con punto final."""
    for figure in figures(page):
        if not figure.caption:
            yield f"línea {figure.line}: figura sin pie"
        elif not figure.caption.endswith("."):
            yield f"línea {figure.line}: el pie «{figure.caption}» no acaba en punto"
        elif ENGLISH.search(figure.caption):
            yield f"línea {figure.line}: el pie «{figure.caption}» tiene inglés"


def alternatives_say_what_is_seen(book: Book, page: Page) -> Iterator[str]:
    """El texto alternativo dice lo que la figura muestra: largo, y distinto del pie."""
    for figure in figures(page):
        if len(figure.alt) < MINIMUM_ALT:
            yield f"línea {figure.line}: el texto alternativo no llega a {MINIMUM_ALT} letras"
        elif figure.alt.rstrip(".") == figure.caption.rstrip("."):
            yield f"línea {figure.line}: el texto alternativo repite el pie"
        elif LABELLING_START.match(figure.alt):
            yield f"línea {figure.line}: el texto alternativo dice qué es la figura, no qué muestra"


def figures(page: Page) -> list[Caption]:
    """Las figuras de las celdas y las de las directivas `{figure}`."""
    found = [
        Caption(
            str(cell.figure.get("name", "")),
            str(cell.figure.get("caption", "")).strip(),
            cell.alt.strip(),
            cell.line,
        )
        for cell in page.cells
        if cell.figure is not None
    ]
    return found + [
        Caption(
            directive.options.get("name", ""),
            " ".join(directive.body.split()),
            directive.options.get("alt", ""),
            directive.line,
        )
        for directive in page.markup.named("figure")
    ]


def _shows(cell: Cell, drawing: list[ast.stmt]) -> bool:
    """Si el valor de la celda es un dibujo: la última línea dibuja, o nombra uno ya hecho."""
    last = cell.tree.body[-1] if cell.tree.body else None
    if not isinstance(last, ast.Expr) or cell.source.rstrip().endswith(";"):
        return False
    made = {
        name
        for line in drawing
        if isinstance(line, ast.Assign)
        for target in line.targets
        for name in names_in(target)
    }
    return last in drawing or (isinstance(last.value, ast.Name) and last.value.id in made)


def _drawing(page: Page) -> Iterator[tuple[Cell, list[ast.stmt]]]:
    """Cada celda con sus líneas de dibujo; los nombres que dibujan pasan de celda en celda."""
    painters: set[str] = set()
    for cell in page.cells:
        found = []
        for module, name, alias in cell.imports():
            if _draws(module, name):
                painters.add(alias)
        for node in ast.walk(cell.tree):
            if isinstance(node, ast.For) and painters & names_in(node.iter):
                painters |= names_in(node.target)
            if isinstance(node, ast.Assign | ast.Expr) and _paints(node.value, painters):
                found.append(node)
                if isinstance(node, ast.Assign):
                    painters |= {name for target in node.targets for name in names_in(target)}
        yield cell, found


def _draws(module: str, name: str) -> bool:
    full = f"{module}.{name}" if name else module
    skipped = any(full == other or full.startswith(f"{other}.") for other in NOT_DRAWING)
    return not skipped and any(
        full == package or full.startswith(f"{package}.") for package in DRAWING_PACKAGES
    )


def _paints(value: ast.AST, painters: set[str]) -> bool:
    """Si una expresión llama a algo que dibuja."""
    for node in ast.walk(value):
        if isinstance(node, ast.Call):
            root = node.func
            while isinstance(root, ast.Attribute | ast.Subscript | ast.Call):
                root = root.func if isinstance(root, ast.Call) else root.value
            if isinstance(root, ast.Name) and root.id in painters:
                return True
            if ast.unparse(node.func) in DRAWING_STYLE:
                return True
    return False


RULES = (
    little_drawing,
    drawings_are_figures,
    figures_have_names,
    figures_have_captions,
    alternatives_say_what_is_seen,
)
