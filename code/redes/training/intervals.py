"""Cuánto puede variar una exactitud porque el conjunto de prueba es finito."""

from math import sqrt
from statistics import NormalDist
from typing import NamedTuple


class Interval(NamedTuple):
    """Los dos extremos de un intervalo."""

    low: float
    high: float


def wilson_interval(successes: int, trials: int, *, confidence: float = 0.95) -> Interval:
    r"""El intervalo de Wilson de una proporción, por ejemplo de una exactitud.

    Con :math:`\hat p = k/n` y :math:`z` el cuantil normal de la confianza,

    .. math:: \frac{\hat p + \frac{z^2}{2n} \pm
              z \sqrt{\frac{\hat p (1 - \hat p)}{n} + \frac{z^2}{4 n^2}}}{1 + \frac{z^2}{n}}

    Parameters
    ----------
    successes : int
        Aciertos :math:`k`, de 0 a ``trials``.
    trials : int
        Ejemplos de prueba :math:`n`, al menos 1.
    confidence : float
        Confianza, entre 0 y 1 sin incluirlos.

    Returns
    -------
    Interval
        ``low`` y ``high``, siempre entre 0 y 1.

    Raises
    ------
    ValueError
        Si los aciertos no caben en los ejemplos o la confianza no está entre 0 y 1.

    Notes
    -----
    A diferencia del intervalo :math:`\hat p \pm z \sqrt{\hat p (1 - \hat p)/n}`, no se sale de
    [0, 1] ni se reduce a un punto cuando se acierta todo. Supone ejemplos independientes, y no
    incluye lo que cambia el modelo con la semilla.

    References
    ----------
    Wilson (1927), «Probable inference, the law of succession, and statistical inference»,
    doi:10.1080/01621459.1927.10502953. Brown, Cai y DasGupta (2001), «Interval estimation for a
    binomial proportion», sección 3.1, doi:10.1214/ss/1009213286.

    Examples
    --------
    Acertar 10 de 10 no demuestra que se acierte siempre: con z = 1.96, el extremo inferior es
    1 / (1 + 1.96²/10) = 0.72.

    >>> low, high = wilson_interval(10, 10)
    >>> round(low, 2), round(high, 2)
    (0.72, 1.0)
    """
    if not 0 <= successes <= trials or trials < 1:
        raise ValueError(
            f"los aciertos deben estar entre 0 y el número de ejemplos, que es al menos 1; "
            f"han llegado {successes} aciertos de {trials} ejemplos"
        )
    if not 0 < confidence < 1:
        raise ValueError(f"la confianza debe estar entre 0 y 1, como 0.95, y es {confidence}")
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    p = successes / trials
    scale = 1 + z**2 / trials
    center = (p + z**2 / (2 * trials)) / scale
    half = z * sqrt(p * (1 - p) / trials + z**2 / (4 * trials**2)) / scale
    # Sin aciertos, o sin fallos, el extremo es exactamente 0, o 1; la cuenta redondea.
    low = 0.0 if successes == 0 else center - half
    high = 1.0 if successes == trials else center + half
    return Interval(low, high)
