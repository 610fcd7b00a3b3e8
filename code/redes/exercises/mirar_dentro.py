"""Los ejercicios del capítulo «mirar-dentro»: saliencia, Grad-CAM y un ejemplo adversario."""

import numpy as np

from redes.exercises.checker import Checker, Exercise, Mistake


def logit_gradient(x, kernel, weights):
    """La derivada del logit `weights · relu(x @ kernel)` respecto de x."""
    return kernel @ (weights * (x @ kernel > 0))


def cam_from_gradient(maps, gradient):
    """Grad-CAM de un ejemplo: mapas y gradiente (H, W, F)."""
    return np.maximum(0, maps @ gradient.mean(axis=(0, 1)))


def adversarial(x, loss_gradient, epsilon):
    """Un paso de `epsilon` por el signo del gradiente de la pérdida, sin salirse de 0 a 1."""
    return np.clip(x + epsilon * np.sign(loss_gradient), 0, 1)


_KERNEL = np.array([[1.0, -2.0, 0.5], [3.0, 1.0, -1.0]])
_MAPS = np.array([[[4.0, 0.0], [0.0, 1.0]], [[2.0, 1.0], [0.0, 2.0]]])
_UNEVEN = np.array([[[2.0, 0.0], [0.0, 0.0]], [[0.0, -1.0], [0.0, 0.0]]])
_WIDE = np.random.default_rng(4).normal(size=(2, 3, 4, 3))

SALIENCY = Exercise(
    name="mirar-dentro-1",
    reference=logit_gradient,
    cases=(
        (np.array([1.0, 1.0]), _KERNEL, np.array([2.0, -1.0, 4.0])),  # z = (4, −1, −0.5)
        (np.array([2.0, 0.5]), _KERNEL, np.array([-1.0, 3.0, 2.0])),  # z = (3.5, −3.5, 0.5)
        (np.array([-1.0, 0.5]), _KERNEL, np.array([0.5, 2.0, 1.0])),  # z = (0.5, 2.5, −1)
    ),
    mistakes=(
        Mistake(
            lambda x, kernel, weights: kernel @ weights,
            "Falta la ReLU: por una unidad apagada no vuelve nada.",
        ),
        Mistake(
            lambda x, kernel, weights: np.abs(logit_gradient(x, kernel, weights)),
            "Se pedía la derivada, con su signo; el valor absoluto viene después.",
        ),
        Mistake(
            lambda x, kernel, weights: x * logit_gradient(x, kernel, weights),
            "Eso es el gradiente por la entrada; se pedía solo el gradiente.",
        ),
        Mistake(
            lambda x, kernel, weights: kernel @ (weights * np.maximum(0, x @ kernel)),
            "Hacia atrás no se multiplica por la activación, sino por su derivada: 0 o 1.",
        ),
        Mistake(
            lambda x, kernel, weights: kernel @ (weights > 0) * 1.0,
            "Lo que decide si pasa el gradiente es la preactivación, no el peso de salida.",
        ),
    ),
    hint="Primero la derivada respecto de cada unidad: su peso si está encendida y cero si no. "
    "Después, el núcleo la lleva a la entrada.",
)

GRAD_CAM = Exercise(
    name="mirar-dentro-2",
    reference=cam_from_gradient,
    cases=(
        (_MAPS, np.broadcast_to([0.5, -0.25], _MAPS.shape)),  # el ejemplo del capítulo
        (_MAPS, _UNEVEN),  # medias 0.5 y −0.25, con otro reparto
        (_WIDE[0], _WIDE[1]),
    ),
    mistakes=(
        Mistake(
            lambda maps, gradient: maps @ gradient.mean(axis=(0, 1)),
            "Falta quedarse con la parte positiva.",
        ),
        Mistake(
            lambda maps, gradient: np.maximum(0, (maps * gradient).sum(axis=-1)),
            "El gradiente se promedia antes sobre las posiciones: un peso por mapa.",
        ),
        Mistake(
            lambda maps, gradient: np.maximum(0, maps @ gradient.sum(axis=(0, 1))),
            "El peso es la media del gradiente, no la suma.",
        ),
        Mistake(
            lambda maps, gradient: np.maximum(0, maps * gradient.mean(axis=(0, 1))).sum(axis=-1),
            "La parte positiva se toma después de sumar los mapas, no antes.",
        ),
        Mistake(
            lambda maps, gradient: np.maximum(0, maps @ np.abs(gradient).mean(axis=(0, 1))),
            "Los pesos llevan signo: un mapa puede hablar en contra de la clase.",
        ),
    ),
    hint="Un peso por mapa, la media de su gradiente; la suma ponderada de los mapas; y de ella, "
    "lo positivo.",
)

FGSM = Exercise(
    name="mirar-dentro-3",
    reference=adversarial,
    cases=(
        (np.array([0.5, 0.5, 0.2]), np.array([3.0, -0.01, 0.0]), 0.1),
        (np.array([0.95, 0.02, 0.5]), np.array([1.0, -2.0, 0.3]), 0.1),
        (np.array([[0.3, 0.6], [1.0, 0.0]]), np.array([[-2.0, 5.0], [-1.0, 4.0]]), 0.25),
    ),
    mistakes=(
        Mistake(
            lambda x, gradient, epsilon: x + epsilon * np.sign(gradient),
            "Hay puntos fuera de 0 a 1: eso ya no es una imagen.",
        ),
        Mistake(
            lambda x, gradient, epsilon: np.clip(x - epsilon * np.sign(gradient), 0, 1),
            "El signo está al revés: se quiere subir la pérdida.",
        ),
        Mistake(
            lambda x, gradient, epsilon: np.clip(x + epsilon * gradient, 0, 1),
            "Se usa el signo del gradiente: todos los puntos se mueven lo mismo.",
        ),
        Mistake(
            lambda x, gradient, epsilon: np.clip(
                x + epsilon * gradient / np.linalg.norm(gradient), 0, 1
            ),
            "Con la norma euclídea los puntos se mueven distinto; aquí, epsilon cada uno.",
        ),
        Mistake(
            lambda x, gradient, epsilon: np.clip(x + epsilon * (2.0 * (gradient > 0) - 1), 0, 1),
            "Donde el gradiente es cero no hay que mover nada.",
        ),
    ),
    hint="El signo de cada derivada, por epsilon, sumado a la imagen; y el resultado, recortado.",
)

check = Checker(SALIENCY, GRAD_CAM, FGSM)
