"""Un módulo privado."""

from typing import NamedTuple


class Triple(NamedTuple):
    """Tres números."""

    tercero: float


def suma(a, b):
    r"""Suma :math:`a + b`.

    Parameters
    ----------
    a, b : array_like, (B, D)
        Los sumandos.

    Returns
    -------
    ndarray, (B, D)
        La suma.

    Raises
    ------
    ValueError
        Si las formas no encajan.

    Notes
    -----
    Cuesta :math:`B D` sumas.

    References
    ----------
    Euclides, *Elementos*.

    Examples
    --------
    >>> suma(1, 2)
    3
    """
    return a + b
