import numpy as np
import pytest

from redes.viz.published import published_chart

OURS = {"red": (0.75, 0.7, 0.8), "lineal": (0.5, 0.45, 0.55)}
PUBLISHED = {"personas": 0.625, "SVM": 1.0}


def draw():
    return published_chart(OURS, PUBLISHED, xlabel="exactitud")


def test_everything_is_sorted_together():
    (ax,) = draw().axes
    assert [label.get_text() for label in ax.get_yticklabels()] == [
        "lineal",
        "personas",
        "red",
        "SVM",
    ]
    assert [text.get_text() for text in ax.texts] == ["0,500", "0,625", "0,750", "1,000"]


def test_ours_have_an_interval_and_the_others_do_not():
    (ax,) = draw().axes
    segments, ours, others = ax.collections
    np.testing.assert_allclose(
        segments.get_segments(), [[[0.7, 2], [0.8, 2]], [[0.45, 0], [0.55, 0]]]
    )
    np.testing.assert_allclose(ours.get_offsets(), [[0.75, 2], [0.5, 0]])
    np.testing.assert_allclose(others.get_offsets(), [[0.625, 1], [1, 3]])
    assert (ours.get_label(), others.get_label()) == ("este laboratorio", "publicado")
    assert len(others.get_facecolor()) == 0  # hueco: no solo el color los distingue


@pytest.mark.parametrize(("ours", "published"), [({}, PUBLISHED), (OURS, {}), (OURS, {"red": 0.5})])
def test_bad_arguments(ours, published):
    with pytest.raises(ValueError, match="alguno de cada clase y nombres distintos"):
        published_chart(ours, published, xlabel="exactitud")
