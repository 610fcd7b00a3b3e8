"""Activaciones: a mano, propiedades, derivadas, paridad con Keras y contrato."""

import keras
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from redes.scratch import activations as act
from redes.scratch.gradcheck import check_gradient

FAST = settings(max_examples=25, deadline=None, derandomize=True)
LOGITS = hnp.arrays(np.float64, (3, 4), elements=st.floats(-1e3, 1e3))

# (nombre, opciones): la rejilla que recorren derivadas, paridad y estabilidad.
ELEMENTWISE = [
    ("sigmoid", {}),
    ("tanh", {}),
    ("relu", {}),
    ("leaky_relu", {}),
    ("leaky_relu", {"negative_slope": 0.35}),
    ("elu", {}),
    ("elu", {"alpha": 1.7}),
    ("selu", {}),
    ("gelu", {}),
    ("gelu", {"approximate": True}),
    ("silu", {}),
    ("softplus", {}),
    ("mish", {}),
]
IDS = [f"{name}-{options}" for name, options in ELEMENTWISE]
ALL_NAMES = ["step", *dict(ELEMENTWISE)]
SOFTMAXES = ["softmax", "log_softmax"]


def close_in_maximum_norm(ours, theirs, tolerance=5e-6):
    theirs = np.asarray(theirs)
    assert ours.shape == theirs.shape
    assert np.max(np.abs(ours - theirs)) <= tolerance * np.max(np.abs(theirs))


# --- A mano ---------------------------------------------------------------------------------


def test_hand_example_of_one_neuron():
    # z = 0,5·2 + (-1)·1 + 0,3 = 0,3
    z = 0.5 * 2 + (-1) * 1 + 0.3
    # e^-0,3 = 0,740818; σ = 1/1,740818 = 0,574443; σ' = 0,574443·0,425557 = 0,244458
    assert act.sigmoid(z) == pytest.approx(0.574443, abs=1e-6)
    assert act.sigmoid_grad(z) == pytest.approx(0.244458, abs=1e-6)
    # tanh 0,3 = (e^0,6 - 1)/(e^0,6 + 1) = 0,822119/2,822119 = 0,291313
    assert act.tanh(z) == pytest.approx(0.291313, abs=1e-6)
    assert act.step(z) == 1 and act.relu(z) == pytest.approx(0.3)


def test_hand_example_of_softmax():
    # e^(ln 1, ln 2, ln 5) = 1, 2, 5; suman 8
    z = np.log([1.0, 2.0, 5.0])
    np.testing.assert_allclose(act.softmax(z), [1 / 8, 2 / 8, 5 / 8], rtol=1e-15)
    np.testing.assert_allclose(act.log_softmax(z), np.log([1 / 8, 2 / 8, 5 / 8]), rtol=1e-14)


def test_conventions_at_zero():
    # En el escalón, alcanzar el umbral dispara; en los picos tomamos la pendiente izquierda.
    assert act.step(0.0) == 1
    assert act.relu_grad(0.0) == 0
    assert act.leaky_relu_grad(0.0) == 0.2


# --- Propiedades ----------------------------------------------------------------------------


@FAST
@given(LOGITS, st.sampled_from([0, 1, -1]))
def test_softmax_is_a_distribution_along_its_axis(z, axis):
    y = act.softmax(z, axis=axis)
    assert np.all(y >= 0)
    np.testing.assert_allclose(y.sum(axis=axis), 1.0, rtol=1e-12)


@FAST
@given(LOGITS, st.floats(-100, 100))
def test_softmax_ignores_a_shift(z, shift):
    np.testing.assert_allclose(act.softmax(z + shift), act.softmax(z), rtol=1e-9, atol=1e-12)


@FAST
@given(LOGITS)
def test_log_softmax_is_the_logarithm(z):
    np.testing.assert_allclose(np.exp(act.log_softmax(z)), act.softmax(z), rtol=1e-9, atol=1e-300)


@FAST
@given(LOGITS)
def test_sigmoid_and_tanh_are_the_same_curve(z):
    np.testing.assert_allclose(act.tanh(z), 2 * act.sigmoid(2 * z) - 1, atol=1e-14)
    np.testing.assert_allclose(act.sigmoid(z) + act.sigmoid(-z), 1.0, rtol=1e-14)


@FAST
@given(LOGITS)
def test_leaky_relu_without_leak_is_relu(z):
    np.testing.assert_array_equal(act.leaky_relu(z, negative_slope=0.0), act.relu(z))


# --- Derivadas ------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "options"), ELEMENTWISE, ids=IDS)
def test_elementwise_gradient(name, options):
    rng = np.random.default_rng(11)
    # Lejos del pico en 0, donde ReLU y sus parientes no tienen derivada.
    z = rng.choice([-1.0, 1.0], (3, 5)) * rng.uniform(0.05, 4.0, (3, 5))
    upstream = rng.normal(size=z.shape)
    function, derivative = getattr(act, name), getattr(act, f"{name}_grad")
    check_gradient(
        lambda v: np.sum(upstream * function(v, **options)), z, upstream * derivative(z, **options)
    )


