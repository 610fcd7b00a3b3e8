"""La neurona logística: a mano, convexidad, derivada, paridad con Keras y contrato."""

import keras
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redes.scratch import logistic
from redes.scratch.gradcheck import check_gradient

FAST = settings(max_examples=25, deadline=None, derandomize=True)


def problem(seed=41, dtype=np.float64):
    rng = np.random.default_rng(seed)
    x, weights = rng.normal(size=(7, 3)).astype(dtype), rng.normal(size=3).astype(dtype)
    return x, np.array([0, 1, 1, 0, 1, 0, 1]), weights, dtype(0.3)


def test_hand_example():
    # w = (ln 3, 0), b = 0. Ejemplos (1, 2) de clase 1 y (0, 4) de clase 0.
    # z = ln 3 y 0; p = 3/4 y 1/2; pérdida (-ln 3/4 - ln 1/2)/2
    # p - y = -1/4 y 1/2. Gradiente: w = (-1/4·1 + 0, -1/4·2 + 1/2·4)/2 = (-1/8, 3/4); b = 1/8
    x, labels, weights = [[1.0, 2.0], [0.0, 4.0]], [1, 0], [np.log(3), 0.0]
    np.testing.assert_allclose(logistic.predict_proba(x, weights, 0.0), [0.75, 0.5])
    gradient = logistic.loss_and_gradient(x, labels, weights, 0.0)
    assert gradient.loss == pytest.approx((np.log(4 / 3) + np.log(2)) / 2)
    np.testing.assert_allclose(gradient.weights, [-1 / 8, 3 / 4])
    assert gradient.bias == pytest.approx(1 / 8)


def test_hand_example_of_two_steps():
    # x = 2, clase 1, η = 0,5. Paso 1: p = 1/2, w = 0 + 0,5·0,5·2 = 0,5, b = 0,25
    # Paso 2: z = 1,25, p = 1/(1 + e^-1,25) = 0,777300; w = 0,5 + 0,5·0,2227·2 = 0,722700
    fit = logistic.train([[2.0]], [1], learning_rate=0.5, epochs=2)
    assert fit.weights[0] == pytest.approx(0.722700, abs=1e-6)
    assert fit.bias == pytest.approx(0.25 + 0.5 * 0.222700, abs=1e-6)
    assert fit.history == pytest.approx([np.log(2), -np.log(0.777300)], abs=1e-6)


def test_hand_example_of_the_chapter():
    # x = (2, -1), clase 1, todo a cero, η = 0,5: p = 1/2; gradiente -1/2·(2, -1) = (-1, 1/2) y -1/2
    # w = (0,5, -0,25), b = 0,25; z = 1 + 0,25 + 0,25 = 1,5; p = 0,817574; -ln p = 0,201413
    fit = logistic.train([[2.0, -1.0]], [1], learning_rate=0.5, epochs=1)
    np.testing.assert_array_equal(fit.weights, [0.5, -0.25])
    assert fit.bias == 0.25 and fit.history == pytest.approx([np.log(2)])
    assert logistic.predict_proba([2.0, -1.0], fit.weights, fit.bias) == pytest.approx(0.817574)
    after = logistic.loss_and_gradient([[2.0, -1.0]], [1], fit.weights, fit.bias)
    assert after.loss == pytest.approx(0.201413, abs=1e-6)


@FAST
@given(st.integers(0, 1000))
def test_small_steps_never_increase_the_loss(seed):
    x, labels, _, _ = problem(seed)
    smooth = (np.sum(x**2) + len(x)) / (4 * len(x))  # cota de la curvatura
    history = logistic.train(x, labels, learning_rate=1 / smooth, epochs=20).history
    assert len(history) == 20 and np.all(np.diff(history) <= 1e-12)


@FAST
@given(st.integers(0, 1000))
def test_swapping_the_classes_flips_the_sign(seed):
    x, labels, _, _ = problem(seed)
    one = logistic.train(x, labels, learning_rate=0.1, epochs=5)
    other = logistic.train(x, 1 - labels, learning_rate=0.1, epochs=5)
    np.testing.assert_allclose(one.weights, -other.weights, atol=1e-12)
    assert one.bias == pytest.approx(-other.bias, abs=1e-12)


def test_gradient():
    x, labels, weights, bias = problem()
    gradient = logistic.loss_and_gradient(x, labels, weights, bias)

    def loss(w, b):
        return logistic.loss_and_gradient(x, labels, w, b).loss

    check_gradient(lambda w: loss(w, bias), weights, gradient.weights)
    check_gradient(lambda b: loss(weights, b), bias, gradient.bias)


def test_a_step_is_a_step_of_keras():
    x, labels, weights, bias = problem(dtype=np.float32)
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.set_weights([weights[:, None], np.array([bias])])
    np.testing.assert_allclose(
        keras.ops.convert_to_numpy(keras.ops.sigmoid(model(x)))[:, 0],
        logistic.predict_proba(x, weights, bias),
        rtol=5e-6,
    )
    model.compile(keras.optimizers.SGD(0.7), keras.losses.BinaryCrossentropy(from_logits=True))
    loss = model.train_on_batch(x, labels[:, None])
    gradient = logistic.loss_and_gradient(x, labels, weights, bias)
    assert gradient.loss == pytest.approx(float(loss), rel=5e-6)
    kernel, new_bias = model.get_weights()
    np.testing.assert_allclose(weights - 0.7 * gradient.weights, kernel[:, 0], rtol=5e-6)
    np.testing.assert_allclose(bias - 0.7 * gradient.bias, new_bias[0], rtol=5e-6)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_contract(dtype):
    x, labels, weights, bias = problem(dtype=dtype)
    before = x.copy(), labels.copy(), weights.copy()
    assert logistic.predict_proba(x, weights, bias).dtype == dtype
    assert logistic.loss_and_gradient(x, labels, weights, bias).weights.dtype == dtype
    # Una tasa sacada de np.logspace es float64 y no ha de contagiar a los pesos.
    fit = logistic.train(x, labels, learning_rate=np.float64(0.1), epochs=3)
    assert fit.weights.dtype == dtype and fit.bias.dtype == dtype
    for value, copy in zip((x, labels, weights), before, strict=True):
        np.testing.assert_array_equal(value, copy)


def test_certain_and_wrong_is_finite():
    gradient = logistic.loss_and_gradient([[1000.0], [-1000.0]], [0, 1], [1.0], 0.0)
    assert gradient.loss == 1000 and np.all(np.isfinite(gradient.weights))
    np.testing.assert_array_equal(logistic.predict_proba([[-1000.0], [1000.0]], [1.0], 0), [0, 1])


def test_bad_shapes_and_labels():
    x, labels, weights, bias = problem()
    with pytest.raises(ValueError, match=r"\(7, 3\).*\(2,\)"):
        logistic.predict_proba(x, weights[:2], bias)
    with pytest.raises(ValueError, match=r"\(5,\).*\(7,\)"):
        logistic.loss_and_gradient(x, labels[:5], weights, bias)
    with pytest.raises(ValueError, match=r"\(3,\).*\(B, D\)"):
        logistic.loss_and_gradient(x[0], labels, weights, bias)
    with pytest.raises(ValueError, match="entre 0 y 1"):
        logistic.train(x, 2 * labels - 1, learning_rate=0.1, epochs=1)
