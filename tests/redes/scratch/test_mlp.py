"""El perceptrón multicapa: a mano, propiedades, derivadas, paridad con Keras y contrato."""

import keras
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redes.scratch import mlp
from redes.scratch.gradcheck import check_gradient
from redes.scratch.losses import (
    quadratic_cost,
    quadratic_cost_grad,
    sparse_categorical_crossentropy,
    sparse_categorical_crossentropy_grad,
)

FAST = settings(max_examples=25, deadline=None, derandomize=True)
SIZES = (5, 7, 4, 3)


def network(dtype=np.float64, seed=61):
    """Parámetros al azar, sesgos incluidos: con sesgos en cero no se ve si faltan."""
    rng = np.random.default_rng(seed)
    params = mlp.init_mlp(SIZES, rng=rng, dtype=dtype)
    return tuple(
        mlp.DenseParams(layer.kernel, rng.normal(size=layer.bias.shape).astype(dtype))
        for layer in params
    )


def examples(count=6, dtype=np.float64, seed=62):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(count, 5)).astype(dtype), rng.integers(0, 3, count)


def still(params):
    return tuple(mlp.DenseParams(*map(np.zeros_like, layer)) for layer in params)


def arrays(params):
    return [array for layer in params for array in layer]


def keras_twin(params):
    dtype = str(params[0].kernel.dtype)
    hidden = [keras.layers.Dense(units, activation="relu", dtype=dtype) for units in SIZES[1:-1]]
    output = keras.layers.Dense(SIZES[-1], dtype=dtype)
    model = keras.Sequential([keras.Input(SIZES[:1], dtype=dtype), *hidden, output])
    model.set_weights(arrays(params))
    return model


# --- A mano ---------------------------------------------------------------------------------


def test_hand_example():
    params = (
        mlp.DenseParams(np.array([[1.0, -1.0], [1.0, 0.0]]), np.zeros(2)),
        mlp.DenseParams(np.array([[1.0, 0.0], [5.0, 7.0]]), np.array([-3.0, 0.0])),
    )
    # z1 = (1·1+2·1, 1·(-1)+2·0) = (3, -1); a1 = (3, 0)
    # z2 = (3·1+0·5-3, 3·0+0·7) = (0, 0); p = (1/2, 1/2)
    logits, inputs = mlp.forward([[1.0, 2.0]], params)
    np.testing.assert_array_equal(logits, [[0, 0]])
    np.testing.assert_array_equal(inputs[1], [[3, 0]])
    # clase 0: δ2 = (-1/2, 1/2); dW2 = a1ᵀδ2 = [(-3/2, 3/2), (0, 0)]
    # δ2·W2ᵀ = (-1/2·1 + 1/2·0, -1/2·5 + 1/2·7) = (-1/2, 1); la segunda estaba apagada
    # δ1 = (-1/2, 0); dW1 = xᵀδ1 = [(-1/2, 0), (-1, 0)]
    grad = sparse_categorical_crossentropy_grad([0], logits)
    first, second = mlp.backward(grad, params, inputs)
    np.testing.assert_array_equal(second.kernel, [[-1.5, 1.5], [0, 0]])
    np.testing.assert_array_equal(second.bias, [-0.5, 0.5])
    np.testing.assert_array_equal(first.kernel, [[-0.5, 0], [-1, 0]])
    np.testing.assert_array_equal(first.bias, [-0.5, 0])


def test_the_graph_of_the_chapter_on_backpropagation():
    # x = 2; z = 2·2 − 1 = 3 = a; s = 1·3 = 3 y t = −2·3 = −6, con objetivos 1 y −5:
    # C = (2² + 1²)/2 = 2,5; δ2 = (2, −1); δ1 = 2·1 + (−1)(−2) = 4
    params = (
        mlp.DenseParams(np.array([[2.0]]), np.array([-1.0])),
        mlp.DenseParams(np.array([[1.0, -2.0]]), np.zeros(2)),
    )
    outputs, inputs = mlp.forward([[2.0]], params)
    np.testing.assert_array_equal(outputs, [[3, -6]])
    assert quadratic_cost([[1.0, -5.0]], outputs) == 2.5
    error = quadratic_cost_grad([[1.0, -5.0]], outputs)
    np.testing.assert_array_equal(error, [[2, -1]])
    first, second = mlp.backward(error, params, inputs)
    np.testing.assert_array_equal(second.kernel, [[6, -3]])
    assert (first.kernel.item(), first.bias.item()) == (8, 4)


def test_hand_example_of_two_steps_with_momentum():
    # Dos logits iguales a sus sesgos (x = 0). Clase 0, η = 1, μ = 1/2.
    # Paso 1: g = (-1/2, 1/2); v = (1/2, -1/2); b = (1/2, -1/2)
    # Paso 2: p1 = 1/(1 + e^1) = 0,268941; g = (-p1, p1); v = (1/4 + p1)(1, -1)
    params = (mlp.DenseParams(np.zeros((1, 2)), np.zeros(2)),)
    velocity = still(params)
    for expected in (0.5, 0.5 + 0.25 + 0.268941):
        params, velocity, _, _ = mlp.train_step(
            [[0.0]], [0], params, velocity, learning_rate=1.0, momentum=0.5
        )
        np.testing.assert_allclose(params[0].bias, [expected, -expected], atol=1e-6)


