import numpy as np
import pytest

from redes.viz.datasets import dataset_panels

POINTS = np.array([[0.0, 1.0], [1.0, 0.0], [2.0, 2.0]])
LABELS = np.array([0, 1, 1])
LINE = (np.array([[1.0], [2.0]]), np.array([3.0, 5.0]))


def test_classes_and_regressions():
    figure = dataset_panels({"nubes": (POINTS, LABELS), "recta": LINE})
    plane, line = figure.axes
    assert [ax.get_title() for ax in figure.axes] == ["nubes", "recta"]
    np.testing.assert_array_equal(plane.collections[1].get_offsets(), POINTS[1:])
    np.testing.assert_array_equal(line.collections[0].get_offsets(), [[1, 3], [2, 5]])


def test_the_last_row_has_no_empty_panels():
    assert len(dataset_panels({str(i): LINE for i in range(4)}).axes) == 4


def test_bad_sets():
    with pytest.raises(ValueError, match="al menos uno"):
        dataset_panels({})
    with pytest.raises(ValueError, match=r"«cubo».*\(2, 3\)"):
        dataset_panels({"cubo": (np.zeros((2, 3)), np.zeros(2))})
