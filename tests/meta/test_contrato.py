"""Pruebas de las pruebas: cada regla del contrato calla ante un libro bueno y ve su defecto."""

import shutil
import sys
from pathlib import Path

import pytest

from taller.workshop import Workshop

LIBRO = Path(__file__).parents[1] / "libro"
sys.path.insert(0, str(LIBRO))

from contract.book import Book  # noqa: E402  (está en la carpeta que se acaba de añadir)
from contract.registry import BOOK_RULES, CHAPTER_RULES, PAGE_RULES  # noqa: E402

RULES = {rule.__name__: rule for rule in (*CHAPTER_RULES, *PAGE_RULES)}
FIRST_CELL = "SEEDS = range(5)"
CELL = "rng = np.random.default_rng(0)"
PROSE = "Lo que sabremos al terminar."
LONG = CELL + "\n#" * 16
ALT = "La curva sube sin parar desde el principio hasta el final."
SOLUTION = "```{solution} ej-uno-producto\nSeis.\n```\n"
HINT = "```{pista}\nCon la tabla.\n```\n"

# Por regla: qué se cambia en el capítulo «uno», por qué, y parte de lo que la regla ha de decir.
DEFECTS = {
    "requirements_come_before": [
        ("[parte/cero]", "[parte/nada]", "«parte/nada» no existe"),
        ("[parte/cero]", "[apendices/glosario]", "no va antes"),
    ],
    "one_title_with_its_label": [
        ("(uno)=", "(dos)=", "«(uno)=»"),
        ("## El experimento", "# El experimento", "2 títulos"),
    ],
    "card_near_the_top": [
        ("```{ficha}\n```\n", "", "0 directivas"),
        ("## En resumen", "```{ficha}\n```\n\n## En resumen", "2 directivas"),
        ("```{ficha}\n```\n\n", "## Antes\n\n```{ficha}\n```\n\n", "antes del primer apartado"),
    ],
    "provenance_at_the_end": [
        ("```{procedencia}\n```\n", "", "0 directivas"),
        ("```{procedencia}\n```\n", "```{procedencia}\n```\n\nMás.\n", "no va nada"),
    ],
    "summary_and_reading": [
        ("## En resumen", "## Resumen", "«En resumen»"),
        ("## Para seguir leyendo", "## Fin", "«Para seguir leyendo»"),
        ("{cite:t}`rosenblatt1958`.", "Nada.", "no cita"),
    ],
    "cells_at_top_level": [
        ("Con los dedos.\n```", "Así:\n~~~{code-cell} python\n1\n~~~\n```", "no se ejecuta nunca"),
    ],
    "short_cells": [(CELL, LONG, "celda de 26 líneas")],
    "narrow_cells": [(CELL, f"total = {'1 + ' * 20}1", "mide 89 caracteres; el máximo es 80")],
    "no_star_imports": [("import keras\n", "from keras import *\n", "from keras import *")],
    "defined_once": [
        ("def slope(values)", "def countdown(values)", "definida en parte/cero"),
        (FIRST_CELL, "class slope:\n    pass", "«slope» ya está definida en este"),
    ],
    "nothing_hidden": [
        (CELL, 'warnings.filterwarnings("ignore")', "calla avisos"),
        ("import keras\n", "%%capture\nimport keras\n", "%%capture"),
        ("import keras\n", "!pip list\n", "«!»"),
        ("python\nimport keras", "python\n:tags: [remove-stderr]\nimport keras", "remove-stderr"),
    ],
    "no_absolute_path": [
        (CELL, 'open("/home/ana/datos.csv")', "/home/"),
        (PROSE, r"Está en C:\Users\ana.", "ruta absoluta"),
    ],
    "seeds_named_once": [(CELL, "SEEDS = range(3)", "ya estaba asignada")],
    "random_with_a_seed": [
        (CELL, "np.random.seed(0)", "generador global"),
        (CELL, "rng = np.random.default_rng()", "sin semilla"),
    ],
    "training_in_silence": [(", verbose=0", "", "sin «verbose=0»")],
    "little_drawing": [
        ('figure.set_title("Uno")', "figure.a()\nfigure.b()", "3 líneas de dibujo"),
        (CELL, "import matplotlib.pyplot as plt\nplt.a()\nplt.b()\nplt.c()", "3 líneas"),
        (CELL, "f, axes = style.subplots(2)\nfor ax in axes:\n    ax.a()\n    ax.b()", "3 líneas"),
    ],
    "drawings_are_figures": [
        ('check("uno-1", sum)', "curve([1])", "no tiene «mystnb: figure:»"),
        ('check("uno-1", sum)', "picture = curve([1])\npicture", "no tiene «mystnb: figure:»"),
    ],
    "figures_have_names": [
        ("fig-uno-curva", "curva", "no es «fig-…»"),
        (PROSE, f"```{{figure}} x.svg\n:name: fig-uno-curva\n:alt: {ALT}\n\nX.\n```", "repetido"),
    ],
    "figures_have_captions": [
        ("caption: Una curva.", "caption: ''", "sin pie"),
        ("caption: Una curva.", "caption: Una curva", "punto"),
        ("caption: Una curva.", "caption: Training loss.", "inglés"),
    ],
    "alternatives_say_what_is_seen": [
        (ALT, "Una curva.", "no llega"),
        ("caption: Una curva.", f"caption: {ALT}", "repite el pie"),
        (ALT, f"Gráfica de una curva. {ALT}", "qué es la figura"),
    ],
    "imports_exist": [
        ("redes.viz.curves import curve\n", "redes.viz.bars import curve\n", "«redes.viz.bars»"),
        ("redes.viz.curves import curve\n", "redes.viz.curves import bars\n", "no ofrece «bars»"),
    ],
    "included_code_exists": [
        ("viz/curves.py", "viz/bars.py", "no existe"),
        (":pyobject: curve", ":pyobject: bar", "no define «bar»"),
        (":pyobject: curve", ":start-after: aquí", "no contiene «aquí»"),
    ],
    "terms_exist": [
        ("{term}`sesgo`", "{term}`peso`", "«peso»"),
        ("<bias>", "<peso>", "«peso»"),
        ("<bias>", "<*bias*>", "«*bias*»"),
    ],
    "citations_exist": [("{cite:p}`rosen", "{cite:p}`minsky1969,rosen", "«minsky1969»")],
    "external_data_declared": [
        ("datos: [remote]", "datos: []", "no lo declara"),
        ("datos: [remote]", "datos: [remote, iris]", "«iris»"),
    ],
    "enough_exercises": [("```{exercise} Sumar", "```{note}", "3 ejercicios")],
    "exercises_have_hint_and_solution": [
        (HINT, "", "«ej-uno-producto» no tiene pista"),
        (SOLUTION, "", "«ej-uno-producto» no tiene solución"),
        ("{solution} ej-uno-producto", "{solution} ej-uno-suma", "detrás de «ej-uno-producto»"),
    ],
    "solutions_are_closed": [
        ("```{solution-end}\n```\n\n```{exercise} Restar", "```{exercise} Restar", "sin cerrar"),
        (PROSE, "```{solution-end}\n```", "sin «solution-start»"),
    ],
    "labels_are_unique": [
        (":label: ej-uno-suma", ":label: suma", "no es «ej-…»"),
        (":label: ej-uno-suma", ":label: ej-cero-a", "repetida"),
    ],
    "solutions_are_checked": [('check("uno-1", sum)', "sum([1])", "1 soluciones")],
    "results_have_good_names": [
        ('"uno.exactitud"', '"uno.Exactitud"', "minúsculas"),
        ('"uno.exactitud"', "name", "cadena"),
        ('"uno.exactitud"', '"dos.exactitud"', "no empieza por «uno.»"),
        (CELL, 'publicar("uno.exactitud", 1)', "ya se ha publicado"),
    ],
    "results_are_cited": [
        ("{resultado}`uno.exactitud`", "alta", "nadie lo cita"),
        ("{resultado}`uno.parte-alta`", "alta", "«uno.parte-*» se publica y nadie lo cita"),
    ],
    "results_have_intervals": [
        ('"uno.exactitud"', '"uno.otra"', "«uno.otra» no está"),
        ('f"uno.parte-', 'f"uno.trozo-', "«uno.trozo-*» no está"),
    ],
    "cited_results_exist": [
        ("{resultado}`uno.exactitud`", "{resultado}`uno.otra`", "nadie publica «uno.otra»"),
    ],
    "no_typed_result": [
        (PROSE, "Conseguimos una exactitud de 0,95.", "exactitud de 0,95"),
        (PROSE, "La exactitud de\nprueba sube a 93,1 %.", "sube a 93,1"),
        (PROSE, "Da 0,95 ± 0,01 de exactitud.", "0,95 ± 0,01 de exactitud"),
        (PROSE, "- La pérdida baja hasta 0.31 al final", "pérdida baja"),
        ("<!-- aritmética -->\n", "", "error de 0,25"),
        ("## La cuenta a mano", "## La cuenta", "media de 1 y 2 vale 1,5"),
    ],
    "book_terms": [
        (PROSE, "La unidad lineal reacia.", "lineal rectificada"),
        (PROSE, "La unidad recurrente cerrada.", "recurrente con compuertas"),
        (PROSE, "Las puertas lógicas.", "compuerta"),
        (PROSE, "La capa de abandono.", "dropout"),
        (PROSE, "El descenso de gradiente.", "descenso del gradiente"),
        (PROSE, "El *overfitting*.", "sobreajuste"),
        ("## El experimento", "## Con batches", "minilote"),
        ("caption: Una curva.", "caption: El learning rate.", "tasa de aprendizaje"),
        (PROSE, "El lector sabrá.", "quien lee"),
        (PROSE, "¡Adelante!", "ninguna exclamación"),
    ],
}
CASES = [
    pytest.param(rule, *defect, id=f"{rule}-{number}")
    for rule, defects in DEFECTS.items()
    for number, defect in enumerate(defects, start=1)
]


