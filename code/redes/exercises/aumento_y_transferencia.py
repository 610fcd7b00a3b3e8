"""Los ejercicios del capítulo «aumento-y-transferencia»: factores, mezclas y capas congeladas."""

import numpy as np

from redes.exercises.checker import Checker, Exercise, Mistake


def factors(height, width, rows, columns, degrees):
    """Los factores de Keras para moverse tantos píxeles y girar tantos grados."""
    return rows / height, columns / width, degrees / 360


def mixup(x, targets, order, weights):
    """Imágenes y etiquetas mezcladas: cada ejemplo con el que le toca en `order`."""
    share = weights[:, None, None]
    images = share * x + (1 - share) * x[order]
    share = weights[:, None]
    return images, share * targets + (1 - share) * targets[order]


def average_over_shifts(predict, images, shifts):
    """La media de las probabilidades que da `predict` a cada versión movida."""
    return np.mean([predict(np.roll(images, shift, axis=(1, 2))) for shift in shifts], axis=0)


def _softmax(z):
    shifted = np.exp(z - z.max(axis=-1, keepdims=True))
    return shifted / shifted.sum(axis=-1, keepdims=True)


def _reader(images):
    """Un lector de mentira: la tinta de cuatro columnas, hecha probabilidades."""
    return _softmax(3 * images.sum(axis=1)[:, :4])


def _votes(predict, images, shifts):
    found = [predict(np.roll(images, shift, axis=(1, 2))) for shift in shifts]
    chosen = np.array([np.eye(y.shape[1])[y.argmax(axis=1)] for y in found])
    return chosen.mean(axis=0)


def _image_mean_first(predict, images, shifts):
    return predict(np.mean([np.roll(images, s, axis=(1, 2)) for s in shifts], axis=0))


def _over_examples(predict, images, shifts):
    found = [predict(np.roll(images, shift, axis=(1, 2))) for shift in shifts]
    return np.mean(found, axis=1)


def _hard_labels(x, targets, order, weights):
    images, _ = mixup(x, targets, order, weights)
    keep = (weights >= 0.5)[:, None]
    return images, np.where(keep, targets, targets[order])


_rng = np.random.default_rng(0)
_images = _rng.random((4, 3, 5))
_targets = np.eye(3)[[0, 1, 2, 1]]
_order = np.array([2, 0, 3, 1])
_weights = np.array([0.9, 0.25, 0.5, 0.7])

FACTORS = Exercise(
    name="aumento-y-transferencia-1",
    reference=factors,
    cases=((8, 8, 1, 1, 15), (200, 300, 20, 15, 90), (28, 56, 2, 7, 36)),
    mistakes=(
        Mistake(
            lambda height, width, rows, columns, degrees: (rows, columns, degrees),
            "Keras no quiere píxeles ni grados: quiere fracciones.",
        ),
        Mistake(
            lambda height, width, rows, columns, degrees: (
                rows / height,
                columns / width,
                np.deg2rad(degrees),
            ),
            "El factor del giro no va en radianes: es una fracción de la vuelta entera.",
        ),
        Mistake(
            lambda height, width, rows, columns, degrees: (
                rows / height,
                columns / width,
                degrees / 180,
            ),
            "Una vuelta entera son 360 grados.",
        ),
        Mistake(
            lambda height, width, rows, columns, degrees: (
                rows / width,
                columns / height,
                degrees / 360,
            ),
            "Las filas se dividen entre el alto y las columnas, entre el ancho.",
        ),
    ),
    hint="¿Qué fracción del alto son esas filas? ¿Y qué fracción de la vuelta, esos grados?",
)

MIXUP = Exercise(
    name="aumento-y-transferencia-2",
    reference=mixup,
    cases=(
        (np.array([[[1.0]], [[3.0]]]), np.eye(2), np.array([1, 0]), np.array([0.75, 0.5])),
        (_images, _targets, _order, _weights),
    ),
    mistakes=(
        Mistake(
            lambda x, targets, order, weights: (mixup(x, targets, order, weights)[0], targets),
            "Las etiquetas también se mezclan, con los mismos pesos.",
        ),
        Mistake(
            _hard_labels,
            "La etiqueta no es la de la imagen que más pesa: es la mezcla de las dos.",
        ),
        Mistake(
            lambda x, targets, order, weights: mixup(x, targets, order, 1 - weights),
            "El peso λ es el del ejemplo propio; el del otro es 1 − λ.",
        ),
        Mistake(
            lambda x, targets, order, weights: mixup(
                x, targets, order, np.full_like(weights, weights[0])
            ),
            "Cada ejemplo tiene su propio peso, no el del primero.",
        ),
    ),
    hint="weights es (B,): hay que darle ejes de tamaño 1 para que multiplique a (B, H, W).",
)

AVERAGE = Exercise(
    name="aumento-y-transferencia-3",
    reference=average_over_shifts,
    cases=(
        (_reader, _images, [(0, 0), (0, 1), (0, -1)]),
        (_reader, 2 * _images, [(0, 0), (1, 2), (2, 0), (0, 3)]),
    ),
    mistakes=(
        Mistake(
            _image_mean_first,
            "Se promedian las respuestas, no las imágenes: la media de varias copias es una imagen "
            "borrosa.",
        ),
        Mistake(
            _votes,
            "Al votar se pierde cuánto dudaba cada respuesta: se promedian las probabilidades.",
        ),
        Mistake(
            _over_examples,
            "La media va sobre las copias, no sobre los ejemplos del lote.",
        ),
        Mistake(
            lambda predict, images, shifts: np.sum(
                [predict(np.roll(images, s, axis=(1, 2))) for s in shifts], axis=0
            ),
            "Falta dividir entre el número de copias: no suman 1.",
        ),
    ),
    hint="Una respuesta (B, K) por copia; el resultado es también (B, K).",
)

check = Checker(FACTORS, MIXUP, AVERAGE)
