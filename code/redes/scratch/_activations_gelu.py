r"""GELU, la activación de los transformers, exacta y aproximada.

Se importa desde `redes.scratch.activations`.
"""

import math

import numpy as np

from redes.scratch._validation import as_float

GELU_CUBIC = 0.044715  # de Hendrycks y Gimpel: ajusta la tangente hiperbólica a la normal
_erfc = np.vectorize(math.erfc, otypes=[np.float64])  # NumPy no trae la función error


def gelu(z, *, approximate=False):
    r"""Unidad lineal con error gaussiano, :math:`z\,\Phi(z)`, con :math:`\Phi` la normal acumulada.

    Parameters
    ----------
    z : array_like, (...)
        Preactivación, cualquier real.
    approximate : bool
        Si es cierto, :math:`\Phi` se aproxima con una tangente hiperbólica.

    Returns
    -------
    ndarray, (...)
        Mayor que -0,17.

    Notes
    -----
    :math:`\Phi(z) = \mathrm{erfc}(-z/\sqrt 2)/2`, sin la resta que haría perder cifras en la cola
    negativa. `erfc` se calcula elemento a elemento en float64: exacta, aunque lenta.

    References
    ----------
    Hendrycks y Gimpel (2016), DOI 10.48550/arXiv.1606.08415.

    Examples
    --------
    >>> gelu([0.0, 1.0, 2.0]).round(4)  # 0, Φ(1) = 0.8413 y 2·Φ(2) = 2·0.9772
    array([0.    , 0.8413, 1.9545])
    """
    z = as_float(z)
    return z * (_tanh_cdf(z) if approximate else _normal_cdf(z))


def gelu_grad(z, *, approximate=False):
    r"""Derivada de GELU, :math:`\Phi(z) + z\,\Phi'(z)`.

    Parameters
    ----------
    z : array_like, (...)
        Preactivación.
    approximate : bool
        El mismo que en `gelu`.

    Returns
    -------
    ndarray, (...)
        Entre -0,13 y 1,13, aproximadamente.

    Examples
    --------
    >>> gelu_grad([0.0, 1000.0])
    array([0.5, 1. ])
    """
    z = as_float(z)
    if not approximate:
        return _normal_cdf(z) + z * np.exp(-(z**2) / 2.0) / math.sqrt(2.0 * math.pi)
    cdf = _tanh_cdf(z)
    slope = math.sqrt(2.0 / math.pi) * (1.0 + 3.0 * GELU_CUBIC * z**2)
    return cdf + z * 2.0 * cdf * (1.0 - cdf) * slope  # (1 - tanh²)/2 = 2·cdf·(1 - cdf)


def _normal_cdf(z):
    return (0.5 * _erfc(-z / math.sqrt(2.0))).astype(z.dtype)


def _tanh_cdf(z):
    return 0.5 * (1.0 + np.tanh(math.sqrt(2.0 / math.pi) * (z + GELU_CUBIC * z**3)))
