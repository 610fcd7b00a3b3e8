"""Comparar dos modelos que han respondido a los mismos ejemplos."""

from math import comb
from typing import NamedTuple

import numpy as np


class McNemar(NamedTuple):
    """Aciertos que solo tiene cada modelo y la probabilidad de un reparto así de desigual."""

    only_first: int
    only_second: int
    p_value: float


def mcnemar(first_hits: np.ndarray, second_hits: np.ndarray) -> McNemar:
    r"""Prueba exacta de McNemar: solo cuentan los ejemplos en que los modelos discrepan.

    Si los dos acertaran lo mismo, cada una de las :math:`n` discrepancias caería de un lado o de
    otro como una moneda. El valor p es la probabilidad de un reparto al menos tan desigual,

    .. math:: p = \min\Bigl(1,\ 2 \sum_{i=0}^{m} \binom{n}{i} 2^{-n}\Bigr),

    con :math:`m` el menor de los dos recuentos.

    Parameters
    ----------
    first_hits, second_hits : array of bool, (B,)
        Si cada modelo acertó cada ejemplo, en el mismo orden.

    Returns
    -------
    McNemar
        ``only_first``, ``only_second`` y ``p_value``, que vale 1 si no discrepan nunca.

    Raises
    ------
    ValueError
        Si no son dos vectores de la misma longitud con valores lógicos.

    Notes
    -----
    Supone ejemplos independientes, y compara dos modelos ya entrenados: no dice si otra semilla
    habría dado otra cosa.

    References
    ----------
    McNemar (1947), DOI 10.1007/BF02295996. Dietterich (1998), «Approximate statistical tests for
    comparing supervised classification learning algorithms», DOI 10.1162/089976698300017197.

    Examples
    --------
    Discrepan en cuatro y los cuatro los gana el primero: 2 · (1/2)⁴.

    >>> mcnemar(np.array([1, 1, 1, 1, 0], bool), np.array([0, 0, 0, 0, 0], bool))
    McNemar(only_first=4, only_second=0, p_value=0.125)
    """
    first, second = np.asarray(first_hits), np.asarray(second_hits)
    if first.ndim != 1 or first.shape != second.shape:
        raise ValueError(
            f"han llegado aciertos de formas {first.shape} y {second.shape}; hacen falta dos "
            "vectores de la misma longitud, con los mismos ejemplos en el mismo orden"
        )
    if first.dtype != bool or second.dtype != bool:
        raise ValueError(
            f"los aciertos han llegado con tipos {first.dtype} y {second.dtype} y deben ser "
            "lógicos: respuesta == etiqueta"
        )
    only_first, only_second = int(np.sum(first & ~second)), int(np.sum(second & ~first))
    total, fewer = only_first + only_second, min(only_first, only_second)
    tail = sum(comb(total, i) for i in range(fewer + 1)) / 2**total
    return McNemar(only_first, only_second, min(1.0, 2 * tail))
