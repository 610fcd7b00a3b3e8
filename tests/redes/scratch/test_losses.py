"""Pérdidas: a mano, propiedades, derivadas, paridad con Keras y contrato."""

from functools import partial

import keras
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redes.scratch import losses
from redes.scratch.gradcheck import check_gradient

FAST = settings(max_examples=25, deadline=None, derandomize=True)
REGRESSION = ["quadratic_cost", "mean_squared_error", "mean_absolute_error", "huber"]
KERAS = [  # la nuestra, la de Keras y las opciones de la nuestra
    ("mean_squared_error", keras.losses.MeanSquaredError, {}),
    ("mean_absolute_error", keras.losses.MeanAbsoluteError, {}),
    ("huber", keras.losses.Huber, {}),
    ("huber", partial(keras.losses.Huber, delta=0.4), {"delta": 0.4}),
    ("binary_crossentropy", partial(keras.losses.BinaryCrossentropy, from_logits=True), {}),
    (
        "categorical_crossentropy",
        partial(keras.losses.CategoricalCrossentropy, from_logits=True),
        {},
    ),
    (
        "sparse_categorical_crossentropy",
        partial(keras.losses.SparseCategoricalCrossentropy, from_logits=True),
        {},
    ),
]
SHAPES = [(4, 7), (2, 3, 5)]


def targets(name, shape, rng):
    """Un objetivo con sentido para cada pérdida: números, probabilidades, reparto o clases."""
    if name == "binary_crossentropy":
        return rng.uniform(size=shape)
    if name == "categorical_crossentropy":
        return rng.dirichlet(np.ones(shape[-1]), shape[:-1])
    if name == "sparse_categorical_crossentropy":
        return rng.integers(0, shape[-1], shape[:-1])
    return rng.normal(scale=2.0, size=shape)


ALL = [
    *REGRESSION,
    "binary_crossentropy",
    "categorical_crossentropy",
    "sparse_categorical_crossentropy",
]


def pair(name, shape=(4, 7), dtype=np.float64, seed=31):
    rng = np.random.default_rng(seed)
    y, prediction = targets(name, shape, rng), rng.normal(scale=2.0, size=shape)
    if name != "sparse_categorical_crossentropy":
        y = y.astype(dtype)
    return y, prediction.astype(dtype)


# --- A mano ---------------------------------------------------------------------------------


def test_hand_example_of_regression():
    y, a = [[1.0, 0.0], [0.0, 1.0]], [[0.5, 0.0], [0.0, 4.0]]
    # errores -0,5  0  0  3; cuadrados 0,25  0  0  9
    assert losses.quadratic_cost(y, a) == pytest.approx(9.25 / 4)  # 1/(2·2)
    assert losses.mean_squared_error(y, a) == pytest.approx(9.25 / 4)  # 1/4: K = 2 los iguala
    assert losses.mean_absolute_error(y, a) == pytest.approx(3.5 / 4)
    # con δ = 1: 0,125 y 3 - 0,5 = 2,5
    assert losses.huber(y, a) == pytest.approx(2.625 / 4)
    # con δ = 2: 0,125 y 2·3 - 2 = 4
    assert losses.huber(y, a, delta=2.0) == pytest.approx(4.125 / 4)
    np.testing.assert_allclose(losses.quadratic_cost_grad(y, a), [[-0.25, 0], [0, 1.5]])


def test_quadratic_cost_is_per_example():
    # Un vector es un solo ejemplo: (3² + 4²)/2; una columna, dos: (3² + 4²)/(2·2)
    assert losses.quadratic_cost([0.0, 0.0], [3.0, 4.0]) == 12.5
    assert losses.quadratic_cost([[0.0], [0.0]], [[3.0], [4.0]]) == 6.25
    assert losses.quadratic_cost(0.0, 3.0) == 4.5


def test_hand_example_of_three_outputs():
    # El del capítulo: cuadrados 0,04 + 0,16 + 0,04 = 0,24 y 0,04 + 0,36 + 0,36 = 0,76; suman 1
    y, a = [[1.0, 0, 0], [0, 1, 0]], [[0.8, 0.4, 0.2], [0.2, 0.4, 0.6]]
    assert losses.quadratic_cost(y, a) == pytest.approx(1 / 4)  # 1/(2·2)
    assert losses.mean_squared_error(y, a) == pytest.approx(1 / 6)
    np.testing.assert_allclose(
        losses.quadratic_cost_grad(y, a), [[-0.1, 0.2, 0.1], [0.1, -0.3, 0.3]]
    )


