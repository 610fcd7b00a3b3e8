"""Qué módulos del libro importa un capítulo, directamente o a través de otros."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from IPython.core.inputtransformer2 import TransformerManager


def module_names(source: str) -> Iterator[str]:
    """Los nombres que un código podría importar; `from a import b` da `a` y `a.b`.

    Una celda con un error de sintaxis no importa nada: el núcleo dirá cuál es el error.
    """
    try:
        tree = ast.parse(TransformerManager().transform_cell(source))
    except SyntaxError:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def closure(code: Path, sources: Iterable[str], modules: Iterable[str] = ()) -> list[Path]:
    """Los ficheros de `code` que importan `sources` y `modules`, en cierre transitivo y ordenados.

    Incluye el `__init__.py` de cada paquete atravesado. Lo que no está en `code` son bibliotecas:
    de ellas responde el entorno.
    """
    pending = [*modules]
    for source in sources:
        pending += module_names(source)
    found: set[Path] = set()
    while pending:
        for path in _files(code, pending.pop()):
            if path not in found:
                found.add(path)
                pending += _imports_of(path, path.stat().st_mtime_ns)
    return sorted(found)


def _files(code: Path, module: str) -> Iterator[Path]:
    """Los ficheros que importar `module` carga de `code`: los paquetes de su ruta y él mismo."""
    parts = module.split(".")
    for depth in range(1, len(parts) + 1):
        base = code.joinpath(*parts[:depth])
        for path in (base.with_suffix(".py"), base / "__init__.py"):
            if path.is_file():
                yield path


@cache
def _imports_of(path: Path, _modified: int) -> tuple[str, ...]:
    return tuple(module_names(path.read_text("utf-8")))
