"""Los gradientes de una capa de Keras contra los de `redes.scratch`."""

import keras
import numpy as np
import pytest

from redes.scratch.convolution import conv2d_backward
from redes.scratch.dense import dense_backward
from redes.training.layer_gradients import layer_gradients


def close(ours, theirs):
    return ours.shape == theirs.shape and np.abs(ours - theirs).max() <= 5e-6 * np.abs(theirs).max()


def random(*shapes):
    rng = np.random.default_rng(61)
    return [rng.normal(size=shape).astype("float32") for shape in shapes]


def test_dense():
    x, kernel, bias, grad = random((4, 5), (5, 3), (3,), (4, 3))
    layer = keras.layers.Dense(3)
    layer.build(x.shape)
    layer.set_weights([kernel, bias])
    theirs, ours = layer_gradients(layer, x, grad), dense_backward(grad, x, kernel, bias)
    for found, expected in zip([theirs.x, *theirs.weights], ours, strict=True):
        assert close(found, expected)
    # La capa queda como estaba.
    for weight, value in zip(layer.get_weights(), (kernel, bias), strict=True):
        np.testing.assert_array_equal(weight, value)


@pytest.mark.parametrize(
    "options", [{}, {"strides": (2, 3), "padding": "same"}, {"dilation_rate": 2}]
)
def test_convolution(options):
    x, kernel, bias = random((2, 9, 8, 3), (3, 2, 3, 4), (4,))
    layer = keras.layers.Conv2D(4, (3, 2), **options)
    layer.build(x.shape)
    layer.set_weights([kernel, bias])
    (grad,) = random(tuple(layer(x).shape))
    theirs, ours = (
        layer_gradients(layer, x, grad),
        conv2d_backward(grad, x, kernel, bias, **options),
    )
    for found, expected in zip([theirs.x, *theirs.weights], ours, strict=True):
        assert close(found, expected)


def test_bad_upstream_gradient():
    with pytest.raises(ValueError, match=r"\(4, 2\).*\(4, 3\)"):
        layer_gradients(keras.layers.Dense(3), np.ones((4, 5)), np.ones((4, 2)))
