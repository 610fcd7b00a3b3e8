"""La LSTM en NumPy contra la capa de Keras compilada como grafo, en un núcleo."""

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

CODE = Path(__file__).parents[1] / "code"
ONE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "TF_NUM_INTRAOP_THREADS": "1",
    "TF_NUM_INTEROP_THREADS": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "CUDA_VISIBLE_DEVICES": "",
    "KERAS_BACKEND": "tensorflow",
    "PYTHONPATH": str(CODE),
}
# Los hilos se fijan antes de importar NumPy y el motor: la medida va en otro proceso.
PROGRAM = """
import json, os, time
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])
import keras
import numpy as np
import tensorflow as tf
from redes.bridge import recurrent_weights
from redes.scratch.lstm import lstm

BATCH, TIMES, FEATURES, UNITS, CALLS, ROUNDS = 64, 100, 64, 64, 5, 21
x = np.random.default_rng(0).normal(size=(BATCH, TIMES, FEATURES)).astype(np.float32)
layer = keras.layers.LSTM(UNITS, return_sequences=True)
layer.build(x.shape)
weights, tensor = recurrent_weights(layer), tf.constant(x)
graph = tf.function(layer)

def ours():
    return lstm(x, *weights, return_sequences=True)

def theirs():
    return graph(tensor).numpy()

def seconds(function):
    start = time.perf_counter()
    for _ in range(CALLS):
        function()
    return time.perf_counter() - start

found, expected = ours(), theirs()  # calentamiento: aquí se traza el grafo
assert found.dtype == np.float32 and np.max(np.abs(found - expected)) <= 5e-6
print(json.dumps([[seconds(ours), seconds(theirs)] for _ in range(ROUNDS)]))
"""


def test_numpy_takes_at_most_twice_as_long_as_keras():
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, **ONE_THREAD},
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    rounds = json.loads(run.stdout.splitlines()[-1])
    ratios = [numpy_time / keras_time for numpy_time, keras_time in rounds]
    print("NumPy / Keras:", " ".join(f"{ratio:.2f}" for ratio in ratios))
    assert statistics.median(ratios) <= 2, ratios
