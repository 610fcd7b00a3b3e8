"""Los ejercicios del capítulo «neurona»: el escalón, la regla de Rosenblatt y el gradiente."""

import numpy as np

from redes.exercises.checker import Checker, Exercise, Mistake
from redes.scratch import perceptron
from redes.scratch.activations import sigmoid


def neuron(x, weights, bias):
    """La suma ponderada y el escalón: (B, D) → (B,)."""
    return perceptron.predict(x, weights, bias)


def perceptron_update(x, label, weights, bias):
    """Los pesos y el sesgo después de ver un ejemplo."""
    return perceptron.update(x, label, weights, bias)


def logistic_gradient(x, label, weights, bias):
    """Las derivadas de la entropía cruzada de un ejemplo respecto de los pesos y del sesgo."""
    error = sigmoid(x @ weights + bias) - label
    return error * x, error


def _output(x, weights, bias):
    return int(x @ weights + bias >= 0)


NEURON = Exercise(
    name="neurona-1",
    reference=neuron,
    cases=(
        (np.array([[2.0, -1.0], [1.0, 1.0], [-2.0, 0.5]]), np.array([1.0, 2.0]), -1.5),
        # El primer ejemplo cae justo en la frontera: 0·(−4) + 1·1 − 1 = 0.
        (np.array([[0.0, 1.0], [1.0, 0.0]]), np.array([-4.0, 1.0]), -1.0),
        (np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 1.0]]), np.array([-0.5, 0.25, 0.5]), 0.75),
    ),
    mistakes=(
        Mistake(
            lambda x, weights, bias: x @ weights + bias,
            "Falta el escalón: eso es la suma ponderada; la neurona responde 1 si llega a 0 y 0 "
            "si no.",
        ),
        Mistake(
            lambda x, weights, bias: (x @ weights >= 0).astype(int),
            "Falta sumar el sesgo antes de comparar con 0.",
        ),
        Mistake(
            lambda x, weights, bias: (x @ weights - bias >= 0).astype(int),
            "El sesgo se suma; lo que se resta es el umbral, que es el sesgo cambiado de signo.",
        ),
        Mistake(
            lambda x, weights, bias: np.where(x @ weights + bias >= 0, 1, -1),
            "El escalón da 0 o 1; el signo, −1 o 1, es otro convenio.",
        ),
        Mistake(
            lambda x, weights, bias: (x @ weights + bias > 0).astype(int),
            "Cuando la suma vale exactamente 0, la neurona responde 1: la comparación es >=.",
        ),
    ),
    hint="Multiplicamos cada entrada por su peso, sumamos todo y el sesgo, y comparamos con 0.",
)

UPDATE = Exercise(
    name="neurona-2",
    reference=perceptron_update,
    cases=(
        (np.array([2.0, -1.0]), 0, np.array([0.5, 0.5]), 0.25),  # dispara y no debía
        (np.array([1.0, 3.0, -2.0]), 1, np.array([-1.0, 0.0, 1.0]), 0.5),  # calla y no debía
        (np.array([1.0, 2.0]), 1, np.array([0.5, 1.0]), -1.0),  # acierta
    ),
    mistakes=(
        Mistake(
            lambda x, label, weights, bias: (
                weights - (label - _output(x, weights, bias)) * x,
                bias - (label - _output(x, weights, bias)),
            ),
            "El signo está al revés: si la neurona calló y debía disparar, hay que sumar el "
            "ejemplo a los pesos, no restarlo.",
        ),
        Mistake(
            lambda x, label, weights, bias: (
                weights + (label - _output(x, weights, bias)) * x,
                bias,
            ),
            "El sesgo también aprende: se le suma el error, como si su entrada valiera siempre 1.",
        ),
        Mistake(
            lambda x, label, weights, bias: (
                weights + (label - _output(x, weights, bias)),
                bias + (label - _output(x, weights, bias)),
            ),
            "A cada peso le toca el error multiplicado por su entrada.",
        ),
        Mistake(
            lambda x, label, weights, bias: (weights + label * x, bias + label),
            "El error es la etiqueta menos la respuesta de la neurona: si acierta, nada cambia.",
        ),
        Mistake(
            lambda x, label, weights, bias: (
                weights + (label - (x @ weights + bias)) * x,
                bias + label - (x @ weights + bias),
            ),
            "El error se calcula con la respuesta después del escalón, 0 o 1, no con la suma "
            "ponderada.",
        ),
    ),
    hint="Primero, la respuesta de la neurona; luego, el error; con él se corrigen pesos y sesgo.",
)

GRADIENT = Exercise(
    name="neurona-3",
    reference=logistic_gradient,
    cases=(
        (np.array([2.0, 4.0]), 1, np.array([0.0, 0.0]), 0.0),  # (1/2 − 1)·(2, 4) = (−1, −2)
        (np.array([1.0, -2.0, 0.5]), 0, np.array([0.5, 0.25, 2.0]), -0.5),
        (np.array([-1.0, 3.0]), 1, np.array([1.0, 0.5]), 0.25),
    ),
    mistakes=(
        Mistake(
            lambda x, label, weights, bias: (
                (label - sigmoid(x @ weights + bias)) * x,
                label - sigmoid(x @ weights + bias),
            ),
            "El signo está al revés: la derivada lleva la probabilidad menos la etiqueta. El "
            "descenso ya resta después.",
        ),
        Mistake(
            lambda x, label, weights, bias: _quadratic_gradient(x, label, weights, bias),
            "Sobra la derivada de la sigmoide: con la entropía cruzada se cancela. Aparece con el "
            "coste cuadrático.",
        ),
        Mistake(
            lambda x, label, weights, bias: (
                (x @ weights + bias - label) * x,
                x @ weights + bias - label,
            ),
            "Falta la sigmoide: la etiqueta se compara con la probabilidad, no con la suma "
            "ponderada.",
        ),
        Mistake(
            lambda x, label, weights, bias: (
                sigmoid(x @ weights + bias) - label,
                sigmoid(x @ weights + bias) - label,
            ),
            "La derivada respecto de cada peso lleva el factor de su entrada: tiene la forma de x.",
        ),
    ),
    hint="Con la regla de la cadena: la derivada respecto de la suma ponderada es p − y.",
)


def _quadratic_gradient(x, label, weights, bias):
    p = sigmoid(x @ weights + bias)
    error = (p - label) * p * (1 - p)
    return error * x, error


check = Checker(NEURON, UPDATE, GRADIENT)
