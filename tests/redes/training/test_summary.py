import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redes.training.summary import summarize


def test_by_hand():
    # Media (2+4+4+6)/4 = 4; cuadrados 4+0+0+4 = 8; entre n − 1 = 3, y la raíz.
    summary = summarize([2, 4, 4, 6])
    assert summary == (4, pytest.approx((8 / 3) ** 0.5), 4, 2, 6)
    assert all(type(value) in (int, float) for value in summary)


@settings(max_examples=25, deadline=None, derandomize=True)
@given(st.lists(st.floats(-1e3, 1e3), min_size=2, max_size=9), st.floats(-1e3, 1e3))
def test_shifting_the_values_moves_the_mean_and_not_the_spread(values, shift):
    before, after = summarize(values), summarize([value + shift for value in values])
    assert after.mean == pytest.approx(before.mean + shift, abs=1e-9)
    assert after.std == pytest.approx(before.std, abs=1e-9)
    assert before.low <= before.mean + 1e-9 and before.mean <= before.high + 1e-9


def test_takes_any_iterable():
    assert summarize(value for value in (1, 3)).mean == 2


@pytest.mark.parametrize("values", [[], [0.9], [[1, 2], [3, 4]]])
def test_wrong_shape(values):
    with pytest.raises(ValueError, match="al menos dos resultados"):
        summarize(values)


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_not_finite(bad):
    with pytest.raises(ValueError, match="números finitos"):
        summarize([0.5, bad])
