"""Un paso de entrenamiento de la red en NumPy contra `train_on_batch` de Keras, en un núcleo."""

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
    "PYTHONPATH": str(CODE),
}
# Los hilos se fijan antes de importar NumPy y el motor: la medida va en otro proceso.
PROGRAM = """
import json, os, time
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])
import keras
import numpy as np
from redes.bridge import mlp_to_keras
from redes.scratch.mlp import DenseParams, init_mlp, train_step

SIZES, BATCH, STEPS, ROUNDS = (784, 128, 64, 10), 64, 20, 21
rng = np.random.default_rng(0)
x = rng.random((BATCH, SIZES[0]), dtype=np.float32)
labels = rng.integers(0, SIZES[-1], BATCH)
params = init_mlp(SIZES, rng=rng)
velocity = tuple(DenseParams(*map(np.zeros_like, layer)) for layer in params)
assert all(array.dtype == np.float32 for layer in params for array in layer)

hidden = [keras.layers.Dense(units, activation="relu") for units in SIZES[1:-1]]
model = keras.Sequential([keras.Input(SIZES[:1]), *hidden, keras.layers.Dense(SIZES[-1])])
mlp_to_keras(params, model)
model.compile(
    keras.optimizers.SGD(0.01, momentum=0.9),
    keras.losses.SparseCategoricalCrossentropy(from_logits=True),
)

def ours():
    step = params, velocity
    for _ in range(STEPS):
        done = train_step(x, labels, *step, learning_rate=0.01, momentum=0.9)
        step = done.params, done.velocity

def theirs():
    for _ in range(STEPS):
        model.train_on_batch(x, labels)

def seconds(function):
    start = time.perf_counter()
    function()
    return time.perf_counter() - start

ours(), theirs()  # calentamiento: aquí compila Keras
print(json.dumps([[seconds(theirs), seconds(ours)] for _ in range(ROUNDS)]))
"""


def test_a_numpy_step_is_twice_as_fast_as_keras():
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, **ONE_THREAD},
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    rounds = json.loads(run.stdout.splitlines()[-1])
    ratios = [keras_time / numpy_time for keras_time, numpy_time in rounds]
    print("Keras / NumPy:", " ".join(f"{ratio:.2f}" for ratio in ratios))
    assert statistics.median(ratios) >= 2, ratios
