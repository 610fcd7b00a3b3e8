"""La incrustación: a mano, el producto que evita, derivadas, paridad con Keras y contrato."""

import keras
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redes.scratch.embedding import embedding, embedding_backward
from redes.scratch.gradcheck import check_gradient

FAST = settings(max_examples=25, deadline=None, derandomize=True)
V, D = 7, 4
SHAPES = [(), (5,), (2, 3), (3, 2, 5)]


def make(shape=(3, 5), dtype=np.float64, seed=55):
    rng = np.random.default_rng(seed)
    return rng.integers(0, V, size=shape), rng.normal(size=(V, D)).astype(dtype)


def test_hand_example():
    table = [[0.0, 0.0], [1.0, 2.0], [3.0, 4.0]]
    found = embedding([[2, 1], [2, 0]], table)  # las filas 2 y 1; las filas 2 y 0
    np.testing.assert_array_equal(found, [[[3, 4], [1, 2]], [[3, 4], [0, 0]]])


def test_hand_example_backwards():
    # La fila 2 aparece dos veces y suma 1 + 100; la 1, una; la 0, ninguna.
    found = embedding_backward([[1.0], [10.0], [100.0]], [2, 1, 2], np.zeros((3, 1)))
    np.testing.assert_array_equal(found, [[0], [10], [101]])


@FAST
@given(st.sampled_from(SHAPES), st.integers(0, 1000))
def test_same_as_the_one_hot_product_in_both_directions(shape, seed):
    ids, table = make(shape, seed=seed)
    one_hot = np.eye(V)[ids]  # (..., V)
    np.testing.assert_array_equal(embedding(ids, table), one_hot @ table)
    grad = np.random.default_rng(seed).normal(size=(*shape, D))
    product = one_hot.reshape(-1, V).T @ grad.reshape(-1, D)
    np.testing.assert_allclose(embedding_backward(grad, ids, table), product, atol=1e-12)


@pytest.mark.parametrize("shape", SHAPES)
def test_gradients(shape):
    ids, table = make(shape)
    upstream = np.random.default_rng(56).normal(size=(*shape, D))
    found = embedding_backward(upstream, ids, table)
    check_gradient(lambda value: np.sum(upstream * embedding(ids, value)), table, found)


@pytest.mark.parametrize("shape", SHAPES[1:])
def test_same_as_keras(shape):
    ids, table = make(shape, np.float32)
    layer = keras.layers.Embedding(V, D)
    layer.build()
    layer.set_weights([table])
    theirs = keras.ops.convert_to_numpy(layer(ids))
    np.testing.assert_array_equal(embedding(ids, table), theirs)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_contract(dtype):
    ids, table = make(dtype=dtype)
    copies, grad = (ids.copy(), table.copy()), np.ones((3, 5, D), dtype)
    found = embedding(ids, table)
    assert found.dtype == embedding_backward(grad, ids, table).dtype == dtype
    found[:] = 9.0  # es una copia: cambiarla no cambia la tabla
    embedding(ids.ravel()[0], table)[:] = 9.0
    for value, copy in zip((ids, table), copies, strict=True):
        np.testing.assert_array_equal(value, copy)
    assert np.all(grad == 1)


@pytest.mark.parametrize(
    ("ids", "table", "message"),
    [
        ([0, 7], np.ones((V, D)), r"de 0 a 7 y table tiene forma \(7, 4\).*entre 0 y 6"),
        ([-1, 0], np.ones((V, D)), r"de -1 a 0 y table tiene forma \(7, 4\)"),
        ([0.0, 1.5], np.ones((V, D)), "dtype float64.*enteros"),
        ([0, 1], np.ones(V), r"table tiene forma \(7,\).*matriz \(V, D\)"),
    ],
)
def test_bad_inputs(ids, table, message):
    with pytest.raises(ValueError, match=message):
        embedding(ids, table)
    with pytest.raises(ValueError, match=message):
        embedding_backward(np.ones((2, D)), ids, table)


def test_no_ids_give_no_rows_and_a_zero_gradient():
    ids, table = make((0, 5))
    assert embedding(ids, table).shape == (0, 5, D)
    assert not embedding_backward(np.ones((0, 5, D)), ids, table).any()


def test_bad_upstream_gradient():
    ids, table = make()
    with pytest.raises(ValueError, match=r"\(3, 5\).*\(3, 5, 4\)"):
        embedding_backward(np.ones((3, 5)), ids, table)
