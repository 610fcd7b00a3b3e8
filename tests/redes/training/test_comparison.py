import numpy as np
import pytest
import scipy.stats
from hypothesis import given, settings
from hypothesis import strategies as st

from redes.training.comparison import mcnemar


def hits(text):
    return np.array([letter == "1" for letter in text])


def test_by_hand():
    # Discrepan en los seis últimos: cinco los gana el primero y uno el segundo.
    found = mcnemar(hits("1100111110"), hits("1100000001"))
    assert found[:2] == (5, 1)
    assert found.p_value == pytest.approx(2 * (1 + 6) / 2**6)  # 2·(C(6,0) + C(6,1))/64


def test_without_disagreement():
    assert mcnemar(hits("101"), hits("101")) == (0, 0, 1.0)
    assert mcnemar(hits("10"), hits("01")).p_value == 1  # empate: el doble de la cola pasa de 1


@settings(max_examples=25, deadline=None, derandomize=True)
@given(st.integers(0, 1000))
def test_same_as_the_binomial_test_and_symmetric(seed):
    rng = np.random.default_rng(seed)
    first, second = rng.integers(0, 2, (2, int(rng.integers(5, 80)))).astype(bool)
    found, swapped = mcnemar(first, second), mcnemar(second, first)
    assert (swapped.only_first, swapped.only_second) == (found.only_second, found.only_first)
    assert swapped.p_value == found.p_value
    total = found.only_first + found.only_second
    if total:
        expected = scipy.stats.binomtest(found.only_first, total).pvalue
        assert found.p_value == pytest.approx(expected)


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        (hits("10"), hits("101"), r"\(2,\) y \(3,\)"),
        (np.array([1, 0]), hits("10"), "lógicos"),
    ],
)
def test_bad_arguments(first, second, message):
    with pytest.raises(ValueError, match=message):
        mcnemar(first, second)
