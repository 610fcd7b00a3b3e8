"""Los cuadernos que se descargan."""

import nbformat
import pytest

from sphinx_ext.notebook import plain, portable

FENCE = "```"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (":::{note}\nHola.\n:::", "**Nota**\n\nHola."),
        (":::{exercise} Una suma\n:label: e\n\n¿Y?\n:::", "**Ejercicio. Una suma**\n\n\n¿Y?"),
        (":::{pista}\nCon los dedos.\n:::", "**Pista**\n\nCon los dedos."),
        (":::{solution-start} e\n:::\n", "**Solución**"),
        (":::{solution-end}\n:::", ""),
        ("::::{note}\n:::{pista}\nDentro.\n:::\n::::", "**Nota**\n\n**Pista**\n\nDentro."),
        (f"{FENCE}{{math}}\n:label: eq\n\ny = x\n{FENCE}", "$$\n\ny = x\n\\tag{eq}\n$$"),
        (f"{FENCE}{{code-block}} python\nx = 1\n{FENCE}", f"{FENCE}python\nx = 1\n{FENCE}"),
        (f"{FENCE}python\n:a: 1\n{FENCE}", f"{FENCE}python\n:a: 1\n{FENCE}"),
        (
            f"{FENCE}{{literalinclude}} ../../code/redes/scratch/dense.py\n:lines: 1\n{FENCE}",
            "(El código está en `code/redes/scratch/dense.py`.)",
        ),
        ("(marca)=\n## Título", "## Título"),
        ("El {term}`sesgos <sesgo>` y el {term}`lote`.", "El sesgos y el lote."),
        ("Con {math}`x^2`, {en}`bias`, {cite:p}`a1986`.", "Con $x^2$, *bias*, [a1986]."),
        ("Vale {resultado}`x.y` y {resultado}`x.z`.", "Vale 0,5 y …."),
        (
            "La {numref}`fig-a`, el {ref}`ej-b` y {doc}`esto </c>`.",
            "La figura, el ejercicio y esto.",
        ),
        ("Sin nada que **cambiar**: `{x}`.", "Sin nada que **cambiar**: `{x}`."),
    ],
)
def test_prose_of_the_book_becomes_plain_markdown(source, expected):
    assert plain(source, {"x.y": "0,5"}) == expected


def notebook_with(*cells):
    return nbformat.v4.new_notebook(cells=list(cells))


def test_code_does_not_change_and_loses_its_outputs():
    output = nbformat.v4.new_output("stream", text="2\n")
    cell = nbformat.v4.new_code_cell("1 + 1  # {term}`x`", outputs=[output])
    result = portable(notebook_with(cell), {}).cells[-1]
    assert result.source == "1 + 1  # {term}`x`"
    assert result.outputs == []


def test_the_notebook_is_valid_and_always_the_same():
    def make():
        return portable(notebook_with(nbformat.v4.new_markdown_cell("Hola")), {})

    nbformat.validate(make())
    assert make() == make()


def test_cells_left_empty_disappear():
    cell = nbformat.v4.new_markdown_cell(":::{solution-end}\n:::")
    assert len(portable(notebook_with(cell), {}).cells) == 1
