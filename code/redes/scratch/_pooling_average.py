r"""La agrupación por la media."""

import numpy as np

from redes.scratch._pooling_windows import plan, scatter, windows
from redes.scratch._validation import as_float, check_upstream


def average_pool2d(x, *, pool_size=2, strides=None, padding="valid"):
    r"""Sustituye cada ventana de cada mapa por su media.

    Con ventanas de :math:`p_h \times p_w` y zancada :math:`s`, si :math:`n_{ij}` números de la
    ventana caen dentro de la entrada,

    .. math:: Y_{bijc} = \frac{1}{n_{ij}} \sum_{u = 0}^{p_h - 1} \sum_{v = 0}^{p_w - 1}
              X_{b,\; s\,i + u,\; s\,j + v,\; c}.

    Parameters
    ----------
    x : array_like, (B, H, W, C)
        Mapas de características; cada canal se agrupa por su cuenta.
    pool_size : int or tuple of int
        Tamaño de la ventana; con dos números, (alto, ancho).
    strides : int or tuple of int, optional
        Zancada. Si no se da, la de la ventana: las ventanas no se solapan.
    padding : str
        ``"valid"``, sin relleno, o ``"same"``, para que salgan :math:`\lceil n/s \rceil` ventanas.

    Returns
    -------
    ndarray, (B, H', W', C)
        Un número por ventana y canal; H' y W' son los de `output_length`.

    Raises
    ------
    ValueError
        Si `x` no tiene cuatro ejes o la ventana no cabe.

    Notes
    -----
    Con ``"same"`` el relleno no cuenta: la media de una ventana del borde es la de los números que
    hay. Es `keras.layers.AveragePooling2D`, y también la convolución de cada canal con un núcleo
    constante. No tiene parámetros.

    References
    ----------
    LeCun et al. (1998), sección II.B, DOI 10.1109/5.726791.

    Examples
    --------
    >>> x = np.array([[1.0, 3.0, 2.0, 0.0], [4.0, 0.0, 1.0, 5.0]])[None, :, :, None]
    >>> average_pool2d(x)[0, :, :, 0]  # (1 + 3 + 4 + 0)/4 y (2 + 0 + 1 + 5)/4
    array([[2., 2.]])
    """
    x = as_float(x, "x")
    layout = plan(x, pool_size, strides, padding)
    total = windows(x, layout, fill=0).sum(axis=(-2, -1))  # (B, H', W', C)
    return total / _counts(x, layout)


def average_pool2d_backward(grad, x, *, pool_size=2, strides=None, padding="valid"):
    r"""Retropropaga a través de `average_pool2d`: el gradiente se reparte por igual.

    Parameters
    ----------
    grad : array_like, (B, H', W', C)
        Gradiente de la pérdida respecto de la salida.
    x, pool_size, strides, padding
        Los argumentos que recibió `average_pool2d`; de `x` solo importa la forma.

    Returns
    -------
    ndarray, (B, H, W, C)
        Gradiente respecto de la entrada. Donde las ventanas se solapan, se suma.

    Raises
    ------
    ValueError
        En los mismos casos que `average_pool2d`, o si `grad` no tiene la forma de su salida.

    References
    ----------
    LeCun et al. (1998), sección II.B, DOI 10.1109/5.726791.

    Examples
    --------
    >>> grad = np.array([[8.0, 20.0]])[None, :, :, None]
    >>> average_pool2d_backward(grad, np.zeros((1, 2, 4, 1)))[0, :, :, 0]  # 8/4 y 20/4
    array([[2., 2., 5., 5.],
           [2., 2., 5., 5.]])
    """
    grad, x = as_float(grad, "grad"), as_float(x, "x")
    layout = plan(x, pool_size, strides, padding)
    check_upstream(grad, (len(x), *layout.outputs, x.shape[-1]))
    share = (grad / _counts(x, layout))[..., None, None]
    return scatter(np.broadcast_to(share, (*grad.shape, *layout.sizes)), x, layout)


def _counts(x, layout):
    """Cuántos números de verdad, sin relleno, hay en cada ventana: (1, H', W', 1)."""
    inside = np.ones((1, *x.shape[1:3], 1), x.dtype)
    return windows(inside, layout, fill=0).sum(axis=(-2, -1))
