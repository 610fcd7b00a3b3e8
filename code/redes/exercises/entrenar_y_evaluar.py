"""Los ejercicios del capítulo «entrenar-y-evaluar»: F1, el área por parejas y elegir un umbral."""

import math

import numpy as np

from redes.exercises.checker import Checker, Exercise, Mistake
from redes.scratch import metrics


def f1_from_labels(y, predicted):
    """La F1 de la clase 1."""
    return metrics.f1_score(y, predicted)


def auc_by_pairs(y, scores):
    """La probabilidad de que un positivo puntúe más que un negativo, con medio por empate."""
    return metrics.roc_auc(y, scores)


def threshold_for_recall(y, scores, minimum_recall):
    """El mayor umbral con el que se encuentra al menos esa parte de los positivos."""
    positives = np.sort(scores[y == 1])[::-1]
    # La holgura evita que 0.07 · 100 = 7.000000000000001 pida un positivo de más.
    needed = math.ceil(minimum_recall * len(positives) - 1e-9)
    return positives[needed - 1]


def _ratio(part, whole):
    return part / whole if whole else 0.0


def _mean_of_both(y, predicted):
    return (metrics.precision(y, predicted) + metrics.recall(y, predicted)) / 2


def _unguarded(y, predicted):
    hits = np.sum((y == 1) & (predicted == 1))
    precision, recall = hits / np.sum(predicted == 1), hits / np.sum(y == 1)
    return 2 * precision * recall / (precision + recall)


def _pairs(y, scores, tie):
    gaps = scores[y == 1][:, None] - scores[y == 0]
    return np.mean((gaps > 0) + tie * (gaps == 0))


# Los diez tumores del capítulo, de mayor a menor puntuación.
_Y = np.array([1, 1, 0, 1, 0, 1, 0, 0, 1, 0])
_SCORES = np.array([0.95, 0.9, 0.8, 0.7, 0.6, 0.4, 0.3, 0.2, 0.2, 0.1])
_SHUFFLED = np.random.default_rng(5).permutation(10)

F1 = Exercise(
    name="entrenar-y-evaluar-1",
    reference=f1_from_labels,
    cases=(
        (_Y, (_SCORES >= 0.35).astype(int)),  # VP = 4, FP = 2, FN = 1: 8/11
        (np.array([1, 1, 1, 0, 0, 0, 0]), np.array([1, 0, 0, 0, 0, 0, 1])),  # 2/5
        (np.array([0, 0, 1]), np.array([0, 0, 0])),  # ningún acierto: 0
    ),
    mistakes=(
        Mistake(
            lambda y, predicted: np.mean(y == predicted),
            "Eso es la exactitud: cuenta también los negativos acertados, y la F1 no los mira.",
        ),
        Mistake(
            _mean_of_both,
            "Es la media aritmética de la precisión y la exhaustividad; la F1 es la armónica, que "
            "se acerca a la menor de las dos.",
        ),
        Mistake(
            lambda y, predicted: _ratio(
                np.sum((y == 1) & (predicted == 1)), np.sum(predicted == 1)
            ),
            "Eso es la precisión: faltan los positivos que se han escapado.",
        ),
        Mistake(
            lambda y, predicted: _ratio(np.sum((y == 1) & (predicted == 1)), np.sum(y == 1)),
            "Eso es la exhaustividad: faltan las falsas alarmas.",
        ),
        Mistake(
            lambda y, predicted: metrics.f1_score(y, predicted, positive=0),
            "Es la F1 de la clase 0: la positiva es la 1.",
        ),
        Mistake(
            lambda y, predicted: (
                2 / (1 / metrics.precision(y, predicted) + 1 / metrics.recall(y, predicted))
            ),
            "Sin ningún acierto se divide por cero. Con los recuentos no ocurre: 2VP/(2VP+FP+FN).",
        ),
        Mistake(
            _unguarded,
            "Sin ningún acierto sale nan: NumPy ha dividido 0 entre 0. Con 2VP/(2VP+FP+FN) solo "
            "ocurre si no hay ni positivos ni respuestas positivas.",
        ),
    ),
    hint="Contemos tres cosas: positivos encontrados, falsas alarmas y positivos perdidos.",
)

