import numpy as np
import pytest
from matplotlib.colors import to_hex

from redes.viz import style, tokens
from redes.viz.regions import decision_regions, scatter_classes

GRID_X, GRID_Y = np.meshgrid(np.linspace(0, 2, 7), np.linspace(0, 1, 5))


@pytest.fixture
def ax():
    return style.subplots()[1]


def fills(ax):
    return {to_hex(c) for item in ax.collections for c in item.get_facecolor()}


def test_each_class_has_its_colour(ax):
    values = np.where(GRID_X < 1, 0, 2)
    assert decision_regions(ax, GRID_X, GRID_Y, values) is ax
    # La clase 1 no está, y no aparece en la frontera entre la 0 y la 2.
    assert tokens.color("series-2") not in fills(ax)
    assert {tokens.color("series-1"), tokens.color("series-3")} <= fills(ax)
    # La columna de x = 1 ya es de la clase 2: la región de la 0 acaba antes.
    first = ax.collections[0].get_paths()[0].vertices
    assert first[:, 0].max() < 1


def test_one_class_has_no_border(ax):
    decision_regions(ax, GRID_X, GRID_Y, np.zeros(GRID_X.shape, dtype=int))
    assert len(ax.collections) == 1


def test_classes_differ_in_marker(ax):
    x = np.array([[0.0, 0.0], [1.0, 1.0], [2.0, 0.0]])
    scatter_classes(ax, x, np.array([0, 1, 1]), ["luna", "sol"])
    first, second = ax.collections
    np.testing.assert_array_equal(second.get_offsets(), x[1:])
    assert not np.array_equal(first.get_paths()[0].vertices[:4], second.get_paths()[0].vertices[:4])
    (legend,) = ax.figure.legends
    assert [text.get_text() for text in legend.get_texts()] == ["luna", "sol"]


def test_inputs_are_not_mutated(ax):
    x, labels = np.ones((2, 2)), np.array([0, 1])
    values = np.zeros(GRID_X.shape, dtype=int)
    scatter_classes(ax, x, labels)
    decision_regions(ax, GRID_X, GRID_Y, values)
    assert np.all(x == 1)
    assert np.all(values == 0)
    np.testing.assert_array_equal(labels, [0, 1])


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (np.zeros(35, dtype=int), r"\(35,\).*reshape"),
        (np.zeros((5, 7)), "float64.*argmax"),
        (np.full((5, 7), -1), "enteros de 0"),
        (np.full((5, 7), 6), "enteros de 0 a 5"),
    ],
)
def test_bad_regions(ax, values, message):
    with pytest.raises(ValueError, match=message):
        decision_regions(ax, GRID_X, GRID_Y, values)


@pytest.mark.parametrize(
    ("shape", "labels", "names", "message"),
    [
        ((3, 3), [0, 0, 0], None, r"\(3, 3\)"),
        ((3, 2), [0, 0], None, r"\(3, 2\).*\(2,\)"),
        ((2, 2), [0.0, 1.0], None, "float64"),
        ((2, 2), [0, 1], ["a"], "clase 1 y han llegado 1 nombres"),
    ],
)
def test_bad_points(ax, shape, labels, names, message):
    with pytest.raises(ValueError, match=message):
        scatter_classes(ax, np.zeros(shape), np.array(labels), names)
