import re

import numpy as np
import pytest

from redes.viz import style, tokens
from redes.viz.fits import fit_panels

X = np.linspace(-1, 1, 5)
TRUTH = X**2
FITS = {"recta": np.array([X, -X, 0 * X]), "constante": np.full((2, 5), 40.0)}
SAMPLE = (np.array([0.0, 0.5]), np.array([-1.0, 2.0]))


def test_every_fit_is_drawn_under_the_truth():
    figure = fit_panels(X, TRUTH, FITS, sample=SAMPLE, xlabel="t", ylabel="v")
    assert [ax.get_title() for ax in figure.axes] == list(FITS)
    for ax, values in zip(figure.axes, FITS.values(), strict=True):
        *curves, truth, points = ax.lines
        for line, expected in zip(curves, values, strict=True):
            np.testing.assert_array_equal(line.get_xydata().T, [X, expected])
        np.testing.assert_array_equal(truth.get_xydata().T, [X, TRUTH])
        np.testing.assert_array_equal(points.get_xydata().T, SAMPLE)
        assert truth.get_color() != curves[0].get_color()
        assert {line.get_linestyle() for line in curves} == {"-"} != {truth.get_linestyle()}
        assert ax.get_xlabel() == "t"
    assert figure.axes[0].get_ylabel() == "v"
    (legend,) = figure.legends
    texts = [text.get_text() for text in legend.get_texts()]
    assert texts == ["ajustes", "sin ruido", "una muestra"]


def test_a_wild_fit_does_not_change_the_scale():
    figure = fit_panels(X, TRUTH, FITS, sample=SAMPLE)
    low, high = figure.axes[1].get_ylim()
    assert (round(low, 6), round(high, 6)) == (-1.45, 2.45)  # de −1 a 2, y 0,15·3 de margen
    low, high = fit_panels(X, TRUTH, FITS).axes[0].get_ylim()
    assert (round(low, 6), round(high, 6)) == (-0.15, 1.15)


def test_same_bytes_book_colours_and_no_mutation():
    before = X.copy()
    first, second = (style.to_svg(fit_panels(X, TRUTH, FITS, sample=SAMPLE)) for _ in range(2))
    assert first == second
    found = set(re.findall(r"(?<![&\w])#[0-9a-fA-F]{3,8}\b(?!\))", first))
    assert found <= {pair.light for pair in tokens.ROLES.values()}
    np.testing.assert_array_equal(X, before)


@pytest.mark.parametrize(
    ("x", "truth", "fits", "sample", "message"),
    [
        (X, TRUTH, {}, None, "0 modelos"),
        (X, TRUTH, {str(i): X[None] for i in range(5)}, None, "5 modelos"),
        (X, TRUTH[1:], FITS, None, r"\(5,\).*\(4,\)"),
        (X, TRUTH, {"f": X}, None, r"«f».*\(5,\).*\(S, 5\)"),
        (X, TRUTH, {"f": np.ones((2, 4))}, None, r"«f».*\(2, 4\).*\(S, 5\)"),
        (X, TRUTH, FITS, (X, X[1:]), r"\(5,\) y \(4,\)"),
    ],
)
def test_bad_input(x, truth, fits, sample, message):
    with pytest.raises(ValueError, match=message):
        fit_panels(x, truth, fits, sample=sample)
