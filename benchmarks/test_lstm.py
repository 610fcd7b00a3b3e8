"""La LSTM en NumPy contra la capa de Keras compilada como grafo, en un núcleo."""

import statistics

PROGRAM = """
import keras
import numpy as np
import tensorflow as tf
from redes.bridge import recurrent_weights
from redes.scratch.lstm import lstm

BATCH, TIMES, FEATURES, UNITS = 64, 100, 64, 64
x = np.random.default_rng(0).normal(size=(BATCH, TIMES, FEATURES)).astype(np.float32)
layer = keras.layers.LSTM(UNITS, return_sequences=True)
layer.build(x.shape)
weights, tensor = recurrent_weights(layer), tf.constant(x)
graph = tf.function(layer)

def ours():
    return lstm(x, *weights, return_sequences=True)

def theirs():
    return graph(tensor).numpy()

found, expected = ours(), theirs()
assert found.dtype == np.float32 and np.max(np.abs(found - expected)) <= 5e-6
"""


def test_lstm_takes_at_most_twice_what_keras_takes(one_core_rounds):
    ratios = [ours / theirs for ours, theirs in one_core_rounds(PROGRAM)]
    print("lstm / Keras:", " ".join(f"{ratio:.2f}" for ratio in ratios))
    assert statistics.median(ratios) <= 2, ratios
