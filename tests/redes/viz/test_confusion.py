import numpy as np
import pytest
from matplotlib.colors import to_rgb

from redes.viz import tokens
from redes.viz.confusion import STRONGEST_CELL, confusion_matrix_figure

MATRIX = np.array([[6, 2, 0], [0, 5, 0], [0, 0, 0]])


def luminance(channels):
    channels = np.asarray(channels)
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return linear @ [0.2126, 0.7152, 0.0722]


def test_numbers_and_names():
    (ax,) = confusion_matrix_figure(MATRIX, ["a", "b", "c"]).axes
    assert [text.get_text() for text in ax.texts] == list("620050000")
    assert [label.get_text() for label in ax.get_xticklabels()] == ["a", "b", "c"]
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("clase predicha", "clase verdadera")
    # La fila 0 está arriba y la columna 0, a la izquierda.
    assert ax.texts[1].get_position() == (1, 0)
    assert ax.get_ylim()[0] > ax.get_ylim()[1]


def test_shade_is_the_share_of_the_row():
    # Fila 0: 6/8 y 2/8. La fila vacía no divide entre cero.
    (ax,) = confusion_matrix_figure(MATRIX, ["a", "b", "c"]).axes
    alphas = np.array([cell.get_facecolor()[3] for cell in ax.patches]).reshape(3, 3)
    np.testing.assert_allclose(alphas[0], np.array([0.75, 0.25, 0]) * STRONGEST_CELL)
    np.testing.assert_array_equal(alphas[2], 0)


def test_proportions_have_comma():
    (ax,) = confusion_matrix_figure([[0.75, 0.25], [0, 1]], ["a", "b"]).axes
    assert [text.get_text() for text in ax.texts] == ["0,75", "0,25", "0", "1"]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("role", ["hit", "error"])
def test_text_is_readable_on_the_strongest_cell(role, theme):
    paint, paper, ink = (
        np.array(to_rgb(getattr(tokens.ROLES[name], theme))) for name in (role, "surface", "text")
    )
    cell = STRONGEST_CELL * paint + (1 - STRONGEST_CELL) * paper
    high, low = sorted((luminance(cell), luminance(ink)), reverse=True)
    assert (high + 0.05) / (low + 0.05) >= 4.5


def test_matrix_is_not_mutated():
    before = MATRIX.copy()
    confusion_matrix_figure(MATRIX, ["a", "b", "c"])
    np.testing.assert_array_equal(MATRIX, before)


@pytest.mark.parametrize(
    ("matrix", "labels", "message"),
    [
        ([[1, 2]], ["a"], r"\(1, 2\)"),
        ([[1, 2], [3, 4]], ["a"], "1 nombres para 2"),
        ([[1, -2], [3, 4]], ["a", "b"], "negativos"),
        ([[1, float("nan")], [3, 4]], ["a", "b"], "no son números"),
    ],
)
def test_bad_arguments(matrix, labels, message):
    with pytest.raises(ValueError, match=message):
        confusion_matrix_figure(matrix, labels)
