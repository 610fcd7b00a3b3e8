"""La agrupación: a mano, propiedades, derivadas, paridad con Keras y contrato."""

from itertools import product

import keras
import numpy as np
import pytest
import tensorflow as tf
from hypothesis import given, settings
from hypothesis import strategies as st

from redes.scratch.convolution import conv2d
from redes.scratch.gradcheck import check_gradient
from redes.scratch.pooling import (
    average_pool2d,
    average_pool2d_backward,
    global_average_pool2d,
    global_average_pool2d_backward,
    global_max_pool2d,
    global_max_pool2d_backward,
    max_pool2d,
    max_pool2d_backward,
)

FAST = settings(max_examples=25, deadline=None, derandomize=True)
# El mapa del capítulo «agrupacion».
MAP = np.array([[2, 7, 1, 0], [3, 4, 5, 6], [0, 1, 9, 2], [8, 3, 2, 3]], float)[None, :, :, None]
LAYERS = {
    "max": (max_pool2d, max_pool2d_backward, keras.layers.MaxPooling2D),
    "average": (average_pool2d, average_pool2d_backward, keras.layers.AveragePooling2D),
}
GLOBAL = {
    "max": (global_max_pool2d, global_max_pool2d_backward, keras.layers.GlobalMaxPooling2D),
    "average": (
        global_average_pool2d,
        global_average_pool2d_backward,
        keras.layers.GlobalAveragePooling2D,
    ),
}
GRID = [
    {"pool_size": size, "strides": strides, "padding": padding}
    for size, strides, padding in product(
        [1, 2, 3, (2, 3)], [None, 1, 2, (3, 1)], ["valid", "same"]
    )
]


def make(shape=(2, 7, 6, 3), dtype=np.float64, seed=41):
    # Una permutación: no hay dos números iguales ni próximos, y el máximo es derivable.
    count = int(np.prod(shape))
    values = np.random.default_rng(seed).permutation(count) / count - 0.7
    return values.reshape(shape).astype(dtype)


def test_hand_example():
    # Cuadrantes: (2, 7, 3, 4), (1, 0, 5, 6), (0, 1, 8, 3) y (9, 2, 2, 3).
    np.testing.assert_array_equal(max_pool2d(MAP)[0, :, :, 0], [[7, 6], [8, 9]])
    # 16/4, 12/4, 12/4 y 16/4.
    np.testing.assert_array_equal(average_pool2d(MAP)[0, :, :, 0], [[4, 3], [3, 4]])


def test_hand_example_backwards():
    grad = np.array([[4.0, 8.0], [12.0, 16.0]])[None, :, :, None]
    # Cada gradiente va a la posición de su máximo: el 7, el 6, el 8 y el 9.
    expected = [[0, 4, 0, 0], [0, 0, 0, 8], [0, 0, 16, 0], [12, 0, 0, 0]]
    np.testing.assert_array_equal(max_pool2d_backward(grad, MAP)[0, :, :, 0], expected)
    # Cada gradiente se divide entre los cuatro de su ventana.
    expected = [[1, 1, 2, 2], [1, 1, 2, 2], [3, 3, 4, 4], [3, 3, 4, 4]]
    np.testing.assert_array_equal(average_pool2d_backward(grad, MAP)[0, :, :, 0], expected)


def test_overlapping_windows_add_up():
    # De las nueve ventanas de paso 1, el 9 gana en cuatro, el 7 en dos y el 6, el 4 y el 8 en una.
    grad = np.ones((1, 3, 3, 1))
    expected = [[0, 2, 0, 0], [0, 1, 0, 1], [0, 0, 4, 0], [1, 0, 0, 0]]
    found = max_pool2d_backward(grad, MAP, strides=1)[0, :, :, 0]
    np.testing.assert_array_equal(found, expected)


@pytest.mark.parametrize("kind", LAYERS)
@pytest.mark.parametrize("options", GRID, ids=str)
@pytest.mark.parametrize("shape", [(2, 7, 6, 3), (1, 8, 5, 2)])
def test_same_as_keras(kind, options, shape):
    ours, backward, layer = LAYERS[kind]
    x = make(shape, np.float32)
    with tf.GradientTape() as tape:
        tensor = tf.Variable(x)
        output = layer(**options)(tensor)
    theirs = output.numpy()
    found = ours(x, **options)
    assert found.shape == theirs.shape
    assert np.max(np.abs(found - theirs)) <= 5e-6 * np.max(np.abs(theirs))
    upstream = np.random.default_rng(42).normal(size=theirs.shape).astype(np.float32)
    gradient = tape.gradient(output, tensor, output_gradients=upstream).numpy()
    difference = np.abs(backward(upstream, x, **options) - gradient)
    assert np.max(difference) <= 5e-6 * np.max(np.abs(gradient))


@pytest.mark.parametrize("kind", GLOBAL)
def test_global_same_as_keras(kind):
    ours, backward, layer = GLOBAL[kind]
    x = np.round(make(dtype=np.float32), 1)  # con empates
    with tf.GradientTape() as tape:
        tensor = tf.Variable(x)
        output = layer()(tensor)
    theirs = output.numpy()
    assert np.max(np.abs(ours(x) - theirs)) <= 5e-6 * np.max(np.abs(theirs))
    upstream = np.random.default_rng(43).normal(size=theirs.shape).astype(np.float32)
    gradient = tape.gradient(output, tensor, output_gradients=upstream).numpy()
    difference = np.abs(backward(upstream, x) - gradient)
    assert np.max(difference) <= 5e-6 * np.max(np.abs(gradient))


