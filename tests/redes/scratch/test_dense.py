"""La capa densa: a mano, linealidad, derivadas, paridad con Keras y contrato."""

import keras
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redes.scratch.dense import dense, dense_backward, dense_parameters_backward
from redes.scratch.gradcheck import check_gradient

FAST = settings(max_examples=25, deadline=None, derandomize=True)
LEADING = [(), (3,), (2, 3), (2, 1, 4)]


def make(leading, dtype=np.float64, seed=21):
    rng = np.random.default_rng(seed)
    x, kernel, bias = (rng.normal(size=s) for s in ((*leading, 5), (5, 7), (7,)))
    return x.astype(dtype), kernel.astype(dtype), bias.astype(dtype)


def test_hand_example():
    x = [[1.0, 2.0], [0.0, -1.0]]
    kernel = [[1.0, 0.0, 2.0], [3.0, 1.0, -1.0]]
    # fila 1: 1·1+2·3 = 7; 1·0+2·1+1 = 3; 1·2+2·(-1) = 0
    # fila 2: 0-3 = -3; 0-1+1 = 0; 0+1 = 1
    np.testing.assert_array_equal(dense(x, kernel, [0.0, 1.0, 0.0]), [[7, 3, 0], [-3, 0, 1]])


def test_hand_example_backwards():
    gradients = dense_backward([[1.0], [10.0]], [[1.0, 2.0], [3.0, 4.0]], [[5.0], [6.0]], [0.0])
    np.testing.assert_array_equal(gradients.x, [[5, 6], [50, 60]])  # g·5 y g·6
    np.testing.assert_array_equal(gradients.kernel, [[31], [42]])  # 1·1+10·3; 1·2+10·4
    np.testing.assert_array_equal(gradients.bias, [11])  # 1+10


def test_hand_example_backwards_with_three_units():
    # El del capítulo «capa-densa»: la capa del primer ejemplo, con un gradiente por unidad.
    x, kernel = [[1.0, 2.0], [0.0, -1.0]], [[1.0, 0.0, 2.0], [3.0, 1.0, -1.0]]
    gradients = dense_backward([[1.0, 0.0, -1.0], [2.0, 1.0, 0.0]], x, kernel, np.zeros(3))
    # fila 1: 1·1+0·0-1·2 = -1; 1·3+0·1-1·(-1) = 4.  fila 2: 2·1+1·0+0·2 = 2; 2·3+1·1+0·(-1) = 7
    np.testing.assert_array_equal(gradients.x, [[-1, 4], [2, 7]])
    # entrada 1: 1·(1,0,-1) + 0·(2,1,0).  entrada 2: 2·(1,0,-1) - 1·(2,1,0)
    np.testing.assert_array_equal(gradients.kernel, [[1, 0, -1], [0, -1, -2]])
    np.testing.assert_array_equal(gradients.bias, [3, 1, -1])  # 1+2; 0+1; -1+0


@FAST
@given(st.floats(-10, 10), st.floats(-10, 10), st.integers(0, 1000))
def test_linear_without_bias(a, b, seed):
    x, kernel, _ = make((3,), seed=seed)
    other = make((3,), seed=seed + 1)[0]
    np.testing.assert_allclose(
        dense(a * x + b * other, kernel),
        a * dense(x, kernel) + b * dense(other, kernel),
        atol=1e-10,
    )


@pytest.mark.parametrize("leading", LEADING)
def test_a_row_equals_a_batch_of_one(leading):
    x, kernel, bias = make(leading)
    whole = dense(x, kernel, bias)
    assert whole.shape == (*leading, 7)
    for index in np.ndindex(leading):
        np.testing.assert_allclose(whole[index], dense(x[index], kernel, bias), rtol=1e-12)


@pytest.mark.parametrize("leading", LEADING)
@pytest.mark.parametrize("with_bias", [True, False])
def test_gradients(leading, with_bias):
    x, kernel, bias = make(leading)
    bias = bias if with_bias else None
    upstream = np.random.default_rng(22).normal(size=(*leading, 7))
    gradients = dense_backward(upstream, x, kernel, bias)
    check_gradient(lambda v: np.sum(upstream * dense(v, kernel, bias)), x, gradients.x)
    check_gradient(lambda v: np.sum(upstream * dense(x, v, bias)), kernel, gradients.kernel)
    if with_bias:
        check_gradient(lambda v: np.sum(upstream * dense(x, kernel, v)), bias, gradients.bias)
    else:
        assert gradients.bias is None


