import re

import numpy as np
import pytest

from redes.viz import style, tokens
from redes.viz.heat_grid import heat_grid

IMAGES = np.random.default_rng(0).uniform(size=(2, 4, 5))
MAPS = np.random.default_rng(1).normal(size=(2, 4, 5)) * np.array([1, 10])[:, None, None]
MASKS = np.zeros((2, 4, 5), bool)
MASKS[0, 1:3, 2:5] = MASKS[1, 0, 0] = True


def shown(figure):
    """Los mapas de la segunda columna."""
    return [figure.axes[k].images[0].get_array() for k in (1, 3)]


def test_every_map_is_divided_by_its_own_maximum():
    figure = heat_grid(IMAGES, {"mapa": MAPS}, MASKS)
    for drawn, values in zip(shown(figure), MAPS, strict=True):
        np.testing.assert_allclose(drawn, values / np.abs(values).max())
    assert figure.axes[1].images[0].get_clim() == (-1, 1)
    np.testing.assert_array_equal(figure.axes[0].images[0].get_array(), IMAGES[0])


def test_a_common_scale_keeps_weak_maps_weak():
    figure = heat_grid(IMAGES, {"mapa": MAPS, "doble": 2 * MAPS}, MASKS, common_scale=True)
    drawn = [figure.axes[k].images[0].get_array() for k in (1, 4)]
    np.testing.assert_allclose(drawn, MAPS / np.abs(MAPS).max())
    assert np.abs(drawn[0]).max() < 0.5
    assert "columna" in figure.axes[-1].get_ylabel()


def test_the_frame_is_around_the_mask():
    figure = heat_grid(IMAGES, {"mapa": MAPS}, MASKS)
    for ax in figure.axes[:2]:
        (frame,) = ax.patches
        assert frame.get_bbox().bounds == (1.5, 0.5, 3, 2)  # columnas 2 a 4, filas 1 y 2
    assert figure.axes[2].patches[0].get_bbox().bounds == (-0.5, -0.5, 1, 1)


def test_a_zero_map_stays_zero_and_titles_go_on_top():
    figure = heat_grid(IMAGES, {"nada": np.zeros_like(MAPS)}, MASKS)
    assert all((drawn == 0).all() for drawn in shown(figure))
    assert [ax.get_title() for ax in figure.axes[:4]] == ["imagen", "nada", "", ""]
    wide = heat_grid(IMAGES, {"gradiente por la entrada": MAPS}, MASKS).axes[1].get_title()
    assert max(map(len, wide.split("\n"))) <= 11


def test_same_bytes_and_book_colours():
    svg = style.to_svg(heat_grid(IMAGES, {"mapa": MAPS}, MASKS))
    assert svg == style.to_svg(heat_grid(IMAGES, {"mapa": MAPS}, MASKS))
    drawn = re.sub(r"data:image/png;base64,[^\"]*", "", svg)
    found = set(re.findall(r"(?<![&\w])#[0-9a-fA-F]{3,8}\b(?!\))", drawn))
    assert found <= {pair.light for pair in tokens.ROLES.values()}


@pytest.mark.parametrize(
    ("maps", "masks", "message"),
    [
        ({}, MASKS, "un mapa al menos"),
        ({"a": MAPS[0]}, MASKS, r"\(4, 5\)"),
        ({"a": MAPS}, MASKS[:1], r"\(1, 4, 5\)"),
        ({"a": MAPS}, np.zeros_like(MASKS), "vacías"),
    ],
)
def test_bad_input(maps, masks, message):
    with pytest.raises(ValueError, match=message):
        heat_grid(IMAGES, maps, masks)
