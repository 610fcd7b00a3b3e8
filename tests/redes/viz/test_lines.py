import re

import numpy as np
import pytest

from redes.viz import style, tokens
from redes.viz.lines import lines_figure, stacked_lines

X = np.linspace(-2, 2, 5)
CURVES = {"cuadrado": X**2, "valor absoluto": np.abs(X)}
NAMES = {"xlabel": "error", "ylabel": "pérdida"}


def test_curves_and_their_points():
    figure = lines_figure(X, CURVES, points={"valor absoluto": (0.5, 0.25)}, **NAMES)
    (ax,) = figure.axes
    for line, values in zip(ax.lines, CURVES.values(), strict=False):
        np.testing.assert_array_equal(line.get_xdata(), X)
        np.testing.assert_array_equal(line.get_ydata(), values)
    square, absolute, point = ax.lines
    np.testing.assert_array_equal(point.get_xydata(), [[0.5, 0.25]])
    assert point.get_color() == absolute.get_color() != square.get_color()
    assert square.get_linestyle() != absolute.get_linestyle()
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("error", "pérdida")
    (legend,) = figure.legends
    assert [text.get_text() for text in legend.get_texts()] == list(CURVES)


def test_stacked():
    figure = stacked_lines(X, CURVES, xlabel="sesgo")
    assert [ax.get_ylabel() for ax in figure.axes] == list(CURVES)
    assert [ax.get_xlabel() for ax in figure.axes] == ["", "sesgo"]
    for ax, values in zip(figure.axes, CURVES.values(), strict=True):
        np.testing.assert_array_equal(ax.lines[0].get_ydata(), values)
    # Cada panel tiene su escala.
    assert figure.axes[0].get_ylim()[1] > 3 > figure.axes[1].get_ylim()[1]


def test_same_bytes_book_colours_and_no_mutation():
    before = X.copy()
    first, second = (
        [
            style.to_svg(lines_figure(X, CURVES, points={"cuadrado": (0, 0)}, **NAMES)),
            style.to_svg(stacked_lines(X, CURVES, xlabel="sesgo")),
        ]
        for _ in range(2)
    )
    assert first == second
    for svg in first:
        found = set(re.findall(r"(?<![&\w])#[0-9a-fA-F]{3,8}\b(?!\))", svg))
        assert found <= {pair.light for pair in tokens.ROLES.values()}
    np.testing.assert_array_equal(X, before)


def test_whole_numbers_have_no_half_ticks():
    x = np.arange(4)
    whole, halves = (lines_figure(v, {"f": x}, **NAMES) for v in (x, x.astype(float)))
    assert all(tick == round(tick) for tick in whole.axes[0].get_xticks())
    assert any(tick != round(tick) for tick in halves.axes[0].get_xticks())


@pytest.mark.parametrize(
    ("x", "curves", "points", "message"),
    [
        (X[None], {"f": X}, {}, r"\(1, 5\)"),
        (X, {}, {}, "0 curvas"),
        (X, {str(i): X for i in range(7)}, {}, "7 curvas"),
        (X, {"f": X[:3]}, {}, r"«f».*\(3,\).*\(5,\)"),
        (X, {"f": X}, {"g": (0, 0)}, "sin curva: g"),
    ],
)
def test_bad_arguments(x, curves, points, message):
    with pytest.raises(ValueError, match=message):
        lines_figure(x, curves, points=points, **NAMES)


def test_bad_stack():
    with pytest.raises(ValueError, match="«f»"):
        stacked_lines(X, {"f": X[:3]}, xlabel="sesgo")
