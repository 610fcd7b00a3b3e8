r"""Métricas de las probabilidades: si lo que el modelo cree que pasará pasa con esa frecuencia.

Se importan desde `redes.scratch.metrics`.
"""

from typing import NamedTuple

import numpy as np

from redes.scratch._metrics_validation import as_probabilities


class CalibrationBins(NamedTuple):
    """Una fila por tramo con ejemplos; los tres de forma (M,)."""

    probability: np.ndarray
    frequency: np.ndarray
    counts: np.ndarray


def calibration_bins(y, probabilities, *, bins=10):
    r"""Reparte los ejemplos en tramos de probabilidad y compara lo dicho con lo ocurrido.

    El tramo :math:`m` de :math:`M` va de :math:`(m - 1)/M` a :math:`m/M`, con el extremo bajo
    dentro; el 1 cae en el último.

    Parameters
    ----------
    y : array_like of int, (B,)
        1 si lo anunciado ocurrió, 0 si no. Con más de dos clases: si la respuesta acertó.
    probabilities : array_like, (B,)
        La probabilidad que se le dio; con más de dos clases, la de la clase respondida.
    bins : int
        M, el número de tramos.

    Returns
    -------
    CalibrationBins
        De cada tramo con ejemplos, su probabilidad media, la frecuencia con que ocurrió y cuántos
        son.

    Raises
    ------
    ValueError
        Si las formas difieren, hay probabilidades fuera de [0, 1] o menos de un tramo.

    References
    ----------
    Guo, Pleiss, Sun y Weinberger (2017), «On calibration of modern neural networks», sección 2,
    arXiv:1706.04599.

    Examples
    --------
    Se anunció 0,25 dos veces y no ocurrió; se anunció 0,75 y ocurrió:

    >>> found = calibration_bins([0, 0, 1], [0.25, 0.25, 0.75], bins=2)
    >>> [values.tolist() for values in found]
    [[0.25, 0.75], [0.0, 1.0], [2, 1]]
    """
    y, probabilities = as_probabilities(y, probabilities)
    if bins < 1:
        raise ValueError(f"bins={bins}; hace falta al menos un tramo.")
    place = np.minimum((probabilities * bins).astype(int), bins - 1)
    counts = np.bincount(place, minlength=bins)
    kept = counts > 0
    sums = (np.bincount(place, weights=w, minlength=bins) for w in (probabilities, y))
    probability, frequency = (total[kept] / counts[kept] for total in sums)
    return CalibrationBins(probability, frequency, counts[kept])


def expected_calibration_error(y, probabilities, *, bins=10):
    r"""Error de calibración esperado: la distancia media entre lo dicho y lo ocurrido.

    .. math:: \mathrm{ECE} = \sum_m \frac{n_m}{B}\, \lvert \bar p_m - \bar y_m \rvert

    Parameters
    ----------
    y, probabilities : array_like, (B,)
        Los de `calibration_bins`.
    bins : int
        Número de tramos.

    Returns
    -------
    float
        De 0 a 1.

    Raises
    ------
    ValueError
        Si las formas difieren, hay probabilidades fuera de [0, 1] o menos de un tramo.

    Notes
    -----
    Depende del número de tramos, y con pocos ejemplos sale mayor que cero aunque la calibración
    sea perfecta: en un tramo de diez ejemplos, la frecuencia oscila por azar.

    References
    ----------
    Naeini, Cooper y Hauskrecht (2015), «Obtaining well calibrated probabilities using Bayesian
    binning», DOI 10.1609/aaai.v29i1.9602.

    Examples
    --------
    Dos tercios de los ejemplos se apartan 0,25 y el otro tercio también:

    >>> expected_calibration_error([0, 0, 1], [0.25, 0.25, 0.75], bins=2)
    0.25
    """
    found = calibration_bins(y, probabilities, bins=bins)
    gaps = np.abs(found.probability - found.frequency)
    return float(np.sum(found.counts * gaps) / found.counts.sum())


def brier(y, probabilities):
    r"""Puntuación de Brier: la media de :math:`(p - y)^2`.

    Parameters
    ----------
    y : array_like of int, (B,)
        Etiquetas 0 y 1.
    probabilities : array_like, (B,)
        Probabilidad que se dio al 1.

    Returns
    -------
    float
        De 0 a 1; menor es mejor. Decir siempre 1/2 da 1/4.

    Raises
    ------
    ValueError
        Si las formas difieren, hay etiquetas que no son 0 ni 1 o probabilidades fuera de [0, 1].

    Notes
    -----
    Mide a la vez si se separa y si se calibra: decir siempre la proporción de positivos está
    calibrado, pero no es lo que menos cuesta.

    References
    ----------
    Brier (1950), «Verification of forecasts expressed in terms of probability»,
    DOI 10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2.

    Examples
    --------
    (0,2² + 0,5²)/2:

    >>> round(brier([0, 1], [0.2, 0.5]), 3)
    0.145
    """
    y, probabilities = as_probabilities(y, probabilities)
    return float(np.mean((probabilities - y) ** 2))
