"""La tabla de RAND, contra la original de statsmodels."""

import numpy as np
from statsmodels.datasets import randhie

from redes.data import rand_hie

TABLE = rand_hie.load()
ORIGINAL = randhie.load_pandas().data


def test_columns_keep_their_meaning():
    np.testing.assert_array_equal(TABLE.visits, ORIGINAL["mdvis"])
    np.testing.assert_allclose(np.log(TABLE.copay + 1), ORIGINAL["lncoins"], atol=1e-5)
    for name, column in {
        "individual": "idp",
        "incentive": "lpi",
        "spending_cap": "fmde",
        "limitation": "physlm",
        "diseases": "disea",
    }.items():
        np.testing.assert_array_equal(getattr(TABLE, name), ORIGINAL[column])


def test_health_is_the_three_columns_back():
    for name, column in {"buena": "hlthg", "regular": "hlthf", "mala": "hlthp"}.items():
        np.testing.assert_array_equal(TABLE.health == name, ORIGINAL[column] == 1)
    assert set(TABLE.health) == set(rand_hie.HEALTH_NAMES)


def test_all_columns_have_a_row_per_year():
    assert {column.shape for column in TABLE} == {(20190,)}


def test_a_household_is_a_run_of_equal_plans():
    plan = np.stack([TABLE.copay, TABLE.individual, TABLE.incentive, TABLE.spending_cap], axis=1)
    same_plan = (plan[1:] == plan[:-1]).all(axis=1)
    np.testing.assert_array_equal(np.diff(TABLE.household), ~same_plan)
    assert (TABLE.household[0], TABLE.household[-1]) == (0, 2258)
