r"""La agrupación global: cada mapa, entero, se queda en un número."""

import numpy as np

from redes.scratch._pooling_windows import check_maps
from redes.scratch._validation import as_float, check_upstream


def global_average_pool2d(x):
    r"""La media de cada mapa.

    .. math:: y_{bc} = \frac{1}{HW} \sum_{i=1}^{H} \sum_{j=1}^{W} X_{bijc}.

    Parameters
    ----------
    x : array_like, (B, H, W, C)
        Mapas de características.

    Returns
    -------
    ndarray, (B, C)
        Un número por mapa.

    Raises
    ------
    ValueError
        Si `x` no tiene cuatro ejes o alguno está vacío.

    Notes
    -----
    La salida no depende del tamaño de los mapas, y la red admite imágenes de cualquier tamaño. Es
    `keras.layers.GlobalAveragePooling2D`.

    References
    ----------
    Lin, Chen y Yan (2014), sección 3.2, arXiv 1312.4400.

    Examples
    --------
    >>> global_average_pool2d(np.arange(4.0).reshape(1, 2, 2, 1))  # (0 + 1 + 2 + 3)/4
    array([[1.5]])
    """
    x = as_float(x, "x")
    check_maps(x)
    return x.mean(axis=(1, 2))  # (B, C)


def global_average_pool2d_backward(grad, x):
    r"""Retropropaga a través de `global_average_pool2d`: el mismo gradiente en todas partes.

    Parameters
    ----------
    grad : array_like, (B, C)
        Gradiente de la pérdida respecto de la salida.
    x : array_like, (B, H, W, C)
        La entrada; solo importa su forma.

    Returns
    -------
    ndarray, (B, H, W, C)
        Gradiente respecto de la entrada.

    Raises
    ------
    ValueError
        Si las formas no encajan.

    References
    ----------
    Lin, Chen y Yan (2014), sección 3.2, arXiv 1312.4400.

    Examples
    --------
    >>> global_average_pool2d_backward([[8.0]], np.zeros((1, 2, 2, 1)))[0, :, :, 0]
    array([[2., 2.],
           [2., 2.]])
    """
    grad, x = as_float(grad, "grad"), as_float(x, "x")
    check_maps(x)
    check_upstream(grad, (len(x), x.shape[-1]))
    share = grad[:, None, None] / (x.shape[1] * x.shape[2])  # (B, 1, 1, C)
    return np.broadcast_to(share, (*x.shape[:3], grad.shape[-1])).copy()


def global_max_pool2d(x):
    r"""El máximo de cada mapa.

    .. math:: y_{bc} = \max_{i,j} X_{bijc}.

    Parameters
    ----------
    x : array_like, (B, H, W, C)
        Mapas de características.

    Returns
    -------
    ndarray, (B, C)
        Un número por mapa.

    Raises
    ------
    ValueError
        Si `x` no tiene cuatro ejes o alguno está vacío.

    Notes
    -----
    Dice si el filtro ha respondido en alguna parte, y cuánto; no dice dónde ni cuántas veces. Es
    `keras.layers.GlobalMaxPooling2D`.

    References
    ----------
    Oquab, Bottou, Laptev y Sivic (2015), sección 3, DOI 10.1109/CVPR.2015.7298668.

    Examples
    --------
    >>> global_max_pool2d(np.arange(4.0).reshape(1, 2, 2, 1))
    array([[3.]])
    """
    x = as_float(x, "x")
    check_maps(x)
    return x.max(axis=(1, 2))  # (B, C)


def global_max_pool2d_backward(grad, x):
    r"""Retropropaga a través de `global_max_pool2d`: todo el gradiente va al máximo.

    Parameters
    ----------
    grad : array_like, (B, C)
        Gradiente de la pérdida respecto de la salida.
    x : array_like, (B, H, W, C)
        La entrada que recibió `global_max_pool2d`.

    Returns
    -------
    ndarray, (B, H, W, C)
        Gradiente respecto de la entrada.

    Raises
    ------
    ValueError
        Si las formas no encajan.

    Notes
    -----
    Si varios números empatan, se lo reparten por igual, como hace Keras sobre TensorFlow: aquí el
    máximo se toma sobre dos ejes a la vez, que es otra operación que la de las ventanas.

    References
    ----------
    Oquab, Bottou, Laptev y Sivic (2015), sección 3, DOI 10.1109/CVPR.2015.7298668.

    Examples
    --------
    >>> x = np.array([[0.0, 3.0], [3.0, 1.0]])[None, :, :, None]
    >>> global_max_pool2d_backward([[8.0]], x)[0, :, :, 0]
    array([[0., 4.],
           [4., 0.]])
    """
    grad, x = as_float(grad, "grad"), as_float(x, "x")
    check_maps(x)
    check_upstream(grad, (len(x), x.shape[-1]))
    winner = x == x.max(axis=(1, 2), keepdims=True)  # (B, H, W, C)
    ties = winner.sum(axis=(1, 2), dtype=grad.dtype)  # (B, C)
    return winner * (grad / ties)[:, None, None]
