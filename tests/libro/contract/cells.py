"""Cómo son las celdas: cortas, sin trucos y sin azar suelto."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from contract.book import Book, Page
from contract.code import Cell

MAXIMUM_LINES = 25
MAXIMUM_WIDTH = 80  # lo que cabe en la página sin desplazarla
SILENCERS = {"filterwarnings", "simplefilter", "catch_warnings"}
HIDING_MAGIC = re.compile(r"^\s*%%capture|^\s*%%(ba)?sh\b|^\s*!", re.MULTILINE)
HIDING_TAGS = {"remove-stderr", "remove-output", "skip-execution"}
ABSOLUTE_PATH = re.compile(
    r"(?<![\w.:/~])/(?:home|root|tmp|usr|var|etc|opt|mnt|srv|Users|content|work)/|\b[A-Z]:\\\w"
)
SEEDED_RANDOM = {"default_rng", "Generator", "SeedSequence", "PCG64"}


def short_cells(book: Book, page: Page) -> Iterator[str]:
    """Como mucho 25 líneas por celda."""
    for cell in page.cells:
        lines = len(cell.source.splitlines())
        if lines > MAXIMUM_LINES:
            yield f"línea {cell.line}: celda de {lines} líneas; el máximo es {MAXIMUM_LINES}"


def narrow_cells(book: Book, page: Page) -> Iterator[str]:
    """Ninguna línea más ancha que la columna de la página."""
    for cell in page.cells:
        for text in cell.source.splitlines():
            if len(text) > MAXIMUM_WIDTH:
                yield (
                    f"línea {cell.line}: en su celda, «{text.strip()[:40]}…» mide {len(text)} "
                    f"caracteres; el máximo es {MAXIMUM_WIDTH}"
                )


def no_star_imports(book: Book, page: Page) -> Iterator[str]:
    """Ningún `from x import *`."""
    for cell in page.cells:
        for module, name, _ in cell.imports():
            if name == "*":
                yield f"línea {cell.line}: «from {module} import *»; importa cada nombre"


def defined_once(book: Book, page: Page) -> Iterator[str]:
    """Ninguna función o clase definida dos veces en el libro."""
    elsewhere = {
        name: other.name
        for other in book.others(page)
        for cell in other.cells
        for name in cell.definitions
    }
    seen: set[str] = set()
    for cell in page.cells:
        for name in cell.definitions:
            if name in seen:
                yield f"línea {cell.line}: «{name}» ya está definida en este capítulo"
            if name in elsewhere:
                yield f"línea {cell.line}: «{name}» ya está definida en {elsewhere[name]}"
            seen.add(name)


def nothing_hidden(book: Book, page: Page) -> Iterator[str]:
    """Ni avisos callados, ni salidas capturadas o borradas, ni órdenes del sistema."""
    for cell in page.cells:
        for name, _ in cell.calls():
            if name.split(".")[-1] in SILENCERS:
                yield f"línea {cell.line}: «{name}» calla avisos; quita su causa"
        magic = HIDING_MAGIC.search(cell.source)
        if magic:
            yield f"línea {cell.line}: «{magic[0].strip()}» no se admite en una celda"
        for tag in HIDING_TAGS.intersection(cell.metadata.get("tags", [])):
            yield f"línea {cell.line}: la etiqueta «{tag}» esconde lo que la celda hace"


def no_absolute_path(book: Book, page: Page) -> Iterator[str]:
    """Ninguna ruta absoluta de una máquina, ni en el código ni en la prosa."""
    for number, line in enumerate(page.text.splitlines(), start=1):
        match = ABSOLUTE_PATH.search(line)
        if match:
            yield f"línea {number}: ruta absoluta «{match[0]}…»"


def seeds_named_once(book: Book, page: Page) -> Iterator[str]:
    """`SEEDS` se asigna como mucho una vez: el ejecutor la apunta en la procedencia."""
    lines = [
        cell.line
        for cell in page.cells
        for node in ast.walk(cell.tree)
        if isinstance(node, ast.Name) and node.id == "SEEDS" and isinstance(node.ctx, ast.Store)
    ]
    for line in lines[1:]:
        yield f"línea {line}: «SEEDS» ya estaba asignada en la línea {lines[0]}"


def random_with_a_seed(book: Book, page: Page) -> Iterator[str]:
    """De NumPy, solo generadores con semilla: nada del generador global ni `default_rng()`."""
    for cell in page.cells:
        for name, call in cell.calls():
            parts = name.split(".")
            in_numpy = parts[:-1] in (["np", "random"], ["numpy", "random"])
            if in_numpy and parts[-1] not in SEEDED_RANDOM:
                yield f"línea {cell.line}: «{name}» usa el generador global de NumPy"
            if parts[-1] == "default_rng" and not (call.args or call.keywords):
                yield f"línea {cell.line}: «{name}()» sin semilla"


def training_in_silence(book: Book, page: Page) -> Iterator[str]:
    """En un capítulo que usa Keras, `fit` lleva `verbose=0`."""
    if not _imports_keras(page.cells):
        return
    for cell in page.cells:
        for name, call in cell.calls():
            keywords = {keyword.arg for keyword in call.keywords}
            # Un estimador de scikit-learn no tiene épocas.
            if name.endswith(".fit") and "epochs" in keywords and "verbose" not in keywords:
                yield f"línea {cell.line}: «{name}» sin «verbose=0» llena la página de barras"


def _imports_keras(cells: tuple[Cell, ...]) -> bool:
    return any(module.split(".")[0] == "keras" for cell in cells for module, _, _ in cell.imports())


RULES = (
    short_cells,
    narrow_cells,
    no_star_imports,
    defined_once,
    nothing_hidden,
    no_absolute_path,
    seeds_named_once,
    random_with_a_seed,
    training_in_silence,
)
