import re

import numpy as np
import pytest

from redes.viz import style, tokens
from redes.viz.responses import response_grid

PHOTO = np.linspace(0, 1.5, 4 * 6 * 3).reshape(4, 6, 3)
EDGE = np.linspace(-1, 3, 24).reshape(4, 6)


def test_photographs_keep_their_tones_and_responses_their_sign():
    photo, grey, edge = response_grid(
        {"foto": PHOTO, "gris": PHOTO[..., 0], "borde": EDGE}, signed={"borde"}, columns=3
    ).axes
    np.testing.assert_array_equal(photo.images[0].get_array(), np.clip(PHOTO, 0, 1))
    assert grey.images[0].get_clim() == (0, 1)
    assert grey.images[0].get_cmap().name == "gray"
    low, high = edge.images[0].get_clim()
    assert low == -high and np.isclose(high, np.percentile(np.abs(EDGE), 99))
    assert edge.images[0].get_cmap().name == "redes-signo"
    assert [ax.get_title() for ax in (photo, grey, edge)] == ["foto", "gris", "borde"]


def test_a_zero_response_can_be_drawn():
    (ax,) = response_grid({"nada": np.zeros((2, 3))}, signed={"nada"}).axes
    assert ax.images[0].get_clim() == (-1, 1)


def test_extra_cells_are_removed():
    figure = response_grid({"a": EDGE, "b": EDGE, "c": EDGE})
    assert len(figure.axes) == 3


def test_same_bytes_and_book_colours():
    svg = style.to_svg(response_grid({"foto": PHOTO}))
    assert svg == style.to_svg(response_grid({"foto": PHOTO}))
    drawn = re.sub(r"data:image/png;base64,[^\"]*", "", svg)
    found = set(re.findall(r"(?<![&\w])#[0-9a-fA-F]{3,8}\b(?!\))", drawn))
    assert found <= {pair.light for pair in tokens.ROLES.values()}


def test_inputs_are_not_mutated():
    before = PHOTO.copy()
    response_grid({"foto": PHOTO})
    np.testing.assert_array_equal(PHOTO, before)


@pytest.mark.parametrize(
    ("images", "signed", "message"),
    [
        ({}, (), "al menos una"),
        ({"a": np.ones((2, 3, 4))}, (), r"\(2, 3, 4\)"),
        ({"a": np.ones((2, 3)), "b": np.ones((3, 3))}, (), r"\(2, 3\), \(3, 3\)"),
        ({"a": np.ones((2, 3, 3))}, ("a",), "«a»"),
        ({"a": np.ones((2, 3))}, ("b",), "«b».*: a"),
    ],
)
def test_bad_arguments(images, signed, message):
    with pytest.raises(ValueError, match=message):
        response_grid(images, signed=signed)
