r"""La convolución hacia atrás: los dos gradientes son, a su vez, convoluciones."""

from typing import NamedTuple

import numpy as np

from redes.scratch._convolution_forward import conv2d, convert, sliding_windows
from redes.scratch._convolution_geometry import pad, plan
from redes.scratch._validation import as_float, check_upstream


class Conv2DGradients(NamedTuple):
    """Gradientes de `conv2d`, en el orden de sus argumentos; `bias` es None si no había sesgo."""

    x: np.ndarray
    kernel: np.ndarray
    bias: np.ndarray | None


def conv2d_backward(grad, x, kernel, bias=None, *, strides=1, padding="valid", dilation_rate=1):
    r"""Retropropaga a través de `conv2d`.

    Con :math:`G = \partial C/\partial Y` y zancada y dilatación 1,

    .. math::

       \frac{\partial C}{\partial K_{uvcf}} = \sum_{b,i,j} X_{b,i+u,j+v,c}\, G_{bijf}, \qquad
       \frac{\partial C}{\partial X_{bpqc}} = \sum_{u,v,f} G_{b,p-u,q-v,f}\, K_{uvcf}.

    El primero es la correlación de la entrada con el gradiente; el segundo, una convolución
    completa, con el núcleo dado la vuelta. La zancada intercala ceros en :math:`G`.

    Parameters
    ----------
    grad : array_like, (B, H', W', F)
        Gradiente de la pérdida respecto de la salida.
    x, kernel, bias, strides, padding, dilation_rate
        Los mismos argumentos que recibió `conv2d`.

    Returns
    -------
    Conv2DGradients
        `x` (B, H, W, C), `kernel` (kh, kw, C, F) y `bias` (F,), o None si no había sesgo.

    Raises
    ------
    ValueError
        En los mismos casos que `conv2d`, o si `grad` no tiene la forma de su salida.

    Notes
    -----
    Cada peso se usa en todas las posiciones de todas las imágenes, y sus gradientes se suman. El
    gradiente de la entrada es lo que calcula hacia delante `keras.layers.Conv2DTranspose`.

    References
    ----------
    LeCun et al. (1998), DOI 10.1109/5.726791; Dumoulin y Visin (2016), sección 4, arXiv 1603.07285.

    Examples
    --------
    Una fila :math:`x = (1, 2, 3)` y un filtro :math:`(5, 7)` dan dos números. Con gradiente
    :math:`(1, 10)`, el del núcleo es
    :math:`(1 \cdot 1 + 2 \cdot 10,\; 2 \cdot 1 + 3 \cdot 10)` y el de la entrada,
    :math:`(1 \cdot 5,\; 1 \cdot 7 + 10 \cdot 5,\; 10 \cdot 7)`.

    >>> x = np.array([1.0, 2.0, 3.0]).reshape(1, 1, 3, 1)
    >>> kernel = np.array([5.0, 7.0]).reshape(1, 2, 1, 1)
    >>> gradients = conv2d_backward(np.array([1.0, 10.0]).reshape(1, 1, 2, 1), x, kernel)
    >>> gradients.kernel.ravel(), gradients.x.ravel()
    (array([21., 32.]), array([ 5., 57., 70.]))
    """
    grad = as_float(grad, "grad")
    x, kernel, bias = convert(x, kernel, bias)
    axes = plan(x, kernel, strides, padding, dilation_rate)
    check_upstream(grad, (len(x), *(axis.output for axis in axes), kernel.shape[-1]))
    windows = sliding_windows(pad(x, axes), axes)  # (B, H', W', C, kh, kw)
    per_channel = np.tensordot(windows, grad, axes=([0, 1, 2], [0, 1, 2]))  # (C, kh, kw, F)
    return Conv2DGradients(
        x=_input_gradient(grad, kernel, axes, x.shape[1:3]),
        kernel=per_channel.transpose(1, 2, 0, 3),  # (kh, kw, C, F)
        bias=None if bias is None else grad.sum(axis=(0, 1, 2)),
    )


def _input_gradient(grad, kernel, axes, shape):
    """La convolución completa de `grad` con el núcleo, sin el relleno."""
    flipped = kernel[::-1, ::-1].swapaxes(2, 3)  # (kh, kw, F, C)
    rate = tuple(axis.dilation for axis in axes)
    full = conv2d(_spread(grad, axes, shape), flipped, dilation_rate=rate)
    top, left = (axis.before for axis in axes)
    return full[:, top:, left:]  # (B, H, W, C)


def _spread(grad, axes, shape):
    """Separa los gradientes tanto como la zancada y los rodea de ceros: el alcance menos uno."""
    lengths, places = [], []
    for axis, length in zip(axes, shape, strict=True):
        margin = axis.reach - 1
        lengths.append(axis.before + length + margin)
        places.append(slice(margin, margin + axis.stride * axis.output, axis.stride))
    spread = np.zeros((len(grad), *lengths, grad.shape[-1]), grad.dtype)
    spread[:, places[0], places[1]] = grad
    return spread
