"""Dropout: a mano, media y varianza, derivada, paridad con Keras y contrato."""

import keras
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redes.scratch.dropout import dropout, dropout_backward, dropout_mask
from redes.scratch.gradcheck import check_gradient

FAST = settings(max_examples=25, deadline=None, derandomize=True)


class Fixed:
    """Un «generador» que da los números que se le dicen."""

    def __init__(self, *values):
        self.values = values

    def random(self, shape):
        return np.reshape(self.values, shape)


def test_hand_example():
    # Con p = 0,2 sobrevive lo que saca 0,2 o más, y se divide por 0,8: 4/0,8 = 5; 8/0,8 = 10.
    rng = Fixed(0.9, 0.1, 0.2, 0.19)
    np.testing.assert_allclose(dropout([4.0, 6.0, 8.0, 2.0], 0.2, rng=rng), [5, 0, 10, 0])


def test_hand_example_backwards():
    # La máscara (1,25; 0; 1,25; 0) multiplica también al gradiente.
    grad = dropout_backward([1.0, 1.0, -2.0, 7.0], [1.25, 0.0, 1.25, 0.0])
    np.testing.assert_array_equal(grad, [1.25, 0, -2.5, 0])


@FAST
@given(st.floats(0, 0.9), st.integers(0, 1000))
def test_mean_and_variance(rate, seed):
    mask = dropout_mask((20_000,), rate, rng=np.random.default_rng(seed))
    assert set(np.unique(mask)) <= {0.0, 1 / (1 - rate)}
    spread = np.sqrt(rate / (1 - rate))  # la desviación de una posición
    assert abs(mask.mean() - 1) <= 5 * spread / np.sqrt(mask.size) + 1e-12
    np.testing.assert_allclose(mask.std(), spread, atol=0.15)


def test_zero_rate_and_inference_change_nothing():
    x = np.arange(6.0).reshape(2, 3)
    rng = np.random.default_rng(0)
    np.testing.assert_array_equal(dropout(x, 0.0, rng=rng), x)
    before = rng.bit_generator.state
    out = dropout(x, 0.7, rng=rng, training=False)
    np.testing.assert_array_equal(out, x)
    assert rng.bit_generator.state == before  # al predecir no se sortea nada
    assert not np.shares_memory(out, x)


def test_every_position_has_its_own_draw():
    mask = dropout_mask((50, 40), 0.5, rng=np.random.default_rng(1))
    assert len(np.unique(mask, axis=0)) == 50 and len(np.unique(mask.T, axis=0)) == 40


def test_gradient():
    rng = np.random.default_rng(2)
    x, upstream = rng.normal(size=(2, 4, 3))
    mask = dropout_mask(x.shape, 0.4, rng=np.random.default_rng(3))
    assert 0 < np.count_nonzero(mask) < mask.size

    def loss(v):
        return np.sum(upstream * dropout(v, 0.4, rng=np.random.default_rng(3)))

    check_gradient(loss, x, dropout_backward(upstream, mask))


@pytest.mark.parametrize("rate", [0.1, 0.5, 0.8])
@pytest.mark.parametrize("noise_shape", [None, (30, 1, 4)])
def test_same_as_keras_with_its_mask(rate, noise_shape):
    # Con unos a la entrada, la capa enseña su máscara; con la misma semilla, la repite.
    x = np.random.default_rng(4).normal(size=(30, 5, 4)).astype("float32")
    shape = noise_shape or x.shape
    layers = [keras.layers.Dropout(rate, noise_shape=noise_shape, seed=7) for _ in range(2)]
    theirs, mask = (
        keras.ops.convert_to_numpy(layer(values, training=True))
        for layer, values in zip(layers, (x, np.ones_like(x)), strict=True)
    )
    assert np.max(np.abs(theirs - x * mask)) <= 5e-6 * np.max(np.abs(theirs))
    ours = np.broadcast_to(dropout_mask(shape, rate, rng=np.random.default_rng(5)), x.shape)
    np.testing.assert_allclose(np.unique(mask), np.unique(ours), rtol=1e-6)  # 0 y la escala
    assert abs((mask == 0).mean() - (ours == 0).mean()) <= 0.12
    if noise_shape:
        np.testing.assert_array_equal(mask, np.repeat(mask[:, :1], 5, axis=1))


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_contract(dtype):
    x = np.arange(6, dtype=dtype)
    copy = x.copy()
    assert dropout(x, 0.3, rng=np.random.default_rng(0)).dtype == dtype
    assert dropout(x, 0.3, rng=np.random.default_rng(0), training=False).dtype == dtype
    mask = dropout_mask(x.shape, 0.3, rng=np.random.default_rng(0), dtype=dtype)
    assert mask.dtype == dtype == dropout_backward(x, mask).dtype
    np.testing.assert_array_equal(x, copy)


@pytest.mark.parametrize("rate", [-0.1, 1.0, 20, float("nan")])
def test_bad_rate(rate):
    with pytest.raises(ValueError, match="rate="):
        dropout([1.0], rate, rng=np.random.default_rng(0))


def test_bad_mask():
    with pytest.raises(ValueError, match=r"mask tiene forma \(2,\) y grad tiene forma \(3,\)"):
        dropout_backward(np.ones(3), np.ones(2))
