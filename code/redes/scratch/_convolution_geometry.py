r"""La geometría de la convolución: cuántas posiciones hay en cada eje y cuánto relleno pide.

Cada eje espacial se estudia por separado: longitud, zancada, dilatación y relleno de uno no
dependen de los del otro.
"""

from typing import NamedTuple

import numpy as np

PADDINGS = ("valid", "same")


class Axis(NamedTuple):
    """Un eje espacial ya resuelto."""

    stride: int
    dilation: int
    reach: int  # lo que abarca el núcleo, con los huecos
    before: int
    after: int
    output: int


def output_length(length, kernel_size, *, strides=1, padding="valid", dilation_rate=1):
    r"""Cuántas posiciones tiene la salida de una convolución a lo largo de un eje.

    El núcleo, con los huecos de la dilatación, abarca :math:`k' = d\,(k - 1) + 1`. Sin relleno, la
    primera ventana empieza en 0 y la última, a lo sumo, en :math:`n - k'`; con zancada :math:`s`,

    .. math::

       m_{\text{valid}} = \left\lfloor \frac{n - k'}{s} \right\rfloor + 1, \qquad
       m_{\text{same}} = \left\lceil \frac{n}{s} \right\rceil.

    Parameters
    ----------
    length : int
        Longitud :math:`n` de la entrada, al menos 1.
    kernel_size : int
        Longitud :math:`k` del núcleo, al menos 1.
    strides : int
        Zancada :math:`s`, al menos 1.
    padding : str
        ``"valid"``, sin relleno, o ``"same"``, con el justo para que, con zancada 1, la salida mida
        lo que la entrada.
    dilation_rate : int
        Dilatación :math:`d`, al menos 1: separación entre los pesos.

    Returns
    -------
    int
        Longitud de la salida, al menos 1.

    Raises
    ------
    ValueError
        Si un tamaño no es un entero positivo, `padding` no es ninguno de los dos, o el núcleo no
        cabe.

    Notes
    -----
    Con ``"valid"`` las últimas :math:`(n - k') \bmod s` posiciones no las ve ninguna ventana.

    References
    ----------
    Dumoulin y Visin (2016), secciones 2 y 5.1, arXiv 1603.07285.

    Examples
    --------
    Un núcleo de 3 en una entrada de 8: empieza en 0, 1, …, 5; con zancada 2, en 0, 2 y 4.

    >>> output_length(8, 3), output_length(8, 3, strides=2)
    (6, 3)
    >>> output_length(8, 3, strides=2, padding="same")  # 8/2
    4
    >>> output_length(8, 3, dilation_rate=2)  # abarca 5: empieza en 0, 1, 2 y 3
    4
    """
    return _axis(length, kernel_size, strides, dilation_rate, padding).output


def same_padding(length, kernel_size, *, strides=1, dilation_rate=1):
    r"""El relleno que ``padding="same"`` pone antes y después, como lo reparte TensorFlow.

    Para que haya :math:`m = \lceil n/s \rceil` ventanas hacen falta
    :math:`p = \max\bigl((m - 1)\,s + k' - n,\ 0\bigr)` ceros. Delante van
    :math:`\lfloor p/2 \rfloor` y detrás, los demás: si :math:`p` es impar, sobra uno **al final**.

    Parameters
    ----------
    length, kernel_size, strides, dilation_rate : int
        Como en `output_length`.

    Returns
    -------
    before : int
        Ceros antes de la entrada.
    after : int
        Ceros después.

    Raises
    ------
    ValueError
        Si un tamaño no es un entero positivo.

    Notes
    -----
    PyTorch, en cambio, rellena lo mismo en los dos lados cuando se le da un número: con zancada 2
    sus ventanas pueden caer en otro sitio.

    References
    ----------
    Documentación de TensorFlow, ``tf.nn``, «Notes on padding».

    Examples
    --------
    Con longitud 6, núcleo 3 y zancada 2 salen 3: hacen falta 2·2 + 3 − 6 = 1 cero, y va detrás.

    >>> same_padding(6, 3, strides=2)
    (0, 1)
    >>> same_padding(6, 3), same_padding(7, 3, strides=2)
    ((1, 1), (1, 1))
    """
    axis = _axis(length, kernel_size, strides, dilation_rate, "same")
    return axis.before, axis.after


