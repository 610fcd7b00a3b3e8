"""La serie del CO₂ contra la de statsmodels."""

import numpy as np
from statsmodels.datasets import co2 as original

from redes.data import co2


def test_values():
    years, ppm = co2.load()
    raw = original.load_pandas().data["co2"].to_numpy()
    assert years.shape == ppm.shape == raw.shape == (2284,)
    assert years.dtype == ppm.dtype == "float64"
    known = ~np.isnan(raw)
    assert np.sum(~known) == 59
    np.testing.assert_array_equal(ppm[known], raw[known])


def test_a_gap_is_filled_with_the_line_between_its_ends():
    _, ppm = co2.load()
    raw = original.load_pandas().data["co2"].to_numpy()
    assert np.isnan(raw[6]) and not np.isnan(raw[[5, 7]]).any()  # falta una semana sola
    assert np.isclose(ppm[6], (raw[5] + raw[7]) / 2)
    assert not np.isnan(ppm).any()


def test_dates_agree_with_the_calendar():
    years, _ = co2.load()
    days = original.load_pandas().data.index
    np.testing.assert_allclose(np.diff(years), 7 / 365.2425)
    middle = days[1000]
    expected = middle.year + (middle.day_of_year - 1) / 365.25
    assert abs(years[1000] - expected) < 2 / 365
    assert (int(years[0]), int(years[-1])) == (1958, 2001)
