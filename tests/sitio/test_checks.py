"""Pruebas de las pruebas: cada comprobación calla ante un sitio bueno y ve su defecto."""

import nbformat
import pytest
from site_checks import chapters, figures, leaks, links, outputs, pages
from site_checks.site import Site

from taller.store import Store
from taller.workshop import Workshop

CHECKS = {
    check.__name__: check
    for module in (links, pages, figures, leaks, chapters, outputs)
    for check in module.CHECKS
}
PAGE = """<!doctype html>
<html lang="es"><head><link rel="stylesheet" href="_static/libro.css"></head><body>
<article><h1 id="uno">Uno</h1>
<a href="dos.html#aqui">Dos</a> <a href="#uno">Arriba</a> <a href="https://keras.io">Keras</a>
<a href="_sources/uno.md">Fuente</a> <a href="_sources/uno.ipynb">Cuaderno</a>
<dl class="ficha"><dt>Tiempo</dt><dd>27 s en CPU</dd><dt>Memoria</dt><dd>813 MiB</dd></dl>
<figure><svg id="fig1-svg" role="img" aria-label="Sube."></svg>
<figcaption><span class="caption-number">Figura 1.1 </span>Una curva.</figcaption></figure>
<p>Un párrafo.</p> <img alt="Punto." src="data:image/png;base64,iVBOR//8=">
<div class="cell"><div class="cell_output"><div class="output stream"><pre>3</pre></div></div></div>
<div class="cell tag_raises-exception"><div class="cell_output"><div class="output traceback">
<pre>Traceback (most recent call last): ValueError: no</pre></div></div></div>
<details class="procedencia"><summary>Procedencia</summary>
Ejecutado Dispositivo Motor Versiones Coste Clave</details>
</article></body></html>
"""
OTHER = '<html lang="es"><body><h1>Dos</h1><p id="aqui" title="Nota">Nada.</p></body></html>'
PARAGRAPH = "<p>Un párrafo.</p>"
PRE = "<pre>3</pre>"

