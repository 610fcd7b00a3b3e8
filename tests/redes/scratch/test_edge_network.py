"""La red de dos puntos del capítulo «primera-red»: distingue un borde de una imagen lisa."""

import numpy as np
import pytest

from redes.scratch.activations import relu, softmax
from redes.scratch.dense import dense
from redes.scratch.mlp import DenseParams, forward

# Las unidades ocultas calculan x1 - x2 y x2 - x1; las salidas son «lisa» y «borde».
HIDDEN = DenseParams(np.array([[1.0, -1.0], [-1.0, 1.0]]), np.zeros(2))
OUTPUT = DenseParams(np.array([[-1.0, 3.0], [-1.0, 3.0]]), np.array([1.0, -1.0]))

CASES = [
    # ocultas: 1 y -1 → 1 y 0; logits: -1+1 = 0 y 3-1 = 2; e² = 7.389, 1/8.389 = 0.119
    ([1.0, 0.0], [1.0, 0.0], [0.0, 2.0], [0.119, 0.881]),
    # ocultas: 0 y 0; los logits son los sesgos, 1 y -1: la misma diferencia, al revés
    ([0.5, 0.5], [0.0, 0.0], [1.0, -1.0], [0.881, 0.119]),
    # ocultas: 0.5 y -0.5 → 0.5 y 0; logits: -0.5+1 = 0.5 y 1.5-1 = 0.5
    ([0.9, 0.4], [0.5, 0.0], [0.5, 0.5], [0.5, 0.5]),
    # el borde en el otro sentido lo ve la otra unidad
    ([0.0, 1.0], [0.0, 1.0], [0.0, 2.0], [0.119, 0.881]),
]


@pytest.mark.parametrize(("x", "hidden", "logits", "probabilities"), CASES)
def test_hand_example(x, hidden, logits, probabilities):
    activations = relu(dense([x], *HIDDEN))
    np.testing.assert_allclose(activations, [hidden], atol=1e-12)
    np.testing.assert_allclose(dense(activations, *OUTPUT), [logits], atol=1e-12)
    np.testing.assert_allclose(softmax(dense(activations, *OUTPUT)), [probabilities], atol=5e-4)
    np.testing.assert_allclose(forward([x], (HIDDEN, OUTPUT)).logits, [logits], atol=1e-12)


def test_without_the_hidden_layer_the_middle_is_the_mean_of_the_ends():
    kernel, bias = np.random.default_rng(3).normal(size=(2, 2)), np.array([0.3, -0.2])
    left, right, middle = dense([[1.0, 0.0], [0.0, 1.0], [0.5, 0.5]], kernel, bias)
    np.testing.assert_allclose(middle, (left + right) / 2)
