r"""Pérdidas de regresión: coste cuadrático, error cuadrático, error absoluto y Huber.

Se importan desde `redes.scratch.losses`.
"""

import math

import numpy as np

from redes.scratch._validation import as_targets


def quadratic_cost(y, a):
    r"""Coste cuadrático, :math:`C = \frac{1}{2B} \sum_{x} \lVert y(x) - a(x) \rVert^2`.

    Parameters
    ----------
    y : array_like, (..., K)
        Lo que debía salir.
    a : array_like, (..., K)
        Lo que ha salido; los ejes que preceden al último son de ejemplos.

    Returns
    -------
    float
        No negativo, del tipo de `a`.

    Raises
    ------
    ValueError
        Si las formas difieren o no hay ejemplos.

    Notes
    -----
    Difiere de `mean_squared_error` en dos cosas: suma las K componentes, en vez de promediarlas,
    y el 1/2 se lleva el 2 de la derivada. Por eso es :math:`K/2` veces aquel. Keras no la trae.

    References
    ----------
    Rumelhart, Hinton y Williams (1986), ecuación 3, DOI 10.1038/323533a0.

    Examples
    --------
    :math:`\tfrac{1}{2 \cdot 2}\,[(1^2 + 0^2) + (0^2 + 3^2)] = 10/4`:

    >>> quadratic_cost([[1.0, 0.0], [0.0, 1.0]], [[0.0, 0.0], [0.0, 4.0]])
    np.float64(2.5)
    """
    y, a = as_targets(y, a, "a")
    return np.sum((a - y) ** 2) / (2 * _examples(a))


def quadratic_cost_grad(y, a):
    r"""Derivada de `quadratic_cost` respecto de `a`: :math:`(a - y)/B`.

    Parameters
    ----------
    y, a : array_like, (..., K)
        Los de `quadratic_cost`.

    Returns
    -------
    ndarray, (..., K)
        Con la forma y el tipo de `a`.

    Raises
    ------
    ValueError
        Si las formas difieren o no hay ejemplos.

    Examples
    --------
    >>> quadratic_cost_grad([1.0, 0.0], [0.5, 0.25])
    array([-0.5 ,  0.25])
    """
    y, a = as_targets(y, a, "a")
    return (a - y) / _examples(a)


def mean_squared_error(y, a):
    r"""Error cuadrático medio: el promedio de :math:`(a - y)^2`.

    Parameters
    ----------
    y : array_like, (...)
        Lo que debía salir.
    a : array_like, (...)
        Lo que ha salido, de la misma forma.

    Returns
    -------
    float
        No negativo, del tipo de `a`.

    Raises
    ------
    ValueError
        Si las formas difieren o no hay ejemplos.

    Notes
    -----
    Promedia ejemplos y componentes, como `keras.losses.MeanSquaredError`. No difunde formas:
    (B,) contra (B, 1) daría una matriz B×B y un error que nadie ve.

    References
    ----------
    Goodfellow, Bengio y Courville (2016), *Deep Learning*, sección 5.1.4.

    Examples
    --------
    >>> mean_squared_error([1.0, 2.0], [1.0, 5.0])  # (0 + 9)/2
    np.float64(4.5)
    """
    y, a = as_targets(y, a, "a")
    return np.mean((a - y) ** 2)


def mean_squared_error_grad(y, a):
    r"""Derivada de `mean_squared_error` respecto de `a`: :math:`2(a - y)/n`, con n componentes.

    Parameters
    ----------
    y, a : array_like, (...)
        Los de `mean_squared_error`.

    Returns
    -------
    ndarray, (...)
        Con la forma y el tipo de `a`.

    Raises
    ------
    ValueError
        Si las formas difieren o no hay ejemplos.

    Examples
    --------
    >>> mean_squared_error_grad([1.0, 2.0], [1.0, 5.0])  # 2·3/2
    array([0., 3.])
    """
    y, a = as_targets(y, a, "a")
    return 2.0 * (a - y) / a.size


