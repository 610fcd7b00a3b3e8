"""Las salidas de las celdas: sin errores que nadie esperaba ni basura de terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nbformat import NotebookNode
from site_checks.leaks import traces
from site_checks.site import Site

from sphinx_ext.execution import current_target
from taller import results
from taller.store import Store

WARNING = re.compile(r"\b\w*Warning: |WARNING:|Traceback \(most recent call last\)")
COLOUR = re.compile(r"\x1b\[[\d;]*m")
GARBAGE = {
    "un código de color de terminal": re.compile(r"\x1b|\[\d+(;\d+)*m"),
    "una barra de progreso": re.compile(r"\d/\d+ *(?:\[=+|[━█]{3})|\x08"),
    "una dirección de memoria": re.compile(r"\bat 0x[0-9a-fA-F]{6,}"),
    "«<unknown>»": re.compile("<unknown>"),
}


def no_unexpected_error(site: Site) -> Iterator[str]:
    """Ni stderr, ni trazas, ni avisos, salvo la traza de la celda que falla a propósito."""
    for name, block, fails in site.outputs():
        if block.select(".stderr"):
            yield f"{name}: salida de error: «{block.get_text(' ', strip=True)[:80]}»"
        if not fails and (block.select(".traceback") or WARNING.search(block.get_text())):
            yield f"{name}: aviso o traza: «{block.get_text(' ', strip=True)[:80]}»"


def clean_pages(site: Site) -> Iterator[str]:
    """Ninguna salida publicada lleva basura."""
    for name, block, _ in site.outputs():
        for what, pattern in GARBAGE.items():
            if pattern.search(block.get_text()):
                yield f"{name}: una salida lleva {what}"


def clean_store(site: Site) -> Iterator[str]:
    """Ni basura ni rutas en las salidas guardadas; una traza sí lleva colores."""
    searched = traces(site.workshop.root)
    store = Store(site.workshop.store)
    for name, record in site.records.items():
        for kind, text in _stored(store.notebook(record)):
            for what, pattern in GARBAGE.items():
                if pattern.search(text) and not (kind == "error" and "terminal" in what):
                    yield f"{name}: una salida guardada lleva {what}"
            plain = COLOUR.sub(" ", text)  # «…[32m/home/…»: el código va pegado a la ruta
            for what, pattern in searched.items():
                if pattern.search(plain):
                    yield f"{name}: una salida guardada lleva {what}"


def _stored(notebook: NotebookNode) -> Iterator[tuple[str, str]]:
    """El texto de cada salida, con su clase."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                yield "error", "\n".join([output.ename, output.evalue, *output.traceback])
            elif output.output_type == "stream":
                yield "stream", output.text
            else:
                for content in output.data.values():
                    yield "data", str(content)


def results_in_range(site: Site) -> Iterator[str]:
    """Cada resultado que se muestra cae en su intervalo, y este no es demasiado ancho."""
    intervals = results.expected(site.workshop.book)
    for name, record in site.records.items():
        for problem in results.problems(record.results, intervals, current_target()):
            yield f"{name}: {problem}"


CHECKS = (no_unexpected_error, clean_pages, clean_store, results_in_range)
