"""El puente con Keras: ida y vuelta, mismos resultados y errores con las dos formas."""

import itertools

import keras
import numpy as np
import pytest

from redes import bridge
from redes.scratch import mlp
from redes.scratch.activations import softmax
from redes.scratch.dense import dense
from redes.scratch.embedding import embedding
from redes.scratch.gru import gru
from redes.scratch.lstm import lstm
from redes.scratch.simple_rnn import simple_rnn

SIZES = (5, 7, 4, 3)


def random_params(sizes=SIZES, seed=71):
    rng = np.random.default_rng(seed)
    return tuple(
        mlp.DenseParams(
            rng.normal(size=(before, after)).astype(np.float32),
            rng.normal(size=after).astype(np.float32),
        )
        for before, after in itertools.pairwise(sizes)
    )


def model_of(sizes=SIZES, last=None, **options):
    hidden = [keras.layers.Dense(u, activation="relu", **options) for u in sizes[1:-1]]
    output = keras.layers.Dense(sizes[-1], activation=last)
    return keras.Sequential([keras.Input(sizes[:1]), *hidden, output])


def built_dense(inputs=3, units=2, **options):
    layer = keras.layers.Dense(units, **options)
    layer.build((None, inputs))
    return layer


def close_in_maximum_norm(ours, theirs):
    theirs = keras.ops.convert_to_numpy(theirs)
    assert ours.shape == theirs.shape
    assert np.max(np.abs(ours - theirs)) <= 5e-6 * np.max(np.abs(theirs))


def test_hand_example():
    # 10·3 + 1 = 31 y 10·4 + 0 = 40
    layer = built_dense(1, 2)
    bridge.set_dense_weights(layer, [[3.0, 4.0]], [1.0, 0.0])
    np.testing.assert_array_equal(
        keras.ops.convert_to_numpy(layer(np.array([[10.0]]))), [[31.0, 40.0]]
    )


@pytest.mark.parametrize("use_bias", [True, False])
def test_dense_gives_the_same_through_the_bridge(use_bias):
    layer = built_dense(5, 7, use_bias=use_bias, bias_initializer="random_normal")
    kernel, bias = bridge.dense_weights(layer)
    assert (bias is not None) == use_bias
    x = np.random.default_rng(72).normal(size=(4, 5)).astype(np.float32)
    close_in_maximum_norm(dense(x, kernel, bias), layer(x))


@pytest.mark.parametrize("use_bias", [True, False])
def test_dense_round_trip(use_bias):
    layer, (kernel, bias) = built_dense(5, 7, use_bias=use_bias), random_params()[0]
    bridge.set_dense_weights(layer, kernel, bias if use_bias else None)
    back = bridge.dense_weights(layer)
    np.testing.assert_array_equal(back[0], kernel)
    if use_bias:
        np.testing.assert_array_equal(back[1], bias)


def test_the_weights_are_a_copy():
    layer = built_dense()
    before = layer.get_weights()[0].copy()
    bridge.dense_weights(layer)[0][:] = 9.0
    np.testing.assert_array_equal(layer.get_weights()[0], before)


@pytest.mark.parametrize("last", [None, "softmax"])
def test_mlp_gives_the_same_in_both_directions(last):
    params, model = random_params(), model_of(last=last)
    x = np.random.default_rng(73).normal(size=(6, 5)).astype(np.float32)
    bridge.mlp_to_keras(params, model)
    logits = mlp.forward(x, params).logits
    close_in_maximum_norm(softmax(logits) if last else logits, model(x))
    for ours, back in zip(params, bridge.mlp_from_keras(model), strict=True):
        np.testing.assert_array_equal(ours.kernel, back.kernel)
        np.testing.assert_array_equal(ours.bias, back.bias)


def test_functional_models_too():
    entry = keras.Input((5,))
    output = keras.layers.Dense(3)(keras.layers.Dense(4, activation="relu")(entry))
    params = bridge.mlp_from_keras(keras.Model(entry, output))
    assert [layer.kernel.shape for layer in params] == [(5, 4), (4, 3)]


def test_bad_dense_shapes_name_both():
    layer = built_dense(3, 2)
    with pytest.raises(ValueError, match=r"\[\(2, 3\), \(2,\)\].*\[\(3, 2\), \(2,\)\]"):
        bridge.set_dense_weights(layer, np.ones((2, 3)), np.ones(2))
    with pytest.raises(ValueError, match=r"\[\(3, 2\)\].*\[\(3, 2\), \(2,\)\]"):
        bridge.set_dense_weights(layer, np.ones((3, 2)))
    bare = built_dense(3, 2, use_bias=False)
    with pytest.raises(ValueError, match=r"\[\(3, 2\), \(2,\)\].*\[\(3, 2\)\]"):
        bridge.set_dense_weights(bare, np.ones((3, 2)), np.ones(2))