def mean_absolute_error(y, a):
    r"""Error absoluto medio: el promedio de :math:`|a - y|`.

    Parameters
    ----------
    y : array_like, (...)
        Lo que debía salir.
    a : array_like, (...)
        Lo que ha salido, de la misma forma.

    Returns
    -------
    float
        No negativo, del tipo de `a`.

    Raises
    ------
    ValueError
        Si las formas difieren o no hay ejemplos.

    Notes
    -----
    Un valor atípico pesa en proporción a su distancia, no a su cuadrado: el mejor pronóstico
    constante es la mediana, y no la media.

    References
    ----------
    Huber (1964), DOI 10.1214/aoms/1177703732.

    Examples
    --------
    >>> mean_absolute_error([1.0, 2.0], [1.0, 5.0])  # (0 + 3)/2
    np.float64(1.5)
    """
    y, a = as_targets(y, a, "a")
    return np.mean(np.abs(a - y))


def mean_absolute_error_grad(y, a):
    r"""Derivada de `mean_absolute_error` respecto de `a`: el signo de :math:`a - y`, entre n.

    Donde coinciden no hay derivada; tomamos 0.

    Parameters
    ----------
    y, a : array_like, (...)
        Los de `mean_absolute_error`.

    Returns
    -------
    ndarray, (...)
        Con la forma y el tipo de `a`.

    Raises
    ------
    ValueError
        Si las formas difieren o no hay ejemplos.

    Examples
    --------
    >>> mean_absolute_error_grad([1.0, 2.0], [1.0, 5.0])
    array([0. , 0.5])
    """
    y, a = as_targets(y, a, "a")
    return np.sign(a - y) / a.size


def huber(y, a, *, delta=1.0):
    r"""Pérdida de Huber: cuadrática cerca del acierto y lineal lejos.

    Con :math:`e = a - y`, promedia :math:`e^2/2` donde :math:`|e| \le \delta` y
    :math:`\delta|e| - \delta^2/2` en el resto.

    Parameters
    ----------
    y : array_like, (...)
        Lo que debía salir.
    a : array_like, (...)
        Lo que ha salido, de la misma forma.
    delta : float, positivo, en la unidad de `a`
        Error a partir del cual la pérdida es lineal.

    Returns
    -------
    float
        No negativo, del tipo de `a`.

    Raises
    ------
    ValueError
        Si las formas difieren o no hay ejemplos.

    Notes
    -----
    Con :math:`c = \min(|e|, \delta)` las dos ramas son una: :math:`c^2/2 + \delta(|e| - c)`.

    References
    ----------
    Huber (1964), DOI 10.1214/aoms/1177703732.

    Examples
    --------
    >>> huber([0.0, 0.0], [0.5, 3.0])  # (0.125 + 3 - 0.5)/2
    np.float64(1.3125)
    """
    y, a = as_targets(y, a, "a")
    distance, delta = np.abs(a - y), float(delta)
    capped = np.minimum(distance, delta)
    return np.mean(0.5 * capped**2 + delta * (distance - capped))


def huber_grad(y, a, *, delta=1.0):
    r"""Derivada de `huber` respecto de `a`: el error, recortado a :math:`\pm\delta`, entre n.

    Parameters
    ----------
    y, a : array_like, (...)
        Los de `huber`.
    delta : float, positivo
        El de `huber`.

    Returns
    -------
    ndarray, (...)
        Con la forma y el tipo de `a`.

    Raises
    ------
    ValueError
        Si las formas difieren o no hay ejemplos.

    Examples
    --------
    >>> huber_grad([0.0, 0.0], [0.5, 3.0])
    array([0.25, 0.5 ])
    """
    y, a = as_targets(y, a, "a")
    return np.clip(a - y, -float(delta), float(delta)) / a.size


def _examples(a):
    return math.prod(a.shape[:-1])  # un vector, o un número, es un solo ejemplo
