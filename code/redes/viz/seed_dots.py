r"""El resultado de cada semilla, a la vista, para varios modelos."""

from collections.abc import Sequence

import numpy as np

from redes.viz import style, tokens
from redes.viz.numerals import fixed_value

_ROW_INCHES = 0.42


def seed_dots(
    names: Sequence[str],
    values: np.ndarray,
    *,
    xlabel: str,
    digits: int = 3,
):
    r"""Dibuja un punto por semilla y una raya en la media, escrita a la derecha.

    El primer modelo queda arriba. No hay intervalo: con pocas semillas, los puntos dicen lo mismo
    sin resumirlo.

    Parameters
    ----------
    names : sequence of str
        Nombre de cada modelo.
    values : array of shape (M, S)
        La medida de cada modelo con cada semilla.
    xlabel : str
        Nombre y unidad de la medida.
    digits : int
        Decimales de la media escrita, también los que son cero.

    Returns
    -------
    matplotlib.figure.Figure
        Figura con una gráfica.

    Raises
    ------
    ValueError
        Si los valores no son una tabla con una fila por nombre.

    Examples
    --------
    >>> figure = seed_dots(["lineal", "densa"], [[0.8, 0.9], [0.7, 0.72]], xlabel="exactitud")
    >>> [text.get_text() for text in figure.axes[0].texts]
    ['0,850', '0,710']
    """
    values = np.array(values, dtype=float)
    if values.ndim != 2 or len(values) != len(names) or values.size == 0:
        raise ValueError(
            f"Han llegado {len(names)} nombres y valores de forma {values.shape}. Se esperaba una "
            "fila por nombre y una columna por semilla."
        )
    figure, ax = style.subplots(height=1.2 + _ROW_INCHES * len(names))
    means = values.mean(axis=1)
    rows = np.arange(len(names))
    ax.vlines(
        means,
        rows - 0.3,
        rows + 0.3,
        color=tokens.color("text"),
        linewidth=tokens.LINE_WIDTHS["normal"],
    )
    ax.scatter(
        values.ravel(),
        np.repeat(rows, values.shape[1]),
        s=40,
        color=tokens.color("series-1"),
        edgecolor=tokens.color("surface"),
        zorder=3,
    )
    for row, mean in zip(rows, means, strict=True):
        ax.annotate(
            fixed_value(mean, digits),
            (1.02, row),
            xycoords=ax.get_yaxis_transform(),
            va="center",
            fontsize=tokens.FONT_SIZES["small"],
        )
    ax.set_yticks(rows, names)
    ax.set_ylim(len(names) - 0.5, -0.5)
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)
    ax.set_xlabel(xlabel)
    return figure
