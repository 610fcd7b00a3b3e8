"""La convolución en NumPy contra los bucles que sustituye y contra la capa de Keras."""

import statistics
import time

import numpy as np

from redes.scratch.convolution import conv2d, conv2d_loops

# Una imagen de color y cuatro filtros de 5 × 5 × 3: los tamaños del capítulo.
IMAGE, KERNEL = (1, 32, 32, 3), (5, 5, 3, 4)
ROUNDS, CALLS = 5, 20

# Un lote de mapas como los del interior de una red, de 32 bits.
PROGRAM = """
import keras
import numpy as np
import tensorflow as tf
from redes.scratch.convolution import conv2d

x = np.random.default_rng(0).normal(size=(64, 28, 28, 16)).astype("float32")
layer = keras.layers.Conv2D(32, 3)
layer.build(x.shape)
kernel, bias = layer.get_weights()
compiled, tensor = tf.function(layer), tf.constant(x)

def ours():
    return conv2d(x, kernel, bias)

def theirs():
    return compiled(tensor).numpy()

found, expected = ours(), theirs()
assert found.dtype == expected.dtype == np.float32
assert np.abs(found - expected).max() <= 5e-6 * np.abs(expected).max()
"""


def seconds(function, *arguments, calls=1):
    """Segundos por llamada."""
    start = time.perf_counter()
    for _ in range(calls):
        function(*arguments)
    return (time.perf_counter() - start) / calls


def test_conv2d_is_a_hundred_times_faster_than_loops():
    rng = np.random.default_rng(0)
    arrays = [rng.normal(size=shape) for shape in (IMAGE, KERNEL, KERNEL[-1:])]
    np.testing.assert_allclose(conv2d(*arrays), conv2d_loops(*arrays), atol=1e-10)
    found = [
        seconds(conv2d_loops, *arrays) / seconds(conv2d, *arrays, calls=CALLS)
        for _ in range(ROUNDS)
    ]
    print("bucles / conv2d:", " ".join(f"{ratio:.0f}" for ratio in found))
    assert statistics.median(found) >= 100, found


def test_conv2d_takes_at_most_twice_what_keras_takes(one_core_rounds):
    ratios = [ours / theirs for ours, theirs in one_core_rounds(PROGRAM)]
    print("conv2d / Keras:", " ".join(f"{ratio:.2f}" for ratio in ratios))
    assert statistics.median(ratios) <= 2, ratios
