"""La red regularizada: derivada con máscaras, receta, paridad con `mlp` y con Keras, contrato."""

from itertools import islice

import keras
import numpy as np
import pytest

from redes.scratch.dropout import dropout_mask
from redes.scratch.gradcheck import check_gradient
from redes.scratch.losses import categorical_crossentropy, smooth_labels
from redes.scratch.mlp import DenseParams, init_mlp, train_step
from redes.scratch.regularized_mlp import (
    Recipe,
    dropout_gradients,
    regularized_gradients,
    train_epochs,
)

SIZES = (4, 5, 6, 3)


def problem(dtype=np.float64, examples=7):
    rng = np.random.default_rng(51)
    params = init_mlp(SIZES, rng=rng, dtype=dtype)
    # Con sesgos a cero, toda unidad apagada quedaría en el pico de la ReLU siguiente.
    params = tuple(
        DenseParams(kernel, rng.normal(size=bias.shape).astype(dtype)) for kernel, bias in params
    )
    x = rng.normal(size=(examples, 4)).astype(dtype)
    return x, np.eye(3, dtype=dtype)[rng.integers(3, size=examples)], params


def masks_for(rate, examples=7):
    rng = np.random.default_rng(52)
    return [dropout_mask((examples, units), rate, rng=rng) for units in SIZES[1:-1]]


def loss(x, y, params, masks):
    """La pérdida, escrita de otra manera: una capa tras otra."""
    (k1, b1), (k2, b2), (k3, b3) = params
    hidden = np.maximum(x @ k1 + b1, 0) * masks[0]
    hidden = np.maximum(hidden @ k2 + b2, 0) * masks[1]
    return categorical_crossentropy(y, hidden @ k3 + b3)


def test_gradients_with_masks():
    x, y, params = problem()
    y, masks = smooth_labels(y, 0.2), masks_for(0.4)
    gradients = dropout_gradients(x, y, params, masks)
    for layer in range(3):
        for field in ("kernel", "bias"):

            def moved(values, layer=layer, field=field):
                changed = list(params)
                changed[layer] = changed[layer]._replace(**{field: values})
                return loss(x, y, changed, masks)

            check_gradient(moved, getattr(params[layer], field), getattr(gradients[layer], field))


def test_without_a_recipe_it_is_the_plain_network():
    x, y, params = problem()
    zeros = tuple(DenseParams(*map(np.zeros_like, layer)) for layer in params)
    epochs = train_epochs(
        x, y, params, Recipe(), rng=np.random.default_rng(0), learning_rate=0.1, momentum=0.9
    )
    velocity, plain = zeros, params
    for ours in islice(epochs, 3):  # un solo lote por época: el orden no importa
        step = train_step(x, y.argmax(axis=1), plain, velocity, learning_rate=0.1, momentum=0.9)
        plain, velocity = step.params, step.velocity
        for layer, expected in zip(ours, plain, strict=True):
            np.testing.assert_allclose(layer.kernel, expected.kernel, rtol=1e-9, atol=1e-12)
            np.testing.assert_allclose(layer.bias, expected.bias, rtol=1e-9, atol=1e-12)


def test_the_penalty_reaches_kernels_and_not_biases():
    x, y, params = problem()
    plain, penalized = (
        regularized_gradients(x, y, params, Recipe(l2=l2), rng=np.random.default_rng(0))
        for l2 in (0.0, 0.3)
    )
    for layer, left, right in zip(params, plain, penalized, strict=True):
        np.testing.assert_allclose(right.kernel - left.kernel, 0.6 * layer.kernel, atol=1e-12)
        np.testing.assert_array_equal(right.bias, left.bias)


def test_smoothing_is_that_of_the_labels():
    x, y, params = problem()
    ones = [np.ones((7, units)) for units in SIZES[1:-1]]
    expected = dropout_gradients(x, smooth_labels(y, 0.3), params, ones)
    rng = np.random.default_rng(0)
    found = regularized_gradients(x, y, params, Recipe(label_smoothing=0.3), rng=rng)
    np.testing.assert_allclose(found[0].kernel, expected[0].kernel, rtol=1e-12)


def test_noise_and_masks_come_from_the_generator():
    x, y, params = problem()
    plain = regularized_gradients(x, y, params, Recipe(), rng=np.random.default_rng(0))
    for recipe in (Recipe(noise=0.3), Recipe(rate=0.3)):
        one = regularized_gradients(x, y, params, recipe, rng=np.random.default_rng(0))
        again = regularized_gradients(x, y, params, recipe, rng=np.random.default_rng(0))
        other = regularized_gradients(x, y, params, recipe, rng=np.random.default_rng(1))
        np.testing.assert_array_equal(one[0].kernel, again[0].kernel)
        assert not np.allclose(one[0].kernel, other[0].kernel)
        assert not np.allclose(one[0].kernel, plain[0].kernel)


def test_noise_has_the_asked_deviation():
    # Sin capas ocultas y con los pesos a cero, el gradiente de cada peso es −x(y − p).
    params = [DenseParams(np.zeros((1, 2)), np.zeros(2))]
    x, y = np.zeros((1, 1)), np.array([[1.0, 0.0]])
    rng = np.random.default_rng(0)
    draws = [
        regularized_gradients(x, y, params, Recipe(noise=0.8), rng=rng)[0].kernel[0, 0]
        for _ in range(2000)
    ]
    np.testing.assert_allclose(np.std(draws), 0.4, rtol=0.06)  # 0,8 · (1 − ½)


def test_a_step_of_keras_with_penalty_and_smoothing():
    x, y, params = problem(np.float32)
    penalty = keras.regularizers.L2(0.05)
    model = keras.Sequential(
        [
            keras.Input((4,)),
            keras.layers.Dense(5, "relu", kernel_regularizer=penalty),
            keras.layers.Dense(6, "relu", kernel_regularizer=penalty),
            keras.layers.Dense(3, kernel_regularizer=penalty),
        ]
    )
    for layer, values in zip(model.layers, params, strict=True):
        layer.set_weights(values)
    model.compile(
        keras.optimizers.SGD(1.0),
        keras.losses.CategoricalCrossentropy(from_logits=True, label_smoothing=0.2),
        run_eagerly=True,
    )
    model.train_on_batch(x, y)
    recipe = Recipe(l2=0.05, label_smoothing=0.2)
    ours = regularized_gradients(x, y, params, recipe, rng=np.random.default_rng(0))
    for layer, before, gradient in zip(model.layers, params, ours, strict=True):
        for old, new, expected in zip(before, layer.get_weights(), gradient, strict=True):
            assert np.max(np.abs(old - new - expected)) <= 2e-6 * max(np.max(np.abs(old)), 1)


def test_contract():
    x, y, params = problem(np.float32)
    copies = [layer.kernel.copy() for layer in params]
    recipe = Recipe(rate=0.3, l2=0.1, noise=0.1, label_smoothing=0.1)
    epochs = train_epochs(
        x, y, params, recipe, rng=np.random.default_rng(0), batch_size=3, learning_rate=0.1
    )
    first, second = islice(epochs, 2)
    assert {array.dtype for layer in second for array in layer} == {np.dtype(np.float32)}
    assert not np.array_equal(first[0].kernel, second[0].kernel)
    for layer, copy in zip(params, copies, strict=True):
        np.testing.assert_array_equal(layer.kernel, copy)


def test_bad_masks():
    x, y, params = problem()
    with pytest.raises(ValueError, match="3 máscaras y la red tiene 2 capas ocultas"):
        dropout_gradients(x, y, params, [*masks_for(0.5), np.ones((7, 3))])
