r"""La agrupación por el máximo."""

import numpy as np

from redes.scratch._pooling_windows import plan, scatter, windows
from redes.scratch._validation import as_float, check_upstream


def max_pool2d(x, *, pool_size=2, strides=None, padding="valid"):
    r"""Sustituye cada ventana de cada mapa por su máximo.

    Con ventanas de :math:`p_h \times p_w` y zancada :math:`s`,

    .. math:: Y_{bijc} = \max_{0 \le u < p_h,\; 0 \le v < p_w} X_{b,\; s\,i + u,\; s\,j + v,\; c}.

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
    El relleno no es cero, sino menos infinito: nunca gana, aunque todo lo demás sea negativo. Es
    `keras.layers.MaxPooling2D`. No tiene parámetros.

    References
    ----------
    Goodfellow, Bengio y Courville (2016), *Deep Learning*, sección 9.3.

    Examples
    --------
    >>> x = np.array([[1.0, 3.0, 2.0, 0.0], [4.0, 0.0, 1.0, 5.0]])[None, :, :, None]
    >>> max_pool2d(x)[0, :, :, 0]  # 1, 3, 4, 0 y 2, 0, 1, 5
    array([[4., 5.]])
    """
    x = as_float(x, "x")
    layout = plan(x, pool_size, strides, padding)
    return windows(x, layout, fill=-np.inf).max(axis=(-2, -1))  # (B, H', W', C)


def max_pool2d_backward(grad, x, *, pool_size=2, strides=None, padding="valid"):
    r"""Retropropaga a través de `max_pool2d`: el gradiente vuelve por donde vino el máximo.

    Parameters
    ----------
    grad : array_like, (B, H', W', C)
        Gradiente de la pérdida respecto de la salida.
    x, pool_size, strides, padding
        Los argumentos que recibió `max_pool2d`.

    Returns
    -------
    ndarray, (B, H, W, C)
        Gradiente respecto de la entrada. Donde las ventanas se solapan, se suma.

    Raises
    ------
    ValueError
        En los mismos casos que `max_pool2d`, o si `grad` no tiene la forma de su salida.

    Notes
    -----
    Si varios números empatan en el máximo, la función no es derivable ahí y el gradiente entero va
    al primero de la ventana, por filas, como hace TensorFlow en la CPU.

    References
    ----------
    Goodfellow, Bengio y Courville (2016), *Deep Learning*, sección 9.3.

    Examples
    --------
    >>> x = np.array([[1.0, 3.0, 2.0, 0.0], [4.0, 0.0, 1.0, 5.0]])[None, :, :, None]
    >>> max_pool2d_backward(np.array([[10.0, 20.0]])[None, :, :, None], x)[0, :, :, 0]
    array([[ 0.,  0.,  0.,  0.],
           [10.,  0.,  0., 20.]])
    """
    grad, x = as_float(grad, "grad"), as_float(x, "x")
    layout = plan(x, pool_size, strides, padding)
    check_upstream(grad, (len(x), *layout.outputs, x.shape[-1]))
    found = windows(x, layout, fill=-np.inf)  # (B, H', W', C, ph, pw)
    flat = found.reshape(*found.shape[:4], -1)
    winner = flat.argmax(axis=-1)[..., None] == np.arange(flat.shape[-1])
    return scatter((grad[..., None] * winner).reshape(found.shape), x, layout)