def plan(x, kernel, strides, padding, dilation_rate):
    """Resuelve los dos ejes espaciales de `x` (B, H, W, C) para un `kernel` (kh, kw, C, F)."""
    strides, dilations = pair("strides", strides), pair("dilation_rate", dilation_rate)
    if max(strides) > 1 and max(dilations) > 1:
        raise ValueError(
            f"strides={strides} y dilation_rate={dilations} no pueden ser mayores que 1 a la vez "
            "(Keras tampoco lo admite); deja uno de los dos en 1."
        )
    sizes = zip(x.shape[1:3], kernel.shape[:2], strides, dilations, strict=True)
    try:
        return tuple(_axis(*size, padding) for size in sizes)
    except ValueError as error:
        raise ValueError(
            f"x tiene forma {x.shape} y kernel tiene forma {kernel.shape}: {error}"
        ) from None


def pad(x, axes):
    """Rodea `x` (B, H, W, C) de los ceros que pide cada eje."""
    margins = [(axis.before, axis.after) for axis in axes]
    return np.pad(x, [(0, 0), *margins, (0, 0)])


def check_shapes(x, kernel, bias):
    """Exige x (B, H, W, C), kernel (kh, kw, C, F) y bias (F,)."""
    if x.ndim != 4 or kernel.ndim != 4 or x.shape[-1] != kernel.shape[2]:
        raise ValueError(
            f"x tiene forma {x.shape} y kernel tiene forma {kernel.shape}; se esperaba x "
            "(B, H, W, C) y kernel (kh, kw, C, F), con los mismos canales C. A una imagen sola "
            "le falta el lote, x[None]; a una en gris, el canal, x[..., None]."
        )
    if bias is not None and bias.shape != kernel.shape[3:]:
        raise ValueError(
            f"bias tiene forma {bias.shape} y kernel tiene forma {kernel.shape}; "
            f"ha de haber un sesgo por filtro: bias de forma {kernel.shape[3:]}."
        )


def _axis(length, kernel_size, stride, dilation, padding):
    given = {
        "length": length,
        "kernel_size": kernel_size,
        "strides": stride,
        "dilation_rate": dilation,
    }
    for name, value in given.items():
        _check_positive(name, value)
    if padding not in PADDINGS:
        raise ValueError(f"padding={padding!r} no existe; ha de ser 'valid' o 'same'.")
    reach = dilation * (kernel_size - 1) + 1
    if padding == "same":
        output = -(-length // stride)  # el cociente, redondeado hacia arriba
        total = max((output - 1) * stride + reach - length, 0)
        return Axis(stride, dilation, reach, total // 2, total - total // 2, output)
    if length < reach:
        raise ValueError(
            f"el núcleo abarca {reach} posiciones y la entrada solo tiene {length}; usa un núcleo "
            "o una dilatación menores, o padding='same'."
        )
    return Axis(stride, dilation, reach, 0, 0, (length - reach) // stride + 1)


def pair(name, value):
    """Un valor por eje: un entero vale para los dos."""
    values = (value, value) if np.ndim(value) == 0 else tuple(value)
    if len(values) != 2:
        raise ValueError(
            f"{name}={value!r} tiene {len(values)} valores; se espera un entero, o uno por eje: "
            "(alto, ancho)."
        )
    for one in values:
        _check_positive(name, one)
    return values


def _check_positive(name, value):
    if not isinstance(value, int | np.integer) or isinstance(value, bool) or value < 1:
        raise ValueError(f"{name}={value!r} ha de ser un entero mayor o igual que 1.")
