import numpy as np
import pytest

from redes.training.pointing import pointing_hits

MASK = np.zeros((3, 4), bool)
MASK[1:, :2] = True  # 4 de 12


def test_one_maximum():
    maps = np.zeros((2, 3, 4))
    maps[0, 2, 1] = maps[1, 0, 1] = 0.1
    np.testing.assert_array_equal(pointing_hits(maps, MASK), [1, 0])
    np.testing.assert_array_equal(pointing_hits(maps, np.stack([~MASK, ~MASK])), [0, 1])


def test_ties_share():
    maps = np.zeros((2, 3, 4))
    maps[0, 0, 0] = maps[0, 1, 0] = maps[0, 2, 0] = 5  # dos de tres dentro
    np.testing.assert_allclose(pointing_hits(maps, MASK), [2 / 3, 4 / 12])


def test_scale_and_shift_do_not_matter():
    maps = np.random.default_rng(0).normal(size=(30, 3, 4))
    np.testing.assert_array_equal(pointing_hits(maps, MASK), pointing_hits(3 * maps - 7, MASK))


@pytest.mark.parametrize(
    ("maps", "masks", "message"),
    [
        (np.ones((3, 4)), MASK, r"\(3, 4\)"),
        (np.ones((2, 3, 4)), MASK[:2], r"\(2, 4\)"),
        (np.ones((2, 3, 4)), MASK.astype(int), "int64"),
        (np.full((2, 3, 4), np.nan), MASK, "finitos"),
    ],
)
def test_bad_input(maps, masks, message):
    with pytest.raises(ValueError, match=message):
        pointing_hits(maps, masks)
