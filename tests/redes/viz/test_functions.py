import numpy as np
import pytest

from redes.viz.functions import function_panels

Z = np.linspace(-2, 2, 5)
CURVES = {"ReLU": np.maximum(Z, 0), "tanh": np.tanh(Z), "escalón": (Z > 0) * 1.0}


def drawn(ax, label):
    return [line for line in ax.lines if line.get_label() == label]


def test_one_panel_per_function():
    figure = function_panels(Z, CURVES)
    titles = [ax.get_title() for ax in figure.axes if ax.axison]
    assert titles == list(CURVES)
    for ax, values in zip(figure.axes, CURVES.values(), strict=False):
        (line,) = drawn(ax, "función")
        np.testing.assert_array_equal(line.get_ydata(), values)


def test_derivative_only_where_it_is_given():
    figure = function_panels(Z, CURVES, derivatives={"tanh": 1 - np.tanh(Z) ** 2})
    assert [len(drawn(ax, "derivada")) for ax in figure.axes[:3]] == [0, 1, 0]
    function, derivative = drawn(figure.axes[1], "función") + drawn(figure.axes[1], "derivada")
    assert function.get_linestyle() != derivative.get_linestyle()
    (legend,) = figure.legends
    assert [text.get_text() for text in legend.get_texts()] == ["función", "derivada"]


def test_same_scales_and_last_row_named():
    axes = function_panels(Z, CURVES).axes
    assert axes[0].get_ylim() == axes[1].get_ylim() == axes[2].get_ylim()
    # En la columna derecha el último panel es el segundo.
    assert [ax.get_xlabel() for ax in axes[:3]] == ["", "$z$", "$z$"]


def test_inputs_are_not_mutated():
    z, y = Z.copy(), Z.copy()
    function_panels(z, {"identidad": y}, derivatives={"identidad": np.ones(5)})
    np.testing.assert_array_equal(z, Z)
    np.testing.assert_array_equal(y, Z)


@pytest.mark.parametrize(
    ("z", "curves", "derivatives", "message"),
    [
        (Z.reshape(1, 5), {"f": Z}, None, r"\(1, 5\)"),
        (Z, {}, None, "0 funciones"),
        (Z, {"f": Z[:3]}, None, r"«f».*\(3,\).*\(5,\)"),
        (Z, {"f": Z}, {"g": Z}, "sin función: g"),
    ],
)
def test_bad_arguments(z, curves, derivatives, message):
    with pytest.raises(ValueError, match=message):
        function_panels(z, curves, derivatives=derivatives)
