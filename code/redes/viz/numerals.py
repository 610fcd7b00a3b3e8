r"""Números a la española: coma decimal, signo menos y espacio fino desde las cinco cifras."""

import re

_THIN_SPACE = "\N{NARROW NO-BREAK SPACE}"
_LONG_INTEGER = re.compile(r"(?<![\d.,])\d{5,}")


def spanish_number(text):
    """Pasa un número ya escrito a la forma española.

    Parameters
    ----------
    text : str
        Número escrito por Python o por Matplotlib, con punto decimal.

    Returns
    -------
    str
        El mismo número con coma decimal, signo menos tipográfico y, desde las cinco cifras
        enteras, grupos de tres separados por un espacio fino.

    Examples
    --------
    >>> spanish_number("-0.25")
    '−0,25'
    >>> spanish_number("1024")
    '1024'
    >>> spanish_number("60000") == "60\N{NARROW NO-BREAK SPACE}000"
    True
    """
    grouped = _LONG_INTEGER.sub(lambda match: f"{int(match[0]):,}".replace(",", _THIN_SPACE), text)
    return grouped.replace(".", ",").replace("-", "−")


def format_value(value, digits=3):
    """Escribe un valor con pocas cifras para una etiqueta.

    Parameters
    ----------
    value : float
        Valor que se escribe.
    digits : int
        Cifras decimales como mucho; los ceros finales sobran y se quitan.

    Returns
    -------
    str
        Número a la española.

    Examples
    --------
    >>> format_value(2.0), format_value(-0.5), format_value(1 / 3)
    ('2', '−0,5', '0,333')
    """
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".") if digits else f"{value:.0f}"
    return spanish_number("0" if text == "-0" else text)


def fixed_value(value, digits=3):
    """Escribe un valor con las cifras decimales pedidas, también las que son cero.

    Parameters
    ----------
    value : float
        Valor que se escribe.
    digits : int
        Cifras decimales. En una columna de etiquetas dicen la precisión de todas.

    Returns
    -------
    str
        Número a la española.

    Examples
    --------
    >>> fixed_value(0.9), fixed_value(-2.0, 1)
    ('0,900', '−2,0')
    """
    return spanish_number(f"{value:.{digits}f}")
