"""La convolución: a mano, propiedades, derivadas, paridad con Keras y contrato."""

import itertools

import keras
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import signal

from redes.scratch.convolution import (
    conv2d,
    conv2d_backward,
    conv2d_loops,
    output_length,
    same_padding,
)
from redes.scratch.gradcheck import check_gradient

FAST = settings(max_examples=25, deadline=None, derandomize=True)
SHAPES = (2, 9, 8, 3), (3, 2, 3, 4), (4,)  # x, kernel y bias, con todos los tamaños distintos
# Zancada y dilatación no pueden pasar las dos de 1; las parejas distinguen los dos ejes.
STEPS = [(1, 1), (2, 1), ((3, 2), 1), ((1, 4), 1), (1, 2), (1, (2, 3))]
OPTIONS = [
    {"strides": s, "dilation_rate": d, "padding": p}
    for (s, d), p in itertools.product(STEPS, ("valid", "same"))
]


def make(dtype=np.float64, seed=41, shapes=SHAPES):
    rng = np.random.default_rng(seed)
    return [rng.normal(size=shape).astype(dtype) for shape in shapes]


IMAGE = np.array(
    [
        [1.0, 2.0, 0.0, 1.0, 3.0],
        [0.0, 1.0, 2.0, 3.0, 1.0],
        [2.0, 1.0, 0.0, 0.0, 2.0],
        [1.0, 0.0, 1.0, 2.0, 0.0],
        [3.0, 1.0, 2.0, 0.0, 1.0],
    ]
)
FILTER = np.array([[1.0, 0.0, -1.0], [0.0, 2.0, 0.0], [0.0, 1.0, 0.0]])


@pytest.mark.parametrize("function", [conv2d, conv2d_loops])
def test_hand_example_of_the_chapter(function):
    y = function(IMAGE[None, :, :, None], FILTER[:, :, None, None])
    # fila 0: 1-0+2·1+1 = 4; 2-1+2·2+0 = 5; 0-3+2·3+0 = 3
    # fila 1: 0-2+2·1+0 = 0; 1-3+2·0+1 = -1; 2-1+2·0+2 = 3
    # fila 2: 2-0+2·0+1 = 3; 1-0+2·1+2 = 5; 0-2+2·2+0 = 2
    np.testing.assert_array_equal(y[0, :, :, 0], [[4, 5, 3], [0, -1, 3], [3, 5, 2]])
    # Con la zancada 2 quedan las esquinas.
    y = function(IMAGE[None, :, :, None], FILTER[:, :, None, None], strides=2)
    np.testing.assert_array_equal(y[0, :, :, 0], [[4, 3], [3, 2]])


def test_hand_example_with_colour():
    # Un píxel (1, 2, 3) y dos filtros de 1 × 1 × 3: 1+2+3 = 6 y 1·1-1·3 = -2; más 10 y 20.
    kernel = np.array([[1.0, 1.0], [1.0, 0.0], [1.0, -1.0]])[None, None]
    y = conv2d(np.array([1.0, 2.0, 3.0])[None, None, None], kernel, [10.0, 20.0])
    np.testing.assert_array_equal(y[0, 0, 0], [16, 18])


def test_hand_example_backwards():
    x, kernel, grad = (np.array(v).reshape(1, 1, -1, 1) for v in ([1.0, 2, 3], [5.0, 7], [1.0, 10]))
    gradients = conv2d_backward(grad, x, kernel.reshape(1, 2, 1, 1), [0.0])
    np.testing.assert_array_equal(gradients.kernel.ravel(), [21, 32])  # 1·1+2·10; 2·1+3·10
    np.testing.assert_array_equal(gradients.x.ravel(), [5, 57, 70])  # 1·5; 1·7+10·5; 10·7
    np.testing.assert_array_equal(gradients.bias, [11])


def test_the_axes_that_are_not_seen_have_no_gradient():
    # Longitud 4, núcleo 2, zancada 3: la única ventana cubre 0 y 1.
    x, kernel = np.ones((1, 1, 4, 1)), np.ones((1, 2, 1, 1))
    gradients = conv2d_backward(np.ones((1, 1, 1, 1)), x, kernel, strides=(1, 3))
    np.testing.assert_array_equal(gradients.x.ravel(), [1, 1, 0, 0])


@FAST
@given(st.floats(-10, 10), st.floats(-10, 10), st.integers(0, 1000), st.sampled_from(OPTIONS))
def test_linear_in_the_input_and_in_the_kernel(a, b, seed, options):
    (x, kernel, _), (other_x, other_kernel, _) = make(seed=seed), make(seed=seed + 1)
    one, two = conv2d(x, kernel, **options), conv2d(other_x, kernel, **options)
    np.testing.assert_allclose(
        conv2d(a * x + b * other_x, kernel, **options), a * one + b * two, atol=1e-10
    )
    two = conv2d(x, other_kernel, **options)
    np.testing.assert_allclose(
        conv2d(x, a * kernel + b * other_kernel, **options), a * one + b * two, atol=1e-10
    )


