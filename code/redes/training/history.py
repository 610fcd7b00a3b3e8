"""Juntar los historiales de varios entrenamientos, uno por semilla, en curvas con su dispersión."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np


class Curve(NamedTuple):
    """Media y desviación típica muestral de una métrica en cada época, de forma (épocas,)."""

    mean: np.ndarray
    std: np.ndarray


def stack(histories: Sequence) -> dict[str, np.ndarray]:
    """Junta historiales en una tabla por métrica.

    Parameters
    ----------
    histories : sequence
        Lo que devuelve ``fit``, o diccionarios de listas como su atributo ``history``; todos con
        las mismas métricas.

    Returns
    -------
    dict of str to ndarray
        Por métrica, una tabla de forma (repeticiones, épocas). Si los entrenamientos no duraron lo
        mismo (parada temprana), las épocas que no existieron valen NaN.

    Raises
    ------
    ValueError
        Si no hay historiales, o no tienen las mismas métricas.

    Examples
    --------
    >>> stack([{"loss": [3.0, 1.0]}, {"loss": [2.0]}])["loss"].tolist()
    [[3.0, 1.0], [2.0, nan]]
    """
    records: list[Mapping] = [getattr(history, "history", history) for history in histories]
    if not records:
        raise ValueError("no ha llegado ningún historial; hace falta al menos uno")
    names = sorted(records[0])
    for number, record in enumerate(records):
        if sorted(record) != names:
            raise ValueError(
                f"todos los historiales deben tener las mismas métricas: el primero tiene {names} "
                f"y el número {number + 1}, {sorted(record)}"
            )
    return {name: _table([record[name] for record in records]) for name in names}


def _table(rows: list[Sequence[float]]) -> np.ndarray:
    """Una tabla con una fila por repetición, completada por la derecha con NaN."""
    table = np.full((len(rows), max(map(len, rows))), np.nan)
    for target, row in zip(table, rows, strict=True):
        target[: len(row)] = row
    return table


def mean_curve(table: np.ndarray) -> Curve:
    """La curva media de varias repeticiones y su desviación típica.

    Parameters
    ----------
    table : ndarray
        Tabla de forma (repeticiones, épocas), con al menos dos repeticiones.

    Returns
    -------
    Curve
        ``mean`` y ``std``. En las épocas que faltan en alguna repetición ambas son NaN: la media de
        las que siguieron entrenando sería la de otra población, y la curva daría un salto.

    Raises
    ------
    ValueError
        Si la tabla no tiene dos ejes o tiene menos de dos repeticiones.

    Examples
    --------
    >>> mean_curve(np.array([[3.0, 1.0], [1.0, np.nan]])).mean.tolist()
    [2.0, nan]
    """
    if table.ndim != 2 or len(table) < 2:
        raise ValueError(
            "hace falta una tabla de forma (repeticiones, épocas) con al menos dos repeticiones; "
            f"ha llegado una de forma {table.shape}"
        )
    return Curve(table.mean(axis=0), table.std(axis=0, ddof=1))
