r"""La capa densa: todas las entradas llegan a todas las unidades."""

from typing import NamedTuple

import numpy as np

from redes.scratch._validation import as_float, check_affine, check_upstream


class DenseGradients(NamedTuple):
    """Gradientes de `dense`, en el orden de sus argumentos; `bias` es None si no había sesgo."""

    x: np.ndarray
    kernel: np.ndarray
    bias: np.ndarray | None


def dense(x, kernel, bias=None):
    r"""Aplica una capa densa sin activación, :math:`y = xW + b`.

    Cada fila de `x` es un ejemplo y cada columna alimenta una entrada; cada columna de `kernel`
    son los pesos de una unidad.

    Parameters
    ----------
    x : array_like, (..., D)
        Entradas; los ejes que preceden al último son todos de ejemplos.
    kernel : array_like, (D, U)
        Pesos.
    bias : array_like, (U,), optional
        Un sesgo por unidad.

    Returns
    -------
    ndarray, (..., U)
        Preactivaciones, cualquier real.

    Raises
    ------
    ValueError
        Si las formas no encajan.

    Notes
    -----
    Cuesta :math:`B \cdot D \cdot U` multiplicaciones y tiene :math:`(D + 1)U` parámetros. Es
    `keras.layers.Dense(U)` con sus dos pesos a la vista.

    References
    ----------
    Goodfellow, Bengio y Courville (2016), *Deep Learning*, sección 6.1.

    Examples
    --------
    Dos entradas y tres unidades: :math:`1 \cdot 1 + 2 \cdot 3 + 0 = 7`,
    :math:`1 \cdot 0 + 2 \cdot 1 + 1 = 3` y :math:`1 \cdot 2 + 2 \cdot (-1) + 0 = 0`.

    >>> dense([[1.0, 2.0]], [[1.0, 0.0, 2.0], [3.0, 1.0, -1.0]], [0.0, 1.0, 0.0])
    array([[7., 3., 0.]])
    """
    x, kernel = as_float(x, "x"), as_float(kernel, "kernel")
    bias = None if bias is None else as_float(bias, "bias")
    check_affine(x, kernel, bias)
    product = x @ kernel  # (..., U)
    return product if bias is None else product + bias


def dense_backward(grad, x, kernel, bias=None):
    r"""Retropropaga a través de `dense`.

    Con :math:`g = \partial C/\partial y`, la regla de la cadena da

    .. math::

       \frac{\partial C}{\partial x} = g W^\top, \qquad
       \frac{\partial C}{\partial W} = x^\top g, \qquad
       \frac{\partial C}{\partial b} = \sum_{\text{ejemplos}} g.

    Parameters
    ----------
    grad : array_like, (..., U)
        Gradiente de la pérdida respecto de la salida.
    x, kernel, bias
        Los mismos argumentos que recibió `dense`.

    Returns
    -------
    DenseGradients
        `x` (..., D), `kernel` (D, U) y `bias` (U,), o None si no había sesgo.

    Raises
    ------
    ValueError
        Si las formas no encajan.

    Notes
    -----
    Los parámetros los comparten todos los ejemplos, y por eso sus gradientes se suman; el de `x`
    conserva una fila por ejemplo.

    References
    ----------
    Rumelhart, Hinton y Williams (1986), DOI 10.1038/323533a0.

    Examples
    --------
    >>> gradients = dense_backward([[1.0], [10.0]], [[1.0, 2.0], [3.0, 4.0]], [[5.0], [6.0]], [0.0])
    >>> gradients.x  # g·W^T
    array([[ 5.,  6.],
           [50., 60.]])
    >>> gradients.kernel  # 1·1 + 10·3 y 1·2 + 10·4
    array([[31.],
           [42.]])
    >>> gradients.bias  # 1 + 10
    array([11.])
    """
    grad, x, kernel = as_float(grad, "grad"), as_float(x, "x"), as_float(kernel, "kernel")
    bias = None if bias is None else as_float(bias, "bias")
    check_affine(x, kernel, bias)
    check_upstream(grad, (*x.shape[:-1], kernel.shape[1]))
    kernel_gradient, bias_gradient = dense_parameters_backward(grad, x)
    return DenseGradients(
        x=grad @ kernel.T,
        kernel=kernel_gradient,
        bias=None if bias is None else bias_gradient,
    )


def dense_parameters_backward(grad, x):
    r"""Los gradientes de los pesos y del sesgo, sin el de la entrada.

    Basta en la primera capa de una red, cuya entrada son los datos, y ahorra uno de los tres
    productos de matrices del paso de entrenamiento.

    Parameters
    ----------
    grad : array_like, (..., U)
        Gradiente de la pérdida respecto de la salida de `dense`.
    x : array_like, (..., D)
        La entrada que recibió `dense`.

    Returns
    -------
    kernel : ndarray, (D, U)
        Gradiente de los pesos.
    bias : ndarray, (U,)
        Gradiente de los sesgos.

    Raises
    ------
    ValueError
        Si los ejes de ejemplos no coinciden.

    References
    ----------
    Rumelhart, Hinton y Williams (1986), DOI 10.1038/323533a0.

    Examples
    --------
    >>> dense_parameters_backward([[1.0], [10.0]], [[1.0, 2.0], [3.0, 4.0]])
    (array([[31.],
           [42.]]), array([11.]))
    """
    grad, x = as_float(grad, "grad"), as_float(x, "x")
    if x.ndim == 0 or grad.ndim == 0 or grad.shape[:-1] != x.shape[:-1]:
        raise ValueError(
            f"grad tiene forma {grad.shape} y x tiene forma {x.shape}; se esperaba grad (..., U) y "
            "x (..., D), con los mismos ejes de ejemplos."
        )
    rows = x.reshape(-1, x.shape[-1])  # (B, D)
    grad_rows = grad.reshape(-1, grad.shape[-1])  # (B, U)
    return rows.T @ grad_rows, grad_rows.sum(axis=0)
