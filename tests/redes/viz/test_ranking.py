import re

import numpy as np
import pytest

from redes.viz import style, tokens
from redes.viz.ranking import precision_recall_figure, roc_figure

ROC = {
    "red": (np.array([0, 0, 0.5, 1]), np.array([0, 0.6, 1, 1])),
    "logística": (np.array([0, 0.25, 1]), np.array([0, 0.5, 1])),
}


def test_curves_diagonal_and_point():
    figure = roc_figure(ROC, points={"logística": (0.25, 0.5)})
    (ax,) = figure.axes
    net, logistic, point, diagonal = ax.lines
    for line, curve in ((net, ROC["red"]), (logistic, ROC["logística"])):
        np.testing.assert_array_equal(line.get_xdata(), curve[0])
        np.testing.assert_array_equal(line.get_ydata(), curve[1])
        assert line.get_drawstyle() == "default"  # los empates se unen con una recta
    assert net.get_linestyle() != logistic.get_linestyle()
    np.testing.assert_array_equal(point.get_xydata(), [[0.25, 0.5]])
    assert point.get_color() == logistic.get_color() != net.get_color()
    np.testing.assert_array_equal(diagonal.get_xydata(), [[0, 0], [1, 1]])
    (legend,) = figure.legends
    assert [text.get_text() for text in legend.get_texts()] == ["red", "logística", "al azar"]
    assert (ax.get_xlabel(), ax.get_ylabel()) == (
        "tasa de falsos positivos",
        "tasa de verdaderos positivos",
    )


def test_precision_recall_reference_is_the_prevalence():
    figure = precision_recall_figure({"red": ROC["red"]}, prevalence=0.375)
    (ax,) = figure.axes
    assert set(ax.lines[-1].get_ydata()) == {0.375}
    assert ax.lines[0].get_drawstyle() == "steps-pre"
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("exhaustividad", "precisión")
    assert ax.get_ylim()[0] <= 0 and ax.get_ylim()[1] >= 1


def test_same_bytes_and_no_mutation():
    before = ROC["red"][0].copy()
    first, second = (style.to_svg(roc_figure(ROC)) for _ in range(2))
    assert first == second
    found = set(re.findall(r"(?<![&\w])#[0-9a-fA-F]{3,8}\b(?!\))", first))
    assert found <= {pair.light for pair in tokens.ROLES.values()}
    np.testing.assert_array_equal(ROC["red"][0], before)


@pytest.mark.parametrize(
    ("curves", "points", "message"),
    [
        ({}, {}, "0 curvas"),
        ({"a": ([0, 1], [0, 0.5, 1])}, {}, r"\(2,\) y \(3,\)"),
        ({"a": ([0, 1], [0, 2])}, {}, "se sale"),
        ({"a": ([0, 1], [0, 1])}, {"b": (0, 0)}, "sin curva: b"),
    ],
)
def test_bad_arguments(curves, points, message):
    with pytest.raises(ValueError, match=message):
        roc_figure(curves, points=points)
