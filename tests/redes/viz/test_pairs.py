import numpy as np
import pytest

from redes.viz.pairs import paired_chart

PAIRS = {"árbol": ([0.75, 0.77], [0.5, 0.7]), "recta": ([0.6, 0.6], [0.6, 0.62])}


def test_means_deviations_and_references():
    figure = paired_chart(
        PAIRS, names=("con", "sin"), xlabel="exactitud", references={"árbol": 0.65}
    )
    (ax,) = figure.axes
    means = [container.lines[0].get_xdata()[0] for container in ax.containers]
    np.testing.assert_allclose(means, [0.76, 0.6, 0.6, 0.61])
    # La desviación muestral de 0,5 y 0,7 es 0,1414…
    (bar,) = ax.containers[1].lines[2]
    np.testing.assert_allclose(bar.get_segments()[0][:, 0], [0.6 - 0.02**0.5, 0.6 + 0.02**0.5])
    reference = ax.collections[2].get_segments()[0]
    np.testing.assert_allclose(reference[:, 0], 0.65)
    assert reference[:, 1].mean() == pytest.approx(0)
    assert [tick.get_text() for tick in ax.get_yticklabels()] == ["árbol", "recta"]


def test_the_legend_names_each_way_once():
    figure = paired_chart(PAIRS, names=("con", "sin"), xlabel="exactitud")
    (legend,) = figure.legends
    assert [text.get_text() for text in legend.get_texts()] == ["con", "sin"]


def test_the_first_way_is_above():
    (ax,) = paired_chart(PAIRS, names=("con", "sin"), xlabel="exactitud").axes
    first, second = (container.lines[0].get_ydata()[0] for container in ax.containers[:2])
    bottom, top = ax.get_ylim()
    assert first < second < bottom and top < bottom


@pytest.mark.parametrize(
    ("pairs", "references", "message"),
    [
        ({}, {}, "al menos uno"),
        ({"a": ([1.0], [1.0, 2.0])}, {}, "«a» han llegado 1 y 2"),
        (PAIRS, {"otro": 0.5}, "sin caso: otro"),
    ],
)
def test_bad_arguments(pairs, references, message):
    with pytest.raises(ValueError, match=message):
        paired_chart(pairs, names=("con", "sin"), xlabel="exactitud", references=references)
