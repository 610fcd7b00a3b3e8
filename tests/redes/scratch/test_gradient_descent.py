"""El descenso del gradiente: a mano, condición de convergencia, paridad con Keras y contrato."""

import keras
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redes.scratch.gradient_descent import gradient_descent, minibatch_descent

FAST = settings(max_examples=25, deadline=None, derandomize=True)


def bowl(w):
    """El gradiente del cuenco ½(w₁² + 10 w₂²)."""
    return np.array([1.0, 10.0]) * w


# --- A mano ---------------------------------------------------------------------------------


def test_hand_example_of_the_parabola():
    # (w − 3)² + 1, derivada 2(w − 3), η = 0,1: cada paso deja 0,8 de la distancia a 3
    path = gradient_descent(lambda w: 2 * (w - 3), 0.0, learning_rate=0.1, steps=3)
    np.testing.assert_allclose(path, [0, 0.6, 1.08, 1.464])
    # η = 0,5 llega de un paso; η = 1 va y viene; η = 1,1 se aleja
    for rate, expected in [(0.5, [0, 3, 3]), (1.0, [0, 6, 0]), (1.1, [0, 6.6, -1.32])]:
        path = gradient_descent(lambda w: 2 * (w - 3), 0.0, learning_rate=rate, steps=2)
        np.testing.assert_allclose(path, expected)


def test_hand_example_of_the_bowl():
    # Desde (10, 1) con η = 0,15: gradiente (10, 10), punto (8,5; −0,5);
    # gradiente (8,5; −5), punto (8,5 − 1,275; −0,5 + 0,75) = (7,225; 0,25)
    path = gradient_descent(bowl, [10.0, 1.0], learning_rate=0.15, steps=2)
    np.testing.assert_allclose(path, [[10, 1], [8.5, -0.5], [7.225, 0.25]])


def test_hand_example_of_minibatches():
    # Ejemplos 0, 4 y 8; la pérdida de cada uno es ½(w − x)² y su derivada, w − x. Con η = 0,5 cada
    # paso va a la mitad del camino hacia la media del minilote. El orden con esta semilla:
    x, seed = np.array([0.0, 4.0, 8.0]), 0
    order = np.random.default_rng(seed).permutation(3)
    w = 2.0
    w = (w + x[order[:2]].mean()) / 2
    w = (w + x[order[2]]) / 2  # el último minilote tiene un solo ejemplo
    path = minibatch_descent(
        lambda v, rows: v - x[rows].mean(),
        2.0,
        examples=3,
        batch_size=2,
        learning_rate=0.5,
        epochs=1,
        rng=np.random.default_rng(seed),
    )
    np.testing.assert_allclose(path, [2.0, w])


# --- Propiedades ----------------------------------------------------------------------------


@FAST
@given(st.floats(0.1, 20), st.floats(0.05, 3.0))
def test_converges_below_two_over_the_curvature_and_only_there(curvature, fraction):
    # En una parábola el error se multiplica por 1 − ηλ = 1 − fraction en cada paso.
    rate = fraction / curvature
    path = gradient_descent(lambda w: curvature * w, 1.0, learning_rate=rate, steps=4)
    np.testing.assert_allclose(path, (1 - fraction) ** np.arange(5), atol=1e-9)


def test_the_largest_curvature_decides():
    start = [1.0, 1.0]
    for rate, falls in [(0.199, True), (0.201, False)]:  # 2/10 = 0,2
        path = gradient_descent(bowl, start, learning_rate=rate, steps=50)
        assert (abs(path[-1, 1]) < 1) == falls
        assert abs(path[-1, 0]) < 1


def test_one_batch_is_the_plain_descent():
    x = np.random.default_rng(3).normal(size=(7, 2))
    whole = gradient_descent(lambda w: w - x.mean(axis=0), [1.0, 2.0], learning_rate=0.3, steps=4)
    batch = minibatch_descent(
        lambda w, rows: w - x[rows].mean(axis=0),
        [1.0, 2.0],
        examples=7,
        batch_size=7,
        learning_rate=0.3,
        epochs=4,
        rng=np.random.default_rng(0),
    )
    np.testing.assert_allclose(whole, batch, atol=1e-12)


