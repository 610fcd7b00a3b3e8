"""Optimizadores: cuentas a mano, propiedades, paridad con Keras en 50 pasos y contrato."""

import math

import keras
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redes.scratch import optimizers
from redes.scratch.clipping import clip_by_global_norm, clip_by_norm, clip_by_value
from redes.scratch.mlp import DenseParams

FAST = settings(max_examples=25, deadline=None, derandomize=True)
NAMES = ["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw"]


def run(name, grads, start=0.0, **options):
    """Los puntos por los que pasa un parámetro con esos gradientes."""
    w, state, path = start, None, []
    for grad in grads:
        w, state = getattr(optimizers, name)(w, grad, state, **options)
        path.append(float(w))
    return path


# --- A mano ---------------------------------------------------------------------------------


def test_two_steps_of_adam_by_hand():
    # β₁ = 1/2, β₂ = 3/4, η = 0,1; gradientes 2 y 1 desde w = 1.
    # Paso 1: m = 1, v = 1; m/(1/2) = 2, v/(1/4) = 4; resta 0,1·2/√4 = 0,1.
    # Paso 2: m = 1/2 + 1/2 = 1, v = 3/4 + 1/4 = 1; m/(3/4) = 4/3, v/(7/16) = 16/7;
    #         resta 0,1·(4/3)/(4/√7) = 0,1·√7/3 ≈ 0,0882.
    options = {"learning_rate": 0.1, "beta_1": 0.5, "beta_2": 0.75, "epsilon": 0}
    path = run("adam", [2.0, 1.0], start=1.0, **options)
    np.testing.assert_allclose(path, [0.9, 0.9 - 0.1 * math.sqrt(7) / 3])


def test_two_steps_of_the_heavy_ball_in_the_valley_by_hand():
    # C = ½(w₁² + 100 w₂²) desde (10, 1), η = 0,01, β = 1/2. Gradiente (10, 100): v = (−0,1; −1),
    # punto (9,9; 0). Gradiente (9,9; 0): v = (−0,05 − 0,099; −0,5), punto (9,751; −0,5).
    w, v = np.array([10.0, 1.0]), None
    for expected in ([9.9, 0.0], [9.751, -0.5]):
        grad = np.array([1.0, 100.0]) * w
        w, v = optimizers.momentum(w, grad, v, learning_rate=0.01, momentum=0.5)
        np.testing.assert_allclose(w, expected, atol=1e-15)


@pytest.mark.parametrize(
    ("name", "options", "expected"),
    [
        ("sgd", {}, [-0.2, -0.3]),
        # v = −0,2; luego −0,1 − 0,1 = −0,2.
        ("momentum", {"momentum": 0.5}, [-0.2, -0.4]),
        # Paso 1: v = −0,2, avanza −0,1 − 0,2. Paso 2: v = −0,2, avanza −0,1 − 0,1.
        ("nesterov", {"momentum": 0.5}, [-0.3, -0.5]),
        # r = 0 + 4, avanza 0,1·2/2; r = 5, avanza 0,1/√5.
        (
            "adagrad",
            {"initial_accumulator_value": 0, "epsilon": 0},
            [-0.1, -0.1 - 0.1 / math.sqrt(5)],
        ),
        # r = 4·1/4 = 1, avanza 0,2; r = 3/4 + 1/4 = 1, avanza 0,1.
        ("rmsprop", {"rho": 0.75, "epsilon": 0}, [-0.2, -0.3]),
    ],
)
def test_two_steps_by_hand(name, options, expected):
    path = run(name, [2.0, 1.0], learning_rate=0.1, **options)
    np.testing.assert_allclose(path, expected)


def test_decoupled_decay_by_hand():
    # Sin gradiente: 2·(1 − 0,1·0,5) = 1,9, y otra vez, 1,805.
    path = run("adamw", [0.0, 0.0], start=2.0, learning_rate=0.1, weight_decay=0.5)
    np.testing.assert_allclose(path, [1.9, 1.805])


# --- Propiedades ----------------------------------------------------------------------------


@FAST
@given(st.floats(0.0, 0.95), st.floats(-5, 5))
def test_a_constant_gradient_reaches_the_effective_rate(beta, grad):
    path = run("momentum", [grad] * 400, learning_rate=0.1, momentum=beta)
    np.testing.assert_allclose(path[-1] - path[-2], -0.1 * grad / (1 - beta), atol=1e-6)


