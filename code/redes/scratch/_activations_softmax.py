r"""Softmax, su logaritmo y su retropropagación.

Se importan desde `redes.scratch.activations`.
"""

import numpy as np

from redes.scratch._validation import as_float, check_axis, check_same_shape


def softmax(z, *, axis=-1):
    r"""Reparte una unidad entre las clases: :math:`y_k = e^{z_k} / \sum_j e^{z_j}`.

    Parameters
    ----------
    z : array_like, (..., K)
        Logits, cualquier real.
    axis : int
        Eje de las clases.

    Returns
    -------
    ndarray, (..., K)
        Probabilidades: entre 0 y 1, con suma 1 a lo largo de `axis`.

    Raises
    ------
    ValueError
        Si `axis` no existe en `z`.

    Notes
    -----
    Restar el máximo no cambia el cociente y deja el mayor exponente en 0, de modo que nada
    desborda.

    References
    ----------
    Bridle (1990), DOI 10.1007/978-3-642-76153-9_28. Blanchard, Higham y Higham (2021), sobre su
    estabilidad, DOI 10.1093/imanum/draa038.

    Examples
    --------
    >>> softmax(np.log([1.0, 2.0, 5.0])).round(6)  # 1/8, 2/8 y 5/8
    array([0.125, 0.25 , 0.625])
    """
    z = as_float(z)
    check_axis(z, axis)
    exponentials = np.exp(z - z.max(axis=axis, keepdims=True))
    return exponentials / exponentials.sum(axis=axis, keepdims=True)


def log_softmax(z, *, axis=-1):
    r"""Logaritmo de softmax, :math:`z_k - \ln \sum_j e^{z_j}`, sin pasar por las probabilidades.

    Parameters
    ----------
    z : array_like, (..., K)
        Logits, cualquier real.
    axis : int
        Eje de las clases.

    Returns
    -------
    ndarray, (..., K)
        Log-probabilidades, menores o iguales que 0.

    Raises
    ------
    ValueError
        Si `axis` no existe en `z`.

    Notes
    -----
    Tomar el logaritmo de una probabilidad redondeada a 0 daría infinito; así el resultado es
    finito con logits finitos.

    References
    ----------
    Blanchard, Higham y Higham (2021), DOI 10.1093/imanum/draa038.

    Examples
    --------
    >>> log_softmax([0.0, 1000.0])
    array([-1000.,     0.])
    """
    z = as_float(z)
    check_axis(z, axis)
    shifted = z - z.max(axis=axis, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=axis, keepdims=True))


def softmax_backward(grad, y, *, axis=-1):
    r"""Lleva el gradiente de la salida de softmax a sus logits.

    Cada salida depende de todos los logits: la derivada es la matriz
    :math:`\partial y_i/\partial z_j = y_i(\delta_{ij} - y_j)`, y su producto con el gradiente
    :math:`g` que llega es :math:`y \odot (g - \sum_i g_i y_i)`.

    Parameters
    ----------
    grad : array_like, (..., K)
        Gradiente de la pérdida respecto de `y`.
    y : array_like, (..., K)
        La salida de `softmax`, no los logits.
    axis : int
        Eje de las clases.

    Returns
    -------
    ndarray, (..., K)
        Gradiente respecto de los logits; suma 0 a lo largo de `axis`.

    Raises
    ------
    ValueError
        Si las formas difieren o `axis` no existe.

    Examples
    --------
    Con :math:`y = (1/4, 3/4)` y :math:`g = (1, 0)`, el producto escalar es 1/4 y queda
    :math:`(1/4 \cdot 3/4,\; -3/4 \cdot 1/4)`:

    >>> softmax_backward([1.0, 0.0], [0.25, 0.75])
    array([ 0.1875, -0.1875])
    """
    grad, y = as_float(grad, "grad"), as_float(y, "y")
    check_same_shape("grad", grad, "y", y)
    check_axis(y, axis)
    return y * (grad - (grad * y).sum(axis=axis, keepdims=True))
