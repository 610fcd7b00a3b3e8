"""Resumir el resultado de un experimento hecho con varias semillas."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np


class Summary(NamedTuple):
    """Media, desviación típica muestral, número de repeticiones y valores extremos."""

    mean: float
    std: float
    n: int
    low: float
    high: float


def summarize(values: Iterable[float]) -> Summary:
    r"""Resume los resultados de varias repeticiones.

    La desviación típica es la muestral, que divide por :math:`n - 1`:

    .. math:: s = \sqrt{\frac{1}{n-1} \sum_i (x_i - \bar x)^2}

    Parameters
    ----------
    values : iterable of float
        Un resultado por semilla, al menos dos.

    Returns
    -------
    Summary
        ``mean``, ``std``, ``n``, y el menor y el mayor valor, ``low`` y ``high``.

    Raises
    ------
    ValueError
        Si hay menos de dos valores, o alguno no es un número finito.

    Notes
    -----
    ``std`` mide cuánto cambia un entrenamiento al cambiar de semilla. No es la incertidumbre de la
    media, que es menor (:math:`s/\sqrt n`), ni la que viene de que el conjunto de prueba es finito
    (véase :func:`redes.training.intervals.wilson_interval`).

    Examples
    --------
    La media de 1, 2 y 6 es 3; los cuadrados de las diferencias son 4, 1 y 9, y 14 / 2 = 7.

    >>> summary = summarize([1, 2, 6])
    >>> summary.mean, round(summary.std**2, 9), summary.n, summary.low, summary.high
    (3.0, 7.0, 3, 1.0, 6.0)
    """
    array = np.asarray(list(values), dtype=float)
    if array.ndim != 1 or array.size < 2:
        raise ValueError(
            "hacen falta al menos dos resultados, un número por semilla, para hablar de su "
            f"dispersión; han llegado datos de forma {array.shape}"
        )
    if not np.isfinite(array).all():
        raise ValueError(f"todos los resultados deben ser números finitos; han llegado {array}")
    return Summary(
        mean=float(array.mean()),
        std=float(array.std(ddof=1)),
        n=array.size,
        low=float(array.min()),
        high=float(array.max()),
    )
