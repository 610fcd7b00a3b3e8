import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redes.training.folds import k_folds

sizes = st.integers(2, 60).flatmap(lambda n: st.tuples(st.just(n), st.integers(2, n)))


@settings(max_examples=25, deadline=None, derandomize=True)
@given(sizes, st.integers(0, 100))
def test_every_row_validates_once_and_trains_in_the_others(size, seed):
    examples, k = size
    folds = k_folds(examples, k, rng=np.random.default_rng(seed))
    assert len(folds) == k
    validated = np.concatenate([fold.validation for fold in folds])
    np.testing.assert_array_equal(np.sort(validated), np.arange(examples))
    lengths = [len(fold.validation) for fold in folds]
    assert max(lengths) - min(lengths) <= 1
    for fold in folds:
        both = np.concatenate([fold.train, fold.validation])
        np.testing.assert_array_equal(np.sort(both), np.arange(examples))


def test_rows_are_shuffled_with_the_seed():
    first, again, other = (
        np.concatenate([f.validation for f in k_folds(30, 3, rng=np.random.default_rng(s))])
        for s in (0, 0, 1)
    )
    np.testing.assert_array_equal(first, again)
    assert (first != other).any()
    assert (first != np.arange(30)).any()


@pytest.mark.parametrize("k", [1, 6])
def test_wrong_number_of_folds(k):
    with pytest.raises(ValueError, match=f"k={k} pliegues para 5"):
        k_folds(5, k, rng=np.random.default_rng(0))
