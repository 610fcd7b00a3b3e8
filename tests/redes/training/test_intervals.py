import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redes.training.intervals import wilson_interval


def test_by_hand():
    # k = 8, n = 10, z = 1.96: (0.8 + 0.19207)/1.38415 ± 1.96·√(0.016 + 0.0096036)/1.38415
    # = 0.71674 ± 0.22658.
    assert wilson_interval(8, 10) == pytest.approx((0.49016, 0.94332), abs=1e-4)


def test_more_confidence_is_wider():
    narrow, wide = (wilson_interval(344, 360, confidence=c) for c in (0.9, 0.99))
    assert wide.low < narrow.low < 344 / 360 < narrow.high < wide.high


counts = st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@settings(max_examples=25, deadline=None, derandomize=True)
@given(counts)
def test_stays_in_range_contains_the_proportion_and_is_symmetric(count):
    k, n = count
    low, high = wilson_interval(k, n)
    assert 0 <= low <= k / n + 1e-12 and k / n - 1e-12 <= high <= 1
    mirror = wilson_interval(n - k, n)
    assert (low, high) == pytest.approx((1 - mirror.high, 1 - mirror.low), abs=1e-12)


def test_extremes_are_exact():
    assert wilson_interval(0, 360).low == 0
    assert wilson_interval(360, 360).high == 1


@pytest.mark.parametrize(("k", "n"), [(-1, 10), (11, 10), (0, 0)])
def test_wrong_counts(k, n):
    with pytest.raises(ValueError, match=f"{k} aciertos de {n}"):
        wilson_interval(k, n)


@pytest.mark.parametrize("confidence", [0, 1, 95])
def test_wrong_confidence(confidence):
    with pytest.raises(ValueError, match="confianza"):
        wilson_interval(1, 2, confidence=confidence)