@pytest.mark.parametrize(("examples", "batch_size"), [(10, 1), (10, 3), (10, 99)])
def test_each_epoch_uses_every_example_once_and_reshuffles(examples, batch_size):
    seen = []

    def record(w, rows):
        seen.append(rows)
        return np.zeros_like(w)

    minibatch_descent(
        record,
        [0.0],
        examples=examples,
        batch_size=batch_size,
        learning_rate=1.0,
        epochs=2,
        rng=np.random.default_rng(5),
    )
    steps = -(-examples // batch_size)
    assert len(seen) == 2 * steps
    first, second = np.concatenate(seen[:steps]), np.concatenate(seen[steps:])
    assert sorted(first) == sorted(second) == list(range(examples))
    assert list(first) != list(second)


# --- Paridad con Keras ----------------------------------------------------------------------


@pytest.mark.parametrize(("dtype", "tolerance"), [("float32", 5e-6), ("float64", 1e-10)])
def test_a_path_of_keras(dtype, tolerance):
    rng = np.random.default_rng(8)
    shapes = (9, 4), (9, 1), (4, 1)
    x, y, kernel = (rng.normal(size=shape).astype(dtype) for shape in shapes)
    layer = keras.layers.Dense(1, use_bias=False, dtype=dtype)
    model = keras.Sequential([keras.Input((4,), dtype=dtype), layer])
    model.set_weights([kernel])
    # 1/16 es exacta en binario: Keras guarda la tasa en float32, también con pesos float64.
    model.compile(keras.optimizers.SGD(1 / 16), keras.losses.MeanSquaredError(dtype=dtype))
    theirs = [kernel]
    for _ in range(5):
        model.train_on_batch(x, y)
        theirs.append(model.get_weights()[0])
    ours = gradient_descent(
        lambda w: 2 * x.T @ (x @ w - y) / 9, kernel, learning_rate=1 / 16, steps=5
    )
    assert np.max(np.abs(ours - theirs)) <= tolerance * np.max(np.abs(ours))


# --- Contrato -------------------------------------------------------------------------------


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_keeps_type_and_input(dtype):
    start = np.array([1.0, -2.0], dtype)
    # Una tasa de np.logspace y un gradiente float64 no contagian al camino.
    path = gradient_descent(
        lambda w: w.astype(np.float64), start, learning_rate=np.float64(0.1), steps=3
    )
    assert path.dtype == dtype and path.shape == (4, 2)
    np.testing.assert_array_equal(start, [1.0, -2.0])


def test_no_steps_is_the_start():
    np.testing.assert_array_equal(
        gradient_descent(bowl, [1, 2], learning_rate=1, steps=0), [[1, 2]]
    )


@pytest.mark.parametrize("rate", [0.0, -0.1, float("nan")])
def test_bad_rate(rate):
    with pytest.raises(ValueError, match="positiva"):
        gradient_descent(bowl, [1.0, 1.0], learning_rate=rate, steps=1)


def test_bad_gradient():
    with pytest.raises(ValueError, match=r"\(2, 1\).*\(2,\)"):
        gradient_descent(lambda w: w[:, None], [1.0, 1.0], learning_rate=0.1, steps=1)


@pytest.mark.parametrize(
    "sizes", [{"examples": 0, "batch_size": 1}, {"examples": 3, "batch_size": 0}]
)
def test_bad_sizes(sizes):
    with pytest.raises(ValueError, match="al menos 1"):
        minibatch_descent(
            lambda w, rows: w,
            [1.0],
            **sizes,
            learning_rate=0.1,
            epochs=1,
            rng=np.random.default_rng(0),
        )
