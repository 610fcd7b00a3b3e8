"""Comparar dos modelos con los mismos ejemplos, que se nota más que comparar sus exactitudes."""

from math import sqrt
from statistics import NormalDist
from typing import NamedTuple

import numpy as np


class PairedDifference(NamedTuple):
    """La diferencia media y los dos extremos de su intervalo."""

    mean: float
    low: float
    high: float


def paired_difference(
    before: np.ndarray, after: np.ndarray, *, confidence: float = 0.95
) -> PairedDifference:
    r"""Cuánto gana un modelo sobre otro en exactitud, con su intervalo, ejemplo a ejemplo.

    Con :math:`a_i` y :math:`d_i` la fracción de semillas que aciertan el ejemplo :math:`i` antes y
    después, :math:`\delta_i = d_i - a_i`, y el intervalo es el normal de su media:

    .. math:: \bar\delta \pm z \, \frac{s_\delta}{\sqrt B}

    Parameters
    ----------
    before, after : array of bool, shape (S, B) or (B,)
        Si cada semilla acierta cada ejemplo. Los ejemplos son los mismos y van en el mismo orden;
        las semillas pueden no ser tantas.
    confidence : float
        Confianza, entre 0 y 1 sin incluirlos.

    Returns
    -------
    PairedDifference
        ``mean``, ``low`` y ``high``, entre −1 y 1 en la media.

    Raises
    ------
    ValueError
        Si los ejemplos no son los mismos, hay menos de dos o la confianza no está entre 0 y 1.

    Notes
    -----
    Los ejemplos que los dos aciertan, o los dos fallan, no aportan variación: por eso el intervalo
    es más estrecho que el que sale de restar dos exactitudes medidas por separado. Dice lo que
    cambiaría con otros ejemplos, no lo que cambiaría con otras semillas.

    References
    ----------
    Dietterich (1998), «Approximate statistical tests for comparing supervised classification
    learning algorithms», doi:10.1162/089976698300017197.

    Examples
    --------
    De cuatro ejemplos, uno se arregla y ninguno se estropea: δ = (1, 0, 0, 0), de media 0.25 y
    desviación 0.5, y 1.96 · 0.5 / 2 = 0.49.

    >>> gain = paired_difference([False, True, True, False], [True, True, True, False])
    >>> round(gain.mean, 2), round(gain.low, 2), round(gain.high, 2)
    (0.25, -0.24, 0.74)
    """
    before, after = (np.atleast_2d(np.asarray(hits, dtype=float)) for hits in (before, after))
    if before.ndim != 2 or after.ndim != 2 or before.shape[1] != after.shape[1]:
        raise ValueError(
            "los aciertos deben tener forma (semillas, ejemplos), con los mismos ejemplos; han "
            f"llegado {before.shape} y {after.shape}"
        )
    examples = before.shape[1]
    if examples < 2:
        raise ValueError(
            f"hacen falta al menos dos ejemplos para un intervalo; ha llegado {examples}"
        )
    if not 0 < confidence < 1:
        raise ValueError(f"la confianza debe estar entre 0 y 1, como 0.95, y es {confidence}")
    change = after.mean(axis=0) - before.mean(axis=0)  # (B,)
    mean = float(change.mean())
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    half = float(z * change.std(ddof=1) / sqrt(examples))
    return PairedDifference(mean, mean - half, mean + half)