@FAST
@given(st.integers(0, 3), st.integers(0, 3), st.sampled_from([1, 2, 3]), st.integers(0, 1000))
def test_translation_equivariant(down, right, stride, seed):
    x, kernel, bias = make(seed=seed)
    moved = np.zeros((2, 9 + 3 * stride, 8 + 3 * stride, 3))
    corner = np.zeros_like(moved)
    corner[:, :9, :8] = x
    moved[:, down * stride :, right * stride :] = corner[
        :, : moved.shape[1] - down * stride, : moved.shape[2] - right * stride
    ]
    first, second = (conv2d(image, kernel, bias, strides=stride) for image in (corner, moved))
    rows, columns = first.shape[1] - down, first.shape[2] - right
    np.testing.assert_allclose(second[:, down:, right:], first[:, :rows, :columns], atol=1e-12)


def test_a_row_equals_a_batch_of_one():
    x, kernel, bias = make()
    whole = conv2d(x, kernel, bias)
    for row in range(2):
        np.testing.assert_allclose(whole[[row]], conv2d(x[[row]], kernel, bias), rtol=1e-12)


@pytest.mark.parametrize("padding", ["valid", "same"])
def test_same_as_scipy(padding):
    x, kernel, _ = make(shapes=((2, 9, 8, 3), (3, 5, 3, 4), (4,)))
    ours = conv2d(x, kernel, padding=padding)
    for b, f in np.ndindex(2, 4):
        theirs = sum(
            signal.correlate(x[b, :, :, c], kernel[:, :, c, f], mode=padding, method="direct")
            for c in range(3)
        )
        np.testing.assert_allclose(ours[b, :, :, f], theirs, rtol=0, atol=1e-10)


@pytest.mark.parametrize("options", OPTIONS)
def test_same_as_loops(options):
    inputs = make()
    whole, loops = conv2d(*inputs, **options), conv2d_loops(*inputs, **options)
    assert whole.shape == loops.shape
    np.testing.assert_allclose(whole, loops, rtol=0, atol=1e-10)


# Lados pares e impares, alto y ancho distintos, núcleos menores y mayores que la zancada.
OTHER_SHAPES = [
    ((1, 8, 11, 2), (4, 3, 2, 5), (5,)),
    ((3, 6, 9, 2), (2, 2, 2, 1), (1,)),
    ((2, 7, 14, 1), (1, 5, 1, 3), (3,)),
    ((1, 5, 5, 3), (1, 1, 3, 2), (2,)),
]


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize(
    ("shapes", "with_bias"),
    [(SHAPES, True), (SHAPES, False), *((shapes, True) for shapes in OTHER_SHAPES)],
)
def test_same_as_keras(options, shapes, with_bias):
    x, kernel, bias = make(np.float32, shapes=shapes)
    layer = keras.layers.Conv2D(kernel.shape[-1], kernel.shape[:2], use_bias=with_bias, **options)
    layer.build(x.shape)
    layer.set_weights([kernel, bias] if with_bias else [kernel])
    theirs = keras.ops.convert_to_numpy(layer(x))
    ours = conv2d(x, kernel, bias if with_bias else None, **options)
    assert ours.shape == theirs.shape
    assert np.max(np.abs(ours - theirs)) <= 5e-6 * np.max(np.abs(theirs))


@pytest.mark.parametrize("options", OPTIONS)
def test_gradients(options):
    x, kernel, bias = make(shapes=((2, 7, 6, 2), (3, 2, 2, 3), (3,)))
    upstream = np.random.default_rng(42).normal(size=conv2d(x, kernel, **options).shape)
    gradients = conv2d_backward(upstream, x, kernel, bias, **options)

    def loss(x, kernel, bias):
        return np.sum(upstream * conv2d(x, kernel, bias, **options))

    check_gradient(lambda v: loss(v, kernel, bias), x, gradients.x)
    check_gradient(lambda v: loss(x, v, bias), kernel, gradients.kernel)
    check_gradient(lambda v: loss(x, kernel, v), bias, gradients.bias)
    assert conv2d_backward(upstream, x, kernel, **options).bias is None


def test_input_gradient_is_the_transposed_layer_of_keras():
    x, kernel, _ = make(np.float32)
    grad = np.random.default_rng(43).normal(size=(2, 7, 7, 4)).astype(np.float32)
    layer = keras.layers.Conv2DTranspose(3, (3, 2), use_bias=False)
    layer.build(grad.shape)
    layer.set_weights([kernel])  # (kh, kw, salida, entrada): los canales, al revés
    theirs = keras.ops.convert_to_numpy(layer(grad))
    ours = conv2d_backward(grad, x, kernel).x
    assert np.max(np.abs(ours - theirs)) <= 5e-6 * np.max(np.abs(theirs))


