r"""Repartir las filas de una tabla en entrenamiento, validación y prueba, de tres maneras.

Las tres devuelven números de fila, no datos: con los mismos números se cortan las entradas, las
etiquetas y todo lo que vaya por filas.
"""

from typing import NamedTuple

import numpy as np


class Rows(NamedTuple):
    """Las filas de cada parte, de forma (B,) cada una y sin repetir ninguna."""

    train: np.ndarray
    validation: np.ndarray
    test: np.ndarray


def shuffled_split(
    n: int, *, validation: float = 0.2, test: float = 0.2, rng: np.random.Generator
) -> Rows:
    r"""Baraja las filas y corta: lo más sencillo, cuando cada fila es independiente de las demás.

    Parameters
    ----------
    n : int
        Número de filas.
    validation, test : float
        Fracción de las filas que va a cada parte, de 0 a 1; el resto es el entrenamiento.
    rng : Generator
        Fuente del azar.

    Returns
    -------
    Rows
        Las filas de las tres partes, en orden aleatorio.

    Raises
    ------
    ValueError
        Si las fracciones no dejan nada para el entrenamiento.

    Examples
    --------
    >>> rows = shuffled_split(10, rng=np.random.default_rng(0))
    >>> [len(part) for part in rows]
    [6, 2, 2]
    """
    _check_fractions(validation, test)
    order = rng.permutation(n)
    n_test, n_validation = round(n * test), round(n * validation)
    parts = np.split(order, [n_test, n_test + n_validation])
    test_rows, validation_rows, train_rows = parts
    return _non_empty(Rows(train_rows, validation_rows, test_rows), validation, test)


def stratified_split(
    labels: np.ndarray, *, validation: float = 0.2, test: float = 0.2, rng: np.random.Generator
) -> Rows:
    r"""Reparte cada clase por separado: las tres partes tienen las mismas proporciones.

    Parameters
    ----------
    labels : array
        La clase de cada fila, de forma (B,).
    validation, test : float
        Fracción de cada clase que va a cada parte; el resto es el entrenamiento.
    rng : Generator
        Fuente del azar.

    Returns
    -------
    Rows
        Las filas de las tres partes, en orden aleatorio.

    Raises
    ------
    ValueError
        Si las fracciones no dejan nada para el entrenamiento o una clase no llega a todas las
        partes.

    Examples
    --------
    De los diez unos van dos a la prueba, ni uno más ni uno menos.

    >>> labels = np.repeat([0, 1], [90, 10])
    >>> rows = stratified_split(labels, rng=np.random.default_rng(0))
    >>> [int(labels[part].sum()) for part in rows]
    [6, 2, 2]
    """
    labels = np.asarray(labels)
    pieces = []
    for label in np.unique(labels):
        own = np.flatnonzero(labels == label)
        part = shuffled_split(len(own), validation=validation, test=test, rng=rng)
        pieces.append([own[rows] for rows in part])
    # Sin esto las filas quedarían ordenadas por clase dentro de cada parte.
    return Rows(*(rng.permutation(np.concatenate(part)) for part in zip(*pieces, strict=True)))


def grouped_split(
    groups: np.ndarray, *, validation: float = 0.2, test: float = 0.2, rng: np.random.Generator
) -> Rows:
    r"""Reparte grupos enteros: las filas de una persona, o de una familia, van siempre juntas.

    Los grupos se barajan y se ponen en fila. Los que caen en la primera fracción del total son la
    prueba, los siguientes, la validación, y los demás, el entrenamiento. Como un grupo no se parte,
    las fracciones son aproximadas.

    Parameters
    ----------
    groups : array
        El grupo de cada fila, de forma (B,).
    validation, test : float
        Fracción de las filas que va, aproximadamente, a cada parte.
    rng : Generator
        Fuente del azar.

    Returns
    -------
    Rows
        Las filas de las tres partes, en el orden de la tabla.

    Raises
    ------
    ValueError
        Si las fracciones no dejan nada para el entrenamiento o hay tan pocos grupos que una parte
        se queda vacía.

    Examples
    --------
    Cinco familias de dos filas: una va a la prueba, otra a la validación y tres al entrenamiento.

    >>> groups = np.repeat(["A", "B", "C", "D", "E"], 2)
    >>> rows = grouped_split(groups, rng=np.random.default_rng(0))
    >>> [sorted(set(groups[part].tolist())) for part in rows]
    [['A', 'B', 'D'], ['E'], ['C']]
    """
    _check_fractions(validation, test)
    _, group_of_row, sizes = np.unique(groups, return_inverse=True, return_counts=True)
    order = rng.permutation(len(sizes))
    ends = np.cumsum(sizes[order])
    # Un grupo va a la parte en la que cae su centro.
    middles = ends - sizes[order] / 2
    cuts = np.array([test, test + validation]) * len(group_of_row)
    # 0, prueba; 1, validación; 2, entrenamiento
    part_of_group = np.empty(len(sizes), dtype=int)
    part_of_group[order] = np.searchsorted(cuts, middles)
    part_of_row = part_of_group[group_of_row]
    rows = Rows(*(np.flatnonzero(part_of_row == part) for part in (2, 1, 0)))
    return _non_empty(rows, validation, test)


def _check_fractions(validation: float, test: float) -> None:
    if validation < 0 or test < 0 or validation + test >= 1:
        raise ValueError(
            f"las fracciones de validación y de prueba no pueden ser negativas y tienen que sumar "
            f"menos de 1; han llegado {validation} y {test}"
        )


def _non_empty(rows: Rows, validation: float, test: float) -> Rows:
    """Una parte que se ha pedido y ha quedado vacía daría después un error peor."""
    asked = {"entrenamiento": 1.0, "validación": validation, "prueba": test}
    for (name, fraction), part in zip(asked.items(), rows, strict=True):
        if fraction > 0 and len(part) == 0:
            raise ValueError(
                f"no queda ninguna fila para {name}: hay muy pocas filas, o muy pocos grupos, "
                f"para repartirlos en partes de {validation} y {test}"
            )
    return rows
