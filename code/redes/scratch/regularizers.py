r"""Penalizaciones y límites sobre los pesos, con los convenios de Keras.

Las penalizaciones suman, no promedian, y la de L2 no lleva el ½ con que se escribe en muchos
textos: :math:`\lambda \sum w^2`, y no :math:`\frac{\lambda}{2} \sum w^2`.
"""

import numpy as np

from redes.scratch._validation import as_float, check_axis


def l1_penalty(x, *, l1=0.01):
    r"""La penalización L1, :math:`\lambda \sum_i |w_i|`.

    Parameters
    ----------
    x : array_like, (...)
        Los pesos.
    l1 : float, no negativo
        Cuánto pesa la penalización, :math:`\lambda`.

    Returns
    -------
    float
        Del tipo de `x`.

    Raises
    ------
    ValueError
        Si `l1` es negativo.

    Notes
    -----
    Es ``keras.regularizers.L1(l1)``.

    References
    ----------
    Tibshirani (1996), DOI 10.1111/j.2517-6161.1996.tb02080.x.

    Examples
    --------
    >>> l1_penalty([3.0, -4.0], l1=0.1).round(6)  # 0,1·(3 + 4)
    np.float64(0.7)
    """
    x = as_float(x, "x")
    return np.sum(np.abs(x)) * _factor("l1", l1, x)


def l1_penalty_grad(x, *, l1=0.01):
    r"""Derivada de `l1_penalty`: :math:`\lambda` con el signo de cada peso.

    Parameters
    ----------
    x : array_like, (...)
        Los pesos.
    l1 : float, no negativo
        El de `l1_penalty`.

    Returns
    -------
    ndarray, (...)
        No depende de lo grande que sea el peso. En 0, donde no hay derivada, vale 0, como en Keras.

    Raises
    ------
    ValueError
        Si `l1` es negativo.

    Examples
    --------
    >>> l1_penalty_grad([3.0, -4.0, 0.0], l1=0.1)
    array([ 0.1, -0.1,  0. ])
    """
    x = as_float(x, "x")
    return np.sign(x) * _factor("l1", l1, x)


def l2_penalty(x, *, l2=0.01):
    r"""La penalización L2, :math:`\lambda \sum_i w_i^2`, sin ½.

    Parameters
    ----------
    x : array_like, (...)
        Los pesos.
    l2 : float, no negativo
        Cuánto pesa la penalización, :math:`\lambda`.

    Returns
    -------
    float
        Del tipo de `x`.

    Raises
    ------
    ValueError
        Si `l2` es negativo.

    Notes
    -----
    Es ``keras.regularizers.L2(l2)``.

    References
    ----------
    Krogh y Hertz (1991), https://proceedings.neurips.cc/paper/1991.

    Examples
    --------
    >>> l2_penalty([3.0, -4.0], l2=0.1)  # 0,1·(9 + 16)
    np.float64(2.5)
    """
    x = as_float(x, "x")
    return np.sum(np.square(x)) * _factor("l2", l2, x)


def l2_penalty_grad(x, *, l2=0.01):
    r"""Derivada de `l2_penalty`: :math:`2\lambda w`, proporcional a cada peso.

    Parameters
    ----------
    x : array_like, (...)
        Los pesos.
    l2 : float, no negativo
        El de `l2_penalty`.

    Returns
    -------
    ndarray, (...)
        Con la forma y el tipo de `x`.

    Raises
    ------
    ValueError
        Si `l2` es negativo.

    Examples
    --------
    >>> l2_penalty_grad([3.0, -4.0], l2=0.1).round(6)
    array([ 0.6, -0.8])
    """
    x = as_float(x, "x")
    return 2 * x * _factor("l2", l2, x)


def soft_threshold(x, threshold):
    r"""El umbral suave: acerca cada número a 0 una cantidad fija, sin cruzarlo.

    .. math:: S_t(w) = \operatorname{signo}(w)\,\max(|w| - t,\; 0)

    Es el :math:`u` que hace mínimo :math:`\tfrac12 (u - w)^2 + t |u|`: lo que hace L1 con un peso.

    Parameters
    ----------
    x : array_like, (...)
        Los pesos.
    threshold : float, no negativo
        La cantidad :math:`t`.

    Returns
    -------
    ndarray, (...)
        Con la forma y el tipo de `x`; exactamente 0 donde :math:`|w| \le t`.

    Raises
    ------
    ValueError
        Si `threshold` es negativo.

    References
    ----------
    Daubechies, Defrise y De Mol (2004), DOI 10.1002/cpa.20042.

    Examples
    --------
    >>> soft_threshold([3.0, -4.0, 0.5], 1.0)
    array([ 2., -3.,  0.])
    """
    x = as_float(x, "x")
    shrunk = np.abs(x) - _factor("threshold", threshold, x)
    # np.where y no max(…) · signo: así el 0 no lleva signo.
    return np.where(shrunk > 0, np.sign(x) * shrunk, np.zeros_like(x))


def max_norm(x, *, max_value=2, axis=0):
    r"""Encoge los vectores de pesos cuya longitud pasa del límite, sin cambiar su dirección.

    Parameters
    ----------
    x : array_like, (...)
        Los pesos. En un núcleo (D, U), el eje 0 recorre los que llegan a una unidad.
    max_value : float, no negativo
        La longitud máxima.
    axis : int
        El eje a lo largo del que se mide.

    Returns
    -------
    ndarray, (...)
        Con la forma y el tipo de `x`.

    Raises
    ------
    ValueError
        Si `max_value` es negativo o el eje no existe.

    Notes
    -----
    Es ``keras.constraints.MaxNorm``, que se aplica después de cada paso; Keras suma 1e-7 al dividir
    y encoge también, en esa proporción, lo que no llega al límite.

    References
    ----------
    Srebro y Shraibman (2005), DOI 10.1007/11503415_37.

    Examples
    --------
    La primera columna mide 5 y se reduce a 2; la segunda mide 1 y no cambia.

    >>> max_norm([[3.0, 0.0], [4.0, 1.0]])
    array([[1.2, 0. ],
           [1.6, 1. ]])
    """
    x = as_float(x, "x")
    check_axis(x, axis)
    limit = _factor("max_value", max_value, x)
    lengths = np.sqrt(np.sum(np.square(x), axis=axis, keepdims=True))
    # Donde la longitud es 0 da igual por cuánto se multiplique.
    scale = np.minimum(limit / np.where(lengths > 0, lengths, np.ones_like(lengths)), 1)
    return x * scale.astype(x.dtype, copy=False)


def _factor(name, value, x):
    """El número, con el tipo de los pesos para no cambiárselo; negativo no tiene sentido."""
    if not value >= 0:
        raise ValueError(f"{name}={value} ha de ser cero o positivo; con 0 no hace nada.")
    return x.dtype.type(value)
