"""Otras maneras de resolver, y de cometer, los errores típicos del capítulo «capa-densa»."""

import numpy as np

from redes.exercises.capa_densa import check, fuse, reorder_units, shape_and_parameters
from redes.scratch.activations import relu
from redes.scratch.dense import dense


def test_fused_layer_by_hand():
    # x = 1: la primera da (1·1 + 1, 1·2 + 0) = (2, 2); la segunda, 2·3 + 2·1 + 2 = 10.
    kernel, bias = fuse(
        np.array([[1.0, 2.0]]), np.array([1.0, 0.0]), np.array([[3.0], [1.0]]), np.array([2.0])
    )
    np.testing.assert_array_equal(kernel, [[5.0]])
    np.testing.assert_array_equal(bias, [5.0])  # 1·3 + 0·1 + 2
    np.testing.assert_array_equal(dense([[1.0]], kernel, bias), [[10.0]])


def test_counts_of_the_chapter():
    assert shape_and_parameters((64,), 32) == ((32,), 2080)
    assert shape_and_parameters((3072,), 1) == ((1,), 3073)  # 32·32·3 pesos y un sesgo por unidad
    assert shape_and_parameters((32, 32, 3), 10) == ((32, 32, 10), 40)


def test_reordering_does_not_change_the_network():
    rng = np.random.default_rng(3)
    x, kernel, bias, following = (rng.normal(size=s) for s in ((5, 2), (2, 3), (3,), (3, 4)))
    moved, moved_bias, moved_following = reorder_units(kernel, bias, following, [2, 0, 1])
    np.testing.assert_allclose(
        relu(dense(x, moved, moved_bias)) @ moved_following,
        relu(dense(x, kernel, bias)) @ following,
    )


def test_lists_and_longer_ways_are_accepted():
    def with_loops(input_shape, units):
        shape = list(input_shape)
        shape[-1] = units
        return tuple(shape), sum(input_shape[-1] + 1 for _ in range(units))

    assert check("capa-densa-2", with_loops)
    assert check("capa-densa-3", lambda k, b, n, order: (k.T[order].T, b[order], n[order, :]))


def test_the_wrong_product_is_not_accepted():
    result = check("capa-densa-1", lambda k1, b1, k2, b2: (k2 @ k1, b1 @ k2 + b2))
    assert not result