def test_ties_go_to_the_first_as_in_tensorflow():
    x = np.array([[3.0, 3.0], [1.0, 3.0]], np.float32)[None, :, :, None]
    with tf.GradientTape() as tape:
        tensor = tf.Variable(x)
        output = keras.layers.MaxPooling2D()(tensor)
    found = max_pool2d_backward(np.ones((1, 1, 1, 1), np.float32), x)
    np.testing.assert_array_equal(found, tape.gradient(output, tensor).numpy())
    np.testing.assert_array_equal(found.ravel(), [1, 0, 0, 0])


@pytest.mark.parametrize("kind", LAYERS)
@pytest.mark.parametrize("options", GRID, ids=str)
def test_gradients(kind, options):
    ours, backward, _ = LAYERS[kind]
    x = make((2, 5, 4, 2))
    upstream = np.random.default_rng(44).normal(size=ours(x, **options).shape)
    check_gradient(
        lambda v: np.sum(upstream * ours(v, **options)), x, backward(upstream, x, **options)
    )


@pytest.mark.parametrize("kind", GLOBAL)
def test_global_gradients(kind):
    ours, backward, _ = GLOBAL[kind]
    x = make((2, 5, 4, 3))
    upstream = np.random.default_rng(45).normal(size=(2, 3))
    check_gradient(lambda v: np.sum(upstream * ours(v)), x, backward(upstream, x))


@FAST
@given(st.integers(0, 1000), st.floats(0.1, 5), st.floats(-3, 3))
def test_maximum_keeps_order_and_average_is_linear(seed, scale, shift):
    x = make(seed=seed)
    for ours, _, _ in LAYERS.values():
        np.testing.assert_allclose(ours(scale * x + shift), scale * ours(x) + shift, atol=1e-12)
    other = make(seed=seed + 1)
    np.testing.assert_allclose(
        average_pool2d(x + other), average_pool2d(x) + average_pool2d(other), atol=1e-12
    )
    assert np.all(max_pool2d(x) >= average_pool2d(x))


def test_average_is_a_convolution_with_a_constant_kernel():
    x = make((2, 7, 6, 1))
    kernel = np.full((3, 2, 1, 1), 1 / 6)
    pooled = average_pool2d(x, pool_size=(3, 2), strides=1)
    np.testing.assert_allclose(pooled, conv2d(x, kernel), rtol=1e-12)


@pytest.mark.parametrize("kind", LAYERS)
def test_a_whole_window_is_the_global_one(kind):
    x = make()
    whole = LAYERS[kind][0](x, pool_size=x.shape[1:3])
    np.testing.assert_allclose(whole[:, 0, 0], GLOBAL[kind][0](x), rtol=1e-12)


def test_padding_never_wins_nor_counts():
    x = np.full((1, 3, 3, 1), -1000.0)
    assert np.all(max_pool2d(x, padding="same") == -1000)
    assert np.all(average_pool2d(x, padding="same") == -1000)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("kind", LAYERS)
def test_contract(kind, dtype):
    x = make(dtype=dtype)
    copy = x.copy()
    for ours, backward, _ in (LAYERS[kind], GLOBAL[kind]):
        y = ours(x)
        grad = np.ones_like(y)
        assert y.dtype == backward(grad, x).dtype == dtype
        assert backward(grad, x).shape == x.shape
        assert backward(grad, x).flags.writeable
        assert np.all(grad == 1)
    np.testing.assert_array_equal(x, copy)


@pytest.mark.parametrize("kind", LAYERS)
@pytest.mark.parametrize(
    ("shape", "options", "message"),
    [
        ((7, 6, 3), {}, r"forma \(7, 6, 3\) y se esperaba \(B, H, W, C\)"),
        ((0, 7, 6, 3), {}, r"sin ningún eje vacío"),
        ((1, 2, 6, 1), {"pool_size": 3}, r"forma \(1, 2, 6, 1\) y la ventana, \(3, 3\)"),
        ((1, 7, 6, 1), {"pool_size": (1, 2, 3)}, r"pool_size=\(1, 2, 3\) tiene 3 valores"),
        ((1, 7, 6, 1), {"strides": 0}, r"strides=0"),
        ((1, 7, 6, 1), {"padding": "full"}, r"padding='full'"),
    ],
)
def test_bad_input(kind, shape, options, message):
    ours, backward, _ = LAYERS[kind]
    with pytest.raises(ValueError, match=message):
        ours(np.ones(shape), **options)
    with pytest.raises(ValueError, match=message):
        backward(np.ones((1, 1, 1, 1)), np.ones(shape), **options)


@pytest.mark.parametrize("kind", LAYERS)
def test_bad_upstream_gradient(kind):
    with pytest.raises(ValueError, match=r"\(2, 2, 2, 3\).*\(2, 3, 3, 3\)"):
        LAYERS[kind][1](np.ones((2, 2, 2, 3)), make())
    with pytest.raises(ValueError, match=r"\(2, 2\).*\(2, 3\)"):
        GLOBAL[kind][1](np.ones((2, 2)), make())


@pytest.mark.parametrize("kind", GLOBAL)
def test_global_needs_maps(kind):
    with pytest.raises(ValueError, match=r"forma \(7, 3\) y se esperaba"):
        GLOBAL[kind][0](np.ones((7, 3)))
