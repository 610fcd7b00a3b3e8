"""Prueba de la herramienta: un gradiente roto ha de hacerla saltar, y donde toca."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redes.scratch.gradcheck import GradientError, check_gradient, numerical_gradient

FAST = settings(max_examples=25, deadline=None, derandomize=True)


def cubic(x):
    return np.sum(x**3)


def cubic_gradient(x):
    return 3 * x**2


def test_hand_example():
    # f = x0²·x1 en (3, 2): ∂f/∂x0 = 2·3·2 = 12; ∂f/∂x1 = 3² = 9
    gradient = numerical_gradient(lambda x: x[0] ** 2 * x[1], [3.0, 2.0])
    np.testing.assert_allclose(gradient, [12.0, 9.0], rtol=1e-8)


def test_the_error_is_of_second_order():
    # En x³ la diferencia central se equivoca exactamente en h²: 3x² + h² (x = 1, h = 0,01).
    assert numerical_gradient(lambda x: x**3, 1.0, step=0.01) == pytest.approx(3.0001, rel=1e-12)


def test_large_components_get_a_proportional_step():
    # Junto a 1e12 los float64 distan 1e-4: un paso fijo de 1e-5 no movería x.
    assert numerical_gradient(lambda x: 2 * x, 1e12) == pytest.approx(2.0, rel=1e-9)


@FAST
@given(st.integers(0, 2), st.integers(0, 3), st.sampled_from([1.0001, -1.0, 0.0, 2.0]))
def test_a_broken_component_is_named(row, column, factor):
    x = np.random.default_rng(row * 4 + column).uniform(0.5, 2.0, (3, 4))
    broken = cubic_gradient(x)
    broken[row, column] *= factor
    with pytest.raises(GradientError) as caught:
        check_gradient(cubic, x, broken)
    assert caught.value.index == (row, column)
    assert caught.value.analytic == broken[row, column]
    assert caught.value.numeric == pytest.approx(3 * x[row, column] ** 2, rel=1e-8)


def test_the_right_gradient_passes():
    x = np.random.default_rng(1).uniform(-2.0, 2.0, (3, 4))
    check_gradient(cubic, x, cubic_gradient(x))


def test_the_message_is_in_spanish_with_index_and_values():
    with pytest.raises(AssertionError, match=r"índice \(1,\).*analítico vale 5\.0.*numérico 12\."):
        check_gradient(cubic, [1.0, 2.0], [3.0, 5.0])


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_not_finite_never_passes(bad):
    with pytest.raises(GradientError) as caught:
        check_gradient(cubic, [1.0, 2.0, 3.0], [3.0, bad, 27.0])
    assert caught.value.index == (1,)


def test_a_function_that_is_not_finite_never_passes():
    with pytest.raises(GradientError):
        check_gradient(lambda x: np.nan * x.sum(), [1.0, 2.0], [0.0, 0.0])


def test_tolerances_are_obeyed():
    check_gradient(cubic, [1.0, 2.0], [3.0, 12.1], rtol=1e-2)
    check_gradient(cubic, [1.0, 2.0], [3.0, 12.1], atol=0.2)
    with pytest.raises(GradientError):
        check_gradient(cubic, [1.0, 2.0], [3.0, 12.1], rtol=1e-3)


def test_the_default_tolerance_is_a_millionth_of_the_largest_component():
    # El gradiente de la suma de cien números son cien unos: se admite 1e-8 + 1e-6·1, y no 1e-6·100.
    x, analytic = np.zeros(100), np.ones(100)
    analytic[7] = 1 + 9e-7
    check_gradient(np.sum, x, analytic)
    analytic[7] = 1 + 2e-6
    with pytest.raises(GradientError):
        check_gradient(np.sum, x, analytic)
    # Donde todo vale cero queda solo la tolerancia absoluta.
    check_gradient(lambda v: 0.0, x, np.full(100, 9e-9))
    with pytest.raises(GradientError):
        check_gradient(lambda v: 0.0, x, np.full(100, 2e-8))


def test_computes_in_float64_even_from_float32():
    x = np.array([0.1, 0.2], dtype=np.float32)
    seen = []
    gradient = numerical_gradient(lambda v: seen.append(v.dtype) or v.sum(), x)
    assert gradient.dtype == np.float64 and set(seen) == {np.dtype(np.float64)}


def test_neither_x_nor_the_memory_of_f_is_touched():
    x = np.array([1.0, 2.0])
    kept = []
    numerical_gradient(lambda v: kept.append(v) or v.sum(), x)
    np.testing.assert_array_equal(x, [1.0, 2.0])
    # Cada llamada recibe su propia copia: guardar el argumento no lo cambia después.
    assert kept[0][0] > 1.0 and kept[1][0] < 1.0


def test_rejects_another_shape_with_both_in_the_text():
    with pytest.raises(ValueError, match=r"\(3,\).*\(2,\)"):
        check_gradient(cubic, [1.0, 2.0], [3.0, 12.0, 1.0])


def test_rejects_a_vector_valued_function():
    with pytest.raises(ValueError, match=r"forma \(2,\)"):
        numerical_gradient(lambda x: x**2, [1.0, 2.0])


def test_nothing_to_check_is_an_error():
    with pytest.raises(ValueError, match="nada que comprobar"):
        check_gradient(cubic, np.empty((0, 3)), np.empty((0, 3)))
