"""Árboles de parámetros: el mismo lugar, las mismas ramas y los mismos tipos."""

import numpy as np
import pytest

from redes.scratch._trees import leaves, map_arrays, match_gradients
from redes.scratch.mlp import DenseParams

TREE = (DenseParams(np.ones((2, 1)), np.zeros(1)), [np.full(3, 2.0), np.array(5.0)])


def test_each_array_meets_the_one_in_its_place():
    doubled = map_arrays(lambda a, b: a + b, TREE, TREE)
    assert isinstance(doubled[0], DenseParams) and isinstance(doubled[1], tuple)
    for before, after in zip(leaves(TREE), leaves(doubled), strict=True):
        np.testing.assert_array_equal(after, 2 * before)


def test_leaves_from_left_to_right():
    assert [leaf.shape for leaf in leaves(TREE)] == [(2, 1), (1,), (3,), ()]


def test_a_branch_too_few_is_not_dropped_in_silence():
    # El estado de otra red, con una capa menos: sin el aviso, esa capa desaparecería.
    with pytest.raises(ValueError, match="zip"):
        map_arrays(np.add, TREE, TREE[:1])


def test_gradients_take_the_type_of_their_parameters():
    params = (np.zeros(2, np.float32), np.zeros(2, np.float64))
    grads = (np.ones(2, np.float64), np.ones(2, np.float32))
    _, cast = match_gradients(params, grads)
    assert [g.dtype for g in cast] == [np.float32, np.float64]
