"""Los ejercicios del capítulo «primera-red»: etiquetas, exactitud y número de parámetros."""

from itertools import pairwise

import numpy as np

from redes.exercises.checker import Checker, Exercise, Mistake


def one_hot(labels, num_classes):
    """Una fila por etiqueta, con un uno en la columna de su clase: (B,) → (B, K)."""
    return np.eye(num_classes)[labels]


def accuracy(labels, logits):
    """La fracción de filas cuyo logit mayor está en la columna de su etiqueta."""
    return np.mean(np.argmax(logits, axis=-1) == labels)


def count_parameters(sizes):
    """Los pesos y sesgos de una red densa con esas unidades por capa, entrada incluida."""
    return sum(inputs * units + units for inputs, units in pairwise(sizes))


ONE_HOT = Exercise(
    name="primera-red-1",
    reference=one_hot,
    cases=(
        (np.array([2, 0, 1]), 4),
        (np.array([0, 0]), 3),
        (np.array([4, 3, 1, 3]), 5),
    ),
    mistakes=(
        Mistake(
            lambda labels, num_classes: np.eye(num_classes)[:, labels],
            "Los ejes están cambiados: cada ejemplo es una fila y cada clase una columna, (B, K).",
        ),
        Mistake(
            lambda labels, num_classes: np.eye(num_classes)[labels - 1],
            "Las clases se numeran desde 0: a la clase 0 le toca la primera columna, sin restar 1.",
        ),
        Mistake(
            lambda labels, num_classes: np.eye(labels.max() + 1)[labels],
            "El número de columnas es num_classes: puede haber clases que no salgan en el lote, "
            "de modo que la etiqueta mayor no dice cuántas hay.",
        ),
        Mistake(
            lambda labels, num_classes: np.eye(num_classes)[labels] * labels[:, None],
            "En la columna de la clase va un 1, no el número de la clase.",
        ),
    ),
    hint="Cada fila tiene num_classes ceros salvo un uno, en la columna que dice la etiqueta.",
)

ACCURACY = Exercise(
    name="primera-red-2",
    reference=accuracy,
    cases=(
        (np.array([0, 1, 1]), np.array([[2.0, 1.0, -1.0], [0.5, 0.1, 3.0], [-1.0, 4.0, 0.0]])),
        (np.array([1, 0]), np.array([[-3.0, -1.0], [-2.0, -5.0]])),
        (np.array([0, 1, 2, 2]), np.array([[5.0, 4, 3], [1, 2, 9], [8, 0, 1], [0, 0, 6]])),
    ),
    mistakes=(
        Mistake(
            lambda labels, logits: np.sum(np.argmax(logits, axis=-1) == labels),
            "Eso es el número de aciertos; la exactitud es la fracción: hay que dividir por el "
            "número de ejemplos.",
        ),
        Mistake(
            lambda labels, logits: np.mean(np.argmax(logits, axis=-1) != labels),
            "Eso es la tasa de error, la fracción de fallos; la exactitud cuenta los aciertos.",
        ),
        Mistake(
            lambda labels, logits: 100 * np.mean(np.argmax(logits, axis=-1) == labels),
            "La exactitud va de 0 a 1, como en Keras, y no en tanto por ciento.",
        ),
        Mistake(
            lambda labels, logits: np.mean(np.argmax(logits, axis=0) == labels),
            "El máximo se busca entre las clases de cada ejemplo, que están en el último eje: "
            "argmax con axis=-1, no con axis=0.",
        ),
    ),
    hint="Primero, la clase prevista de cada fila (el logit mayor); luego, cuántas aciertan.",
)

COUNT_PARAMETERS = Exercise(
    name="primera-red-3",
    reference=count_parameters,
    cases=(([784, 32, 10],), ([64, 10],), ([3, 5, 4, 2],)),
    mistakes=(
        Mistake(
            lambda sizes: sum(a * b for a, b in pairwise(sizes)),
            "Faltan los sesgos: cada unidad de una capa tiene, además de sus pesos, un sesgo.",
        ),
        Mistake(
            lambda sizes: sum(a * b for a, b in pairwise(sizes)) + sum(sizes),
            "Sobran sesgos: la entrada no es una capa densa y no tiene ninguno.",
        ),
        Mistake(
            lambda sizes: sum(a * b + a for a, b in pairwise(sizes)),
            "Hay un sesgo por unidad de salida de la capa, no por entrada.",
        ),
        Mistake(
            lambda sizes: sum(a * b + 1 for a, b in pairwise(sizes)),
            "Hay un sesgo por unidad, no uno solo para toda la capa.",
        ),
        Mistake(
            lambda sizes: sum(sizes[1:]),
            "Eso cuenta las unidades; cada unidad tiene un peso por cada entrada de su capa.",
        ),
    ),
    hint="Una capa densa de D entradas y U unidades tiene D × U pesos y U sesgos.",
    exact=True,
)

check = Checker(ONE_HOT, ACCURACY, COUNT_PARAMETERS)
