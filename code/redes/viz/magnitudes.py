r"""Comparación de cantidades de tamaños muy distintos, en escala logarítmica."""

from collections.abc import Sequence

import numpy as np
from matplotlib.ticker import FuncFormatter, LogLocator, NullLocator

from redes.viz import style, tokens
from redes.viz.numerals import spanish_number

_ROW_INCHES = 0.4
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def scientific(value: float) -> str:
    r"""Escribe un número positivo con dos cifras y una potencia de diez.

    Parameters
    ----------
    value : float
        Número mayor que cero.

    Returns
    -------
    str
        El número, con coma decimal. El exponente va en superíndices Unicode: es texto corriente,
        que se puede buscar y leer en voz alta.

    Examples
    --------
    Dos cifras bastan para comparar: 151 552 son unas 150 000.

    >>> scientific(151552), scientific(0.02)
    ('1,5·10⁵', '2,0·10⁻²')
    """
    mantissa, exponent = f"{value:.1e}".split("e")
    return f"{spanish_number(mantissa)}·{_power_of_ten(int(exponent))}"


def _power_of_ten(exponent: int) -> str:
    return "10" + str(exponent).translate(_SUPERSCRIPTS)


def magnitude_chart(
    names: Sequence[str],
    values: Sequence[float],
    *,
    xlabel: str,
    reference: float | None = None,
    reference_name: str = "referencia",
):
    r"""Dibuja un punto por cantidad sobre un eje logarítmico, con su valor escrito al lado.

    Cada marca del eje es diez veces la anterior. La primera cantidad queda arriba.

    Parameters
    ----------
    names : sequence of str
        Nombre de cada cantidad.
    values : sequence of float
        Cantidades, todas mayores que cero y en la misma unidad.
    xlabel : str
        Nombre y unidad de la cantidad.
    reference : float, optional
        Cantidad con la que se comparan, mayor que cero; se marca con una línea vertical.
    reference_name : str
        Cómo se llama la referencia en la leyenda.

    Returns
    -------
    matplotlib.figure.Figure
        Figura con una gráfica.

    Raises
    ------
    ValueError
        Si no hay un nombre por cantidad o alguna no es mayor que cero.

    Examples
    --------
    >>> figure = magnitude_chart(["una fila", "un lote"], [4736, 151552], xlabel="operaciones")
    >>> [text.get_text() for text in figure.axes[0].texts]
    ['4,7·10³', '1,5·10⁵']
    """
    values = np.array(values, dtype=float)
    _validate(names, values, reference)
    figure, ax = style.subplots(height=1.2 + _ROW_INCHES * len(names))
    rows = np.arange(len(names))
    blue = tokens.color("series-1")
    ax.scatter(values, rows, s=48, color=blue, edgecolor=tokens.color("surface"), zorder=3)
    for row, value in zip(rows, values, strict=True):
        ax.annotate(
            scientific(value),
            (value, row),
            xytext=(8, 0),
            textcoords="offset points",
            va="center",
            fontsize=tokens.FONT_SIZES["small"],
        )
    if reference is not None:
        ax.axvline(reference, label=reference_name, **style.REFERENCE_LINE)
        figure.legend(loc="outside upper right")
    _set_axes(ax, names, xlabel)
    return figure


def _validate(names, values, reference):
    if values.ndim != 1 or len(names) != values.size or values.size == 0:
        raise ValueError(
            f"Han llegado {len(names)} nombres y cantidades con forma {values.shape}. Hace falta "
            "una cantidad por nombre, y al menos una."
        )
    every = values if reference is None else np.append(values, reference)
    if not np.all((every > 0) & np.isfinite(every)):
        raise ValueError(
            f"Ha llegado {every.tolist()} y en una escala logarítmica solo caben números finitos "
            "mayores que cero. Si alguna cantidad es cero, contémosla en el texto."
        )


def _set_axes(ax, names, xlabel):
    ax.set_xscale("log")
    # Sitio a la derecha para el valor escrito de la cantidad mayor.
    low, high = ax.get_xlim()
    ax.set_xlim(low, high * (high / low) ** 0.2)
    ax.xaxis.set_major_locator(LogLocator(numticks=7))
    ax.xaxis.set_minor_locator(NullLocator())
    ax.xaxis.set_major_formatter(FuncFormatter(lambda x, _: _power_of_ten(round(np.log10(x)))))
    ax.set_xlabel(xlabel)
    ax.set_yticks(np.arange(len(names)), names)
    ax.set_ylim(len(names) - 0.5, -0.8)
    ax.grid(axis="y", visible=False)
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)