def test_the_best_heavy_ball_of_a_quadratic():
    # κ = 100: η = 4/(1 + 10)², β = (9/11)²; el radio espectral es 9/11 en todas las curvaturas.
    rate, beta = 4 / 121, (9 / 11) ** 2
    for curvature in (1.0, 7.0, 40.0, 100.0):
        step = np.array([[1 + beta - rate * curvature, -beta], [1, 0]])
        assert np.abs(np.linalg.eigvals(step)).max() == pytest.approx(9 / 11, rel=1e-6)
        w = 1.0
        v = None
        for _ in range(200):
            w, v = optimizers.momentum(w, curvature * w, v, learning_rate=rate, momentum=beta)
        assert abs(w) < 1e3 * (9 / 11) ** 200


def test_nesterov_is_the_gradient_at_the_point_ahead():
    rng = np.random.default_rng(1)
    matrix = np.diag([1.0, 30.0])
    rate, beta = 0.02, 0.8
    base, speed = rng.normal(size=2), np.zeros(2)  # la forma original
    ahead, v = base, None  # la de Keras
    for _ in range(30):
        speed = beta * speed - rate * matrix @ (base + beta * speed)
        base = base + speed
        ahead, v = optimizers.nesterov(ahead, matrix @ ahead, v, learning_rate=rate, momentum=beta)
        np.testing.assert_allclose(ahead, base + beta * speed, atol=1e-14)


@FAST
@given(st.floats(1e-3, 1e3), st.lists(st.floats(-2, 2).map(lambda g: g + 3), min_size=3))
def test_adam_does_not_see_the_scale(scale, grads):
    options = {"learning_rate": 0.1, "epsilon": 0}
    scaled = run("adam", [scale * g for g in grads], **options)
    np.testing.assert_allclose(scaled, run("adam", grads, **options), rtol=1e-9)


@FAST
@given(st.lists(st.sampled_from([-3.0, -0.01, 0.0, 0.5, 8.0]), min_size=1, max_size=60))
def test_adam_steps_are_bounded(grads):
    path = [0.0, *run("adam", grads, learning_rate=1.0)]
    # Cauchy-Schwarz: (1 − β₁)/√(1 − β₂)/√(1 − β₁²/β₂); al principio el tope es menor, por corregir.
    limit = 0.1 / math.sqrt(0.001) / math.sqrt(1 - 0.81 / 0.999)
    assert np.abs(np.diff(path)).max() <= limit * (1 + 1e-9)


def test_the_bound_is_almost_reached_after_a_long_silence():
    silence = [0.0] * 12000
    path = run("adam", [*silence, 5.0], learning_rate=1.0)
    assert abs(path[-1]) == pytest.approx(0.1 / math.sqrt(0.001), rel=1e-4)
    growing = list((0.999 / 0.9) ** np.arange(80))
    path = run("adam", [*silence, *growing], learning_rate=1.0)
    limit = 0.1 / math.sqrt(0.001) / math.sqrt(1 - 0.81 / 0.999)
    assert abs(path[-1] - path[-2]) == pytest.approx(limit, rel=1e-4)


def test_amsgrad_never_forgets_the_largest():
    grads = [10.0] + [0.1] * 300
    plain, kept = (run("adam", grads, learning_rate=0.1, amsgrad=a) for a in (False, True))
    assert abs(kept[-1]) < abs(plain[-1])


def test_with_sgd_decay_and_l2_are_the_same_and_with_adam_they_are_not():
    rng = np.random.default_rng(2)
    w, noise = rng.normal(size=5), rng.normal(size=5) * [0.1, 1, 1, 10, 100]
    options = {"learning_rate": 0.1, "weight_decay": 0.3}
    decayed, _ = optimizers.sgd(
        optimizers.decay_weights(w, **options), noise, None, learning_rate=0.1
    )
    l2, _ = optimizers.sgd(w, noise + 0.3 * w, None, learning_rate=0.1)
    np.testing.assert_allclose(decayed, l2)
    decayed, _ = optimizers.adamw(w, noise, None, **options)
    l2, _ = optimizers.adam(w, noise + 0.3 * w, None, learning_rate=0.1)
    assert np.abs(decayed - l2).max() > 0.01


# --- Paridad con Keras ----------------------------------------------------------------------