@pytest.mark.parametrize("length", [1, 2, 5, 6, 7, 8])
@pytest.mark.parametrize("size", [1, 2, 3, 4])
@pytest.mark.parametrize(("strides", "dilation_rate"), [(1, 1), (2, 1), (3, 1), (5, 1), (1, 3)])
def test_output_length_counts_the_windows(length, size, strides, dilation_rate):
    options = {"strides": strides, "dilation_rate": dilation_rate}
    reach = dilation_rate * (size - 1) + 1
    starts = [start for start in range(0, length, strides) if start + reach <= length]
    if starts:
        assert output_length(length, size, **options) == len(starts)
    else:
        with pytest.raises(ValueError, match=f"abarca {reach} posiciones.*tiene {length}"):
            output_length(length, size, **options)
    same = output_length(length, size, padding="same", **options)
    assert same == len(range(0, length, strides))
    before, after = same_padding(length, size, **options)
    assert after - before in (0, 1)
    assert len(range(0, before + length + after - reach + 1, strides)) == same


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("options", OPTIONS)
def test_contract(dtype, options):
    inputs = make(dtype)
    copies = [value.copy() for value in inputs]
    y = conv2d(*inputs, **options)
    grad = np.ones_like(y)
    assert y.dtype == conv2d_loops(*inputs, **options).dtype == dtype
    gradients = conv2d_backward(grad, *inputs, **options)
    for gradient, value in zip(gradients, inputs, strict=True):
        assert (gradient.dtype, gradient.shape) == (dtype, value.shape)
    for value, copy in zip(inputs, copies, strict=True):
        np.testing.assert_array_equal(value, copy)
    assert np.all(grad == 1)


@pytest.mark.parametrize(
    ("shapes", "message"),
    [
        (((9, 8, 3), (3, 2, 3, 4)), r"\(9, 8, 3\) y kernel tiene forma \(3, 2, 3, 4\).*x\[None\]"),
        (((2, 9, 8, 1), (3, 2, 3, 4)), r"\(2, 9, 8, 1\) y kernel tiene forma \(3, 2, 3, 4\)"),
        (((2, 9, 8, 3), (3, 3, 4)), r"\(2, 9, 8, 3\) y kernel tiene forma \(3, 3, 4\)"),
        (((2, 2, 8, 3), (3, 2, 3, 4)), r"\(2, 2, 8, 3\).*\(3, 2, 3, 4\).*abarca 3.*tiene 2"),
        (((2, 9, 8, 3), (3, 2, 3, 4), (3,)), r"bias tiene forma \(3,\).*\(3, 2, 3, 4\).*\(4,\)"),
    ],
)
def test_bad_shapes(shapes, message):
    inputs = [np.ones(shape) for shape in shapes]
    for function in (conv2d, conv2d_loops, lambda *args: conv2d_backward(np.ones(1), *args)):
        with pytest.raises(ValueError, match=message):
            function(*inputs)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"strides": 2, "dilation_rate": 2}, r"strides=\(2, 2\) y dilation_rate=\(2, 2\)"),
        ({"strides": (1, 2), "dilation_rate": (2, 1)}, "a la vez"),
        ({"padding": "SAME"}, "padding='SAME'"),
        ({"strides": 0}, "strides=0"),
        ({"strides": 1.5}, r"strides=1\.5"),
        ({"dilation_rate": (1, 1, 1)}, "3 valores"),
    ],
)
def test_bad_options(options, message):
    with pytest.raises(ValueError, match=message):
        conv2d(*make(), **options)


def test_keras_refuses_strides_with_dilation_too():
    with pytest.raises(ValueError, match="not supported in conjunction"):
        keras.layers.Conv2D(1, 2, strides=(1, 2), dilation_rate=(2, 1))


@pytest.mark.parametrize(("size", "dilation_rate"), [((3, 2), 1), ((2, 2), (2, 1))])
def test_keras_refuses_a_kernel_that_does_not_fit_too(size, dilation_rate):
    x = np.ones((1, 2, 8, 1), np.float32)
    with pytest.raises(ValueError, match="usa un núcleo"):
        conv2d(x, np.ones((*size, 1, 1)), dilation_rate=dilation_rate)
    with pytest.raises(ValueError, match="Computed output size would be"):
        keras.layers.Conv2D(1, size, dilation_rate=dilation_rate)(x)


@pytest.mark.parametrize("function", [conv2d, conv2d_loops])
def test_the_wider_type_wins(function):
    x, kernel, _ = make()
    assert function(x.astype(np.float32), kernel).dtype == np.float64
    expected = conv2d(x.astype(np.float32).astype(np.float64), kernel)
    np.testing.assert_allclose(function(x.astype(np.float32), kernel), expected, rtol=1e-12)


def test_an_empty_batch_gives_empty_maps():
    _, kernel, bias = make()
    assert conv2d(np.ones((0, 9, 8, 3)), kernel, bias).shape == (0, 7, 7, 4)


def test_bad_upstream_gradient():
    x, kernel, bias = make()
    with pytest.raises(ValueError, match=r"\(2, 9, 8, 4\).*\(2, 7, 7, 4\)"):
        conv2d_backward(np.ones((2, 9, 8, 4)), x, kernel, bias)
