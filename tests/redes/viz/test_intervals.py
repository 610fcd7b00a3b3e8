import numpy as np
import pytest

from redes.viz.intervals import interval_chart

NAMES = ["lineal", "densa"]


def test_dots_intervals_and_written_means():
    figure = interval_chart(
        NAMES, [0.5, 0.75], [0.25, 0.7], [0.6, 0.8], xlabel="exactitud", reference=0.1
    )
    (ax,) = figure.axes
    segments, dots = ax.collections
    np.testing.assert_allclose(dots.get_offsets(), [[0.5, 0], [0.75, 1]])
    np.testing.assert_allclose(segments.get_segments()[1], [[0.7, 1], [0.8, 1]])
    assert [text.get_text() for text in ax.texts] == ["0,500", "0,750"]
    assert [label.get_text() for label in ax.get_yticklabels()] == NAMES
    assert ax.get_xlabel() == "exactitud"
    assert ax.lines[0].get_xdata()[0] == 0.1


def test_first_model_is_on_top():
    (ax,) = interval_chart(NAMES, [1, 2], [0, 1], [2, 3], xlabel="pérdida").axes
    bottom, top = ax.get_ylim()
    assert bottom > 1 > 0 > top


def test_inputs_are_not_mutated():
    means = np.array([1.0, 2.0])
    interval_chart(NAMES, means, means - 1, means + 1, xlabel="pérdida")
    np.testing.assert_array_equal(means, [1, 2])


@pytest.mark.parametrize(
    ("means", "lows", "highs", "message"),
    [
        ([1], [0, 0], [2, 2], "2 nombres, 1 medias"),
        ([1, 1], [0, 0.1], [2, 0.1], "intervalo en: densa.*no distancias"),
    ],
)
def test_bad_arguments(means, lows, highs, message):
    with pytest.raises(ValueError, match=message):
        interval_chart(NAMES, means, lows, highs, xlabel="pérdida")
