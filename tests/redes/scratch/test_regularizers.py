"""Penalizaciones y límites: a mano, propiedades, derivadas, paridad con Keras y contrato."""

import keras
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redes.scratch.gradcheck import check_gradient
from redes.scratch.regularizers import (
    l1_penalty,
    l1_penalty_grad,
    l2_penalty,
    l2_penalty_grad,
    max_norm,
    soft_threshold,
)

FAST = settings(max_examples=25, deadline=None, derandomize=True)
KERNEL = np.random.default_rng(31).normal(size=(5, 7))


def test_hand_example():
    # El del capítulo: w = (3, −0,5, 0,1) y λ = 0,1.
    w = [3.0, -0.5, 0.1]
    np.testing.assert_allclose(l1_penalty(w, l1=0.1), 0.36)  # 0,1·(3 + 0,5 + 0,1)
    np.testing.assert_allclose(l2_penalty(w, l2=0.1), 0.926)  # 0,1·(9 + 0,25 + 0,01)
    np.testing.assert_allclose(l1_penalty_grad(w, l1=0.1), [0.1, -0.1, 0.1])
    np.testing.assert_allclose(l2_penalty_grad(w, l2=0.1), [0.6, -0.1, 0.02])  # 0,2·w
    # Un paso con η = 1: L2 multiplica por 0,8; el umbral de L1 es 0,1.
    np.testing.assert_allclose(w - l2_penalty_grad(w, l2=0.1), [2.4, -0.4, 0.08])
    np.testing.assert_allclose(soft_threshold(w, 0.1), [2.9, -0.4, 0.0], atol=1e-15)


@pytest.mark.parametrize("axis", [0, 1, -1])
def test_max_norm_keeps_the_direction(axis):
    out = max_norm(KERNEL, max_value=2, axis=axis)
    before, after = (np.linalg.norm(v, axis=axis, keepdims=True) for v in (KERNEL, out))
    np.testing.assert_allclose(after, np.minimum(before, 2))
    np.testing.assert_allclose(out / after, KERNEL / before)
    assert (before > 2).any() and (before < 2).any()


def test_zero_columns_stay_zero():
    np.testing.assert_array_equal(max_norm(np.zeros((3, 2))), np.zeros((3, 2)))


@FAST
@given(st.floats(-5, 5), st.floats(0, 3))
def test_soft_threshold_is_the_minimum(w, threshold):
    u = float(soft_threshold(w, threshold))
    grid = np.linspace(-6, 6, 2401)
    assert _cost(u, w, threshold) <= _cost(grid, w, threshold).min() + 1e-12
    assert u == 0 if abs(w) <= threshold else np.sign(u) == np.sign(w)


def _cost(u, w, threshold):
    return (u - w) ** 2 / 2 + threshold * np.abs(u)


@pytest.mark.parametrize(
    ("penalty", "gradient", "name"),
    [(l1_penalty, l1_penalty_grad, "l1"), (l2_penalty, l2_penalty_grad, "l2")],
)
def test_gradients(penalty, gradient, name):
    factor = {name: 0.3}
    check_gradient(lambda v: penalty(v, **factor), KERNEL, gradient(KERNEL, **factor))


def test_penalties_of_keras():
    w = KERNEL.astype("float32")
    pairs = [
        (keras.regularizers.L1(0.3), l1_penalty(w, l1=0.3)),
        (keras.regularizers.L2(0.3), l2_penalty(w, l2=0.3)),
        (keras.regularizers.L1(), l1_penalty(w)),  # los valores por omisión
        (keras.regularizers.L2(), l2_penalty(w)),
        (keras.regularizers.L1L2(0.1, 0.2), l1_penalty(w, l1=0.1) + l2_penalty(w, l2=0.2)),
    ]
    for theirs, ours in pairs:
        np.testing.assert_allclose(float(theirs(w)), ours, rtol=5e-6)


@pytest.mark.parametrize("axis", [0, 1])
@pytest.mark.parametrize("max_value", [0.5, 2, 100])
def test_constraint_of_keras(axis, max_value):
    w = KERNEL.astype("float32")
    theirs = keras.constraints.MaxNorm(max_value, axis=axis)(w)
    ours = max_norm(w, max_value=max_value, axis=axis)
    assert np.max(np.abs(ours - keras.ops.convert_to_numpy(theirs))) <= 5e-6 * np.max(np.abs(ours))


def test_default_limit_is_the_one_of_keras():
    w = KERNEL.astype("float32")
    theirs = keras.ops.convert_to_numpy(keras.constraints.MaxNorm()(w))
    np.testing.assert_allclose(max_norm(w), theirs, rtol=1e-5)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_contract(dtype):
    w = KERNEL.astype(dtype)
    copy = w.copy()
    for value in (
        l1_penalty(w),
        l2_penalty(w),
        l1_penalty_grad(w),
        l2_penalty_grad(w),
        soft_threshold(w, 0.1),
        max_norm(w),
    ):
        assert value.dtype == dtype
    np.testing.assert_array_equal(w, copy)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: l1_penalty(KERNEL, l1=-1), "l1=-1"),
        (lambda: l1_penalty_grad(KERNEL, l1=-1), "l1=-1"),
        (lambda: l2_penalty(KERNEL, l2=-1), "l2=-1"),
        (lambda: l2_penalty_grad(KERNEL, l2=float("nan")), "l2=nan"),
        (lambda: soft_threshold(KERNEL, -1), "threshold=-1"),
        (lambda: max_norm(KERNEL, max_value=-1), "max_value=-1"),
        (lambda: max_norm(KERNEL, axis=2), r"axis=2.*\(5, 7\)"),
    ],
)
def test_bad_input(call, message):
    with pytest.raises(ValueError, match=message):
        call()
