"""Planes de la tasa: cuentas a mano, propiedades, paridad con Keras y contrato."""

import keras
import numpy as np
import pytest

from redes.scratch.schedules import cosine_decay, exponential_decay, piecewise_constant_decay

STEPS = np.arange(130)


def test_pieces_by_hand():
    # El paso del límite todavía es del tramo anterior.
    rates = piecewise_constant_decay(
        [0, 9, 10, 11, 20, 21], boundaries=[10, 20], values=[1, 0.5, 0.1]
    )
    np.testing.assert_array_equal(rates, [1, 1, 1, 0.5, 0.5, 0.1])


def test_exponential_by_hand():
    options = {"initial_learning_rate": 0.8, "decay_steps": 4, "decay_rate": 0.25}
    # 0,8·0,25^(2/4) = 0,4
    np.testing.assert_allclose(exponential_decay([0, 2, 4], **options), [0.8, 0.4, 0.2])
    stairs = exponential_decay([0, 3, 4, 7], **options, staircase=True)
    np.testing.assert_allclose(stairs, [0.8, 0.8, 0.2, 0.2])


def test_cosine_by_hand():
    # α = 0,2: de 1 a 0,2; en medio, 0,6; a un tercio, cos 60° = 1/2: 0,2 + 0,8·0,75 = 0,8.
    options = {"initial_learning_rate": 1.0, "decay_steps": 30, "alpha": 0.2}
    rates = cosine_decay([0, 10, 15, 30, 99], **options)
    np.testing.assert_allclose(rates, [1, 0.8, 0.6, 0.2, 0.2])


def test_warmup_by_hand():
    # Cinco pasos de 0,1 a 0,6, de 0,1 en 0,1; después, media onda de diez.
    rates = cosine_decay(
        [0, 1, 4, 5, 10, 15],
        initial_learning_rate=0.1,
        decay_steps=10,
        warmup_target=0.6,
        warmup_steps=5,
    )
    np.testing.assert_allclose(rates, [0.1, 0.2, 0.5, 0.6, 0.3, 0], atol=1e-15)


def keras_rates(schedule):
    return np.array([float(schedule(int(step))) for step in STEPS])


@pytest.mark.parametrize(
    ("ours", "theirs", "options"),
    [
        (
            piecewise_constant_decay,
            "PiecewiseConstantDecay",
            {"boundaries": [30, 80], "values": [0.5, 0.05, 0.005]},
        ),
        *(
            (
                exponential_decay,
                "ExponentialDecay",
                {
                    "initial_learning_rate": 0.3,
                    "decay_steps": 20,
                    "decay_rate": 0.7,
                    "staircase": stairs,
                },
            )
            for stairs in (False, True)
        ),
        (
            cosine_decay,
            "CosineDecay",
            {"initial_learning_rate": 0.3, "decay_steps": 90, "alpha": 0.1},
        ),
        (
            cosine_decay,
            "CosineDecay",
            {
                "initial_learning_rate": 0.02,
                "decay_steps": 90,
                "alpha": 0.1,
                "warmup_target": 0.3,
                "warmup_steps": 25,
            },
        ),
        (
            cosine_decay,  # sin una tasa a la que subir no hay subida
            "CosineDecay",
            {"initial_learning_rate": 0.3, "decay_steps": 90, "warmup_steps": 25},
        ),
    ],
)
def test_like_keras(ours, theirs, options):
    schedule = getattr(keras.optimizers.schedules, theirs)(**options)
    expected, rates = keras_rates(schedule), ours(STEPS, **options)
    assert np.abs(rates - expected).max() <= 5e-6 * expected.max()
    assert rates.shape == STEPS.shape
    np.testing.assert_allclose(ours(7, **options), rates[7])


def test_bad_arguments():
    with pytest.raises(ValueError, match="una tasa más que límites"):
        piecewise_constant_decay(0, boundaries=[10], values=[1.0])
    with pytest.raises(ValueError, match="han de crecer"):
        piecewise_constant_decay(0, boundaries=[10, 5], values=[1, 0.5, 0.1])
    with pytest.raises(ValueError, match="han de crecer"):
        piecewise_constant_decay(0, boundaries=[10, 10], values=[1, 0.5, 0.1])
    with pytest.raises(ValueError, match="decay_steps=0"):
        exponential_decay(0, initial_learning_rate=1, decay_steps=0, decay_rate=0.5)
    with pytest.raises(ValueError, match="decay_steps=-1"):
        cosine_decay(0, initial_learning_rate=1, decay_steps=-1)
    with pytest.raises(ValueError, match="el primero es el 0"):
        cosine_decay([3, -2], initial_learning_rate=1, decay_steps=5)
