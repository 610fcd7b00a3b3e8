"""La derivada respecto de la entrada, contra la retropropagación de `redes.scratch`."""

import keras
import numpy as np
import pytest

from redes.scratch.activations import relu, relu_grad
from redes.scratch.convolution import conv2d, conv2d_backward
from redes.scratch.dense import dense_backward
from redes.training.input_gradient import input_gradient

X = np.random.default_rng(3).normal(size=(4, 6, 5, 2)).astype("float32")
CLASSES = np.array([2, 0, 1, 2])


def network(*extra):
    keras.utils.set_random_seed(7)
    convolution = keras.layers.Conv2D(3, (2, 3), activation="relu")
    tail = [keras.layers.Flatten(), *extra, keras.layers.Dense(3)]
    return keras.Sequential([keras.Input(X.shape[1:]), convolution, *tail])


def test_equals_the_backward_pass_by_hand():
    model = network()
    kernel, bias, weights, _ = model.get_weights()
    before = conv2d(X, kernel, bias)
    flat = relu(before).reshape(len(X), -1)
    grad = dense_backward(np.eye(3)[CLASSES], flat, weights).x.reshape(before.shape)
    ours = conv2d_backward(grad * relu_grad(before), X, kernel).x
    theirs = input_gradient(model, X, CLASSES)
    assert theirs.dtype == np.float32
    assert np.abs(ours - theirs).max() <= 5e-6 * np.abs(ours).max()


def test_a_single_class_is_for_every_example():
    model = network()
    expected = input_gradient(model, X, np.full(4, 1))
    np.testing.assert_array_equal(input_gradient(model, X, 1), expected)


def test_weights_stay_and_dropout_is_off():
    model = network(keras.layers.BatchNormalization(), keras.layers.Dropout(0.5))
    before = [weight.copy() for weight in model.get_weights()]
    first = input_gradient(model, X, CLASSES)
    np.testing.assert_array_equal(input_gradient(model, X, CLASSES), first)
    for weight, old in zip(model.get_weights(), before, strict=True):
        np.testing.assert_array_equal(weight, old)
    # Con todo en modo de inferencia, un ejemplo solo da lo mismo que en su lote.
    alone = input_gradient(model, X[:1], CLASSES[:1])
    np.testing.assert_allclose(alone, first[:1], atol=1e-6)


@pytest.mark.parametrize(
    ("classes", "message"),
    [(np.array([0, 1]), r"\(2,\), con 4"), (3, "de 0 a 2"), (-1, "de -1 a -1")],
)
def test_bad_classes(classes, message):
    with pytest.raises(ValueError, match=message):
        input_gradient(network(), X, classes)


def test_output_must_be_a_table():
    with pytest.raises(ValueError, match=r"\(1, 5, 3, 3\)"):
        input_gradient(keras.layers.Conv2D(3, (2, 3)), X, 0)
