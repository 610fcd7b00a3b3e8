"""Los ejercicios del capítulo «regularizacion»: la máscara, la parada y las etiquetas suaves."""

import numpy as np

from redes.exercises.checker import Checker, Exercise, Mistake
from redes.scratch.losses import smooth_labels


def inverted_dropout(x, numbers, rate):
    """Las activaciones tras un *dropout* invertido que sorteó esos números, de 0 a 1."""
    return x * (numbers >= rate) / (1 - rate)


def stop_training(losses, patience, min_delta):
    """La época en que se para y la mejor, contando desde 0; si no se para, la última."""
    return _stop(losses, patience, min_delta)


def soften(labels, num_classes, epsilon):
    """Las etiquetas enteras, en filas one-hot suavizadas."""
    return smooth_labels(np.eye(num_classes)[labels], epsilon)


def _stop(losses, patience, min_delta, *, reset=True, previous=False, ties=False, extra=0):
    """La parada temprana; las opciones son los errores típicos."""
    best, best_epoch, wait = np.inf, 0, 0
    for epoch, loss in enumerate(losses):
        if loss < best - min_delta or (ties and loss == best - min_delta):
            best, best_epoch = loss, epoch
            wait = 0 if reset else wait
        else:
            wait += 1
            best = loss if previous else best
            if wait >= patience + extra:
                return epoch, best_epoch
    return len(losses) - 1, best_epoch


X = np.array([[4.0, 6.0], [8.0, 2.0]])
NUMBERS = np.array([[0.9, 0.1], [0.2, 0.19]])

DROPOUT = Exercise(
    name="regularizacion-1",
    reference=inverted_dropout,
    cases=(
        # Con p = 0,2 se salvan el 4 y el 8, divididos por 0,8: 5 y 10.
        (X, NUMBERS, 0.2),
        (X, NUMBERS, 0.5),
        (np.linspace(-1, 1, 12).reshape(3, 4), np.linspace(0, 0.95, 12).reshape(3, 4), 0.75),
    ),
    mistakes=(
        Mistake(
            lambda x, numbers, rate: x * (numbers >= rate),
            "Falta agrandar lo que queda: sin dividir por 1 − rate, la media baja al entrenar y no "
            "al predecir.",
        ),
        Mistake(
            lambda x, numbers, rate: x * (numbers >= rate) / rate,
            "Se divide por la probabilidad de quedarse, 1 − rate, y no por la de anularse.",
        ),
        Mistake(
            lambda x, numbers, rate: x * (numbers < rate) / rate,
            "rate es la probabilidad de anular, como en Keras, y no la de conservar.",
        ),
        Mistake(
            lambda x, numbers, rate: x * (numbers < rate) / (1 - rate),
            "La comparación está al revés: se anulan los números menores que rate.",
        ),
        Mistake(
            lambda x, numbers, rate: x * (numbers > rate) / (1 - rate),
            "El que ha sacado justo rate se queda: se anulan los menores.",
        ),
        Mistake(
            lambda x, numbers, rate: x * (numbers >= rate) * (1 - rate),
            "Eso encoge lo que queda; para conservar la media hay que dividir por 1 − rate.",
        ),
    ),
    hint="Multiplica por una máscara que vale 0 donde el número es menor que rate y 1 / (1 − rate) "
    "donde no.",
)

STOP = Exercise(
    name="regularizacion-2",
    reference=stop_training,
    cases=(
        # Mejora hasta la época 2; la 3 y la 4 no: con paciencia 2, se para en la 4.
        ([1.0, 0.8, 0.7, 0.9, 0.75, 0.6], 2, 0.0),
        # La época 2 mejora y reinicia la cuenta: con paciencia 2 se llega hasta la 4.
        ([1.0, 1.1, 0.9, 1.2, 1.3, 0.1], 2, 0.0),
        # Bajar 0,05 no es mejorar si se piden 0,1; bajar 0,15 desde la mejor, sí.
        ([1.0, 0.95, 0.85, 0.8, 0.8, 0.5], 2, 0.1),
        # Nunca se para: la última.
        ([1.0, 0.9, 0.8], 3, 0.0),
        # Subir y volver a bajar sin pasar de la mejor no es mejorar.
        ([0.5, 0.9, 0.8, 0.7, 0.6], 3, 0.0),
        # Empatar tampoco: se para en la 2.
        ([0.5, 0.5, 0.5, 0.4], 2, 0.0),
    ),
    mistakes=(
        Mistake(
            lambda losses, patience, min_delta: _stop(losses, patience, min_delta, reset=False),
            "Al mejorar, la cuenta de la paciencia vuelve a cero: son épocas seguidas sin mejorar.",
        ),
        Mistake(
            lambda losses, patience, min_delta: _stop(losses, patience, min_delta, previous=True),
            "Se compara con la mejor pérdida hasta ahora, y no con la de la época anterior.",
        ),
        Mistake(
            lambda losses, patience, min_delta: _stop(losses, patience, 0.0),
            "Falta min_delta: bajar menos que eso no cuenta como mejorar.",
        ),
        Mistake(
            lambda losses, patience, min_delta: _stop(losses, patience, min_delta, ties=True),
            "Empatar con la mejor no es mejorar: hay que bajar de ella en más de min_delta.",
        ),
        Mistake(
            lambda losses, patience, min_delta: _stop(losses, patience, min_delta, extra=1),
            "Se para al cumplirse patience épocas sin mejorar, no una después.",
        ),
        Mistake(
            lambda losses, patience, min_delta: (
                _stop(losses, patience, min_delta)[0],
                int(np.argmin(losses)),
            ),
            "La mejor época ha de estar entre las que se llegaron a entrenar: las de después de "
            "parar no existen.",
        ),
    ),
    hint="Guarda la mejor pérdida, su época y cuántas épocas seguidas llevas sin mejorarla en más "
    "de min_delta.",
    exact=True,
)

SOFTEN = Exercise(
    name="regularizacion-3",
    reference=soften,
    cases=(
        # K = 4 y ε = 0,2: 0,05 a cada clase, y 0,8 + 0,05 a la verdadera.
        (np.array([1]), 4, 0.2),
        (np.array([0, 2, 2]), 3, 0.3),
        (np.array([4, 0]), 5, 0.0),
    ),
    mistakes=(
        Mistake(
            lambda labels, num_classes, epsilon: (
                np.eye(num_classes)[labels] * (1 - epsilon)
                + (1 - np.eye(num_classes)[labels]) * epsilon / (num_classes - 1)
            ),
            "En Keras el reparto incluye a la clase verdadera: a cada una de las K clases le toca "
            "epsilon / K.",
        ),
        Mistake(
            lambda labels, num_classes, epsilon: np.eye(num_classes)[labels] * (1 - epsilon),
            "Falta repartir lo que se ha quitado: cada fila ha de sumar 1.",
        ),
        Mistake(
            lambda labels, num_classes, epsilon: (
                np.eye(num_classes)[labels] * (1 - epsilon) + epsilon
            ),
            "Lo que se quita se reparte entre las K clases: a cada una, epsilon / K.",
        ),
        Mistake(
            lambda labels, num_classes, epsilon: (
                np.eye(num_classes)[labels] + epsilon / num_classes
            ),
            "Falta quitar a la clase verdadera lo que se reparte: multiplica por 1 − epsilon.",
        ),
    ),
    hint="Cada fila es (1 − epsilon) veces la one-hot, más epsilon / K en todas las clases.",
)

check = Checker(DROPOUT, STOP, SOFTEN)