@pytest.mark.parametrize(("dtype", "tolerance"), [("float32", 5e-6), ("float64", 1e-10)])
@pytest.mark.parametrize("leading", LEADING[1:])
@pytest.mark.parametrize("with_bias", [True, False])
def test_same_as_keras(leading, with_bias, dtype, tolerance):
    x, kernel, bias = make(leading, dtype)
    layer = keras.layers.Dense(7, use_bias=with_bias, dtype=dtype)
    layer.build(x.shape)
    layer.set_weights([kernel, bias] if with_bias else [kernel])
    theirs = keras.ops.convert_to_numpy(layer(x))
    ours = dense(x, kernel, bias if with_bias else None)
    assert ours.shape == theirs.shape and theirs.dtype == dtype
    assert np.max(np.abs(ours - theirs)) <= tolerance * np.max(np.abs(theirs))


class WeightedSum(keras.losses.Loss):
    """La suma de las salidas por los pesos dados como etiquetas, que son su gradiente."""

    def call(self, y_true, y_pred):
        return keras.ops.sum(y_true * y_pred, axis=-1)


@pytest.mark.parametrize("leading", [(4,), (2, 3)])
def test_gradients_same_as_keras(leading):
    # La entrada se hace pasar por peso: una capa sin sesgo cuyo núcleo es x, alimentada con la
    # identidad. Un paso de tasa 1 resta el gradiente. Sin compilar: con esta pérdida, cuya
    # derivada no depende de la salida, TensorFlow llega a retroceder por los pesos ya cambiados.
    x, kernel, bias = make(leading)
    upstream, rows = np.random.default_rng(24).normal(size=(*leading, 7)), leading[0]
    flat = x.size // rows
    entry = keras.layers.Dense(flat, use_bias=False, dtype="float64")
    layer = keras.layers.Dense(7, dtype="float64")
    model = keras.Sequential(
        [
            keras.Input((rows,), dtype="float64"),
            entry,
            keras.layers.Reshape((*leading[1:], 5), dtype="float64"),
            layer,
        ]
    )
    entry.set_weights([x.reshape(rows, flat)])
    layer.set_weights([kernel, bias])
    model.compile(
        keras.optimizers.SGD(1.0), WeightedSum(reduction="sum", dtype="float64"), run_eagerly=True
    )
    model.train_on_batch(np.eye(rows), upstream)
    ours = dense_backward(upstream, x, kernel, bias)
    after = [entry.get_weights()[0].reshape(x.shape), *layer.get_weights()]
    for gradient, old, new in zip(ours, (x, kernel, bias), after, strict=True):
        assert np.max(np.abs(gradient - (old - new))) <= 1e-10 * np.max(np.abs(gradient))


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_contract(dtype):
    inputs = make((2, 3), dtype)
    copies = [value.copy() for value in inputs]
    grad = np.ones((2, 3, 7), dtype)
    assert dense(*inputs).dtype == dtype
    assert all(gradient.dtype == dtype for gradient in dense_backward(grad, *inputs))
    for value, copy in zip(inputs, copies, strict=True):
        np.testing.assert_array_equal(value, copy)
    assert np.all(grad == 1)


def test_large_inputs_stay_finite():
    x = np.full((2, 5), 1000.0, np.float32)
    assert np.all(np.isfinite(dense(x, -x.T)))


@pytest.mark.parametrize(
    ("shapes", "message"),
    [
        (((3, 4), (5, 7), (7,)), r"x tiene forma \(3, 4\) y kernel tiene forma \(5, 7\)"),
        (((), (5, 7), (7,)), r"x tiene forma \(\) y kernel tiene forma \(5, 7\)"),
        (((3, 5), (5,), (7,)), r"kernel tiene forma \(5,\)"),
        (((3, 5), (5, 7), (1,)), r"bias tiene forma \(1,\) y kernel tiene forma \(5, 7\)"),
    ],
)
def test_bad_shapes(shapes, message):
    inputs = [np.ones(shape) for shape in shapes]
    with pytest.raises(ValueError, match=message):
        dense(*inputs)
    with pytest.raises(ValueError, match=message):
        dense_backward(np.ones((3, 7)), *inputs)


def test_bad_upstream_gradient():
    x, kernel, bias = make((3,))
    with pytest.raises(ValueError, match=r"grad tiene forma \(7,\).*\(3, 7\)"):
        dense_backward(np.ones(7), x, kernel, bias)


def test_parameters_alone_are_the_same_gradients():
    x, kernel, bias = make((2, 3))
    grad = np.random.default_rng(23).normal(size=(2, 3, 7))
    whole = dense_backward(grad, x, kernel, bias)
    alone = dense_parameters_backward(grad, x)
    np.testing.assert_array_equal(alone[0], whole.kernel)
    np.testing.assert_array_equal(alone[1], whole.bias)
    with pytest.raises(ValueError, match=r"\(3, 7\).*\(2, 5\)"):
        dense_parameters_backward(np.ones((3, 7)), np.ones((2, 5)))
