import keras
import numpy as np
import pytest

from redes.training.restart import restart
from redes.training.seeds import set_seed

RNG = np.random.default_rng(0)
X = RNG.normal(size=(24, 6, 6, 1)).astype("float32")
Y = RNG.integers(0, 3, size=24)
OPTIMIZERS = {
    "adam": lambda: keras.optimizers.Adam(0.02),
    "momento": lambda: keras.optimizers.SGD(0.1, momentum=0.9),
    # Su acumulador no empieza en cero.
    "adagrad": lambda: keras.optimizers.Adagrad(0.1, initial_accumulator_value=0.3),
    # La tasa no es una variable, sino un plan que depende del paso.
    "plan": lambda: keras.optimizers.AdamW(keras.optimizers.schedules.CosineDecay(0.05, 12)),
}


def network(optimizer):
    model = keras.Sequential(
        [
            keras.Input((6, 6, 1)),
            keras.layers.Conv2D(4, 3, use_bias=False),
            keras.layers.BatchNormalization(),
            keras.layers.ReLU(),
            keras.layers.Dropout(0.5),
            keras.layers.Flatten(),
            keras.layers.Dense(3),
        ]
    )
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(OPTIMIZERS[optimizer](), loss)
    return model


def trained(model):
    history = model.fit(X, Y, epochs=2, batch_size=8, verbose=0).history["loss"]
    return history, model.get_weights()


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_equals_building_everything_again(optimizer):
    set_seed(7)
    expected_loss, expected = trained(network(optimizer))
    used = network(optimizer)
    trained(used)
    restart(used, 7)
    loss, weights = trained(used)
    assert loss == expected_loss
    for found, value in zip(weights, expected, strict=True):
        np.testing.assert_array_equal(found, value)


def test_seeds_differ_and_repeat():
    model = network("adam")
    runs = []
    for seed in (0, 1, 0):
        restart(model, seed)
        runs.append(trained(model)[0])
    assert runs[0] == runs[2] != runs[1]


def test_a_changed_rate_stays():
    model = network("adam")
    model.optimizer.learning_rate = 0.005
    restart(model, 0)
    np.testing.assert_allclose(float(model.optimizer.learning_rate), 0.005, rtol=1e-6)


def test_what_is_missing_is_said():
    with pytest.raises(ValueError, match="compilar"):
        restart(keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)]), 0)
    unbuilt = keras.Sequential([keras.layers.Dense(1)])
    unbuilt.compile("adam", "mse")
    with pytest.raises(ValueError, match=r"keras\.Input"):
        restart(unbuilt, 0)
