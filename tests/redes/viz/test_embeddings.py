import numpy as np
import pytest

from redes.viz import style
from redes.viz.embeddings import embedding_panels

POINTS = np.random.default_rng(0).normal(size=(9, 2))
LABELS = np.arange(9) % 3
NAMES = ["rojo", "verde", "azul"]


def test_every_panel_has_every_point_in_its_place():
    figure = embedding_panels({"uno": POINTS, "dos": 5 * POINTS, "tres": -POINTS}, LABELS, NAMES)
    assert [ax.get_title() for ax in figure.axes] == ["uno", "dos", "tres"]
    for ax, factor in zip(figure.axes, (1, 5, -1), strict=True):
        for label, drawn in enumerate(ax.collections):
            np.testing.assert_allclose(drawn.get_offsets(), factor * POINTS[label == LABELS])
        assert ax.get_aspect() == 1


def test_one_legend(read_texts):
    svg = style.to_svg(embedding_panels({"uno": POINTS, "dos": POINTS}, LABELS, NAMES))
    assert svg == style.to_svg(embedding_panels({"uno": POINTS, "dos": POINTS}, LABELS, NAMES))
    assert [read_texts(svg).count(name) for name in NAMES] == [1, 1, 1]


def test_bad_input():
    with pytest.raises(ValueError, match="al menos uno"):
        embedding_panels({}, LABELS, NAMES)
    with pytest.raises(ValueError, match=r"\(9, 3\)"):
        embedding_panels({"uno": np.ones((9, 3))}, LABELS, NAMES)
