import numpy as np
import pytest
from keras import layers, ops

from redes.data.affine import affine_transform, bilinear, rotation, translation
from redes.data.translate import translate

IMAGE = np.array([[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]]])


def test_half_a_pixel_by_hand():
    # La fila 1 2 3, medio píxel a la derecha: (0 + 1)/2, (1 + 2)/2, (2 + 3)/2.
    moved = affine_transform(IMAGE, translation(0, 0.5))
    np.testing.assert_allclose(moved[0, 0], [0.5, 1.5, 2.5])
    # Y medio hacia abajo: la primera fila se mezcla con los ceros de fuera.
    moved = affine_transform(IMAGE, translation(0.5, 0.5))
    np.testing.assert_allclose(moved[0, 0], [0.25, 0.75, 1.25])
    np.testing.assert_allclose(moved[0, 1, 1], (1 + 2 + 4 + 5) / 4)


def test_an_eighth_of_turn_by_hand():
    # Un punto de luz a la derecha del centro. Arriba en el centro se lee la columna 1 + 0.71, la
    # fila 1 − 0.71: al punto le toca 0.71 por columnas y 0.29 por filas.
    spot = np.array([[[0.0, 0.0, 0.0], [0.0, 0.0, 1.0], [0.0, 0.0, 0.0]]])
    turned = affine_transform(spot, rotation(45, 3, 3))
    u = np.sqrt(0.5)
    np.testing.assert_allclose(turned[0, 0, 1], u * (1 - u))
    np.testing.assert_allclose(turned[0, 1, 2], u * (1 - u))


def test_bilinear_weighs_by_nearness():
    # (1, 2; 4, 5) en x = 0.25, y = 0.75: por filas, 1.25 y 4.25; y 0.25·1.25 + 0.75·4.25 = 3.5.
    assert bilinear(IMAGE, np.array([[0.25]]), np.array([[0.75]])).item() == pytest.approx(3.5)


@pytest.mark.parametrize(("rows", "columns"), [(0, 0), (1, 0), (0, -2), (-2, 1)])
@pytest.mark.parametrize("channels", [(), (3,)])
def test_whole_pixels_are_translate(rows, columns, channels):
    images = np.random.default_rng(0).normal(size=(2, 4, 5, *channels))
    moved = affine_transform(images, translation(rows, columns))
    np.testing.assert_allclose(moved, translate(images, rows, columns))


def test_a_quarter_of_turn_is_rot90():
    images = np.random.default_rng(0).normal(size=(2, 5, 5, 3))
    turned = affine_transform(images, rotation(90, 5, 5))
    np.testing.assert_allclose(turned, np.rot90(images, axes=(1, 2)), atol=1e-12)


@pytest.mark.parametrize("fill_value", [0.0, 0.3])
def test_like_keras(fill_value):
    rng = np.random.default_rng(0)
    images = rng.normal(size=(2, 7, 6, 3)).astype("float32")
    matrices = [translation(0.5, -1.25), rotation(33, 7, 6), rng.normal(size=(2, 3))]
    for matrix in matrices:
        eight = np.append(matrix.ravel(), [0, 0]).astype("float32")
        theirs = ops.image.affine_transform(
            images, np.tile(eight, (2, 1)), fill_value=fill_value, fill_mode="constant"
        )
        theirs = ops.convert_to_numpy(theirs)
        ours = affine_transform(images, matrix, fill_value=fill_value)
        assert np.abs(ours - theirs).max() <= 5e-6 * np.abs(theirs).max()


def test_like_the_layers_of_keras():
    images = np.random.default_rng(0).normal(size=(2, 7, 6, 3)).astype("float32")
    options = {"fill_mode": "constant", "seed": 0}
    # El factor es una fracción del alto, del ancho o de la vuelta entera.
    cases = [
        (
            layers.RandomTranslation((2 / 7, 2 / 7), (0.5 / 6, 0.5 / 6), **options),
            translation(2, 0.5),
        ),
        (layers.RandomRotation((20 / 360, 20 / 360), **options), rotation(20, 7, 6)),
    ]
    for layer, matrix in cases:
        theirs = ops.convert_to_numpy(layer(images, training=True))
        np.testing.assert_allclose(affine_transform(images, matrix), theirs, atol=1e-5)


def test_dtype_and_no_mutation():
    images = np.random.default_rng(0).normal(size=(2, 4, 5)).astype("float32")
    copy = images.copy()
    assert affine_transform(images, rotation(20, 4, 5)).dtype == np.float32
    np.testing.assert_array_equal(images, copy)
    whole = affine_transform(np.array([[[1, 2]]]), translation(0, 0.5))
    np.testing.assert_allclose(whole, [[[0.5, 1.5]]])


@pytest.mark.parametrize(
    ("shape", "matrix", "text"),
    [((4, 5), np.eye(3)[:2], r"\(4, 5\)"), ((1, 4, 5), np.eye(3), r"\(3, 3\)")],
)
def test_bad_input(shape, matrix, text):
    with pytest.raises(ValueError, match=text):
        affine_transform(np.ones(shape), matrix)
