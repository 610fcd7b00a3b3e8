import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redes.data.splits import grouped_split, shuffled_split, stratified_split


def rng(seed=0):
    return np.random.default_rng(seed)


def assert_partition(rows, n):
    np.testing.assert_array_equal(np.sort(np.concatenate(rows)), np.arange(n))


def test_sizes_by_hand():
    # De 20 filas, un cuarto son 5 y un décimo, 2; quedan 13.
    rows = shuffled_split(20, validation=0.1, test=0.25, rng=rng())
    assert [len(part) for part in rows] == [13, 2, 5]
    assert_partition(rows, 20)


def test_a_part_can_be_left_out():
    rows = shuffled_split(10, validation=0, test=0.3, rng=rng())
    assert [len(part) for part in rows] == [7, 0, 3]


@settings(max_examples=25, deadline=None, derandomize=True)
@given(seed=st.integers(0, 1000), rare=st.integers(5, 40))
def test_every_class_keeps_its_proportion(seed, rare):
    labels = rng(seed).permutation(np.repeat([0, 1, 2], [100, 50, rare]))
    rows = stratified_split(labels, rng=rng(seed))
    assert_partition(rows, len(labels))
    for label, size in zip(*np.unique(labels, return_counts=True), strict=True):
        counts = [(labels[part] == label).sum() for part in rows]
        assert counts[1:] == [round(size * 0.2)] * 2


def test_stratified_rows_are_not_sorted_by_class():
    labels = np.repeat([0, 1], 50)
    for part in stratified_split(labels, rng=rng()):
        assert (np.diff(labels[part]) < 0).any()


@settings(max_examples=25, deadline=None, derandomize=True)
@given(seed=st.integers(0, 1000), largest=st.integers(1, 12))
def test_no_group_is_in_two_parts(seed, largest):
    sizes = rng(seed).integers(1, largest + 1, 60)
    groups = rng(seed).permutation(np.repeat(np.arange(60) * 7 - 100, sizes))
    rows = grouped_split(groups, rng=rng(seed))
    assert_partition(rows, len(groups))
    train, validation, test = (set(groups[part]) for part in rows)
    assert not train & validation and not train & test and not validation & test
    # Un grupo va donde cae su centro: cada corte se mueve, como mucho, medio grupo.
    for kept, share in ((rows.test, 0.2), (np.concatenate(rows[1:]), 0.4)):
        assert abs(len(kept) - share * len(groups)) <= largest / 2


def test_names_can_be_groups_and_the_order_of_rows_does_not_matter():
    groups = np.repeat(["ana", "blas", "cleo", "dora", "elio"], [4, 4, 4, 4, 4])
    rows = grouped_split(groups, rng=rng(3))
    shuffle = rng(1).permutation(20)
    again = grouped_split(groups[shuffle], rng=rng(3))
    for part, other in zip(rows, again, strict=True):
        assert set(groups[part]) == set(groups[shuffle][other])


@pytest.mark.parametrize("split", [shuffled_split, stratified_split, grouped_split])
class TestAll:
    def test_seed(self, split):
        what = 60 if split is shuffled_split else np.repeat(np.arange(6), 10)
        first, again, other = (split(what, rng=rng(seed)) for seed in (1, 1, 2))
        np.testing.assert_array_equal(np.concatenate(first), np.concatenate(again))
        assert not np.array_equal(np.concatenate(first), np.concatenate(other))

    def test_fractions_leave_something_to_learn_from(self, split):
        what = 60 if split is shuffled_split else np.repeat(np.arange(6), 10)
        for validation, test in ((0.5, 0.5), (-0.1, 0.2)):
            with pytest.raises(ValueError, match=f"menos de 1; han llegado {validation} y {test}"):
                split(what, validation=validation, test=test, rng=rng())


def test_too_few_to_share():
    with pytest.raises(ValueError, match="ninguna fila para validación"):
        shuffled_split(2, rng=rng())
    with pytest.raises(ValueError, match="muy pocos grupos"):
        grouped_split(np.repeat([0, 1], 50), rng=rng())