GRID = {
    "sgd": ("sgd", "SGD", {"learning_rate": 0.1}, {}),
    "momentum": ("momentum", "SGD", {"learning_rate": 0.05, "momentum": 0.8}, {}),
    "nesterov": (
        "nesterov",
        "SGD",
        {"learning_rate": 0.05, "momentum": 0.8},
        {"nesterov": True},
    ),
    "adagrad": ("adagrad", "Adagrad", {"learning_rate": 0.2}, {}),
    "adagrad desde 0": (
        "adagrad",
        "Adagrad",
        {"learning_rate": 0.2, "initial_accumulator_value": 0.0, "epsilon": 1e-3},
        {},
    ),
    "rmsprop": ("rmsprop", "RMSprop", {"learning_rate": 0.02, "rho": 0.8}, {}),
    "rmsprop centrado": (
        "rmsprop",
        "RMSprop",
        {"learning_rate": 0.02, "centered": True, "epsilon": 1e-2},
        {},
    ),
    "rmsprop con momento": ("rmsprop", "RMSprop", {"learning_rate": 0.02, "momentum": 0.7}, {}),
    "adam": ("adam", "Adam", {"learning_rate": 0.01}, {}),
    "adam con otras medias": (
        "adam",
        "Adam",
        {"learning_rate": 0.01, "beta_1": 0.6, "beta_2": 0.95, "epsilon": 1e-2},
        {},
    ),
    "amsgrad": ("adam", "Adam", {"learning_rate": 0.01, "beta_2": 0.7, "amsgrad": True}, {}),
    "adamw": ("adamw", "AdamW", {"learning_rate": 0.01}, {}),
    "adamw fuerte": ("adamw", "AdamW", {"learning_rate": 0.01, "weight_decay": 0.5}, {}),
}
SHAPES = [(4, 3), (3,), (3, 2), (2,)]


def problem():
    """Un punto de partida y un gradiente que depende del punto y del paso, no cuadrático."""
    rng = np.random.default_rng(11)
    start = tuple(rng.normal(size=shape) for shape in SHAPES)
    scales = [rng.uniform(0.2, 3, size=shape) for shape in SHAPES]

    def grads(params, step):
        tilt = np.cos(0.7 * step)
        return tuple(
            s * np.tanh(p) + 0.3 * tilt * np.cos(p) for s, p in zip(scales, params, strict=True)
        )

    return start, grads


# Los parámetros van en float64 para que el redondeo no tape una diferencia. Aun así Keras convierte
# las opciones en 32 bits, y 1 − 0,999 pierde cifras: de ahí la tolerancia, una cienmilésima.
def keras_path(optimizer, steps=50, exclude=None):
    start, grads = problem()
    variables = [
        keras.Variable(
            value, dtype="float64", name=f"{'bias' if value.ndim == 1 else 'kernel'}_{index}"
        )
        for index, value in enumerate(start)
    ]
    if exclude:
        optimizer.exclude_from_weight_decay(var_names=[exclude])
    for step in range(steps):
        values = [variable.numpy() for variable in variables]
        yield values
        tensors = [keras.ops.convert_to_tensor(g) for g in grads(values, step)]
        optimizer.apply(tensors, variables)
    yield [variable.numpy() for variable in variables]


def assert_same_path(step_function, optimizer, clip=lambda g: g, **options):
    params, grads = problem()
    state, theirs = None, keras_path(optimizer, exclude=options.pop("exclude", None))
    for step, expected in enumerate(theirs):
        gap = max(np.abs(a - b).max() for a, b in zip(params, expected, strict=True))
        assert gap <= 1e-5 * max(np.abs(b).max() for b in expected), step
        params, state = step_function(params, clip(grads(params, step)), state, **options)
    assert step == 50


@pytest.mark.parametrize("case", GRID)
def test_fifty_steps_of_keras(case):
    name, theirs, options, only_keras = GRID[case]
    optimizer = getattr(keras.optimizers, theirs)(**options, **only_keras)
    assert_same_path(getattr(optimizers, name), optimizer, **options)


@pytest.mark.parametrize("name", [n for n in NAMES if n not in ("momentum", "nesterov")])
def test_same_defaults_as_keras(name):
    classes = {"sgd": "SGD", "adagrad": "Adagrad", "rmsprop": "RMSprop", "adamw": "AdamW"}
    optimizer = getattr(keras.optimizers, classes.get(name, "Adam"))()
    assert_same_path(getattr(optimizers, name), optimizer)


