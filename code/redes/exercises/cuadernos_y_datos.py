"""Los ejercicios de «cuadernos-y-datos»: estandarizar, separar por grupos y codificar."""

import numpy as np

from redes.exercises.checker import Checker, Exercise, Mistake


def standardize(train, new):
    """Estandariza `new` (B, D) con la media y la desviación de cada columna de `train`."""
    return (new - train.mean(axis=0)) / train.std(axis=0)


def split_by_group(groups, test_groups):
    """Las filas de entrenamiento y las de prueba, que son las de los grupos de `test_groups`."""
    in_test = np.isin(groups, test_groups)
    return np.flatnonzero(~in_test), np.flatnonzero(in_test)


def encode(values, vocabulary):
    """Codificación one-hot con la columna 0 para lo desconocido: (B,) → (B, V + 1)."""
    position = {word: index for index, word in enumerate(vocabulary, start=1)}
    return np.eye(len(vocabulary) + 1)[[position.get(value, 0) for value in values]]


def _with_everything(train, new):
    together = np.concatenate([train, new])
    return (new - together.mean(axis=0)) / together.std(axis=0)


def _first_row_of_each(groups, test_groups):
    first = np.array([np.flatnonzero(groups == group)[0] for group in test_groups])
    return np.setdiff1d(np.arange(len(groups)), first), first


def _rows_named_like_groups(groups, test_groups):
    rows = np.arange(len(groups))
    return np.setdiff1d(rows, test_groups), np.intersect1d(rows, test_groups)


def _unknown_as_zeros(values, vocabulary):
    encoded = encode(values, vocabulary)
    encoded[:, 0] = 0
    return encoded


def _unknown_last(values, vocabulary):
    return np.roll(encode(values, vocabulary), -1, axis=1)


STANDARDIZE = Exercise(
    name="cuadernos-y-datos-1",
    reference=standardize,
    cases=(
        (np.array([[7.0], [9.0], [10.0], [11.0], [13.0]]), np.array([[16.0], [8.0]])),
        (
            np.array([[1.0, 10.0], [3.0, 40.0], [8.0, 10.0]]),
            np.array([[5.0, 25.0], [0.0, 10.0], [4.0, 70.0]]),
        ),
    ),
    mistakes=(
        Mistake(
            lambda train, new: (new - new.mean(axis=0)) / new.std(axis=0),
            "La media y la desviación han salido de las filas nuevas: el mismo ejemplo daría "
            "números distintos según con quién llegue. Salen del entrenamiento.",
        ),
        Mistake(
            _with_everything,
            "La media y la desviación se han calculado con todas las filas juntas, también las "
            "nuevas: eso es una fuga. Salen solo del entrenamiento.",
        ),
        Mistake(
            lambda train, new: (new - train.mean()) / train.std(),
            "Se ha calculado una sola media para toda la tabla. Cada columna tiene su escala: "
            "mean y std con axis=0.",
        ),
        Mistake(
            lambda train, new: (new - train.mean(axis=0)) / train.var(axis=0),
            "Se ha dividido por la varianza; se divide por su raíz, la desviación típica.",
        ),
        Mistake(
            lambda train, new: (new - train.mean(axis=0)) / train.std(axis=0, ddof=1),
            "Esa desviación divide por una fila menos (ddof=1). La del capítulo, que es la de "
            "Normalization y la de NumPy si no se le dice nada, divide por todas.",
        ),
        Mistake(
            lambda train, new: (train - train.mean(axis=0)) / train.std(axis=0),
            "Se ha devuelto el entrenamiento estandarizado; se piden las filas nuevas.",
        ),
    ),
    hint="Una media y una desviación por columna, las del entrenamiento, aplicadas a `new`.",
)

SPLIT_BY_GROUP = Exercise(
    name="cuadernos-y-datos-2",
    reference=split_by_group,
    cases=(
        (np.array([3, 3, 5, 0, 5, 3, 0, 1]), np.array([3, 1])),
        (np.array([2, 7, 2, 7, 9, 9]), np.array([2])),
    ),
    mistakes=(
        Mistake(
            lambda groups, test_groups: split_by_group(groups, test_groups)[::-1],
            "Están cambiadas: primero, las filas de entrenamiento; después, las de prueba.",
        ),
        Mistake(
            _rows_named_like_groups,
            "`test_groups` dice qué grupos van a la prueba, no qué filas: hay que buscar las filas "
            "cuyo grupo está en esa lista.",
        ),
        Mistake(
            _first_row_of_each,
            "A la prueba solo ha ido una fila de cada grupo y las demás siguen en el "
            "entrenamiento: el grupo está partido, y eso es justo lo que se quería evitar.",
        ),
        Mistake(
            lambda groups, test_groups: (
                ~np.isin(groups, test_groups),
                np.isin(groups, test_groups),
            ),
            "Eso son máscaras, un verdadero o falso por fila. Se piden los números de fila: "
            "np.flatnonzero los saca de la máscara.",
        ),
    ),
    hint="np.isin(groups, test_groups) dice, fila a fila, si su grupo es de los de prueba.",
    exact=True,
)

ENCODE = Exercise(
    name="cuadernos-y-datos-3",
    reference=encode,
    cases=(
        (["buena", "pésima", "excelente"], ["excelente", "buena", "mala"]),
        (["c", "a", "b", "a"], ["c", "a", "b"]),
        (["z"], ["x", "y"]),
    ),
    mistakes=(
        Mistake(
            _unknown_as_zeros,
            "Lo desconocido ha quedado en una fila de ceros: tiene su propia columna, la 0.",
        ),
        Mistake(
            _unknown_last,
            "Lo desconocido va en la primera columna, como en StringLookup, y no en la última.",
        ),
        Mistake(
            lambda values, vocabulary: encode(values, sorted(vocabulary)),
            "El vocabulario se ha ordenado alfabéticamente: las columnas van en el orden en que "
            "llega, que es el que aprendió el modelo.",
        ),
        Mistake(
            lambda values, vocabulary: encode(values, list(dict.fromkeys(values))),
            "Las columnas han salido de los valores de este lote; salen del vocabulario, que no "
            "cambia de un lote a otro.",
        ),
    ),
    hint="La columna 0 es la de lo desconocido, y la palabra k del vocabulario, la columna k + 1.",
)

check = Checker(STANDARDIZE, SPLIT_BY_GROUP, ENCODE)
