import numpy as np
import pytest

from redes.viz.weights import weight_images

# Dos unidades sobre imágenes de 2×3: la columna k tiene los pesos de la unidad k.
KERNEL = np.array([[0.0, -4], [1, 0], [2, 0], [3, 0], [1, 0], [0, 1]])


def test_each_column_takes_the_shape_of_the_image():
    figure = weight_images(KERNEL, (2, 3))
    first, second, bar = figure.axes
    np.testing.assert_array_equal(first.images[0].get_array(), [[0, 1, 2], [3, 1, 0]])
    assert (first.get_title(), second.get_title()) == ("unidad 0", "unidad 1")
    assert bar.get_ylabel() == "peso"


def test_scale_is_symmetric_and_common():
    figure = weight_images(KERNEL, (2, 3), titles=["a", "b"])
    assert {ax.images[0].get_clim() for ax in figure.axes[:2]} == {(-4, 4)}


def test_bar_has_decimal_comma():
    bar = weight_images(KERNEL / 8, (2, 3)).axes[-1]
    labels = [label.get_text() for label in bar.get_yticklabels()]
    assert any("," in label for label in labels)
    assert not any("." in label for label in labels)


def test_zero_kernel_keeps_zero_in_the_middle():
    picture = weight_images(np.zeros((4, 1)), (2, 2)).axes[0].images[0]
    assert picture.norm(0.0) == 0.5


def test_kernel_is_not_mutated():
    before = KERNEL.copy()
    weight_images(KERNEL, (2, 3))
    np.testing.assert_array_equal(KERNEL, before)


@pytest.mark.parametrize(
    ("shape", "options", "message"),
    [
        ((2, 2), {}, r"\(6, 2\).*\(2, 2\).*\(4, U\)"),
        ((2, 3), {"titles": ["a"]}, "1 títulos para 2"),
    ],
)
def test_bad_arguments(shape, options, message):
    with pytest.raises(ValueError, match=message):
        weight_images(KERNEL, shape, **options)