def test_decay_without_the_biases():
    optimizer = keras.optimizers.AdamW(0.01, weight_decay=0.5)
    options = {"learning_rate": 0.01, "weight_decay": 0.5, "exclude": "bias"}
    assert_same_path(optimizers.adamw, optimizer, decays=lambda w: w.ndim > 1, **options)


@pytest.mark.parametrize("name", ["sgd", "rmsprop"])
def test_decay_in_other_optimizers(name):
    classes = {"sgd": keras.optimizers.SGD, "rmsprop": keras.optimizers.RMSprop}

    def decayed(params, grads, state, **options):
        smaller = optimizers.decay_weights(params, weight_decay=0.5, **options)
        return getattr(optimizers, name)(smaller, grads, state, **options)

    optimizer = classes[name](learning_rate=0.02, weight_decay=0.5)
    assert_same_path(decayed, optimizer, learning_rate=0.02)


@pytest.mark.parametrize(
    ("option", "clip"),
    [
        ("clipnorm", clip_by_norm),
        ("global_clipnorm", clip_by_global_norm),
        ("clipvalue", clip_by_value),
    ],
)
def test_clipping_like_keras(option, clip):
    optimizer = keras.optimizers.SGD(0.1, momentum=0.5, **{option: 0.4})
    assert_same_path(
        optimizers.momentum,
        optimizer,
        clip=lambda g: clip(g, 0.4),
        learning_rate=0.1,
        momentum=0.5,
    )


# --- Contrato -------------------------------------------------------------------------------


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("name", NAMES)
def test_pure_typed_and_shaped(name, dtype):
    rng = np.random.default_rng(3)
    layer = DenseParams(rng.normal(size=(3, 2)).astype(dtype), rng.normal(size=2).astype(dtype))
    params, before = (layer,), [layer.kernel.copy(), layer.bias.copy()]
    grads = (DenseParams(rng.normal(size=(3, 2)), rng.normal(size=2)),)  # float64
    step = getattr(optimizers, name)
    new, state = step(params, grads, None, learning_rate=np.float64(0.1))
    again, _ = step(params, grads, None, learning_rate=np.float64(0.1))
    second, _ = step(new, grads, state, learning_rate=np.float64(0.1))
    twice, _ = step(new, grads, state, learning_rate=np.float64(0.1))
    assert isinstance(new[0], DenseParams)
    for old, kept, value in zip(layer, before, new[0], strict=True):
        np.testing.assert_array_equal(old, kept)
        assert value.dtype == dtype and value.shape == old.shape
    for left, right in ((new, again), (second, twice)):  # el estado tampoco se toca
        np.testing.assert_array_equal(left[0].kernel, right[0].kernel)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("params", "grads"),
    [
        (np.zeros(3), np.zeros((3, 1))),
        ([np.zeros(3)], [np.zeros(3), np.zeros(2)]),
        ([np.zeros(3)], np.zeros(3)),
    ],
)
def test_gradients_that_do_not_match(name, params, grads):
    with pytest.raises(ValueError, match="un gradiente por parámetro"):
        getattr(optimizers, name)(params, grads, None)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("rate", [-0.1, float("nan"), float("inf")])
def test_bad_rate(name, rate):
    with pytest.raises(ValueError, match="no negativo"):
        getattr(optimizers, name)(1.0, 1.0, None, learning_rate=rate)


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        ("momentum", {"momentum": 1.0}, "momentum=1 no sirve"),
        ("nesterov", {"momentum": -0.1}, "momentum=-0.1 no sirve"),
        ("rmsprop", {"rho": 1.5}, "rho=1.5 no sirve"),
        ("rmsprop", {"epsilon": -1.0}, "epsilon=-1 no sirve"),
        ("adagrad", {"initial_accumulator_value": -1}, "initial_accumulator_value=-1"),
        ("adam", {"beta_2": 1.0}, "beta_2=1 no sirve"),
        ("adamw", {"weight_decay": -0.1}, "weight_decay=-0.1 no sirve"),
    ],
)
def test_bad_options(name, options, message):
    with pytest.raises(ValueError, match=message):
        getattr(optimizers, name)(1.0, 1.0, None, **options)