def test_step_gradient_is_zero_away_from_the_jump():
    z = np.array([-2.0, -0.1, 0.1, 3.0])
    check_gradient(lambda v: act.step(v).sum(), z, act.step_grad(z))


@pytest.mark.parametrize("axis", [0, 1, -1])
def test_softmax_backward(axis):
    rng = np.random.default_rng(12)
    z, upstream = rng.normal(size=(2, 3, 5))
    analytic = act.softmax_backward(upstream, act.softmax(z, axis=axis), axis=axis)
    check_gradient(lambda v: np.sum(upstream * act.softmax(v, axis=axis)), z, analytic)


# --- Paridad con Keras ----------------------------------------------------------------------


@pytest.mark.parametrize(("name", "options"), ELEMENTWISE, ids=IDS)
def test_same_as_keras(name, options):
    # Sin opciones comparamos también los valores por defecto.
    z = np.random.default_rng(13).normal(scale=3.0, size=(4, 7)).astype(np.float32)
    theirs = getattr(keras.activations, name)(z, **options)
    close_in_maximum_norm(getattr(act, name)(z, **options), theirs)


@pytest.mark.parametrize("name", SOFTMAXES)
@pytest.mark.parametrize("axis", [0, 1, -1])
def test_softmax_same_as_keras(name, axis):
    z = np.random.default_rng(14).normal(scale=3.0, size=(2, 5, 7)).astype(np.float32)
    close_in_maximum_norm(
        getattr(act, name)(z, axis=axis), getattr(keras.activations, name)(z, axis=axis)
    )


# --- Contrato y estabilidad -----------------------------------------------------------------


def calls():
    for name in ALL_NAMES:
        yield getattr(act, name)
        yield getattr(act, f"{name}_grad")
    for name in SOFTMAXES:
        yield getattr(act, name)


@pytest.mark.parametrize("function", list(calls()), ids=lambda function: function.__name__)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_contract(function, dtype):
    z = np.array([[-1000.0, -2.0, 0.0], [2.0, 0.5, 1000.0]], dtype=dtype)
    before = z.copy()
    result = function(z)
    assert result.dtype == dtype and result.shape == z.shape
    assert np.all(np.isfinite(result))
    np.testing.assert_array_equal(z, before)


@pytest.mark.parametrize(("name", "option"), [("leaky_relu", "negative_slope"), ("elu", "alpha")])
def test_options_do_not_change_the_type(name, option):
    # Una opción sacada de np.linspace es un escalar float64.
    z = np.array([-1.0, 2.0], np.float32)
    for function in (getattr(act, name), getattr(act, f"{name}_grad")):
        assert function(z, **{option: np.float64(0.3)}).dtype == np.float32


def test_limits_far_from_zero():
    far = np.array([-1000.0, 1000.0])
    np.testing.assert_array_equal(act.sigmoid(far), [0.0, 1.0])
    for name in ("relu", "gelu", "silu", "softplus", "mish"):
        np.testing.assert_array_equal(getattr(act, name)(far), [0.0, 1000.0])
        np.testing.assert_array_equal(getattr(act, f"{name}_grad")(far), [0.0, 1.0])
    np.testing.assert_array_equal(act.log_softmax(far), [-2000.0, 0.0])


def test_tails_keep_their_digits():
    # 1 - σ(40) se redondea a 0 si se resta; la derivada verdadera es e^-40 (1 - e^-40…).
    assert act.sigmoid_grad(40.0) == pytest.approx(np.exp(-40.0), rel=1e-12)
    # Φ(-10) = 7,61985302416e-24, que 1 + erf(-10/√2) perdería entero.
    assert act.gelu(-10.0) == pytest.approx(-10 * 7.61985302416e-24, rel=1e-10)


def test_integers_become_float64():
    assert act.relu([-1, 2]).dtype == np.float64
    assert act.sigmoid(np.array([0, 1])).dtype == np.float64


@pytest.mark.parametrize("bad", [["hola"], [1 + 2j]])
def test_rejects_what_is_not_a_real_number(bad):
    with pytest.raises(ValueError, match="números reales"):
        act.relu(bad)


@pytest.mark.parametrize("function", [act.softmax, act.log_softmax])
def test_softmax_rejects_a_missing_axis(function):
    with pytest.raises(ValueError, match=r"axis=2 .*\(3, 4\)"):
        function(np.zeros((3, 4)), axis=2)
    with pytest.raises(ValueError, match="axis=-1"):
        function(1.0)


def test_softmax_backward_rejects_other_shapes():
    with pytest.raises(ValueError, match=r"\(3,\).*\(2, 3\)"):
        act.softmax_backward(np.ones(3), np.ones((2, 3)))


def test_softmax_backward_does_not_touch_its_inputs():
    grad, y = np.ones((2, 3), np.float32), np.full((2, 3), 1 / 3, np.float32)
    assert act.softmax_backward(grad, y).dtype == np.float32
    np.testing.assert_array_equal(grad, 1)
    np.testing.assert_array_equal(y, np.float32(1 / 3))
