"""Lo que el capítulo nombra existe: módulos, ficheros, términos, citas y datos."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from contract.book import Book, Page
from contract.code import top_level_names
from contract.markup import Directive

MARKERS = ("start-after", "start-at", "end-before", "end-at")


def imports_exist(book: Book, page: Page) -> Iterator[str]:
    """Cada módulo y cada nombre que se importa de `redes` existe."""
    for cell in page.cells:
        if cell.fails_on_purpose:
            continue
        for module, name, _ in cell.imports():
            if module.split(".")[0] != "redes":
                continue
            source = _module(book.workshop.code, module)
            if source is None:
                yield f"línea {cell.line}: no existe el módulo «{module}»"
            elif name and name != "*" and not _offers(book.workshop.code, module, source, name):
                yield f"línea {cell.line}: «{module}» no ofrece «{name}»"


def _module(code: Path, module: str) -> Path | None:
    """El fichero de un módulo o de un paquete."""
    base = code.joinpath(*module.split("."))
    candidates = (base.with_suffix(".py"), base / "__init__.py")
    return next((path for path in candidates if path.is_file()), None)


def _offers(code: Path, module: str, source: Path, name: str) -> bool:
    return _module(code, f"{module}.{name}") is not None or name in top_level_names(
        source.read_text("utf-8")
    )


def included_code_exists(book: Book, page: Page) -> Iterator[str]:
    """El fichero, el objeto y las marcas de cada `literalinclude` existen."""
    for include in page.markup.named("literalinclude"):
        path = (page.chapter.path.parent / include.argument).resolve()
        if not path.is_file():
            yield f"línea {include.line}: no existe «{include.argument}»"
            continue
        yield from _missing_parts(include, path.read_text("utf-8"))


def _missing_parts(include: Directive, source: str) -> Iterator[str]:
    wanted = include.options.get("pyobject")
    if wanted and wanted not in _objects(ast.parse(source)):
        yield f"línea {include.line}: «{include.argument}» no define «{wanted}»"
    for option in MARKERS:
        mark = include.options.get(option)
        if mark and mark.strip("\"'") not in source:
            yield f"línea {include.line}: «{include.argument}» no contiene «{mark}»"


def _objects(tree: ast.AST, prefix: str = "") -> set[str]:
    """Las funciones y las clases de un módulo, con sus métodos: «Clase.método»."""
    found: set[str] = set()
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found |= {prefix + node.name, *_objects(node, f"{prefix}{node.name}.")}
    return found


def terms_exist(book: Book, page: Page) -> Iterator[str]:
    """Cada `{term}` está en el glosario."""
    for role in page.markup.roles:
        if role.name == "term":
            term = role.text.rpartition("<")[2].rstrip(">").strip()
            if term.lower() not in book.terms:
                yield f"línea {role.line}: «{term}» no está en el glosario"


def citations_exist(book: Book, page: Page) -> Iterator[str]:
    """Cada clave citada está en `referencias.bib`."""
    for role in page.markup.roles:
        if role.name.split(":")[0] == "cite":
            for key in role.text.split(","):
                if key.strip() not in book.citations:
                    yield f"línea {role.line}: «{key.strip()}» no está en referencias.bib"


def external_data_declared(book: Book, page: Page) -> Iterator[str]:
    """Los datos que hay que descargar se declaran en `datos`, y nada más se declara."""
    declared = set(page.chapter.front_matter.datasets)
    folder = book.workshop.code / "redes" / "data"
    for cell in page.cells:
        for module, name, _ in cell.imports():
            parts = f"{module}.{name}".split(".")
            if parts[:2] == ["redes", "data"] and len(parts) > 2 and _is_remote(folder, parts[2]):
                dataset = parts[2].replace("_", "-")
                if dataset not in declared:
                    yield f"línea {cell.line}: usa «{dataset}» y no lo declara en «datos»"
    for dataset in sorted(declared):
        if not _is_remote(folder, dataset.replace("-", "_")):
            yield f"«datos» declara «{dataset}», que no es un conjunto externo de redes.data"


def _is_remote(folder: Path, module: str) -> bool:
    """Si el módulo describe ficheros externos: define `DATASET`."""
    path = folder / f"{module}.py"
    return path.is_file() and "DATASET" in top_level_names(path.read_text("utf-8"))


RULES = (
    imports_exist,
    included_code_exists,
    terms_exist,
    citations_exist,
    external_data_declared,
)
