import numpy as np
import pytest

from redes.viz.panels import region_panels

GRID = np.meshgrid(np.linspace(0, 1, 5), np.linspace(0, 1, 5))
X, LABELS = np.array([[0.1, 0.5], [0.9, 0.5]]), np.array([0, 1])
RIGHT = (GRID[0] > 0.5).astype(int)


def test_a_panel_per_model():
    figure = region_panels(X, LABELS, GRID, {"derecha": RIGHT, "izquierda": 1 - RIGHT})
    first, second = figure.axes
    assert (first.get_title(), second.get_title()) == ("derecha", "izquierda")
    assert (first.get_ylabel(), second.get_ylabel()) == ("$x_2$", "")
    # En los dos, los mismos puntos: los de cada clase son las dos últimas colecciones.
    for ax in (first, second):
        np.testing.assert_array_equal(ax.collections[-1].get_offsets(), X[1:])
    # Y la región de la clase 0 está a un lado en uno y al otro en el otro.
    left, right = (ax.collections[0].get_paths()[0].vertices[:, 0] for ax in (first, second))
    assert left.max() < right.max() == 1


def test_one_panel():
    (ax,) = region_panels(X, LABELS, GRID, {"a": RIGHT}, axis_names=("u", "v")).axes
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("u", "v")


@pytest.mark.parametrize("count", [0, 4])
def test_bad_number_of_models(count):
    with pytest.raises(ValueError, match=f"{count} modelos"):
        region_panels(X, LABELS, GRID, {str(i): RIGHT for i in range(count)})