def test_what_each_loss_estimates():
    # De 1, 2, 3, 4 y 90: la media es 20, la mediana es 3 y, con Huber y δ = 10, 4c - 10 = 10: c = 5
    y = np.array([1.0, 2.0, 3.0, 4.0, 90.0])
    for best, loss, options in [
        (20, "mean_squared_error", {}),
        (3, "mean_absolute_error", {}),
        (5, "huber", {"delta": 10.0}),
    ]:
        pull = getattr(losses, f"{loss}_grad")(y, np.full(5, float(best)), **options)
        assert pull.sum() == pytest.approx(0, abs=1e-12)
        costs = [
            getattr(losses, loss)(y, np.full(5, c), **options) for c in np.linspace(0, 30, 301)
        ]
        assert np.argmin(costs) == 10 * best


def test_hand_example_of_crossentropy():
    # σ(ln 3) = 3/4: -ln(3/4) si la clase es 1, -ln(1/4) si es 0
    z = [np.log(3), np.log(3)]
    assert losses.binary_crossentropy([1, 0], z) == pytest.approx((np.log(4 / 3) + np.log(4)) / 2)
    # softmax(ln 1, ln 2, ln 5) = 1/8, 2/8, 5/8
    logits = np.log([[1.0, 2.0, 5.0], [1.0, 2.0, 5.0]])
    expected = (np.log(8) + np.log(8 / 5)) / 2
    assert losses.sparse_categorical_crossentropy([0, 2], logits) == pytest.approx(expected)
    one_hot = [[1, 0, 0], [0, 0, 1]]
    assert losses.categorical_crossentropy(one_hot, logits) == pytest.approx(expected)


# --- Propiedades ----------------------------------------------------------------------------


@FAST
@given(st.integers(0, 1000))
def test_sparse_equals_one_hot(seed):
    labels, logits = pair("sparse_categorical_crossentropy", (2, 3, 5), seed=seed)
    one_hot = np.eye(5)[labels]
    assert losses.sparse_categorical_crossentropy(labels, logits) == pytest.approx(
        losses.categorical_crossentropy(one_hot, logits), rel=1e-12
    )
    np.testing.assert_allclose(
        losses.sparse_categorical_crossentropy_grad(labels, logits),
        losses.categorical_crossentropy_grad(one_hot, logits),
        atol=1e-15,
    )


@FAST
@given(st.integers(0, 1000))
def test_binary_equals_two_classes(seed):
    # Dos clases con logits (0, z) son una sigmoide de z.
    rng = np.random.default_rng(seed)
    labels, z = rng.integers(0, 2, 6), rng.normal(scale=3, size=6)
    two = np.stack([np.zeros(6), z], axis=-1)
    assert losses.binary_crossentropy(labels, z) == pytest.approx(
        losses.sparse_categorical_crossentropy(labels, two), rel=1e-12
    )


@FAST
@given(st.sampled_from(ALL), st.integers(0, 1000))
def test_loss_is_the_mean_of_its_examples(name, seed):
    y, prediction = pair(name, seed=seed)
    loss = getattr(losses, name)
    singles = [loss(y[i : i + 1], prediction[i : i + 1]) for i in range(len(y))]
    assert loss(y, prediction) == pytest.approx(np.mean(singles), rel=1e-12)
    assert loss(y, prediction) >= 0


@pytest.mark.parametrize("name", REGRESSION)
def test_no_error_costs_nothing(name):
    y, _ = pair(name)
    assert getattr(losses, name)(y, y) == 0
    assert not getattr(losses, f"{name}_grad")(y, y).any()


def test_knowing_nothing_costs_the_logarithm_of_the_classes():
    loss = losses.sparse_categorical_crossentropy([0, 3, 9], np.zeros((3, 10)))
    assert loss == pytest.approx(np.log(10))


# --- Derivadas ------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", ALL)
def test_gradient(name, shape):
    y, prediction = pair(name, shape)
    loss, derivative = getattr(losses, name), getattr(losses, f"{name}_grad")
    if name in ("mean_absolute_error", "huber"):  # lejos de los picos en 0 y ±δ
        error = np.abs(prediction - y)
        assert min(error.min(), np.abs(error - 1.0).min()) > 1e-3
    upstream = 1.7
    check_gradient(
        lambda v: upstream * loss(y, v), prediction, upstream * derivative(y, prediction)
    )


def test_gradient_of_huber_with_its_option():
    y, a = pair("huber")
    check_gradient(lambda v: losses.huber(y, v, delta=0.4), a, losses.huber_grad(y, a, delta=0.4))


def test_gradient_of_categorical_when_the_targets_do_not_sum_one():
    y, logits = pair("categorical_crossentropy")
    check_gradient(
        lambda v: losses.categorical_crossentropy(3 * y, v),
        logits,
        losses.categorical_crossentropy_grad(3 * y, logits),
    )


# --- Paridad con Keras ----------------------------------------------------------------------


