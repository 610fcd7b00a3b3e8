import re

import numpy as np
import pytest

from redes.viz import style
from redes.viz.boundaries import boundary_figure, distance_figure

X, LABELS = np.array([[0.0, 0.0], [2.0, 1.0], [1.0, 3.0]]), np.array([0, 1, 1])
NAMES, AXES = ["no", "sí"], ("ancho (cm)", "alto (cm)")


def test_the_line_is_the_boundary():
    # 3·x₁ + 4·x₂ − 10 = 0 pasa por (2, 1): 6 + 4 − 10; y por (−2, 4): −6 + 16 − 10.
    (ax,) = boundary_figure(X, LABELS, {"a": ([3, 4], -10)}, names=NAMES, axis_names=AXES).axes
    (line,) = ax.lines
    for point in (line.get_xy1(), line.get_xy2()):
        assert 3 * point[0] + 4 * point[1] == pytest.approx(10)
    assert not np.array_equal(line.get_xy1(), line.get_xy2())


def test_a_vertical_line():
    (ax,) = boundary_figure(X, LABELS, {"a": ([2, 0], -2)}, names=NAMES, axis_names=AXES).axes
    assert ax.lines[0].get_xy1()[0] == ax.lines[0].get_xy2()[0] == 1


def test_lines_differ_from_the_classes_and_between_them():
    lines = {"a": ([1, 0], 0), "b": ([0, 1], 0)}
    figure = boundary_figure(X, LABELS, lines, names=NAMES, axis_names=AXES)
    first, second = figure.axes[0].lines
    assert first.get_color() != second.get_color()
    dashes = re.findall(r"stroke-dasharray: ([\d., ]+)", style.to_svg(figure))
    assert len(set(dashes)) == 2
    texts = [text.get_text() for text in figure.legends[0].get_texts()]
    assert sorted(texts) == ["a", "b", "no", "sí"]


def test_only_points():
    figure = boundary_figure(X, LABELS, names=NAMES, axis_names=AXES)
    assert not figure.axes[0].lines
    assert figure.axes[0].get_ylabel() == "alto (cm)"


def test_the_limits_are_those_of_the_points():
    near, far = (
        boundary_figure(X, LABELS, {"a": ([1, 1], bias)}, names=NAMES, axis_names=AXES).axes[0]
        for bias in (-1, 500)
    )
    assert near.get_xlim() == far.get_xlim() and near.get_xlim()[1] < 3


def test_distances():
    feet = np.array([[0.0, 2.0], [2.0, 2.0]])
    figure = distance_figure(
        X[:2], LABELS[:2], ([0, 3], -6), feet, notes=["A: 2", "B: 1"], axis_names=AXES
    )
    (ax,) = figure.axes
    assert ax.get_aspect() == 1
    np.testing.assert_array_equal(ax.lines[1].get_xydata(), [[0, 0], [0, 2]])
    note_a, note_b, normal = ax.texts
    assert (note_a.get_text(), note_b.get_text(), normal.get_text()) == ("A: 2", "B: 1", "$w$")
    # La normal sale del centro de los pies, (1, 2), hacia donde crece w·x: hacia arriba.
    np.testing.assert_array_equal(normal.xy, [1, 2])
    assert normal.get_position()[0] == pytest.approx(1) and normal.get_position()[1] > 2


def test_points_at_the_same_height():
    level = np.array([[0.0, 2.0], [4.0, 2.0]])
    (ax,) = boundary_figure(level, LABELS[:2], names=NAMES, axis_names=AXES).axes
    assert ax.get_ylim() == (1.85, 2.15) and ax.get_xlim() == (-0.6, 4.6)


def test_same_bytes_and_no_mutation():
    before = X.copy()
    svgs = [
        style.to_svg(boundary_figure(X, LABELS, {"a": ([1, 1], 0)}, names=NAMES, axis_names=AXES))
        for _ in range(2)
    ]
    assert svgs[0] == svgs[1]
    np.testing.assert_array_equal(X, before)


@pytest.mark.parametrize("weights", [[1.0, 2.0, 3.0], [0.0, 0.0]])
def test_bad_neuron(weights):
    with pytest.raises(ValueError, match="dos pesos"):
        boundary_figure(X, LABELS, {"a": (weights, 0.0)}, names=NAMES, axis_names=AXES)


@pytest.mark.parametrize(("feet", "notes"), [(X[:2], ["A"] * 3), (X, ["A"])])
def test_bad_feet(feet, notes):
    with pytest.raises(ValueError, match="3 puntos"):
        distance_figure(X, LABELS, ([1, 1], 0), feet, notes=notes, axis_names=AXES)
