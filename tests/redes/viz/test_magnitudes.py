import re

import numpy as np
import pytest

from redes.viz import style, tokens
from redes.viz.magnitudes import magnitude_chart, scientific

NAMES = ["una fila", "un lote"]
# Red 64-32-10: 2 · (64·32 + 32·10) = 4736 operaciones por fila, y 32 filas en el lote.
VALUES = [4736, 151552]


def draw():
    return magnitude_chart(
        NAMES, VALUES, xlabel="operaciones", reference=5e7, reference_name="umbral"
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (4736, "4,7·10³"),
        (151552, "1,5·10⁵"),
        (1, "1,0·10⁰"),
        (9.96e9, "1,0·10¹⁰"),
        (5e-6, "5,0·10⁻⁶"),
    ],
)
def test_scientific(value, text):
    assert scientific(value) == text


def test_dots_names_and_written_values():
    (ax,) = draw().axes
    (dots,) = ax.collections
    np.testing.assert_allclose(dots.get_offsets(), [[4736, 0], [151552, 1]])
    assert [text.get_text() for text in ax.texts] == ["4,7·10³", "1,5·10⁵"]
    assert [label.get_text() for label in ax.get_yticklabels()] == NAMES
    assert ax.get_xscale() == "log"
    assert ax.get_xlabel() == "operaciones"


def test_first_is_on_top_and_everything_fits():
    (ax,) = draw().axes
    bottom, top = ax.get_ylim()
    assert bottom > 1 > 0 > top
    low, high = ax.get_xlim()
    assert low < 4736 < 5e7 < high


def test_reference_line_has_its_name():
    figure = draw()
    (line,) = figure.axes[0].lines
    assert line.get_xdata()[0] == 5e7
    assert [text.get_text() for text in figure.legends[0].get_texts()] == ["umbral"]


def test_same_bytes_spanish_text_and_book_colours(read_texts):
    svg = style.to_svg(draw())
    assert svg == style.to_svg(draw())
    texts = read_texts(svg)
    assert "10⁶" in texts  # las marcas del eje son texto y no fórmulas
    assert not any(re.search(r"\d\.\d", text) for text in texts)
    found = set(re.findall(r"(?<![&\w])#[0-9a-fA-F]{3,8}\b(?!\))", svg))
    assert found <= {pair.light for pair in tokens.ROLES.values()}


def test_inputs_are_not_mutated():
    values = np.array([1.0, 2.0])
    magnitude_chart(NAMES, values, xlabel="operaciones")
    np.testing.assert_array_equal(values, [1, 2])


@pytest.mark.parametrize(
    ("values", "reference", "message"),
    [
        ([1], None, r"2 nombres y cantidades con forma \(1,\)"),
        ([1, 0], None, "mayores que cero"),
        ([1, np.inf], None, "mayores que cero"),
        ([1, 2], -1, "mayores que cero"),
    ],
)
def test_bad_arguments(values, reference, message):
    with pytest.raises(ValueError, match=message):
        magnitude_chart(NAMES, values, xlabel="operaciones", reference=reference)