AUC = Exercise(
    name="entrenar-y-evaluar-2",
    reference=auc_by_pairs,
    cases=(
        (_Y[_SHUFFLED], _SCORES[_SHUFFLED]),  # 18,5 de 25
        (np.array([0, 1, 1]), np.array([0.5, 0.5, 0.2])),  # un empate y una al revés: 1/4
        (np.array([0, 0, 1]), np.array([-3.0, 2.0, 7.0])),  # logits: 1
    ),
    mistakes=(
        Mistake(
            lambda y, scores: _pairs(y, scores, 0),
            "Los empates no cuentan nada: valen medio, porque al azar se ganaría la mitad.",
        ),
        Mistake(
            lambda y, scores: _pairs(y, scores, 1),
            "Los empates cuentan como aciertos: valen medio.",
        ),
        Mistake(
            lambda y, scores: 1 - _pairs(y, scores, 0.5),
            "Está del revés: se cuenta cuándo el positivo puntúa más que el negativo.",
        ),
        Mistake(
            lambda y, scores: np.mean((scores >= 0.5) == y),
            "Eso es la exactitud con el umbral 0,5; aquí no hay umbral, solo orden.",
        ),
        Mistake(
            lambda y, scores: np.sum(scores[y == 1][:, None] > scores[y == 0]) / len(y) ** 2,
            "Hay que dividir por las parejas de un positivo y un negativo, P·N, y no por B².",
        ),
    ),
    hint="Restemos a cada positivo todos los negativos: sale una tabla (P, N). ¿Qué contamos?",
)

THRESHOLD = Exercise(
    name="entrenar-y-evaluar-3",
    reference=threshold_for_recall,
    cases=(
        (_Y[_SHUFFLED], _SCORES[_SHUFFLED], 0.8),  # 4 de 5 justos: 0,4
        (_Y[_SHUFFLED], _SCORES[_SHUFFLED], 0.7),  # 3,5 de 5 son 4: 0,4
        (_Y, _SCORES, 1.0),  # todos: 0,2
        (np.array([1, 1, 1, 1, 0, 0]), np.array([0.9, 0.5, 0.3, 0.1, 0.4, 0.2]), 0.5),  # 0,5
    ),
    mistakes=(
        Mistake(
            lambda y, scores, minimum_recall: np.quantile(scores[y == 1], 1 - minimum_recall),
            "El cuantil interpola entre dos puntuaciones, y puede quedar por encima de una que "
            "hacía falta. Contemos los positivos que hay que encontrar.",
        ),
        Mistake(
            lambda y, scores, minimum_recall: np.sort(scores)[::-1][
                math.ceil(minimum_recall * len(scores) - 1e-9) - 1
            ],
            "La exhaustividad es la parte de los positivos: los negativos no entran en la cuenta.",
        ),
        Mistake(
            lambda y, scores, minimum_recall: np.sort(scores[y == 1])[::-1][
                int(minimum_recall * np.sum(y == 1) + 1e-9) - 1
            ],
            "Al redondear hacia abajo falta un positivo: 0,7 de 5 son 3,5, y con 3 no se llega.",
        ),
        Mistake(
            lambda y, scores, minimum_recall: np.min(scores[y == 1]),
            "Ese umbral los encuentra todos; se pide el mayor que llega al mínimo.",
        ),
        Mistake(
            lambda y, scores, minimum_recall: np.sort(scores[y == 1])[
                math.ceil(minimum_recall * np.sum(y == 1) - 1e-9) - 1
            ],
            "El orden está del revés: al bajar el umbral entran primero las puntuaciones altas.",
        ),
    ),
    hint="Con los positivos de mayor a menor, ¿cuántos tienen que pasar? El umbral es el último.",
)

check = Checker(F1, AUC, THRESHOLD)
