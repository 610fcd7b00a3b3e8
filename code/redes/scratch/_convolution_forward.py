r"""La convolución hacia delante: en bucles, para leerla, y con productos, para usarla."""

import numpy as np

from redes.scratch._convolution_geometry import check_shapes, pad, plan
from redes.scratch._validation import as_float


def conv2d(x, kernel, bias=None, *, strides=1, padding="valid", dilation_rate=1):
    r"""Aplica una capa convolucional de dos dimensiones, sin activación.

    Cada filtro es un volumen de pesos. Se coloca sobre la entrada, se multiplican los números que
    coinciden y se suman todos; después avanza :math:`s` posiciones y se repite:

    .. math::

       Y_{bijf} = \beta_f + \sum_{u=0}^{k_h - 1} \sum_{v=0}^{k_w - 1} \sum_{c=1}^{C}
       X_{b,\; s\,i + d\,u,\; s\,j + d\,v,\; c}\; K_{uvcf},

    con :math:`X` ya rellenada. En rigor es una correlación cruzada: no da la vuelta al núcleo.

    Parameters
    ----------
    x : array_like, (B, H, W, C)
        Imágenes, o mapas de características: el canal es el último eje.
    kernel : array_like, (kh, kw, C, F)
        Núcleo: F filtros de kh × kw × C pesos.
    bias : array_like, (F,), optional
        Un sesgo por filtro.
    strides : int or tuple of int
        Zancada; con dos números, (alto, ancho).
    padding : str
        ``"valid"``, sin relleno, o ``"same"``, con ceros alrededor.
    dilation_rate : int or tuple of int
        Dilatación: separación entre los pesos del núcleo.

    Returns
    -------
    ndarray, (B, H', W', F)
        Un mapa de características por filtro; H' y W' las da `output_length`.

    Raises
    ------
    ValueError
        Si las formas no encajan, el núcleo no cabe, o zancada y dilatación pasan las dos de 1.

    Notes
    -----
    Cuesta :math:`B H' W' F \cdot k_h k_w C` multiplicaciones y tiene :math:`(k_h k_w C + 1) F`
    parámetros. Junta las ventanas de cada imagen en una matriz, :math:`k_h k_w` veces mayor que la
    imagen, y hace un producto. Va de imagen en imagen para que esa matriz quepa en la memoria
    rápida del procesador: con el lote entero de una vez tarda más. Es `keras.layers.Conv2D` con sus
    pesos a la vista.

    References
    ----------
    Goodfellow, Bengio y Courville (2016), *Deep Learning*, secciones 9.1 y 9.5; Dumoulin y Visin
    (2016), arXiv 1603.07285.

    Examples
    --------
    Una imagen de 2 × 3 y un filtro de 2 × 2. En la primera posición,
    :math:`1 \cdot 1 + 2 \cdot 0 + 4 \cdot 0 + 5 \cdot (-1) = -4`; en la segunda,
    :math:`2 - 6 = -4`.

    >>> x = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])[None, :, :, None]
    >>> kernel = np.array([[1.0, 0.0], [0.0, -1.0]])[:, :, None, None]
    >>> conv2d(x, kernel)[0, :, :, 0]
    array([[-4., -4.]])
    """
    x, kernel, bias = convert(x, kernel, bias)
    axes = plan(x, kernel, strides, padding, dilation_rate)
    windows = sliding_windows(pad(x, axes), axes)  # (B, H', W', C, kh, kw)
    y = np.empty((*windows.shape[:3], kernel.shape[-1]), np.result_type(x, kernel))
    for image, maps in zip(windows, y, strict=True):  # (H', W', C, kh, kw) → (H', W', F)
        maps[...] = np.tensordot(image, kernel, axes=([3, 4, 2], [0, 1, 2]))
    return y if bias is None else y + bias


def conv2d_loops(x, kernel, bias=None, *, strides=1, padding="valid", dilation_rate=1):
    r"""La misma cuenta que `conv2d`, multiplicación a multiplicación: para leerla.

    Parameters
    ----------
    x, kernel, bias, strides, padding, dilation_rate
        Los de `conv2d`.

    Returns
    -------
    ndarray, (B, H', W', F)
        Lo mismo que `conv2d`, salvo el redondeo.

    Raises
    ------
    ValueError
        En los mismos casos que `conv2d`.

    Notes
    -----
    Tarda cientos de veces más: cada multiplicación pasa por el intérprete.

    References
    ----------
    Goodfellow, Bengio y Courville (2016), *Deep Learning*, sección 9.1.

    Examples
    --------
    >>> conv2d_loops(np.ones((1, 3, 3, 1)), np.ones((2, 2, 1, 1)))[0, :, :, 0]
    array([[4., 4.],
           [4., 4.]])
    """
    x, kernel, bias = convert(x, kernel, bias)
    rows, columns = plan(x, kernel, strides, padding, dilation_rate)
    padded = pad(x, (rows, columns))
    shape = len(x), rows.output, columns.output, kernel.shape[-1]
    y = np.zeros(shape, np.result_type(x, kernel))
    for b, i, j, f in np.ndindex(y.shape):  # cada número de la salida…
        total = 0 if bias is None else bias[f]
        for u, v, c in np.ndindex(kernel.shape[:3]):  # …recorre el filtro entero
            row = i * rows.stride + u * rows.dilation
            column = j * columns.stride + v * columns.dilation
            total += padded[b, row, column, c] * kernel[u, v, c, f]
        y[b, i, j, f] = total
    return y


def convert(x, kernel, bias):
    """Los tres como números reales, con las formas comprobadas."""
    x, kernel = as_float(x, "x"), as_float(kernel, "kernel")
    bias = None if bias is None else as_float(bias, "bias")
    check_shapes(x, kernel, bias)
    return x, kernel, bias


def sliding_windows(padded, axes):
    """Las ventanas de una entrada ya rellenada, sin copiarla: (B, H', W', C, kh, kw)."""
    reach = tuple(axis.reach for axis in axes)
    every = np.lib.stride_tricks.sliding_window_view(padded, reach, axis=(1, 2))
    (s, d), (t, e) = ((axis.stride, axis.dilation) for axis in axes)
    return every[:, ::s, ::t, :, ::d, ::e]
