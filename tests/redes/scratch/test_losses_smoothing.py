"""El suavizado de etiquetas: a mano, propiedades, paridad con Keras y contrato."""

import keras
import numpy as np
import pytest

from redes.scratch.losses import (
    categorical_crossentropy,
    categorical_crossentropy_grad,
    smooth_labels,
)


def test_hand_example():
    # ε = 0,3 y K = 3: 0,1 a cada una; la verdadera, 0,7 + 0,1.
    np.testing.assert_allclose(smooth_labels([[0, 0, 1]], 0.3), [[0.1, 0.1, 0.8]])


def test_extremes_and_sum():
    y = np.eye(4)
    np.testing.assert_array_equal(smooth_labels(y, 0.0), y)
    np.testing.assert_array_equal(smooth_labels(y, 1.0), np.full((4, 4), 0.25))
    np.testing.assert_allclose(smooth_labels(y, 0.37).sum(axis=-1), 1)


@pytest.mark.parametrize("k", [2, 10])
@pytest.mark.parametrize("epsilon", [0.05, 0.4])
def test_the_gap_of_the_notes_is_the_minimum(k, epsilon):
    y = smooth_labels(np.eye(k)[:1], epsilon)
    logits = np.zeros((1, k))
    logits[0, 0] = np.log((1 - epsilon) / epsilon * k + 1)
    np.testing.assert_allclose(categorical_crossentropy_grad(y, logits), 0, atol=1e-12)


@pytest.mark.parametrize("epsilon", [0.0, 0.1, 0.6])
def test_same_as_keras(epsilon):
    rng = np.random.default_rng(41)
    y, logits = np.eye(7)[rng.integers(7, size=5)], rng.normal(size=(5, 7))
    loss = keras.losses.CategoricalCrossentropy(from_logits=True, label_smoothing=epsilon)
    theirs = float(loss(y.astype("float32"), logits.astype("float32")))
    ours = categorical_crossentropy(smooth_labels(y, epsilon), logits)
    np.testing.assert_allclose(ours, theirs, rtol=5e-6)


def test_contract():
    y = np.eye(3, dtype=np.float32)
    assert smooth_labels(y, 0.1).dtype == np.float32
    np.testing.assert_array_equal(y, np.eye(3))
    for epsilon in (-0.1, 1.1, float("nan")):
        with pytest.raises(ValueError, match="label_smoothing="):
            smooth_labels(y, epsilon)
    with pytest.raises(ValueError, match="un solo número"):
        smooth_labels(2, 0.1)