# Por comprobación: qué se cambia en la página «uno» y parte de lo que ha de decir.
DEFECTS = {
    "broken_links": [
        ('"dos.html#aqui"', '"tres.html"', "«tres.html» no existe"),
        ('"dos.html#aqui"', '"dos.html#alli"', "no tiene ese destino"),
        ('"#uno"', '"#nada"', "no tiene ese destino"),
        ('"dos.html#aqui"', '"/dos.html"', "empieza por «/»"),
        ('"dos.html#aqui"', '"../dos.html"', "sale del sitio"),
        (PARAGRAPH, '<img src="no.png" alt="x">', "«no.png» no existe"),
    ],
    "foreign_requests": [
        (PARAGRAPH, '<script src="https://cdn.example/x.js"></script>', "<script> pide"),
        (PARAGRAPH, '<img alt="x" src="//example/x.png">', "<img> pide"),
        (PARAGRAPH, '<iframe src="https://example/"></iframe>', "<iframe> pide"),
        ("_static/libro.css", "https://example/x.css", "<link> pide"),
        (PARAGRAPH, '<p style="background:url(https://example/x)">', "un estilo pide"),
    ],
    "declares_spanish": [('lang="es"', 'lang="en"', "'en'"), (' lang="es"', "", "None")],
    "one_main_title": [(PARAGRAPH, "<h1>Otra vez</h1>", "2 títulos")],
    "identifiers_are_unique": [(PARAGRAPH, '<p id="uno">', "«uno» está repetido")],
    "no_english_interface": [
        (PARAGRAPH, "<p>Next page</p>", "«next»"),
        (PARAGRAPH, '<button aria-label="Toggle">x</button>', "«toggle»"),
    ],
    "no_build_message": [
        (PARAGRAPH, '<div class="system-message">Roto</div>', "aviso de la composición"),
        (PARAGRAPH, "<p>uno.md:3: WARNING: no.</p>", "«WARNING:»"),
    ],
    "images_have_alternatives": [
        (PARAGRAPH, '<img src="dos.html">', "sin alt"),
        ("<figure>", '<figure><img src="dos.html" alt="">', "alt vacío"),
        (PRE, '<img src="dos.html" alt=" ">', "alt vacío"),
    ],
    "drawings_have_names": [
        ('aria-label="Sube."', "", "fig1-svg"),
        ('role="img"', "", "fig1-svg"),
    ],
    "figures_are_numbered": [("Figura 1.1 ", "Fig. 1.1 ", "Una curva")],
    "machine_traces": [
        (PARAGRAPH, f"<p>{leaks.REPOSITORY_ROOT}/book/uno.md</p>", "la ruta"),
        (PARAGRAPH, "<p>/home/ana/libro</p>", "la carpeta de ana"),
        (PARAGRAPH, "<p>En la torre-azul.</p>", "el nombre torre-azul"),
    ],
    "every_chapter_has_a_page": [],
    "measured_card": [
        ("27 s en CPU", "hasta unos 27 s en CPU (sin medir todavía)", "sin medir"),
        ("813 MiB", "mucha", "no dice"),
        ('class="ficha"', "", "no dice"),
    ],
    "provenance_is_shown": [
        ("Dispositivo", "", "«Dispositivo»"),
        ('class="procedencia"', "", "«Motor»"),
    ],
    "gaps_only_where_not_executed": [
        (PARAGRAPH, "<p>Vale [sin ejecutar].</p>", "hay un hueco"),
        (PARAGRAPH, '<div class="admonition pendiente">No.</div>', "y sí lo está"),
    ],
    "downloads_are_valid": [
        ("_sources/uno.md", "dos.html", "no enlaza uno.md"),
        ("_sources/uno.ipynb", "dos.html", "no enlaza uno.ipynb"),
    ],
    "folding_without_scripts": [
        ("<summary>Procedencia</summary>", "", "<summary>"),
        (PARAGRAPH, '<div class="admonition toggle">x</div>', "necesita un guion"),
    ],
    "no_unexpected_error": [
        ("output stream", "output stderr", "salida de error"),
        ("output stream", "output traceback", "aviso o traza"),
        (PRE, "<pre>x.py:1: UserWarning: no</pre>", "aviso o traza"),
        (" tag_raises-exception", "", "aviso o traza"),
    ],
    "clean_pages": [
        (PRE, "<pre>[31mrojo[0m</pre>", "color de terminal"),
        (PRE, "<pre>57/57 ━━━━━━━━ 0s</pre>", "barra de progreso"),
        (PRE, "<pre>&lt;Figure at 0x7f2a1c00d0&gt;</pre>", "dirección de memoria"),
        (PRE, "<pre>&lt;unknown&gt;</pre>", "<unknown>"),
    ],
}
CASES = [
    pytest.param(check, *defect, id=f"{check}-{number}")
    for check, defects in DEFECTS.items()
    for number, defect in enumerate(defects, start=1)
]


class Execution:
    """Lo que las comprobaciones miran de una ficha del almacén."""

    notebook_hash = "objeto"

    def __init__(self, results):
        self.results = results


@pytest.fixture
def small(tmp_path, monkeypatch):
    """Un sitio de dos páginas con un capítulo ejecutado."""
    monkeypatch.setattr(leaks.getpass, "getuser", lambda: "ana")
    monkeypatch.setattr(leaks.socket, "gethostname", lambda: "torre-azul.casa")
    # La carpeta de esta prueba está dentro de la temporal.
    monkeypatch.setattr(leaks.tempfile, "gettempdir", lambda: "/tmp-de-otra-maquina")
    folder = tmp_path / "html"
    (folder / "_static").mkdir(parents=True)
    (folder / "_sources").mkdir()
    (folder / "_static" / "libro.css").write_text("a { color: red; }", "utf-8")
    (folder / "_sources" / "uno.md").write_text("# Uno\n", "utf-8")
    cells = [nbformat.v4.new_code_cell("1", id="celda-0")]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), folder / "_sources" / "uno.ipynb")
    (folder / "uno.html").write_text(PAGE, "utf-8")
    (folder / "dos.html").write_text(OTHER, "utf-8")
    workshop = Workshop(tmp_path)
    workshop.book.mkdir()
    (workshop.store / "objetos").mkdir(parents=True)
    return Site(folder, workshop, {"uno": None}, {"uno": Execution({})})


