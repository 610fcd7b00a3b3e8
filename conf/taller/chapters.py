"""Los capítulos ejecutables del libro, leídos tal como los lee MyST-NB."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml
from myst_nb.core.read import (
    MystMetadataParsingError,
    is_myst_markdown_notebook,
    read_myst_markdown_notebook,
)
from myst_parser.config.main import MdParserConfig
from nbformat import NotebookNode

from taller import frontmatter
from taller.errors import UsageError

# Las dos extensiones de MyST que cambian dónde empieza y acaba un bloque, y por tanto una celda.
BLOCK_EXTENSIONS = {"colon_fence", "dollarmath"}
_HEADER = re.compile(r"---\n(.*?)^(?:---|\.\.\.)$", re.DOTALL | re.MULTILINE)
_NESTED_CELL = re.compile(r"^\s*(`{3,}|~{3,}|:{3,})\s*\{code-cell\}", re.MULTILINE)


@dataclass(frozen=True)
class Chapter:
    """Un capítulo con celdas: su nombre es la ruta en `book/` sin extensión."""

    name: str
    path: Path
    notebook: NotebookNode
    front_matter: frontmatter.FrontMatter

    @property
    def code_cells(self) -> list[NotebookNode]:
        """Las celdas de código, en orden."""
        return [cell for cell in self.notebook.cells if cell.cell_type == "code"]

    def describe_cell(self, index: int) -> str:
        """«celda 3 (línea 41)»: las celdas de código se cuentan desde 1."""
        number = sum(cell.cell_type == "code" for cell in self.notebook.cells[: index + 1])
        # MyST-NB apunta, de una celda de código, la línea de su valla contada desde 1.
        return f"celda {number} (línea {self.notebook.metadata['source_map'][index]})"

    def nested_cell_lines(self) -> list[int]:
        """Líneas con un `code-cell` dentro de otra directiva: MyST-NB nunca lo ejecuta."""
        lines = self.path.read_text("utf-8").splitlines()
        found = []
        for cell, start in zip(
            self.notebook.cells, self.notebook.metadata["source_map"], strict=True
        ):
            if cell.cell_type == "markdown":
                while not lines[start].strip():  # el texto de la celda no trae estas líneas
                    start += 1
                found += [
                    start + 1 + cell.source.count("\n", 0, match.start())
                    for match in _NESTED_CELL.finditer(cell.source)
                ]
        return found


def read(book: Path, path: Path) -> Chapter | None:
    """Lee el fichero `path` de `book`; `None` si no es un capítulo con celdas."""
    name = path.relative_to(book).with_suffix("").as_posix()
    text = path.read_text("utf-8")
    _check_header(name, text)
    if not is_myst_markdown_notebook(text):
        if _NESTED_CELL.search(text):
            raise UsageError(
                f"{name}: tiene celdas pero su cabecera no dice «file_format: mystnb», "
                "así que no se ejecutarían. Añade esa línea."
            )
        return None
    config = MdParserConfig(enable_extensions=BLOCK_EXTENSIONS)
    try:
        notebook = read_myst_markdown_notebook(text, config, add_source_map=True, path=path)
    except MystMetadataParsingError as error:
        raise UsageError(f"{name}: no se entiende una celda: {error}") from error
    _check_kernel(name, notebook)
    return Chapter(name, path, notebook, frontmatter.parse(name, notebook.metadata))


def _check_header(name: str, text: str) -> None:
    """Lanza `UsageError` si la cabecera no es YAML: MyST-NB la tomaría por prosa, sin decirlo."""
    match = _HEADER.match(text)
    try:
        yaml.safe_load(match[1] if match else "")
    except yaml.YAMLError as error:
        raise UsageError(f"{name}: no se entiende la cabecera: {error}") from error


def _check_kernel(name: str, notebook: NotebookNode) -> None:
    """Lanza `UsageError` si la cabecera no nombra nuestro núcleo y su lenguaje.

    Sin el lenguaje, MyST-NB no sabe colorear un capítulo que aún no se ha ejecutado.
    """
    found = notebook.metadata.get("kernelspec") or {}
    if (found.get("name"), found.get("language")) != ("python3", "python"):
        raise UsageError(
            f"{name}: la cabecera debe llevar\nkernelspec:\n  name: python3\n  language: python"
        )


def discover(book: Path) -> list[Chapter]:
    """Todos los capítulos con celdas de `book`, por orden de nombre."""
    if not book.is_dir():
        raise UsageError(f"No existe la carpeta del libro: {book}.")
    found = (read(book, path) for path in sorted(book.rglob("*.md")))
    return [chapter for chapter in found if chapter is not None]


def select(chapters: Iterable[Chapter], names: Iterable[str]) -> list[Chapter]:
    """Los capítulos pedidos, por nombre completo o su última parte; sin nombres, todos."""
    chapters, names = list(chapters), list(names)
    if not names:
        return chapters
    selected = []
    for name in names:
        wanted = name.removesuffix(".md").removeprefix("book/")
        matches = [c for c in chapters if wanted in (c.name, c.name.rsplit("/", 1)[-1])]
        if not matches:
            raise UsageError(
                f"No hay ningún capítulo ejecutable llamado «{name}». Los hay: "
                + ", ".join(chapter.name for chapter in chapters)
                + "."
            )
        selected += [chapter for chapter in matches if chapter not in selected]
    return selected
