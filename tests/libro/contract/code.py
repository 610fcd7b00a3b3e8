"""El código de las celdas: su árbol, lo que importa y lo que define."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from IPython.core.inputtransformer2 import TransformerManager

from taller.chapters import Chapter


@dataclass(frozen=True)
class Cell:
    """Una celda de código; `line` es la de su valla."""

    source: str
    line: int
    metadata: dict[str, Any]

    @property
    def fails_on_purpose(self) -> bool:
        """Si el capítulo quiere que falle."""
        return "raises-exception" in self.metadata.get("tags", [])

    @property
    def figure(self) -> dict[str, Any] | None:
        """Lo que dice de su figura, si la tiene."""
        return self.metadata.get("mystnb", {}).get("figure")

    @property
    def alt(self) -> str:
        """El texto alternativo de su imagen."""
        return str(self.metadata.get("mystnb", {}).get("image", {}).get("alt", ""))

    @cached_property
    def tree(self) -> ast.Module:
        """Su árbol sintáctico; vacío si no se entiende, y entonces lo dirá quien la ejecute."""
        try:
            return ast.parse(TransformerManager().transform_cell(self.source))
        except SyntaxError:
            return ast.Module([], [])

    @cached_property
    def definitions(self) -> list[str]:
        """Las funciones y las clases que define en el primer nivel."""
        kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
        return [node.name for node in self.tree.body if isinstance(node, kinds)]

    def imports(self) -> Iterator[tuple[str, str, str]]:
        """Cada importación como (módulo, nombre importado o vacío, nombre con que se usa)."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield alias.name, "", alias.asname or alias.name.split(".")[0]
            elif isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    yield node.module, alias.name, alias.asname or alias.name

    def calls(self) -> Iterator[tuple[str, ast.Call]]:
        """Cada llamada con su nombre completo: («np.random.rand», nodo)."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield dotted(node.func), node


def cells_of(chapter: Chapter) -> tuple[Cell, ...]:
    """Las celdas de código de un capítulo, en orden."""
    return tuple(
        Cell(cell.source, line, dict(cell.metadata))
        for cell, line in zip(
            chapter.notebook.cells, chapter.notebook.metadata["source_map"], strict=True
        )
        if cell.cell_type == "code"
    )


def dotted(node: ast.AST) -> str:
    """«a.b.c» de un nombre con atributos; de lo que cuelga de otra cosa, «.c»."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return ""


def names_in(node: ast.AST) -> set[str]:
    """Los nombres que aparecen en un árbol."""
    return {child.id for child in ast.walk(node) if isinstance(child, ast.Name)}


def top_level_names(source: str) -> set[str]:
    """Los nombres que un módulo ofrece: define, asigna o importa en el primer nivel."""
    found: set[str] = set()
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            found |= {alias.asname or alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.Assign):
            found |= _targets(node.targets)
        elif isinstance(node, ast.AnnAssign):
            found |= _targets([node.target])
    return found


def _targets(targets: Iterable[ast.AST]) -> set[str]:
    return {name for target in targets for name in names_in(target)}