# --- Propiedades ----------------------------------------------------------------------------


@FAST
@given(st.integers(0, 1000))
def test_a_row_equals_a_batch_of_one(seed):
    params, (x, _) = network(seed=seed), examples(seed=seed)
    logits = mlp.forward(x, params).logits
    for row, expected in zip(x, logits, strict=True):
        np.testing.assert_allclose(mlp.forward(row, params).logits, expected, atol=1e-12)
    np.testing.assert_array_equal(mlp.predict(x, params), logits.argmax(axis=1))


@FAST
@given(st.integers(0, 1000))
def test_hidden_units_can_be_permuted(seed):
    params, (x, _) = network(seed=seed), examples(seed=seed)
    order = np.random.default_rng(seed).permutation(SIZES[1])
    first, second, third = params
    shuffled = (
        mlp.DenseParams(first.kernel[:, order], first.bias[order]),
        mlp.DenseParams(second.kernel[order], second.bias),
        third,
    )
    np.testing.assert_allclose(
        mlp.forward(x, shuffled).logits, mlp.forward(x, params).logits, atol=1e-12
    )


def test_the_start_follows_he_and_glorot():
    params = mlp.init_mlp((400, 300, 200), rng=np.random.default_rng(63))
    assert np.var(params[0].kernel) == pytest.approx(2 / 400, rel=0.02)
    assert np.var(params[1].kernel) == pytest.approx(2 / 500, rel=0.02)
    assert not any(layer.bias.any() for layer in params)


def test_the_history_weighs_every_example_the_same():
    # Sin moverse (η = 0), la media de los minilotes 4 + 4 + 3 es la del conjunto.
    params, (x, labels) = network(), examples(11)
    fit = mlp.train(
        x, labels, params, epochs=2, rng=np.random.default_rng(0), batch_size=4, learning_rate=0.0
    )
    loss = sparse_categorical_crossentropy(labels, mlp.forward(x, params).logits)
    accuracy = np.mean(mlp.predict(x, params) == labels)
    assert fit.history["loss"] == pytest.approx([loss, loss], rel=1e-12)
    assert fit.history["accuracy"] == pytest.approx([accuracy, accuracy])


def test_it_learns_what_a_line_cannot_separate():
    rng = np.random.default_rng(64)
    x = rng.uniform(-1, 1, (400, 2))
    labels = (np.sum(x**2, axis=1) < 0.5).astype(int)
    params = mlp.init_mlp((2, 16, 16, 2), rng=rng)
    fit = mlp.train(x, labels, params, epochs=40, rng=rng, learning_rate=0.05, momentum=0.9)
    assert np.mean(mlp.predict(x, fit.params) == labels) > 0.95
    assert fit.history["loss"][-1] < 0.3 * fit.history["loss"][0]
    assert fit.history["accuracy"][-1] > 0.95 and len(fit.history["accuracy"]) == 40


def test_the_generator_is_all_the_randomness():
    params, (x, labels) = network(), examples(20)
    first, second, third = (
        mlp.train(x, labels, params, epochs=2, rng=np.random.default_rng(seed), batch_size=6)
        for seed in (1, 1, 2)
    )
    np.testing.assert_array_equal(first.params[0].kernel, second.params[0].kernel)
    assert not np.array_equal(first.params[0].kernel, third.params[0].kernel)


def test_training_is_its_steps_one_by_one():
    # Dos épocas de 4 + 4 + 3, cada una con el orden que sortea el generador para ella.
    params, (x, labels) = network(), examples(11)
    rule = {"learning_rate": 0.3, "momentum": 0.7}
    fit = mlp.train(x, labels, params, epochs=2, rng=np.random.default_rng(3), batch_size=4, **rule)
    rng, velocity = np.random.default_rng(3), still(params)
    for order in (rng.permutation(11), rng.permutation(11)):
        for rows in (order[:4], order[4:8], order[8:]):
            params, velocity, _, _ = mlp.train_step(x[rows], labels[rows], params, velocity, **rule)
    for ours, expected in zip(arrays(fit.params), arrays(params), strict=True):
        np.testing.assert_array_equal(ours, expected)


# --- Derivadas ------------------------------------------------------------------------------


@pytest.mark.parametrize("leading", [(6,), (2, 3)])
@pytest.mark.parametrize("depth", range(len(SIZES) - 1))
@pytest.mark.parametrize("field", ["kernel", "bias"])
def test_gradients(depth, field, leading):
    params = network()
    x = examples()[0].reshape(*leading, 5)
    logits, inputs = mlp.forward(x, params)
    upstream = np.random.default_rng(65).normal(size=logits.shape)

    def output(value):
        layers = list(params)
        layers[depth] = layers[depth]._replace(**{field: value})
        return np.sum(upstream * mlp.forward(x, layers).logits)

    analytic = getattr(mlp.backward(upstream, params, inputs)[depth], field)
    check_gradient(output, getattr(params[depth], field), analytic)


