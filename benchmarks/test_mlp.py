"""Un paso de entrenamiento de la red en NumPy contra `train_on_batch` de Keras, en un núcleo."""

import statistics

PROGRAM = """
import keras
import numpy as np
from redes.bridge import mlp_to_keras
from redes.scratch.mlp import DenseParams, init_mlp, train_step

SIZES, BATCH, STEPS = (784, 128, 64, 10), 64, 20
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
"""


def test_a_numpy_step_is_twice_as_fast_as_keras(one_core_rounds):
    ratios = [theirs / ours for ours, theirs in one_core_rounds(PROGRAM)]
    print("Keras / NumPy:", " ".join(f"{ratio:.2f}" for ratio in ratios))
    assert statistics.median(ratios) >= 2, ratios
