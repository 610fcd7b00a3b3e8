import re

import numpy as np
import pytest

from redes.viz import style, tokens
from redes.viz.descent import Landscape, contour_panels, curve_panels

GRID = np.meshgrid(np.linspace(-2, 2, 9), np.linspace(-1, 1, 5))
BOWL = GRID[0] ** 2 + 10 * GRID[1] ** 2
PATH = np.array([[2.0, 0.5], [1.0, -0.25], [5.0, 0.1]])
W = np.linspace(-2, 2, 9)


def lines_named(ax, label):
    return [line for line in ax.lines if line.get_label() == label]


def test_the_path_is_drawn_from_its_start():
    (ax,) = contour_panels({"cuenco": Landscape(GRID, BOWL, {"descenso": PATH})}).axes
    (path,) = lines_named(ax, "descenso")
    np.testing.assert_array_equal(path.get_xydata(), PATH)
    start = ax.lines[-1]
    np.testing.assert_array_equal(start.get_xydata(), PATH[:1])
    assert start.get_markerfacecolor() == "none"
    assert start.get_marker() == "o"
    # Lo que se sale de la malla no ensancha el panel.
    assert ax.get_xlim() == (-2, 2) and ax.get_ylim() == (-1, 1)
    assert not ax.figure.legends


def test_contour_levels_share_the_area():
    # Un coste que crece muchísimo: con niveles equidistantes todas las curvas irían a la pared.
    steep = np.exp(BOWL)
    (ax,) = contour_panels({"cuenco": Landscape(GRID, steep, {})}).axes
    (contours,) = ax.collections
    assert len(contours.levels) > 8
    below = [np.mean(level >= steep) for level in contours.levels]
    assert np.max(np.diff(below)) < 0.2 and below[0] < 0.1


def test_several_panels_and_paths():
    two = {"en la cresta": PATH[:2], "al lado": PATH[1:]}
    panels = {
        "silla": Landscape(GRID, BOWL, two),
        "otra": Landscape(GRID, -BOWL, {"al lado": PATH}),
    }
    figure = contour_panels(panels, columns=2, axis_names=("ancho", "alto"))
    assert [ax.get_title() for ax in figure.axes] == ["silla", "otra"]
    assert [ax.get_xlabel() for ax in figure.axes] == ["ancho", "ancho"]
    assert [ax.get_ylabel() for ax in figure.axes] == ["alto", ""]
    (legend,) = figure.legends
    assert [text.get_text() for text in legend.get_texts()] == ["en la cresta", "al lado"]
    first, second = (lines_named(figure.axes[0], name)[0] for name in two)
    assert first.get_marker() != second.get_marker()
    assert first.get_linestyle() != second.get_linestyle()


def test_panels_in_a_column_name_the_last_axis():
    figure = contour_panels({name: Landscape(GRID, BOWL, {}) for name in "ab"})
    assert [ax.get_xlabel() for ax in figure.axes] == ["", "$w_1$"]
    assert [ax.get_ylabel() for ax in figure.axes] == ["$w_2$", "$w_2$"]


def test_a_single_point_has_no_start():
    (ax,) = contour_panels({"cuenco": Landscape(GRID, BOWL, {"mínimo": PATH[:1]})}).axes
    (point,) = ax.lines
    assert point.get_label() == "mínimo"


def test_an_empty_cell_is_hidden():
    figure = contour_panels({name: Landscape(GRID, BOWL, {}) for name in "abc"}, columns=2)
    assert [ax.axison for ax in figure.axes] == [True, True, True, False]


def test_steps_on_a_curve():
    walk = np.array([2.0, -1.0]), np.array([4.0, 1.0])
    figure = curve_panels(W, W**2, {"corta": walk, "larga": walk}, ylabel="C")
    assert [ax.get_title() for ax in figure.axes] == ["corta", "larga"]
    left, right = figure.axes
    np.testing.assert_array_equal(left.lines[0].get_ydata(), W**2)
    np.testing.assert_array_equal(left.lines[1].get_xydata(), [[2, 4], [-1, 1]])
    # El pie de la figura dice que la salida es un círculo: lo es, sea cual sea la marca del camino.
    assert left.lines[2].get_marker() == "o" != left.lines[1].get_marker()
    assert left.get_ylim() == right.get_ylim() == (0, 4) and left.get_xlim() == (-2, 2)
    assert (left.get_xlabel(), left.get_ylabel(), right.get_ylabel()) == ("$w$", "C", "")


def drawings():
    paths = {"uno": PATH, "dos": PATH[::-1]}
    yield contour_panels({"cuenco": Landscape(GRID, BOWL, paths)})
    yield curve_panels(W, W**2, {"η = 0,5": (W[:2], W[:2] ** 2)})


def test_same_bytes_book_colours_and_no_mutation():
    before = PATH.copy(), BOWL.copy()
    first, second = ([style.to_svg(figure) for figure in drawings()] for _ in range(2))
    assert first == second
    for svg in first:
        found = set(re.findall(r"(?<![&\w])#[0-9a-fA-F]{3,8}\b(?!\))", svg))
        assert found <= {pair.light for pair in tokens.ROLES.values()}
        assert not re.search(r"\b(fill|stroke)\s*[:=]\s*\"?(black|white|rgb)", svg)
    np.testing.assert_array_equal(PATH, before[0])
    np.testing.assert_array_equal(BOWL, before[1])


@pytest.mark.parametrize(
    ("landscapes", "message"),
    [
        ({}, "ningún coste"),
        ({"a": Landscape(GRID, BOWL.T, {})}, r"«a».*\(5, 9\).*\(9, 5\)"),
        ({"a": Landscape(GRID, BOWL, {"b": PATH.T})}, r"«b» de «a».*\(2, 3\)"),
        ({"a": Landscape(GRID, BOWL, {"b": PATH[0]})}, r"\(2,\)"),
    ],
)
def test_bad_landscapes(landscapes, message):
    with pytest.raises(ValueError, match=message):
        contour_panels(landscapes)


def test_bad_curves():
    with pytest.raises(ValueError, match=r"«curva».*\(9,\) y \(3,\)"):
        curve_panels(W, W[:3], {})
    with pytest.raises(ValueError, match=r"«a».*\(2,\) y \(9,\)"):
        curve_panels(W, W, {"a": (W[:2], W)})
