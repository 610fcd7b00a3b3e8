import numpy as np
import pytest

from redes.viz import style
from redes.viz.sample_curves import sample_curves

SIZES = [1, 10, 100]
RUNS = {"con": np.array([[0.2, 0.4, 0.6], [0.4, 0.4, 0.8]]), "sin": np.full((3, 3), 0.5)}
NAMES = {"xlabel": "ejemplos por clase", "ylabel": "exactitud"}


def test_means_bands_and_axes():
    figure = sample_curves(SIZES, RUNS, **NAMES)
    (ax,) = figure.axes
    for line, mean in zip(ax.lines, ([0.3, 0.4, 0.7], [0.5, 0.5, 0.5]), strict=True):
        np.testing.assert_array_equal(line.get_xdata(), SIZES)
        np.testing.assert_allclose(line.get_ydata(), mean)
    # La desviación muestral de 0.2 y 0.4 es 0.1·√2.
    heights = ax.collections[0].get_paths()[0].vertices[:, 1]
    assert heights.min() == pytest.approx(0.3 - 0.1 * np.sqrt(2))
    assert heights.max() == pytest.approx(0.7 + 0.1 * np.sqrt(2))
    assert ax.get_xscale() == "log"
    assert [label.get_text() for label in ax.get_xticklabels()] == ["1", "10", "100"]
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("ejemplos por clase", "exactitud")
    assert [text.get_text() for text in figure.legends[0].get_texts()] == ["con", "sin"]


def test_same_bytes_and_no_mutation():
    before = RUNS["con"].copy()
    first, second = (style.to_svg(sample_curves(SIZES, RUNS, **NAMES)) for _ in range(2))
    assert first == second
    np.testing.assert_array_equal(RUNS["con"], before)


@pytest.mark.parametrize(
    ("sizes", "runs", "text"),
    [
        ([10, 1, 100], RUNS, "creciente"),
        ([0, 1, 2], RUNS, "desde 1"),
        (SIZES, {}, "0 modelos"),
        (SIZES, {"con": np.ones((2, 2))}, r"«con».*\(2, 2\)"),
        (SIZES, {"con": np.ones((1, 3))}, "dos semillas"),
    ],
)
def test_bad_input(sizes, runs, text):
    with pytest.raises(ValueError, match=text):
        sample_curves(sizes, runs, **NAMES)
