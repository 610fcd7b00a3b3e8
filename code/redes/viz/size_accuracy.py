r"""El plano de tamaño y acierto: qué se consigue y con cuántos parámetros."""

from collections.abc import Mapping
from typing import NamedTuple

from matplotlib.ticker import FuncFormatter, NullLocator

from redes.viz import style, tokens
from redes.viz.numerals import spanish_number


class Point(NamedTuple):
    """Un modelo: parámetros, medida y los dos extremos de su intervalo."""

    size: int
    mean: float
    low: float
    high: float


def size_accuracy_figure(
    models: Mapping[str, Point],
    *,
    ticks: list[int],
    ylabel: str,
    references: Mapping[str, float] | None = None,
):
    r"""Dibuja cada modelo en su sitio, con su nombre encima, y rayas para lo que no tiene tamaño.

    El eje de los parámetros es logarítmico. El pie de la figura tiene que decir qué es el
    intervalo.

    Parameters
    ----------
    models : mapping of str to Point
        Los modelos, por nombre.
    ticks : list of int
        Marcas del eje de los parámetros.
    ylabel : str
        Nombre y unidad de la medida.
    references : mapping of str to float, optional
        Medida de lo que se compara sin parámetros, que se marca con una línea horizontal.

    Returns
    -------
    matplotlib.figure.Figure
        Figura con una gráfica.

    Raises
    ------
    ValueError
        Si no hay modelos, un tamaño no es positivo o una media queda fuera de su intervalo.

    Examples
    --------
    >>> figure = size_accuracy_figure({"densa": Point(1000, 0.9, 0.85, 0.93)},
    ...                               ticks=[500, 2000], ylabel="exactitud")
    >>> [text.get_text() for text in figure.axes[0].texts]
    ['densa']
    """
    references = dict(references or {})
    _validate(models)
    figure, ax = style.subplots(height=4.0)
    blue = tokens.color("series-1")
    for name, point in models.items():
        ax.vlines(point.size, point.low, point.high, color=blue, linewidth=1.8)
        ax.scatter(
            point.size, point.mean, s=48, color=blue, edgecolor=tokens.color("surface"), zorder=3
        )
        ax.annotate(
            name,
            (point.size, point.high),
            xytext=(0, 5),
            textcoords="offset points",
            ha="center",
            fontsize=tokens.FONT_SIZES["small"],
        )
    for index, (name, value) in enumerate(references.items(), start=1):
        ax.axhline(value, label=name, **style.line_style(index))
    if references:
        figure.legend(loc="outside upper center", ncols=3)
    ax.set_xscale("log")
    ax.set_xticks(ticks)
    ax.xaxis.set_minor_locator(NullLocator())
    ax.xaxis.set_major_formatter(FuncFormatter(lambda x, _: spanish_number(f"{x:.0f}")))
    ax.margins(x=0.12, y=0.12)
    ax.set_xlabel("parámetros")
    ax.set_ylabel(ylabel)
    return figure


def _validate(models):
    if not models:
        raise ValueError("No ha llegado ningún modelo. Hace falta al menos uno.")
    for name, point in models.items():
        if point.size <= 0 or not point.low <= point.mean <= point.high:
            raise ValueError(
                f"El modelo «{name}» ha llegado con {point.size} parámetros, media {point.mean} e "
                f"intervalo de {point.low} a {point.high}. Los parámetros han de ser más de cero "
                "y la media, caer dentro del intervalo."
            )