def test_bad_mlp_shapes_name_both_and_touch_nothing():
    model = model_of()
    before = model.get_weights()
    # La primera capa encaja: aun así no ha de cambiar.
    with pytest.raises(ValueError, match=r"\(4, 2\).*\(4, 3\)"):
        bridge.mlp_to_keras(random_params((5, 7, 4, 2)), model)
    with pytest.raises(ValueError, match="capa por capa"):
        bridge.mlp_to_keras(random_params((5, 7, 4)), model)
    for old, new in zip(before, model.get_weights(), strict=True):
        np.testing.assert_array_equal(old, new)


def test_layers_that_are_not_ready():
    with pytest.raises(ValueError, match="Conv2D"):
        bridge.dense_weights(keras.layers.Conv2D(2, 3))
    for call in (bridge.dense_weights, lambda layer: bridge.set_dense_weights(layer, [[1.0]])):
        with pytest.raises(ValueError, match="todavía no tiene pesos"):
            call(keras.layers.Dense(2))


def test_models_that_compute_something_else():
    chain = [keras.Input((5,)), keras.layers.Dense(4, activation="tanh"), keras.layers.Dense(3)]
    with pytest.raises(ValueError, match=r"'tanh'.*relu"):
        bridge.mlp_from_keras(keras.Sequential(chain))
    with pytest.raises(ValueError, match=r"'relu'.*linear o softmax"):
        bridge.mlp_from_keras(model_of(last="relu"))
    with pytest.raises(ValueError, match="no usa sesgo"):
        bridge.mlp_from_keras(model_of(use_bias=False))
    with pytest.raises(ValueError, match="Flatten"):
        bridge.mlp_from_keras(keras.Sequential([keras.Input((5,)), keras.layers.Flatten()]))


# Capa de Keras, sus opciones, función de NumPy, columnas del núcleo y forma del sesgo; U = 4.
RECURRENT = [
    (keras.layers.SimpleRNN, {}, simple_rnn, 4, (4,)),
    (keras.layers.GRU, {"reset_after": True}, gru, 12, (2, 12)),
    (keras.layers.GRU, {"reset_after": False}, gru, 12, (12,)),
    (keras.layers.LSTM, {}, lstm, 16, (16,)),
]


@pytest.mark.parametrize(("kind", "options", "ours", "columns", "bias_shape"), RECURRENT)
@pytest.mark.parametrize("use_bias", [True, False])
def test_recurrent_in_both_directions(kind, options, ours, columns, bias_shape, use_bias):
    rng = np.random.default_rng(74)
    shapes = [(5, columns), (4, columns), bias_shape][: 3 if use_bias else 2]
    weights = [rng.normal(size=shape).astype(np.float32) for shape in shapes]
    layer = kind(4, use_bias=use_bias, **options)
    layer.build((None, 6, 5))
    bridge.set_recurrent_weights(layer, *weights)
    back = bridge.recurrent_weights(layer)
    assert len(back) == 3 and (back[2] is not None) == use_bias
    for one, other in zip(weights, back, strict=False):
        np.testing.assert_array_equal(one, other)
    x = rng.normal(size=(3, 6, 5)).astype(np.float32)
    close_in_maximum_norm(ours(x, *back, **options), layer(x))


def test_embedding_in_both_directions():
    table = np.random.default_rng(75).normal(size=(7, 4)).astype(np.float32)
    layer = keras.layers.Embedding(7, 4)
    layer.build()
    bridge.set_embedding_table(layer, table)
    back = bridge.embedding_table(layer)
    np.testing.assert_array_equal(back, table)
    ids = np.array([[6, 0], [3, 6]])
    close_in_maximum_norm(embedding(ids, back), layer(ids))


def test_bad_recurrent_and_embedding_weights():
    layer = keras.layers.GRU(4)
    layer.build((None, 6, 5))
    # El sesgo de una GRU sin reset_after.
    with pytest.raises(ValueError, match=r"\(4, 12\), \(12,\)\].*\(4, 12\), \(2, 12\)\]"):
        bridge.set_recurrent_weights(layer, np.ones((5, 12)), np.ones((4, 12)), np.ones(12))
    with pytest.raises(ValueError, match=r"SimpleRNN o .*GRU o .*LSTM y llegó Dense"):
        bridge.recurrent_weights(keras.layers.Dense(2))
    with pytest.raises(ValueError, match=r"todavía no tiene pesos.*\(None, instantes, rasgos\)"):
        bridge.recurrent_weights(keras.layers.LSTM(2))
    with pytest.raises(ValueError, match=r"Embedding y llegó Dense"):
        bridge.embedding_table(built_dense())
    with pytest.raises(ValueError, match=r"layer\.build\(\)"):
        bridge.set_embedding_table(keras.layers.Embedding(3, 2), np.ones((3, 2)))
    table = keras.layers.Embedding(3, 2)
    table.build()
    with pytest.raises(ValueError, match=r"\[\(2, 3\)\].*\[\(3, 2\)\] \(la tabla\)"):
        bridge.set_embedding_table(table, np.ones((2, 3)))
