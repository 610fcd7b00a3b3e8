"""Los ejercicios del capítulo «activaciones»: softmax, ReLU con fuga y unidades muertas."""

import numpy as np

from redes.exercises.checker import Checker, Exercise, Mistake
from redes.scratch import activations


def softmax(z):
    """Las probabilidades de cada fila, también con logits enormes: (B, K) → (B, K)."""
    return activations.softmax(z)


def leaky_relu_grad(z, negative_slope):
    """La derivada de la ReLU con fuga, elemento a elemento."""
    return activations.leaky_relu_grad(z, negative_slope=negative_slope)


def dead_fraction(z):
    """La fracción de unidades que no se activan con ningún ejemplo, de sus (B, U)."""
    return np.mean(np.all(z <= 0, axis=0))


def _exponentials(z):
    return np.exp(z - z.max(axis=-1, keepdims=True))


SOFTMAX = Exercise(
    name="activaciones-1",
    reference=softmax,
    cases=(
        # 1/4 y 3/4; 1/2 y 1/2. Cuadrado y de máximo 0, para reconocer que falta keepdims tanto si
        # se resta el máximo como si no.
        (np.array([[-np.log(3.0), 0.0], [0.0, 0.0]]),),
        (np.array([[1.0, 2.0, 3.0], [0.5, -1.0, 0.0]]),),
        (np.array([[1000.0, 1001.0, 999.0], [-1000.0, -1000.0, -1000.0]]),),
    ),
    mistakes=(
        Mistake(
            lambda z: np.exp(z) / np.exp(z).sum(axis=-1, keepdims=True),
            "La fórmula es buena, pero se desborda: antes de la exponencial hay que restar a cada "
            "fila su máximo, que no cambia el resultado.",
        ),
        Mistake(
            lambda z: _exponentials(z) / _exponentials(z).sum(),
            "Cada fila debe sumar 1 por su cuenta: se ha dividido por la suma de todo el lote.",
        ),
        Mistake(
            lambda z: activations.softmax(z, axis=0),
            "Las clases están en el último eje: aquí suman 1 las columnas, y deben hacerlo las "
            "filas.",
        ),
        Mistake(
            lambda z: _exponentials(z) / _exponentials(z).sum(axis=-1),
            "Al sumar con axis=-1 se pierde un eje y la división no empareja cada fila con su "
            "suma: falta keepdims=True.",
        ),
        Mistake(
            lambda z: activations.sigmoid(z),
            "Eso es la sigmoide, que trata cada clase por separado: sus valores no suman 1.",
        ),
    ),
    hint="Exponencial de cada logit, dividida por la suma de las exponenciales de su fila.",
)

LEAKY_RELU_GRAD = Exercise(
    name="activaciones-2",
    reference=leaky_relu_grad,
    cases=(
        (np.array([-10.0, -0.5, 0.5, 3.0]), 0.2),
        (np.array([[1.5, -2.0], [-0.1, 4.0]]), 0.01),
    ),
    mistakes=(
        Mistake(
            lambda z, negative_slope: activations.leaky_relu(z, negative_slope=negative_slope),
            "Eso es la función, no su derivada: la derivada es la pendiente de cada rama.",
        ),
        Mistake(
            lambda z, negative_slope: activations.relu_grad(z),
            "Eso es la derivada de la ReLU sin fuga: en los negativos la pendiente es "
            "negative_slope, no 0.",
        ),
        Mistake(
            lambda z, negative_slope: np.where(z > 0, negative_slope, 1.0),
            "Las ramas están cambiadas: la pendiente 1 es la de los positivos.",
        ),
        Mistake(
            lambda z, negative_slope: np.where(z > 0, 1.0, -negative_slope),
            "La pendiente de la rama negativa es positiva: la función también crece ahí, aunque "
            "despacio.",
        ),
        Mistake(
            lambda z, negative_slope: np.where(z > 0, 1.0, negative_slope * z),
            "En los negativos sobra el factor z: la derivada de a·z es a.",
        ),
    ),
    hint="Son dos rectas: la derivada solo toma dos valores, según el signo de z.",
)

DEAD_FRACTION = Exercise(
    name="activaciones-3",
    reference=dead_fraction,
    cases=(
        # La segunda unidad no se activa nunca; la tercera, solo con el último ejemplo.
        (np.array([[1.0, -2.0, -1.0, 2.0], [2.0, -1.0, -3.0, -1.0], [0.5, -4.0, 1.0, 1.0]]),),
        (np.array([[-1.0, -1.0, 3.0, -2.0, -1.0], [-2.0, -5.0, -1.0, -0.5, 1.0]]),),
    ),
    mistakes=(
        Mistake(
            lambda z: np.mean(z <= 0),
            "Eso es la fracción de activaciones nulas; una unidad está muerta si no se activa con "
            "ningún ejemplo.",
        ),
        Mistake(
            lambda z: np.mean(np.any(z <= 0, axis=0)),
            "Callar con algún ejemplo es normal: una unidad muerta calla con todos (np.all).",
        ),
        Mistake(
            lambda z: np.mean(np.all(z <= 0, axis=1)),
            "Los ejes están cambiados: eso cuenta los ejemplos que no activan ninguna unidad. Cada "
            "unidad es una columna.",
        ),
        Mistake(
            lambda z: np.mean(np.any(z > 0, axis=0)),
            "Eso es la fracción de unidades vivas; se pide la de muertas.",
        ),
        Mistake(
            lambda z: np.sum(np.all(z <= 0, axis=0)),
            "Eso es cuántas unidades están muertas; la fracción se divide por el número de "
            "unidades.",
        ),
    ),
    hint="Miramos cada columna: está muerta si todas sus preactivaciones son negativas o nulas.",
)

check = Checker(SOFTMAX, LEAKY_RELU_GRAD, DEAD_FRACTION)
