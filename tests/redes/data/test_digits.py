import numpy as np
import pytest
from sklearn.datasets import load_digits

from redes.data import digits


def test_load():
    x, y = digits.load()
    assert (x.shape, x.dtype, y.shape, y.dtype) == ((1797, 8, 8), "float32", (1797,), "int64")
    assert (x.min(), x.max()) == (0, 16)
    np.testing.assert_array_equal(x, np.round(x))
    np.testing.assert_array_equal(np.unique(y), np.arange(10))


def test_split_keeps_the_order_and_scales_by_sixteen():
    x, y = digits.load()
    parts = digits.split()
    assert [len(part.y) for part in parts] == [1137, 300, 360]
    np.testing.assert_array_equal(np.concatenate([part.x for part in parts]) * 16, x)
    np.testing.assert_array_equal(np.concatenate([part.y for part in parts]), y)
    assert {part.x.dtype for part in parts} == {np.dtype("float32")}


def test_test_is_the_last_360_rows():
    np.testing.assert_array_equal(digits.split().test.y, load_digits().target[-360:])


def test_changing_what_is_returned_changes_nothing_else():
    digits.split().train.x[:] = 7
    assert digits.split().train.x.max() == 1
    assert digits.load()[0].max() == 16


def test_every_part_has_every_class_in_similar_numbers():
    for part in digits.split():
        share = np.bincount(part.y, minlength=10) / len(part.y)
        assert share == pytest.approx(0.1, abs=0.02)
