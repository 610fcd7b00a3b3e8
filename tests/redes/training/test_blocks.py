import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redes.data import digits
from redes.training import baselines
from redes.training.blocks import block_folds
from redes.training.folds import k_folds


def test_by_hand():
    """Siete filas en tres bloques: 0 a 2, 3 y 4, 5 y 6."""
    found = [(f.train.tolist(), f.validation.tolist()) for f in block_folds(7, 3)]
    assert found == [
        ([3, 4, 5, 6], [0, 1, 2]),
        ([0, 1, 2, 5, 6], [3, 4]),
        ([0, 1, 2, 3, 4], [5, 6]),
    ]


@settings(max_examples=25, deadline=None, derandomize=True)
@given(st.integers(2, 60), st.data())
def test_each_row_validates_once_and_its_block_is_contiguous(examples, data):
    k = data.draw(st.integers(2, examples))
    folds = block_folds(examples, k)
    assert np.concatenate([f.validation for f in folds]).tolist() == list(range(examples))
    sizes = [len(f.validation) for f in folds]
    assert len(sizes) == k and max(sizes) - min(sizes) <= 1
    for fold in folds:
        assert sorted([*fold.train, *fold.validation]) == list(range(examples))


@pytest.mark.parametrize("k", [1, 4])
def test_impossible_number_of_blocks(k):
    with pytest.raises(ValueError, match=f"k={k} bloques para 3 ejemplos"):
        block_folds(3, k)


def test_other_hands_are_harder_than_shuffled_rows():
    """Las cifras van por personas: con bloques seguidos el vecino acierta menos que barajando."""
    train, validation, _ = digits.split()
    x = np.concatenate([train.x, validation.x])
    y = np.concatenate([train.y, validation.y])

    def score(folds):
        parts = [(x[f.train], y[f.train], x[f.validation], y[f.validation]) for f in folds]
        return np.mean([baselines.nearest_neighbour(*part) for part in parts])

    shuffled = k_folds(len(x), 5, rng=np.random.default_rng(0))
    assert score(block_folds(len(x), 5)) < score(shuffled) - 0.005
