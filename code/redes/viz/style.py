r"""Estilo de las gráficas de Matplotlib, a partir de las fichas de `redes.viz.tokens`.

Un capítulo empieza con ``style.use()``. Desde entonces toda figura sale en SVG, con los colores
del libro, coma decimal en los ejes y los mismos bytes en cada ejecución.
"""

import io
import sys

import matplotlib
from cycler import cycler
from matplotlib.figure import Figure
from matplotlib.ticker import ScalarFormatter

from redes.viz import tokens
from redes.viz.numerals import spanish_number

# Sin fecha ni versión: dos ejecuciones dan los mismos bytes. Sin recorte: todas las figuras
# conservan su ancho y, con él, el tamaño de la letra.
_SAVE_OPTIONS = {
    "bbox_inches": None,
    "metadata": {"Date": None, "Creator": None, "Format": None, "Type": None},
}

#: Línea del valor de referencia con el que se compara un modelo.
REFERENCE_LINE = {
    "color": tokens.color("muted"),
    "linewidth": tokens.LINE_WIDTHS["fine"],
    "linestyle": (0, (2, 2)),
}


class CommaFormatter(ScalarFormatter):
    """Rótulos de un eje con coma decimal.

    No usa la configuración regional del sistema, que no está instalada en todas las máquinas.
    """

    def __call__(self, x, pos=None):
        """Escribe el rótulo de la posición `x`."""
        return spanish_number(super().__call__(x, pos))

    def get_offset(self):
        """Escribe el factor común del eje, si lo hay."""
        return spanish_number(super().get_offset())


def decimal_comma(ax):
    """Pone la coma decimal en los dos ejes de una gráfica.

    Los ejes con rótulos propios (categorías, fechas, logaritmos) no cambian.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Gráfica que se modifica.
    """
    for axis in (ax.xaxis, ax.yaxis):
        if type(axis.get_major_formatter()) is ScalarFormatter:
            axis.set_major_formatter(CommaFormatter())
            # Sigue siendo el formato por defecto: fechas y categorías pueden poner el suyo.
            axis.isDefault_majfmt = True


def watch_axes(figure):
    """Hace que cada gráfica que se añada a una figura tenga coma decimal.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        Figura recién creada. Matplotlib llama a esta función con las de ``pyplot``.
    """

    def comma_everywhere(changed):
        for ax in changed.axes:
            decimal_comma(ax)

    figure.add_axobserver(comma_everywhere)


def _dash_pattern(dash):
    return (0, dash) if dash else "-"


def line_style(index):
    """Da el color y el trazo de la serie número `index`, contando desde cero.

    Parameters
    ----------
    index : int
        Número de la serie.

    Returns
    -------
    dict
        Argumentos ``color`` y ``linestyle`` de Matplotlib.

    Examples
    --------
    >>> line_style(1)
    {'color': '#c96f0c', 'linestyle': (0, (5, 2))}
    """
    return {
        "color": tokens.color(tokens.series_role(index)),
        "linestyle": _dash_pattern(tokens.DASHES[index % tokens.SERIES]),
    }


def marker(index):
    """Da el marcador de la serie o clase número `index`, contando desde cero.

    Parameters
    ----------
    index : int
        Número de la serie.

    Returns
    -------
    str
        Marcador de Matplotlib.

    Examples
    --------
    >>> marker(0), marker(1)
    ('o', 's')
    """
    return tokens.MARKERS[index % tokens.SERIES]


def _text_parameters():
    sizes = tokens.FONT_SIZES
    return {
        "font.family": "sans-serif",
        "font.sans-serif": list(tokens.FONTS),
        "font.size": sizes["normal"],
        "mathtext.fontset": "dejavusans",
        "axes.titlesize": sizes["title"],
        "figure.titlesize": sizes["title"],
        "axes.labelsize": sizes["normal"],
        "legend.fontsize": sizes["small"],
        "xtick.labelsize": sizes["small"],
        "ytick.labelsize": sizes["small"],
        "text.color": tokens.color("text"),
        "axes.labelcolor": tokens.color("text"),
        "xtick.labelcolor": tokens.color("muted"),
        "ytick.labelcolor": tokens.color("muted"),
    }


