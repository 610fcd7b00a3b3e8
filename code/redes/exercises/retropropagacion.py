"""Los ejercicios del capítulo «retropropagacion»: el error oculto, los gradientes y el coste."""

import itertools

import numpy as np

from redes.exercises.checker import Checker, Exercise, Mistake
from redes.scratch.activations import relu, relu_grad
from redes.scratch.dense import dense_backward


def hidden_error(delta, kernel, z):
    """El error de una capa con ReLU, (B, D), a partir del de la siguiente, (B, U)."""
    return (delta @ kernel.T) * relu_grad(z)


def dense_gradients(delta, x, kernel):
    """Los gradientes de la entrada, del núcleo y del sesgo: (B, D), (D, U) y (U,)."""
    return tuple(dense_backward(delta, x, kernel, np.zeros(kernel.shape[1])))


def multiplications(sizes):
    """Las de un ejemplo, hacia delante y hacia atrás, sin contar sesgos ni activaciones."""
    first, *rest = (inputs * units for inputs, units in itertools.pairwise(sizes))
    return first + sum(rest), first + 2 * sum(rest)


HIDDEN = Exercise(
    name="retropropagacion-1",
    reference=hidden_error,
    cases=(
        # δ·Wᵀ = (2·1 − 1·(−2), 2·3 − 1·0) = (4, 6); la segunda unidad está apagada: (4, 0).
        (
            np.array([[2.0, -1.0]]),
            np.array([[1.0, -2.0], [3.0, 0.0]]),
            np.array([[3.0, -0.5]]),
        ),
        (
            np.array([[0.5, -1.0], [2.0, 0.25]]),
            np.array([[1.0, 0.5], [-2.0, 1.5], [0.75, -1.0]]),
            np.array([[0.5, 2.0, -1.0], [-0.25, 4.0, 1.25]]),
        ),
    ),
    mistakes=(
        Mistake(
            lambda delta, kernel, z: delta @ kernel.T,
            "Falta multiplicar por la derivada de la activación en z: una unidad apagada no recibe "
            "nada.",
        ),
        Mistake(
            lambda delta, kernel, z: (delta @ kernel.T) * relu(z),
            "Hace falta la derivada de ReLU, que vale 0 o 1, y no ReLU de z.",
        ),
        Mistake(
            lambda delta, kernel, z: relu(delta @ kernel.T),
            "Lo que apaga a una unidad es el signo de su z, no el del error: un error negativo "
            "también pasa.",
        ),
        Mistake(
            lambda delta, kernel, z: (delta @ kernel.T) * (z < 0),
            "La derivada de ReLU es 1 donde z es positiva, y aquí está al revés.",
        ),
        Mistake(
            lambda delta, kernel, z: (delta @ kernel) * relu_grad(z),
            "Falta trasponer el núcleo: el error va de las unidades a las entradas. Con una matriz "
            "cuadrada nadie protesta, y el resultado es otro.",
        ),
        Mistake(
            lambda delta, kernel, z: (delta @ np.linalg.pinv(kernel)) * relu_grad(z),
            "No hay que deshacer la capa con la inversa: el error retrocede por los mismos pesos, "
            "con la matriz traspuesta.",
        ),
    ),
    hint="Primero el error retrocede por los pesos, con la traspuesta; luego, unidad a unidad, se "
    "multiplica por la derivada de la activación.",
)

GRADIENTS = Exercise(
    name="retropropagacion-2",
    reference=dense_gradients,
    cases=(
        (
            np.array([[2.0, -1.0]]),
            np.array([[3.0]]),
            np.array([[1.0, -2.0]]),
        ),
        (
            np.array([[0.5, -1.0], [2.0, 0.25], [-0.75, 1.0]]),
            np.array([[1.0, 2.0, -1.0, 0.5], [0.0, -1.5, 2.0, 1.0], [3.0, 0.25, 1.0, -2.0]]),
            np.array([[1.0, 0.5], [-2.0, 1.5], [0.75, -1.0], [0.25, 2.0]]),
        ),
    ),
    mistakes=(
        Mistake(
            lambda delta, x, kernel: (delta @ kernel.T, x.T @ delta, delta),
            "El sesgo es el mismo para todos los ejemplos: hay que sumar su gradiente sobre el "
            "lote, y queda con forma (U,).",
        ),
        Mistake(
            lambda delta, x, kernel: (delta @ kernel.T, x.T @ delta, delta.mean(axis=0)),
            "El gradiente del sesgo se suma, no se promedia: el reparto entre ejemplos ya viene "
            "dentro de delta.",
        ),
        Mistake(
            lambda delta, x, kernel: (
                delta @ kernel.T,
                x.T @ delta / len(x),
                delta.sum(axis=0) / len(x),
            ),
            "Sobra dividir por el tamaño del lote: delta ya es la derivada de la pérdida media.",
        ),
        Mistake(
            lambda delta, x, kernel: (delta @ kernel.T, delta.T @ x, delta.sum(axis=0)),
            "El gradiente del núcleo está traspuesto: ha de tener la forma del núcleo, (D, U).",
        ),
        Mistake(
            lambda delta, x, kernel: (x.T @ delta, delta.sum(axis=0), delta @ kernel.T),
            "Los tres están bien y en otro orden: primero el de la entrada, después el del núcleo "
            "y por último el del sesgo.",
        ),
    ),
    hint="Cada gradiente tiene la forma de aquello respecto de lo que se deriva: (B, D), (D, U) y "
    "(U,). Solo hay un producto que dé cada una.",
)

COST = Exercise(
    name="retropropagacion-3",
    reference=multiplications,
    cases=(([3, 5],), ([4, 3, 2],), ([64, 48, 32, 10],)),
    mistakes=(
        Mistake(
            lambda sizes: (_products(sizes), 2 * _products(sizes)),
            "La primera capa no necesita el gradiente de su entrada: los datos no se corrigen.",
        ),
        Mistake(
            lambda sizes: (_products(sizes), _products(sizes)),
            "Hacia atrás, cada capa menos la primera hace dos productos: uno para sus pesos y otro "
            "para el error que entrega.",
        ),
        Mistake(
            lambda sizes: (_products(sizes), 2 * _products(sizes) - sizes[-2] * sizes[-1]),
            "La capa que se ahorra un producto es la primera, no la última.",
        ),
        Mistake(
            lambda sizes: (
                _products(sizes) + sum(sizes[1:]),
                2 * _products(sizes) - sizes[0] * sizes[1] + sum(sizes[1:]),
            ),
            "El sesgo se suma: no añade multiplicaciones.",
        ),
    ),
    hint="Una capa densa hace, por ejemplo, tantas multiplicaciones como pesos tiene.",
    exact=True,
)


def _products(sizes):
    return sum(inputs * units for inputs, units in itertools.pairwise(sizes))


check = Checker(HIDDEN, GRADIENTS, COST)