@pytest.fixture
def folder(tmp_path):
    """Una copia del libro que cumple el contrato."""
    return Path(shutil.copytree(LIBRO / "libro_bueno", tmp_path / "libro"))


def test_every_rule_has_a_planted_defect():
    assert set(DEFECTS) == set(RULES)


def test_a_good_book_breaks_no_rule():
    book = Book(Workshop(LIBRO / "libro_bueno"))
    assert not book.unreadable
    assert set(book.chapters) == {"parte/cero", "parte/uno"}
    found = [
        p for page in book.chapters.values() for rule in CHAPTER_RULES for p in rule(book, page)
    ]
    found += [p for page in book.pages.values() for rule in PAGE_RULES for p in rule(book, page)]
    assert found + [p for rule in BOOK_RULES for p in rule(book)] == []


@pytest.mark.parametrize(("rule", "old", "new", "expected"), CASES)
def test_a_planted_defect_is_reported(folder, rule, old, new, expected):
    path = folder / "book" / "parte" / "uno.md"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    book = Book(Workshop(folder))
    problems = "\n".join(RULES[rule](book, book.pages["parte/uno"]))
    assert expected in problems


def test_a_problem_says_its_line(folder):
    path = folder / "book" / "parte" / "uno.md"
    path.write_text(path.read_text("utf-8").replace("{term}`sesgo`", "{term}`peso`"), "utf-8")
    line = next(
        n for n, text in enumerate(path.read_text("utf-8").splitlines(), 1) if "peso" in text
    )
    book = Book(Workshop(folder))
    (problem,) = RULES["terms_exist"](book, book.pages["parte/uno"])
    assert problem == f"línea {line}: «peso» no está en el glosario"


def test_an_interval_that_nobody_publishes_is_reported(folder):
    with (folder / "book" / "resultados.toml").open("a", encoding="utf-8") as file:
        file.write('["uno.olvidado"]\ncpu.tensorflow = [0, 1]\n')
    (problem,) = BOOK_RULES[0](Book(Workshop(folder)))
    assert "«uno.olvidado»" in problem


def test_a_chapter_outside_the_indexes_is_reported(folder):
    index = folder / "book" / "index.md"
    index.write_text(index.read_text("utf-8").replace("Un título <parte/uno>\n", ""), "utf-8")
    book = Book(Workshop(folder))
    (problem,) = RULES["requirements_come_before"](book, book.pages["parte/uno"])
    assert "ningún índice" in problem


def test_a_bad_front_matter_is_kept_and_spoils_only_its_chapter(folder):
    path = folder / "book" / "parte" / "uno.md"
    path.write_text(path.read_text("utf-8").replace("segundos: 10", "segundos: muchos"), "utf-8")
    book = Book(Workshop(folder))
    assert "segundos" in book.unreadable["parte/uno"]
    assert set(book.chapters) == {"parte/cero"}
