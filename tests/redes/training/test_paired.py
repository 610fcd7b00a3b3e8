import numpy as np
import pytest

from redes.training.paired import paired_difference


def test_by_hand():
    # δ = (1, 1, −1, 0, 0, 0, 0, 0, 0, 0): media 0.1; Σδ² − 10·0.01 = 2.9 y s² = 2.9/9;
    # la mitad del intervalo es 1.959964 · sqrt(2.9/9/10) = 0.351824.
    before = np.array([0, 0, 1, 1, 1, 1, 1, 0, 0, 0], dtype=bool)
    after = np.array([1, 1, 0, 1, 1, 1, 1, 0, 0, 0], dtype=bool)
    gain = paired_difference(before, after)
    assert gain.mean == pytest.approx(0.1)
    assert gain.high - gain.mean == pytest.approx(0.351824, abs=1e-6)
    assert gain.mean - gain.low == pytest.approx(0.351824, abs=1e-6)


def test_seeds_are_averaged_example_by_example():
    before = np.array([[1, 0, 0, 1], [0, 0, 1, 1]])
    after = np.array([[1, 1, 1, 1], [1, 1, 0, 1], [1, 0, 1, 0]])
    gain = paired_difference(before, after)
    change = np.array([0.5, 2 / 3, 1 / 6, -1 / 3])
    assert gain.mean == pytest.approx(change.mean())
    assert gain.high - gain.mean == pytest.approx(1.959964 * change.std(ddof=1) / 2, abs=1e-6)


def test_two_equal_models_have_no_difference():
    hits = np.array([True, False, True])
    assert paired_difference(hits, hits) == (0, 0, 0)


def test_swapping_the_models_changes_the_sign():
    rng = np.random.default_rng(0)
    a, b = rng.random((2, 3, 50)) < 0.7
    mean, low, high = paired_difference(a, b)
    np.testing.assert_allclose(paired_difference(b, a), (-mean, -high, -low))


def test_more_confidence_is_a_wider_interval():
    a, b = np.array([1, 0, 0, 1]), np.array([1, 1, 0, 0])
    narrow, wide = (paired_difference(a, b, confidence=level) for level in (0.5, 0.99))
    assert wide.low < narrow.low < narrow.high < wide.high


def test_inputs_are_not_mutated():
    a, b = np.array([[1, 0]]), np.array([[0, 1]])
    paired_difference(a, b)
    np.testing.assert_array_equal(a, [[1, 0]])
    np.testing.assert_array_equal(b, [[0, 1]])


@pytest.mark.parametrize(
    ("before", "after", "confidence", "message"),
    [
        ([1, 0, 1], [1, 0], 0.95, r"\(1, 3\) y \(1, 2\)"),
        (np.zeros((2, 2, 2)), [1, 0], 0.95, r"\(2, 2, 2\)"),
        ([1], [0], 0.95, "al menos dos ejemplos"),
        ([1, 0], [0, 1], 1.0, "entre 0 y 1.*1.0"),
    ],
)
def test_bad_arguments(before, after, confidence, message):
    with pytest.raises(ValueError, match=message):
        paired_difference(before, after, confidence=confidence)