def keep(site, output):
    """Pone `output` en el cuaderno guardado."""
    cell = nbformat.v4.new_code_cell("1", outputs=[output])
    path = Store(site.workshop.store)._object_path("objeto")
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), path)


def test_every_check_has_a_planted_defect():
    assert set(DEFECTS) | {"clean_store", "results_in_range"} == set(CHECKS)


def test_a_good_site_has_no_problem(small):
    keep(small, nbformat.v4.new_output("stream", text="3"))
    assert [problem for check in CHECKS.values() for problem in check(small)] == []


@pytest.mark.parametrize(("check", "old", "new", "expected"), CASES)
def test_a_planted_defect_is_reported(small, check, old, new, expected):
    assert old in PAGE
    (small.folder / "uno.html").write_text(PAGE.replace(old, new), "utf-8")
    assert expected in "\n".join(CHECKS[check](small))


def test_a_style_sheet_that_asks_others_is_reported(small):
    (small.folder / "_static" / "libro.css").write_text("@import '//example/x.css';", "utf-8")
    (problem,) = links.foreign_requests(small)
    assert "//example/x.css" in problem


def test_a_chapter_without_page_is_reported(small):
    (small.folder / "uno.html").unlink()
    (problem,) = [p for check in chapters.CHECKS for p in check(small)]
    assert problem == "uno: el capítulo no tiene página"


def test_a_chapter_not_executed_must_say_so(small):
    small.records.clear()
    (problem,) = chapters.gaps_only_where_not_executed(small)
    assert "no lo avisa" in problem


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{}", "no es válido"),
        (None, "falta uno.ipynb"),
        ('{"cells": [{}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}', "no es válido"),
    ],
)
def test_a_bad_notebook_is_reported(small, text, expected):
    path = small.folder / "_sources" / "uno.ipynb"
    path.write_text(text, "utf-8") if text else path.unlink()
    assert expected in "\n".join(chapters.downloads_are_valid(small))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[31mrojo", "color de terminal"),
        (f"{leaks.REPOSITORY_ROOT}/code/redes", "la ruta"),
        ("<unknown>", "<unknown>"),
    ],
)
def test_rubbish_in_the_store_is_reported(small, text, expected):
    keep(small, nbformat.v4.new_output("stream", text=text))
    assert expected in "\n".join(outputs.clean_store(small))


def test_a_stored_traceback_may_be_coloured_but_names_no_folder(small):
    error = {"ename": "ValueError", "evalue": "no", "traceback": ["\x1b[31mValueError"]}
    keep(small, nbformat.v4.new_output("error", **error))
    assert not list(outputs.clean_store(small))
    error["traceback"] += [f"File \x1b[32m{leaks.REPOSITORY_ROOT}/code/redes/x.py:3"]
    keep(small, nbformat.v4.new_output("error", **error))
    assert "la ruta" in "\n".join(outputs.clean_store(small))


def test_a_result_out_of_range_is_reported(small):
    result = {"valor": 0.5, "desviacion": None, "decimales": 1}
    small.records["uno"] = Execution({"uno.x": result})
    (problem,) = outputs.results_in_range(small)
    assert "no tiene intervalo" in problem
    (small.workshop.book / "resultados.toml").write_text(
        '["uno.x"]\ncpu.tensorflow = [0.7, 0.9]\n', "utf-8"
    )
    (problem,) = outputs.results_in_range(small)
    assert "fuera" in problem