@pytest.mark.parametrize(("dtype", "tolerance"), [("float32", 5e-6), ("float64", 1e-10)])
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(("name", "keras_loss", "options"), KERAS)
def test_same_as_keras(name, keras_loss, options, shape, dtype, tolerance):
    y, prediction = pair(name, shape, dtype)
    theirs = float(keras_loss(dtype=dtype)(y, prediction))
    assert getattr(losses, name)(y, prediction, **options) == pytest.approx(theirs, rel=tolerance)


@pytest.mark.parametrize(("name", "keras_loss", "options"), KERAS)
def test_gradient_same_as_keras(name, keras_loss, options):
    # La predicción se hace pasar por peso (una capa sin sesgo, alimentada con la identidad): un
    # paso de tasa 1 le resta el gradiente.
    y, prediction = pair(name)
    examples, size = prediction.shape
    layer = keras.layers.Dense(size, use_bias=False, dtype="float64")
    model = keras.Sequential([keras.Input((examples,), dtype="float64"), layer])
    model.set_weights([prediction])
    model.compile(keras.optimizers.SGD(1.0), keras_loss(dtype="float64"), run_eagerly=True)
    model.train_on_batch(np.eye(examples), y)
    theirs = prediction - model.get_weights()[0]
    ours = getattr(losses, f"{name}_grad")(y, prediction, **options)
    assert np.max(np.abs(ours - theirs)) <= 1e-10 * np.max(np.abs(ours))


# --- Contrato y estabilidad -----------------------------------------------------------------


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("name", ALL)
def test_contract(name, dtype):
    y, prediction = pair(name, dtype=dtype)
    before = y.copy(), prediction.copy()
    loss = getattr(losses, name)(y, prediction)
    gradient = getattr(losses, f"{name}_grad")(y, prediction)
    assert np.ndim(loss) == 0 and loss.dtype == dtype
    assert gradient.shape == prediction.shape and gradient.dtype == dtype
    np.testing.assert_array_equal(y, before[0])
    np.testing.assert_array_equal(prediction, before[1])


def test_the_type_is_that_of_the_prediction():
    assert losses.mean_squared_error([1, 2], np.ones(2, np.float32)).dtype == np.float32
    assert losses.binary_crossentropy(np.ones(2), np.ones(2, np.float32)).dtype == np.float32
    # Una opción sacada de np.linspace es un escalar float64.
    y, a, delta = np.zeros(2, np.float32), np.ones(2, np.float32), np.float64(0.3)
    assert losses.huber(y, a, delta=delta).dtype == np.float32
    assert losses.huber_grad(y, a, delta=delta).dtype == np.float32


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_far_logits_stay_finite_and_exact(dtype):
    far = np.array([-1000.0, 1000.0], dtype)
    assert losses.binary_crossentropy([0, 1], far) == 0
    assert losses.binary_crossentropy([1, 0], far) == 1000
    np.testing.assert_array_equal(losses.binary_crossentropy_grad([1, 0], far), [-0.5, 0.5])
    assert losses.sparse_categorical_crossentropy([0], far[None]) == 2000
    np.testing.assert_array_equal(
        losses.sparse_categorical_crossentropy_grad([0], far[None]), [[-1, 1]]
    )
    assert losses.categorical_crossentropy([[1, 0]], far[None]) == 2000
    for name in REGRESSION:
        assert np.isfinite(getattr(losses, name)(-far, far))


@pytest.mark.parametrize("suffix", ["", "_grad"])
@pytest.mark.parametrize("name", [n for n in ALL if not n.startswith("sparse")])
def test_shapes_are_never_broadcast(name, suffix):
    function = getattr(losses, name + suffix)
    with pytest.raises(ValueError, match=r"\(3,\).*\(3, 1\)"):
        function(np.ones(3), np.ones((3, 1)))
    with pytest.raises(ValueError, match=r"\(0, 2\).*ningún ejemplo"):
        function(np.ones((0, 2)), np.ones((0, 2)))


@pytest.mark.parametrize("suffix", ["", "_grad"])
def test_bad_labels(suffix):
    sparse = getattr(losses, "sparse_categorical_crossentropy" + suffix)
    logits = np.zeros((2, 3))
    with pytest.raises(ValueError, match=r"\(2, 3\).*\(2, 3\).*one-hot"):
        sparse(np.eye(3, dtype=int)[:2], logits)
    with pytest.raises(ValueError, match="de 1 a 3 y con 3 clases"):
        sparse([1, 3], logits)
    with pytest.raises(ValueError, match="de -1 a 0"):
        sparse([-1, 0], logits)
    with pytest.raises(ValueError, match="float64"):
        sparse([0.0, 1.0], logits)
    with pytest.raises(ValueError, match="de -1 a 1"):
        getattr(losses, "binary_crossentropy" + suffix)([-1, 1], [0.0, 0.0])
