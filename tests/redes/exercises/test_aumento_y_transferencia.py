"""Las referencias del capítulo, contra cuentas a mano y contra Keras."""

import numpy as np
import pytest
from keras import layers, ops

from redes.data.affine import affine_transform, rotation, translation
from redes.exercises.aumento_y_transferencia import average_over_shifts, factors, mixup


def test_factors_like_keras():
    rows, columns, turn = factors(7, 6, 2, 1.5, 20)
    x = np.random.default_rng(0).normal(size=(1, 7, 6, 1)).astype("float32")
    options = {"fill_mode": "constant", "seed": 0}
    move = layers.RandomTranslation((rows, rows), (columns, columns), **options)
    theirs = ops.convert_to_numpy(move(x, training=True))
    np.testing.assert_allclose(affine_transform(x, translation(2, 1.5)), theirs, atol=1e-5)
    spin = layers.RandomRotation((turn, turn), **options)
    theirs = ops.convert_to_numpy(spin(x, training=True))
    np.testing.assert_allclose(affine_transform(x, rotation(20, 7, 6)), theirs, atol=1e-5)


def test_mixup_by_hand():
    # 0.75·1 + 0.25·3 = 1.5, con la etiqueta (0.75, 0.25); 0.5·3 + 0.5·1 = 2.
    x, targets = np.array([[[1.0]], [[3.0]]]), np.eye(2)
    images, labels = mixup(x, targets, np.array([1, 0]), np.array([0.75, 0.5]))
    np.testing.assert_allclose(images.ravel(), [1.5, 2.0])
    np.testing.assert_allclose(labels, [[0.75, 0.25], [0.5, 0.5]])


def test_mixup_like_keras():
    rng = np.random.default_rng(0)
    x = rng.random((5, 3, 4)).astype("float32")
    targets = np.eye(3, dtype="float32")[[0, 1, 2, 1, 0]]
    layer = layers.MixUp(alpha=0.5, seed=3)
    data = {"images": x[..., None], "labels": targets}
    drawn = layer.get_random_transformation(data, training=True, seed=7)
    found = ops.convert_to_numpy(layer.transform_images(data["images"], drawn, training=True))
    labels = ops.convert_to_numpy(layer.transform_labels(targets, drawn, training=True))
    order, weights = (ops.convert_to_numpy(drawn[k]) for k in ("permutation_order", "mix_weight"))
    ours = mixup(x, targets, order, weights.ravel())
    np.testing.assert_allclose(ours[0], found[..., 0], atol=1e-6)
    np.testing.assert_allclose(ours[1], labels, atol=1e-6)


def test_the_average_of_two_answers():
    def predict(images):
        return images[:, 0]  # la primera fila, como si fueran probabilidades

    images = np.array([[[0.25, 0.75]]])
    found = average_over_shifts(predict, images, [(0, 0), (0, 1)])
    assert found.tolist() == [[pytest.approx(0.5), pytest.approx(0.5)]]
