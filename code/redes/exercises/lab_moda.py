"""Los ejercicios del laboratorio «lab-moda»: confusiones, exactitud por clase y conjuntos."""

import numpy as np

from redes.exercises.checker import Checker, Exercise, Mistake


def top_confusions(confusion, count):
    """Las casillas mayores fuera de la diagonal: (count, 2), con filas (verdadera, predicha)."""
    errors = confusion * (1 - np.eye(len(confusion), dtype=int))
    order = np.argsort(-errors.ravel(), kind="stable")[:count]
    return np.stack(np.unravel_index(order, errors.shape), axis=1)


def class_accuracy(labels, predicted, num_classes):
    """De los ejemplos de cada clase, la fracción acertada: (K,)."""
    hits = labels == predicted
    return np.array([np.mean(hits[labels == k]) for k in range(num_classes)])


def ensemble_labels(probabilities):
    """La clase con mayor probabilidad media: (S, B, K) → (B,)."""
    return probabilities.mean(axis=0).argmax(axis=-1)


def _largest(matrix, count):
    order = np.argsort(-matrix.ravel(), kind="stable")[:count]
    return np.stack(np.unravel_index(order, matrix.shape), axis=1)


def _without_diagonal(confusion):
    return confusion * (1 - np.eye(len(confusion), dtype=int))


def _smallest(confusion, count):
    order = np.argsort(_without_diagonal(confusion).ravel(), kind="stable")[:count]
    return np.stack(np.unravel_index(order, confusion.shape), axis=1)


def _tied_last(confusion, count):
    order = np.argsort(_without_diagonal(confusion).ravel(), kind="stable")[::-1][:count]
    return np.stack(np.unravel_index(order, confusion.shape), axis=1)


CONFUSIONS = Exercise(
    name="lab-moda-1",
    reference=top_confusions,
    cases=(
        (np.array([[8, 2, 0], [1, 9, 0], [0, 4, 6]]), 2),
        # La casilla mayor de todas está en la diagonal.
        (np.array([[90, 7, 3], [5, 95, 0], [1, 9, 40]]), 3),
        # Un empate a 3: primero la de la primera fila.
        (np.array([[5, 3, 2, 0], [1, 6, 0, 3], [4, 0, 5, 1], [0, 0, 7, 3]]), 4),
    ),
    mistakes=(
        Mistake(
            _largest,
            "Faltó apartar la diagonal: ahí están los aciertos, que son las casillas mayores.",
        ),
        Mistake(
            lambda confusion, count: _largest(_without_diagonal(confusion), count)[:, ::-1],
            "Cada pareja va al revés: primero la clase verdadera, que es la fila, y después la "
            "predicha, que es la columna.",
        ),
        Mistake(
            _tied_last,
            "Los empates van en el orden de lectura: ordenar de menor a mayor y dar la vuelta los "
            "pone al revés.",
        ),
        Mistake(
            _smallest,
            "Esas son las confusiones menos frecuentes: `argsort` ordena de menor a mayor.",
        ),
        Mistake(
            lambda confusion, count: _largest(_without_diagonal(confusion / confusion.sum()), 1),
            "Se pidieron `count` parejas y llega una sola.",
        ),
    ),
    hint="Ponemos a cero la diagonal, ordenamos las casillas de mayor a menor y pasamos cada "
    "posición a su fila y su columna.",
    exact=True,
)


def _per_class(fraction):
    return lambda labels, predicted, num_classes: np.array(
        [fraction(labels == k, predicted == k) for k in range(num_classes)]
    )


CLASS_ACCURACY = Exercise(
    name="lab-moda-2",
    reference=class_accuracy,
    cases=(
        (np.array([0, 0, 1, 1, 1, 2]), np.array([0, 1, 1, 1, 2, 2]), 3),
        (np.array([1, 0, 0, 0, 1]), np.array([1, 1, 1, 0, 1]), 2),
    ),
    mistakes=(
        Mistake(
            _per_class(lambda true, said: np.sum(true & said) / np.sum(said)),
            "El denominador son los ejemplos que son de la clase, no los que el modelo dice que "
            "lo son: eso es la precisión.",
        ),
        Mistake(
            _per_class(lambda true, said: np.sum(true & said) / len(true)),
            "Cada clase se divide por sus propios ejemplos, no por todos.",
        ),
        Mistake(
            _per_class(lambda true, said: np.mean(true == said)),
            "Ahí cuentan como aciertos los ejemplos de otras clases que el modelo no confunde con "
            "esta, que son casi todos.",
        ),
        Mistake(
            lambda labels, predicted, num_classes: np.mean(labels == predicted),
            "Eso es la exactitud de todas las clases juntas; se pide una por clase.",
        ),
    ),
    hint="Para cada clase nos quedamos con los ejemplos cuya etiqueta es esa y medimos en ellos la "
    "fracción de aciertos.",
)


def _vote(probabilities):
    votes = probabilities.argmax(axis=-1)  # (S, B)
    return np.array([np.bincount(column).argmax() for column in votes.T])


ENSEMBLE = Exercise(
    name="lab-moda-3",
    reference=ensemble_labels,
    cases=(
        # Dos redes dudan y dicen 0; la tercera está segura del 1: la media es (0.4, 0.6).
        (np.array([[[0.55, 0.45]], [[0.55, 0.45]], [[0.1, 0.9]]]),),
        (
            np.array(
                [
                    [[0.6, 0.3, 0.1], [0.2, 0.5, 0.3]],
                    [[0.1, 0.2, 0.7], [0.1, 0.2, 0.7]],
                ]
            ),
        ),
        # Aquí el voto y la media coinciden, pero la red más segura dice otra cosa.
        (np.array([[[0.8, 0.2]], [[0.3, 0.7]], [[0.25, 0.75]]]),),
    ),
    mistakes=(
        Mistake(
            _vote,
            "Eso es votar: cada red da una clase y se pierde lo segura que estaba. Se promedian "
            "las probabilidades y después se elige.",
        ),
        Mistake(
            lambda probabilities: probabilities.max(axis=0).argmax(axis=-1),
            "Eso hace caso a la red más segura; se pide la media de todas, que es `mean`.",
        ),
        Mistake(
            lambda probabilities: probabilities.mean(axis=0),
            "Esas son las probabilidades medias; falta elegir la clase mayor de cada ejemplo.",
        ),
        Mistake(
            lambda probabilities: probabilities[0].argmax(axis=-1),
            "Solo cuenta la primera red; hay que promediar el eje de las semillas, que es el 0.",
        ),
    ),
    hint="Promediamos el eje de las redes, que es el primero, y buscamos el máximo en el de las "
    "clases, que es el último.",
    exact=True,
)

check = Checker(CONFUSIONS, CLASS_ACCURACY, ENSEMBLE)
