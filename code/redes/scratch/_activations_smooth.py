r"""Las activaciones modernas: ELU, SELU, softplus, SiLU y mish.

Se importan desde `redes.scratch.activations`.
"""

import numpy as np

from redes.scratch._activations_classic import sigmoid
from redes.scratch._validation import as_float

# Constantes de Klambauer et al. (2017, ecuación 14): con ellas, media 0 y varianza 1 son un
# punto fijo de la capa.
SELU_ALPHA = 1.6732632423543772
SELU_SCALE = 1.0507009873554805


def elu(z, *, alpha=1.0):
    r"""Unidad lineal exponencial: :math:`z` si es positivo y :math:`\alpha(e^z - 1)` si no.

    Parameters
    ----------
    z : array_like, (...)
        Preactivación, cualquier real.
    alpha : float, positivo
        La rama negativa tiende a `-alpha`.

    Returns
    -------
    ndarray, (...)
        Mayor o igual que `-alpha`.

    References
    ----------
    Clevert, Unterthiner y Hochreiter (2016), DOI 10.48550/arXiv.1511.07289.

    Examples
    --------
    >>> elu([-np.log(2), 3.0])  # 1/2 - 1 y 3
    array([-0.5,  3. ])
    """
    z = as_float(z)
    # np.where evalúa las dos ramas: sin el mínimo, la exponencial desbordaría en z grande.
    return np.where(z > 0, z, float(alpha) * np.expm1(np.minimum(z, 0.0)))


def elu_grad(z, *, alpha=1.0):
    r"""Derivada de ELU: 1 donde :math:`z > 0` y :math:`\alpha e^z` en el resto.

    Parameters
    ----------
    z : array_like, (...)
        Preactivación.
    alpha : float, positivo
        El mismo que en `elu`; solo con 1 es continua la derivada.

    Returns
    -------
    ndarray, (...)
        Entre 0 y el mayor de 1 y `alpha`.

    Examples
    --------
    >>> elu_grad([-np.log(2), 3.0])
    array([0.5, 1. ])
    """
    z = as_float(z)
    return np.where(z > 0, 1.0, float(alpha) * np.exp(np.minimum(z, 0.0)))


def selu(z):
    r"""ELU escalada para que la red se normalice sola: :math:`\lambda\,\mathrm{elu}(z; \alpha)`.

    Parameters
    ----------
    z : array_like, (...)
        Preactivación, cualquier real.

    Returns
    -------
    ndarray, (...)
        Mayor o igual que :math:`-\lambda\alpha \approx -1{,}7581`.

    References
    ----------
    Klambauer et al. (2017), ecuación 2, DOI 10.48550/arXiv.1706.02515.

    Examples
    --------
    >>> selu([-1000.0, 2.0]).round(4)  # -1.0507·1.6733 y 1.0507·2
    array([-1.7581,  2.1014])
    """
    return SELU_SCALE * elu(z, alpha=SELU_ALPHA)


def selu_grad(z):
    r"""Derivada de SELU, :math:`\lambda\,\mathrm{elu}'(z; \alpha)`.

    Parameters
    ----------
    z : array_like, (...)
        Preactivación.

    Returns
    -------
    ndarray, (...)
        Entre 0 y :math:`\lambda\alpha`.

    Examples
    --------
    >>> selu_grad([-np.log(2), 2.0]).round(4)  # 1.7581/2 y 1.0507
    array([0.879 , 1.0507])
    """
    return SELU_SCALE * elu_grad(z, alpha=SELU_ALPHA)


def softplus(z):
    r"""Versión suave de ReLU, :math:`\ln(1 + e^z)`.

    Parameters
    ----------
    z : array_like, (...)
        Preactivación, cualquier real.

    Returns
    -------
    ndarray, (...)
        No negativo.

    Notes
    -----
    Calculamos :math:`\max(z, 0) + \ln(1 + e^{-|z|})`, que es lo mismo y no desborda.

    References
    ----------
    Dugas et al. (2001), «Incorporating second-order functional knowledge for better option
    pricing», NIPS 13.

    Examples
    --------
    >>> softplus([0.0, 1000.0]).round(4)  # ln 2 y, a efectos prácticos, z
    array([6.931e-01, 1.000e+03])
    """
    z = as_float(z)
    return np.maximum(z, 0.0) + np.log1p(np.exp(-np.abs(z)))


def softplus_grad(z):
    r"""Derivada de softplus: la sigmoide.

    Parameters
    ----------
    z : array_like, (...)
        Preactivación.

    Returns
    -------
    ndarray, (...)
        Entre 0 y 1.

    Examples
    --------
    >>> softplus_grad([0.0, np.log(3)]).round(6)
    array([0.5 , 0.75])
    """
    return sigmoid(z)


def silu(z):
    r"""Unidad lineal ponderada por la sigmoide (SiLU o swish), :math:`z\,\sigma(z)`.

    Parameters
    ----------
    z : array_like, (...)
        Preactivación, cualquier real.

    Returns
    -------
    ndarray, (...)
        Mayor que -0,2785.

    References
    ----------
    Elfwing, Uchibe y Doya (2018), DOI 10.1016/j.neunet.2017.12.012.

    Examples
    --------
    >>> silu([0.0, 1000.0])
    array([   0., 1000.])
    """
    z = as_float(z)
    return z * sigmoid(z)


def silu_grad(z):
    r"""Derivada de SiLU, :math:`\sigma(z)\,(1 + z\,\sigma(-z))`.

    Parameters
    ----------
    z : array_like, (...)
        Preactivación.

    Returns
    -------
    ndarray, (...)
        Entre -0,1 y 1,1, aproximadamente.

    Examples
    --------
    >>> silu_grad([0.0, 1000.0])
    array([0.5, 1. ])
    """
    z = as_float(z)
    return sigmoid(z) * (1.0 + z * sigmoid(-z))


def mish(z):
    r"""Mish, :math:`z\,\tanh(\mathrm{softplus}(z))`.

    Parameters
    ----------
    z : array_like, (...)
        Preactivación, cualquier real.

    Returns
    -------
    ndarray, (...)
        Mayor que -0,3089.

    References
    ----------
    Misra (2019), DOI 10.48550/arXiv.1908.08681.

    Examples
    --------
    En el uno, :math:`e^{\mathrm{softplus}(1)} = 1 + e`:

    >>> u = 1 + np.e
    >>> bool(np.isclose(mish(1.0), (u**2 - 1) / (u**2 + 1)))
    True
    """
    z = as_float(z)
    return z * np.tanh(softplus(z))


def mish_grad(z):
    r"""Derivada de mish.

    Con :math:`t = \tanh(\mathrm{softplus}(z))`, vale :math:`t + z\,(1 - t^2)\,\sigma(z)`.

    Parameters
    ----------
    z : array_like, (...)
        Preactivación.

    Returns
    -------
    ndarray, (...)
        Entre -0,12 y 1,09, aproximadamente.

    Examples
    --------
    >>> mish_grad(0.0).round(6)  # tanh(ln 2) = (4 - 1)/(4 + 1)
    np.float64(0.6)
    """
    z = as_float(z)
    gate = np.tanh(softplus(z))
    return gate + z * (1.0 - gate**2) * sigmoid(z)
