"""Los ejercicios del capítulo «perdida-y-gradiente»: coste, entropía desde logits y un paso."""

import numpy as np

from redes.exercises.checker import Checker, Exercise, Mistake
from redes.scratch import losses
from redes.scratch.activations import sigmoid


def quadratic_cost(y, a):
    """Medio error cuadrático por ejemplo: (B, K) y (B, K) → un número."""
    return losses.quadratic_cost(y, a)


def logit_crossentropy(y, z):
    """La entropía cruzada binaria media desde los logits, sin desbordarse: (B,) y (B,)."""
    return losses.binary_crossentropy(y, z)


def linear_step(x, y, weights, bias, learning_rate):
    """Los pesos y el sesgo de una regresión lineal después de un paso con el coste cuadrático."""
    return _step(x, y, weights, bias, learning_rate / len(x))


def _step(x, y, weights, bias, rate):
    error = x @ weights + bias - y
    return weights - rate * (error @ x), bias - rate * error.sum()


def _one_after_the_other(x, y, weights, bias, learning_rate):
    weights = weights - learning_rate * ((x @ weights + bias - y) @ x) / len(x)
    return weights, bias - learning_rate * np.mean(x @ weights + bias - y)


def _naive(y, z):
    p = sigmoid(z)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def _clipped(y, z):
    p = np.clip(sigmoid(z), 1e-7, 1 - 1e-7)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


QUADRATIC = Exercise(
    name="perdida-y-gradiente-1",
    reference=quadratic_cost,
    cases=(
        # (0,24 + 0,76) / 4, el ejemplo del capítulo.
        (np.array([[1.0, 0, 0], [0, 1, 0]]), np.array([[0.8, 0.4, 0.2], [0.2, 0.4, 0.6]])),
        (np.array([[2.0], [-1.0], [0.5]]), np.array([[1.0], [1.0], [-0.5]])),
        (np.array([[3.0, -1.0, 0.0, 2.0]]), np.array([[1.0, -2.0, 4.0, 2.0]])),
    ),
    mistakes=(
        Mistake(
            lambda y, a: np.mean((a - y) ** 2),
            "Eso es el error cuadrático medio, que promedia también las K salidas: el coste "
            "cuadrático las suma y divide por 2B.",
        ),
        Mistake(
            lambda y, a: np.mean((a - y) ** 2) / 2,
            "Se ha dividido por las B·K componentes: lo que se promedia son los ejemplos.",
        ),
        Mistake(
            lambda y, a: np.sum((a - y) ** 2) / len(y),
            "Falta el 1/2 de delante: con él se va el 2 de la derivada del cuadrado.",
        ),
        Mistake(
            lambda y, a: np.sum((a - y) ** 2) / 2,
            "Falta dividir por el número de ejemplos: con el doble de ejemplos el coste no debe "
            "ser el doble.",
        ),
        Mistake(
            lambda y, a: np.sum(np.linalg.norm(a - y, axis=1)) / (2 * len(y)),
            "Falta elevar al cuadrado la norma de cada ejemplo.",
        ),
    ),
    hint="Restamos, elevamos al cuadrado, sumamos todo y dividimos por dos veces los ejemplos.",
)

CROSSENTROPY = Exercise(
    name="perdida-y-gradiente-2",
    reference=logit_crossentropy,
    cases=(
        (np.array([1.0, 0.0]), np.array([np.log(3.0), np.log(3.0)])),  # −ln 3/4 y −ln 1/4
        (np.array([1.0, 0.0, 1.0]), np.array([-2.0, 0.5, 3.0])),
        (np.array([0.0, 1.0, 1.0]), np.array([-1000.0, -1000.0, 40.0])),
        (np.array([0.0, 1.0]), np.array([1000.0, 1000.0])),
    ),
    mistakes=(
        Mistake(
            _naive,
            "La fórmula es buena, pero con logits grandes toma el logaritmo de 0: conviene "
            "simplificar el logaritmo de la sigmoide antes de calcular.",
        ),
        Mistake(
            _clipped,
            "Recortar la probabilidad evita el infinito, pero da otro número: con z = −1000 y "
            "clase 1 la pérdida es 1000.",
        ),
        Mistake(
            lambda y, z: np.mean(np.log(1 + np.exp(z)) - y * z),
            "Ese logaritmo ya está simplificado, pero la exponencial de 1000 se desborda: que su "
            "exponente sea siempre negativo.",
        ),
        Mistake(
            lambda y, z: np.sum(np.maximum(z, 0) - y * z + np.log1p(np.exp(-np.abs(z)))),
            "Se pide la media de los ejemplos, no la suma.",
        ),
        Mistake(
            lambda y, z: losses.binary_crossentropy(1 - y, z),
            "Las clases están cambiadas: un logit muy positivo con clase 1 no cuesta casi nada.",
        ),
        Mistake(
            lambda y, z: -np.mean(y * np.log(z) + (1 - y) * np.log(1 - z)),
            "Se han usado los logits como si fueran probabilidades: falta la sigmoide.",
        ),
    ),
    hint="Para cada ejemplo, ln(1 + e^z) − y·z; falta escribirlo de modo que nada se desborde.",
)

STEP = Exercise(
    name="perdida-y-gradiente-3",
    reference=linear_step,
    cases=(
        # a = 0 y los errores son −2 y −4: pesos (0 + 0,5·(2 + 8)/2) y sesgo 0,5·3.
        (np.array([[1.0], [2.0]]), np.array([2.0, 4.0]), np.array([0.0]), 0.0, 0.5),
        (
            np.array([[1.0, -1.0], [0.5, 2.0], [3.0, 0.0]]),
            np.array([1.0, 0.0, -2.0]),
            np.array([0.5, -0.25]),
            1.0,
            0.1,
        ),
    ),
    mistakes=(
        Mistake(
            lambda x, y, weights, bias, learning_rate: _step(
                x, y, weights, bias, -learning_rate / len(x)
            ),
            "Ese paso sube: hay que restar el gradiente, que lleva la salida menos la etiqueta.",
        ),
        Mistake(
            lambda x, y, weights, bias, learning_rate: _step(x, y, weights, bias, learning_rate),
            "Falta dividir por el número de ejemplos: eso es el gradiente de la suma, y con él la "
            "misma tasa da pasos B veces mayores.",
        ),
        Mistake(
            lambda x, y, weights, bias, learning_rate: _step(
                x, y, weights, bias, 2 * learning_rate / len(x)
            ),
            "Sobra un 2: con el 1/2 del coste cuadrático se va el 2 de la derivada.",
        ),
        Mistake(
            lambda x, y, weights, bias, learning_rate: (
                linear_step(x, y, weights, bias, learning_rate)[0],
                bias,
            ),
            "El sesgo también baja: su derivada es la media de los errores.",
        ),
        Mistake(
            _one_after_the_other,
            "El sesgo se ha corregido con los pesos ya cambiados: las dos derivadas se calculan en "
            "el mismo punto, y después se mueve todo a la vez.",
        ),
    ),
    hint="La salida menos la etiqueta, por su entrada, en media: eso es el gradiente que se resta.",
)

check = Checker(QUADRATIC, CROSSENTROPY, STEP)