# --- Paridad con Keras ----------------------------------------------------------------------


@pytest.mark.parametrize(("dtype", "tolerance"), [(np.float32, 5e-6), (np.float64, 1e-10)])
def test_logits_same_as_keras(dtype, tolerance):
    params, (x, _) = network(dtype), examples(dtype=dtype)
    theirs = keras.ops.convert_to_numpy(keras_twin(params)(x))
    ours = mlp.forward(x, params).logits
    assert theirs.dtype == dtype
    assert np.max(np.abs(ours - theirs)) <= tolerance * np.max(np.abs(theirs))


def test_gradients_same_as_keras():
    # Un paso de tasa 1 resta el gradiente; en float64 la resta lo devuelve casi sin pérdida.
    params, (x, labels) = network(), examples()
    model = keras_twin(params)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True, dtype="float64")
    model.compile(keras.optimizers.SGD(1.0), loss, run_eagerly=True)
    model.train_on_batch(x, labels)
    logits, inputs = mlp.forward(x, params)
    ours = mlp.backward(sparse_categorical_crossentropy_grad(labels, logits), params, inputs)
    for gradient, before, after in zip(
        arrays(ours), arrays(params), model.get_weights(), strict=True
    ):
        assert np.max(np.abs(gradient - (before - after))) <= 1e-10 * np.max(np.abs(gradient))


@pytest.mark.parametrize("momentum", [0.0, 0.8])
def test_steps_same_as_keras(momentum):
    params = network(np.float32)
    velocity, model = still(params), keras_twin(params)
    model.compile(
        keras.optimizers.SGD(0.1, momentum=momentum),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    for seed in range(3):
        x, labels = examples(dtype=np.float32, seed=seed)
        theirs = float(model.train_on_batch(x, labels))
        params, velocity, _, loss = mlp.train_step(
            x, labels, params, velocity, learning_rate=0.1, momentum=momentum
        )
        # Keras devuelve la media de las pérdidas de los lotes que lleva.
        model.reset_metrics()
        assert loss == pytest.approx(theirs, rel=1e-5)
    for ours, kernel in zip(arrays(params), model.get_weights(), strict=True):
        assert np.max(np.abs(ours - kernel)) <= 5e-6 * np.max(np.abs(kernel))


# --- Contrato y estabilidad -----------------------------------------------------------------


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_contract(dtype):
    params, (x, labels) = network(dtype), examples(9, dtype)
    before = [array.copy() for array in (*arrays(params), x, labels)]
    fit = mlp.train(
        x,
        labels,
        params,
        epochs=2,
        rng=np.random.default_rng(0),
        batch_size=4,
        learning_rate=np.float64(0.1),  # sacada de np.logspace, no contagia su tipo
        momentum=np.float64(0.9),
    )
    assert mlp.forward(x, params).logits.dtype == dtype
    assert all(array.dtype == dtype for array in arrays(fit.params))
    for array, copy in zip((*arrays(params), x, labels), before, strict=True):
        np.testing.assert_array_equal(array, copy)


def test_the_data_take_the_type_of_the_parameters():
    fit = mlp.train(*examples(), network(np.float32), epochs=1, rng=np.random.default_rng(0))
    assert fit.params[0].kernel.dtype == np.float32
    assert mlp.init_mlp((3, 2), rng=np.random.default_rng(0))[0].kernel.dtype == np.float32


def test_far_inputs_stay_finite():
    x, labels = examples(dtype=np.float32)
    params = network(np.float32)
    step = mlp.train_step(1000 * x, labels, params, still(params), learning_rate=0.1)
    assert np.isfinite(step.loss)
    assert all(np.all(np.isfinite(array)) for array in arrays(step.params))


def test_bad_input():
    rng, params, (x, labels) = np.random.default_rng(0), network(), examples()
    with pytest.raises(ValueError, match=r"sizes=\(5,\)"):
        mlp.init_mlp((5,), rng=rng)
    with pytest.raises(ValueError, match=r"sizes=\(5, 0, 2\)"):
        mlp.init_mlp((5, 0, 2), rng=rng)
    with pytest.raises(ValueError, match=r"\(6, 4\).*\(5, 7\)"):
        mlp.forward(x[:, :4], params)
    inputs = mlp.forward(x, params).inputs
    with pytest.raises(ValueError, match="2 elementos y params tiene 3 capas"):
        mlp.backward(np.ones((6, 3)), params, inputs[:2])
    with pytest.raises(ValueError, match=r"\(6, 2\).*\(6, 3\)"):
        mlp.backward(np.ones((6, 2)), params, inputs)
    with pytest.raises(ValueError, match=r"\(6, 5\).*\(4,\)"):
        mlp.train(x, labels[:4], params, epochs=1, rng=rng)
    with pytest.raises(ValueError, match="3 clases"):
        mlp.train(x, labels + 3, params, epochs=1, rng=rng)
