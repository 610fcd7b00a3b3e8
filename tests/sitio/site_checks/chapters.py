"""Cada capítulo con celdas: su ficha, su procedencia, sus descargas y sus bloques plegados."""

from __future__ import annotations

import re
from collections.abc import Iterator

import nbformat
from site_checks.site import Site

from sphinx_ext.results import GAP

MEASURED = re.compile(r"\d+ s en (CPU|GPU)")
MEMORY = re.compile(r"\d+ MiB")
PROVENANCE = ("Ejecutado", "Dispositivo", "Motor", "Versiones", "Coste", "Clave")


def every_chapter_has_a_page(site: Site) -> Iterator[str]:
    """Hay una página por capítulo."""
    for name in site.chapters:
        if name not in site.pages:
            yield f"{name}: el capítulo no tiene página"


def measured_card(site: Site) -> Iterator[str]:
    """La ficha dice lo que se midió al ejecutar, no lo que se presupuestó."""
    for name, page in site.executed():
        card = page.select_one("dl.ficha")
        text = card.get_text(" ", strip=True) if card else ""
        if not MEASURED.search(text) or not MEMORY.search(text) or "sin medir" in text:
            yield f"{name}: la ficha no dice el tiempo y la memoria medidos: «{text}»"


def provenance_is_shown(site: Site) -> Iterator[str]:
    """La procedencia de los resultados, con lo que no puede faltar."""
    for name, page in site.executed():
        block = page.select_one("details.procedencia")
        text = block.get_text(" ", strip=True) if block else ""
        for row in PROVENANCE:
            if row not in text:
                yield f"{name}: la procedencia no dice «{row}»"


def gaps_only_where_not_executed(site: Site) -> Iterator[str]:
    """Un capítulo sin ejecutar lo avisa; si todos lo están, no hay huecos ni avisos."""
    for name in sorted(set(site.published()) - set(site.records)):
        if not site.pages[name].select(".admonition.pendiente"):
            yield f"{name}: no se ha ejecutado y la página no lo avisa"
    pending = set(site.chapters) - set(site.records)
    for name, page in site.pages.items():
        if not pending and GAP in page.get_text():
            yield f"{name}: hay un hueco «{GAP}» y todos los capítulos están ejecutados"
        if name not in pending and page.select(".admonition.pendiente"):
            yield f"{name}: avisa de que no se ha ejecutado, y sí lo está"


def downloads_are_valid(site: Site) -> Iterator[str]:
    """El cuaderno y la fuente de cada capítulo existen, son válidos y están enlazados."""
    for name in site.published():
        source = site.folder / "_sources" / f"{name}.md"
        notebook = source.with_suffix(".ipynb")
        links = {link["href"].rsplit("/", 1)[-1] for link in site.pages[name].select("a[href]")}
        for path in (source, notebook):
            if not path.is_file():
                yield f"{name}: falta {path.name}"
            elif path.name not in links:
                yield f"{name}: la página no enlaza {path.name}"
        if notebook.is_file():
            yield from _invalid(name, notebook.read_text("utf-8"))


def _invalid(name: str, text: str) -> Iterator[str]:
    try:
        notebook = nbformat.reads(text, as_version=4)
        nbformat.validate(notebook)
    except (nbformat.ValidationError, nbformat.reader.NotJSONError) as error:
        yield f"{name}: el cuaderno no es válido: {str(error).splitlines()[0]}"
        return
    if any(cell.get("outputs") for cell in notebook.cells):
        yield f"{name}: el cuaderno descargable lleva salidas"


def folding_without_scripts(site: Site) -> Iterator[str]:
    """Lo plegado es `<details>` con su `<summary>` delante: se abre sin guiones."""
    for name, page in site.pages.items():
        for block in page.select("article details"):
            first = block.find(True, recursive=False)
            if first is None or first.name != "summary" or not first.get_text(strip=True):
                yield f"{name}: un <details> no empieza por un <summary> con texto"
        for tag in page.select("article .toggle, article .toggle-hidden, article [onclick]"):
            yield f"{name}: un bloque <{tag.name} class={tag.get('class')}> necesita un guion"


CHECKS = (
    every_chapter_has_a_page,
    measured_card,
    provenance_is_shown,
    gaps_only_where_not_executed,
    downloads_are_valid,
    folding_without_scripts,
)
