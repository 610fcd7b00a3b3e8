r"""Nuestros resultados junto a los que otras personas han publicado."""

from collections.abc import Mapping

import numpy as np

from redes.viz import style, tokens
from redes.viz.numerals import fixed_value

_ROW_INCHES = 0.42


def published_chart(
    ours: Mapping[str, tuple[float, float, float]],
    published: Mapping[str, float],
    *,
    xlabel: str,
    digits: int = 3,
):
    r"""Ordena de menor a mayor resultados propios, con su intervalo, y ajenos, sin él.

    Los propios son un punto relleno con su intervalo; los ajenos, un cuadrado hueco. La leyenda lo
    dice, y el valor va escrito a la derecha.

    Parameters
    ----------
    ours : mapping of str to tuple of float
        Por modelo, la medida y los extremos de su intervalo.
    published : mapping of str to float
        Por modelo, la medida publicada.
    xlabel : str
        Nombre y unidad de la medida.
    digits : int
        Decimales del valor escrito.

    Returns
    -------
    matplotlib.figure.Figure
        Figura con una gráfica; el mayor queda abajo.

    Raises
    ------
    ValueError
        Si no hay resultados de las dos clases, o un nombre está en las dos.

    Examples
    --------
    >>> figure = published_chart({"red": (0.9, 0.8, 1.0)}, {"personas": 0.8}, xlabel="exactitud")
    >>> [label.get_text() for label in figure.axes[0].get_yticklabels()]
    ['personas', 'red']
    """
    _validate(ours, published)
    values = {**published, **{name: triple[0] for name, triple in ours.items()}}
    names = sorted(values, key=values.get)
    rows = {name: row for row, name in enumerate(names)}
    figure, ax = style.subplots(height=1.6 + _ROW_INCHES * len(names))
    _draw_ours(ax, ours, rows)
    ax.scatter(
        list(published.values()),
        [rows[name] for name in published],
        s=48,
        marker="s",
        facecolor="none",
        edgecolor=tokens.color("series-2"),
        linewidth=tokens.LINE_WIDTHS["normal"],
        label="publicado",
    )
    for name, row in rows.items():
        ax.annotate(
            fixed_value(values[name], digits),
            (1.02, row),
            xycoords=ax.get_yaxis_transform(),
            va="center",
            fontsize=tokens.FONT_SIZES["small"],
        )
    ax.set_yticks(np.arange(len(names)), names)
    ax.set_ylim(len(names) - 0.5, -0.5)
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)
    ax.set_xlabel(xlabel)
    figure.legend(loc="outside upper center", ncols=2)
    return figure


def _validate(ours, published):
    repeated = sorted(set(ours) & set(published))
    if not ours or not published or repeated:
        raise ValueError(
            f"Han llegado {len(ours)} resultados propios y {len(published)} publicados, con "
            f"{repeated} en los dos. Hace falta alguno de cada clase y nombres distintos."
        )


def _draw_ours(ax, ours, rows):
    blue = tokens.color("series-1")
    places = [rows[name] for name in ours]
    means, lows, highs = zip(*ours.values(), strict=True)
    ax.hlines(places, lows, highs, color=blue, linewidth=tokens.LINE_WIDTHS["strong"])
    ax.scatter(
        means,
        places,
        s=48,
        color=blue,
        edgecolor=tokens.color("surface"),
        zorder=3,
        label="este laboratorio",
    )
