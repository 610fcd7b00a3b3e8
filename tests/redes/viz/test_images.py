import numpy as np
import pytest

from redes.viz.images import image_grid

IMAGES = np.arange(3 * 4 * 4, dtype=float).reshape(3, 4, 4)


def test_one_panel_per_image_with_common_scale():
    figure = image_grid(IMAGES, ["a", "b", "c"], columns=2)
    assert [ax.get_title() for ax in figure.axes] == ["a", "b", "c"]
    for ax, image in zip(figure.axes, IMAGES, strict=True):
        (picture,) = ax.images
        np.testing.assert_array_equal(picture.get_array(), image)
        assert picture.get_clim() == (0, 47)


def test_hit_and_miss_differ_without_colour():
    hit, miss = image_grid(IMAGES[:2], ["7", "es 3, dice 8"], hits=[True, False]).axes
    assert (hit.get_title(), miss.get_title()) == ("✓ 7", "✗ es 3, dice 8")
    assert hit.spines["left"].get_linestyle() != miss.spines["left"].get_linestyle()
    assert hit.spines["left"].get_linewidth() < miss.spines["left"].get_linewidth()


@pytest.mark.parametrize("shape", [(2, 5, 5, 1), (2, 5, 5, 3)])
def test_other_shapes(shape):
    figure = image_grid(np.zeros(shape), value_range=(0, 1))
    assert len(figure.axes) == 2
    assert figure.axes[0].images[0].get_clim() == (0, 1)


def test_images_are_not_mutated():
    before = IMAGES.copy()
    image_grid(IMAGES)
    np.testing.assert_array_equal(IMAGES, before)


@pytest.mark.parametrize(
    ("shape", "options", "message"),
    [
        ((4, 4), {}, r"\(4, 4\).*image\[None\]"),
        ((0, 4, 4), {}, r"\(0, 4, 4\)"),
        ((2, 4, 4, 2), {}, r"\(2, 4, 4, 2\)"),
        ((2, 4, 4), {"titles": ["a"]}, "1 títulos para 2"),
        ((2, 4, 4), {"hits": [True] * 3}, "3 aciertos para 2"),
    ],
)
def test_bad_arguments(shape, options, message):
    with pytest.raises(ValueError, match=message):
        image_grid(np.zeros(shape), **options)