def _line_parameters():
    widths = tokens.LINE_WIDTHS
    styles = [line_style(index) for index in range(tokens.SERIES)]
    return {
        # Los marcadores no entran en el ciclo: taparían una curva de muchos puntos.
        "axes.prop_cycle": cycler(color=[s["color"] for s in styles])
        + cycler(linestyle=[s["linestyle"] for s in styles]),
        "lines.linewidth": widths["normal"],
        "lines.markersize": 6,
        "axes.linewidth": widths["fine"],
        "grid.linewidth": widths["fine"],
        "axes.edgecolor": tokens.color("axis"),
        "xtick.color": tokens.color("axis"),
        "ytick.color": tokens.color("axis"),
        "grid.color": tokens.color("grid"),
    }


def parameters():
    """Reúne los parámetros de Matplotlib que salen de las fichas.

    Returns
    -------
    dict
        Nombres y valores para ``matplotlib.rcParams``.
    """
    return {
        **_text_parameters(),
        **_line_parameters(),
        "figure.figsize": (tokens.WIDTH, 3.6),
        "figure.constrained_layout.use": True,
        "figure.facecolor": "none",
        "figure.hooks": ["redes.viz.style:watch_axes"],
        "savefig.facecolor": "none",
        "axes.facecolor": "none",
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.grid": True,
        "axes.axisbelow": True,
        "axes.formatter.limits": (-4, 6),
        "axes.formatter.useoffset": False,
        "legend.frameon": False,
        "image.interpolation": "none",
        "image.cmap": "gray",
        "svg.fonttype": "none",
        "svg.hashsalt": "redes",
    }


def use():
    """Aplica el estilo del libro, y en un cuaderno pide las figuras en SVG.

    Notes
    -----
    Fuera de un cuaderno solo cambia ``matplotlib.rcParams``. El texto de las figuras queda como
    texto: se puede buscar, copiar y leer en voz alta.
    """
    matplotlib.rcParams.update(parameters())
    # Si nadie ha importado IPython, no estamos en un cuaderno y no hace falta cargarlo.
    ipython = sys.modules.get("IPython")
    if ipython is None or ipython.get_ipython() is None:
        return
    from matplotlib_inline.backend_inline import set_matplotlib_formats

    set_matplotlib_formats("svg", **_SAVE_OPTIONS)


def subplots(rows=1, columns=1, *, height=3.6, sharex=False, sharey=False):
    """Crea una figura del ancho del libro con su rejilla de gráficas.

    La figura no se apunta en ``pyplot``: el cuaderno la muestra una vez, cuando es el valor de
    la celda, y no queda ocupando memoria.

    Parameters
    ----------
    rows, columns : int
        Filas y columnas de la rejilla.
    height : float
        Alto de la figura en pulgadas.
    sharex, sharey : bool
        Si las gráficas comparten la escala de cada eje.

    Returns
    -------
    figure : matplotlib.figure.Figure
        Figura nueva.
    axes : matplotlib.axes.Axes or numpy.ndarray
        La gráfica, o la matriz de gráficas si hay más de una.

    Examples
    --------
    >>> figure, axes = subplots(1, 2)
    >>> axes.shape
    (2,)
    """
    figure = Figure(figsize=(tokens.WIDTH, height), layout="constrained")
    watch_axes(figure)
    return figure, figure.subplots(rows, columns, sharex=sharex, sharey=sharey)


def to_svg(figure):
    """Escribe una figura como SVG, con los mismos bytes cada vez.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        Figura que se escribe.

    Returns
    -------
    str
        Documento SVG.
    """
    buffer = io.StringIO()
    figure.savefig(buffer, format="svg", **_SAVE_OPTIONS)
    return buffer.getvalue()
