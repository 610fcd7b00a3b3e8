"""El perceptrón de Rosenblatt: a mano, convergencia, XOR y contrato."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redes.scratch import perceptron

FAST = settings(max_examples=25, deadline=None, derandomize=True)
CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])


def test_hand_example_three_steps():
    weights, bias = np.zeros(2), 0.0
    # x = (1, 2), clase 0: z = 0, dispara (0 llega al umbral) y no debía: w = (-1, -2), b = -1
    weights, bias = perceptron.update([1.0, 2.0], 0, weights, bias)
    np.testing.assert_array_equal(weights, [-1, -2])
    assert bias == -1
    # x = (3, 1), clase 1: z = -3 - 2 - 1 = -6, calla y debía disparar: w = (2, -1), b = 0
    weights, bias = perceptron.update([3.0, 1.0], 1, weights, bias)
    np.testing.assert_array_equal(weights, [2, -1])
    assert bias == 0
    # x = (1, 2), clase 0: z = 2 - 2 + 0 = 0, dispara y no debía: w = (1, -3), b = -1
    weights, bias = perceptron.update([1.0, 2.0], 0, weights, bias)
    np.testing.assert_array_equal(weights, [1, -3])
    assert bias == -1


def test_hand_example_until_it_stops():
    # La tabla del capítulo: (1, 2) de clase 0 y (3, 1) de clase 1, por turnos. z: 0, -6, 0, -1, 0
    # obligan a corregir; 9 - 4 - 1 = 4 y 3 - 8 - 1 = -6 ya aciertan.
    expected = [(-1, -2, -1), (2, -1, 0), (1, -3, -1), (4, -2, 0), (3, -4, -1), (3, -4, -1)]
    weights, bias = np.zeros(2), 0.0
    for turn, (w1, w2, b) in enumerate([*expected, expected[-1]]):
        x, label = ([1.0, 2.0], 0) if turn % 2 == 0 else ([3.0, 1.0], 1)
        weights, bias = perceptron.update(x, label, weights, bias)
        assert (*weights, bias) == (w1, w2, b)


def test_hand_example_of_three_tumours():
    # 4·18 + 3·10 - 120 = -18; 4·21 + 3·18 - 120 = 18; 4·13 + 3·16 - 120 = -20
    tumours = [[18.0, 10.0], [21.0, 18.0], [13.0, 16.0]]
    np.testing.assert_array_equal(perceptron.predict(tumours, [4.0, 3.0], -120.0), [0, 1, 0])


def test_xor_by_hand():
    # Con el producto: x₁ + x₂ - 2x₁x₂ - 0,5 = -0,5, 0,5, 0,5 y 1 + 1 - 2 - 0,5 = -0,5
    with_product = np.column_stack([CORNERS, CORNERS.prod(axis=1)])
    np.testing.assert_array_equal(perceptron.predict(with_product, [1, 1, -2], -0.5), [0, 1, 1, 0])
    # Con dos neuronas ocultas: h₁ = 0, 1, 1, 1; h₂ = 0, 0, 0, 1; h₁ - h₂ - 0,5
    first, second = (perceptron.predict(CORNERS, [1, 1], bias) for bias in (-0.5, -1.5))
    np.testing.assert_array_equal((first, second), [[0, 1, 1, 1], [0, 0, 0, 1]])
    hidden = np.column_stack([first, second])
    np.testing.assert_array_equal(perceptron.predict(hidden, [1, -1], -0.5), [0, 1, 1, 0])


@pytest.mark.parametrize("label", [0, 1])
def test_a_hit_changes_nothing(label):
    # z = 1·x + 0: x = 1 dispara, x = -1 calla
    x = [1.0] if label else [-1.0]
    weights, bias = perceptron.update(x, label, [1.0], 0.0)
    assert weights == [1.0] and bias == 0.0


@FAST
@given(st.integers(0, 10_000))
def test_a_miss_moves_z_towards_the_label(seed):
    rng = np.random.default_rng(seed)
    x, weights, bias = rng.normal(size=3), rng.normal(size=3), rng.normal()
    wrong = 1 - perceptron.predict(x, weights, bias)
    new_weights, new_bias = perceptron.update(x, wrong, weights, bias)
    # z crece en (y - ŷ)(|x|² + 1)
    change = (x @ new_weights + new_bias) - (x @ weights + bias)
    assert change == pytest.approx((2 * wrong - 1) * (x @ x + 1))


@settings(FAST, max_examples=8)
@given(st.integers(0, 10_000))
def test_separable_classes_are_learnt(seed):
    rng = np.random.default_rng(seed)
    x = rng.uniform(-1, 1, (40, 2))
    z = x @ [1.0, -2.0] + 0.3
    x, labels = x[np.abs(z) > 0.2], (z[np.abs(z) > 0.2] > 0).astype(int)  # con margen
    # Novikoff: R²/γ² correcciones como mucho, con R² ≤ 3 y γ = 0,2/‖(1, -2, 0,3)‖: 3·5,09/0,04
    fit = perceptron.train(x, labels, epochs=100, rng=rng)
    assert sum(fit.errors) <= 3 * 5.09 / 0.04
    assert fit.errors[-1] == 0 and len(fit.errors) == 100
    np.testing.assert_array_equal(perceptron.predict(x, fit.weights, fit.bias), labels)


def test_xor_never_stops_failing():
    fit = perceptron.train(CORNERS, [0, 1, 1, 0], epochs=50, rng=np.random.default_rng(0))
    assert len(fit.errors) == 50 and min(fit.errors) > 0


def test_errors_count_the_corrections_of_the_first_epoch():
    # Un solo ejemplo de clase 0 en x = 0: z = 0 dispara, un error y b = -1; después calla.
    fit = perceptron.train([[0.0]], [0], epochs=3, rng=np.random.default_rng(0))
    assert fit.errors == [1, 0, 0] and fit.bias == -1


def test_a_row_equals_a_batch_of_one():
    rng = np.random.default_rng(3)
    x, weights = rng.normal(size=(5, 3)), rng.normal(size=3)
    whole = perceptron.predict(x, weights, 0.1)
    np.testing.assert_array_equal(whole, [perceptron.predict(row, weights, 0.1) for row in x])


def test_the_generator_decides_the_order():
    rng = np.random.default_rng(4)
    x, labels = rng.normal(size=(30, 2)), rng.integers(0, 2, 30)
    first, second, third = (
        perceptron.train(x, labels, epochs=3, rng=np.random.default_rng(seed)) for seed in (7, 7, 8)
    )
    np.testing.assert_array_equal(first.weights, second.weights)
    assert not np.array_equal(first.weights, third.weights)


def test_inputs_are_not_touched_and_dtype_is_kept():
    x, weights = np.ones(2, np.float32), np.zeros(2, np.float32)
    new, _ = perceptron.update(x, 0, weights, 0.0)
    assert new.dtype == np.float32 and not weights.any() and np.all(x == 1)
    fit = perceptron.train(
        CORNERS.astype(np.float32), [0, 0, 0, 1], epochs=2, rng=np.random.default_rng(0)
    )
    assert fit.weights.dtype == np.float32


@pytest.mark.parametrize("big", [-1000.0, 1000.0])
def test_large_inputs(big):
    assert perceptron.predict([big], [1000.0], 0.0) == (big > 0)


def test_bad_shapes_and_labels():
    rng = np.random.default_rng(0)
    with pytest.raises(ValueError, match=r"\(4, 2\).*\(3,\)"):
        perceptron.predict(CORNERS, np.zeros(3), 0.0)
    with pytest.raises(ValueError, match=r"\(4, 2\)"):
        perceptron.update(CORNERS, 1, np.zeros(2), 0.0)
    with pytest.raises(ValueError, match=r"\(4, 2\).*\(3,\)"):
        perceptron.train(CORNERS, [0, 1, 1], epochs=1, rng=rng)
    with pytest.raises(ValueError, match=r"\[-1, 1\].*0 y 1"):
        perceptron.train(CORNERS, [-1, 1, 1, 1], epochs=1, rng=rng)
