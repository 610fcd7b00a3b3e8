r"""Comparación de modelos con un punto y un intervalo por modelo."""

from collections.abc import Sequence

import numpy as np

from redes.viz import style, tokens
from redes.viz.numerals import fixed_value

_ROW_INCHES = 0.42


def interval_chart(
    names: Sequence[str],
    means: Sequence[float],
    lows: Sequence[float],
    highs: Sequence[float],
    *,
    xlabel: str,
    reference: float | None = None,
    digits: int = 3,
):
    r"""Dibuja la media y el intervalo de cada modelo, con la media escrita a la derecha.

    El primer modelo queda arriba. El pie de la figura tiene que decir qué es el intervalo.

    Parameters
    ----------
    names : sequence of str
        Nombre de cada modelo.
    means, lows, highs : sequence of float
        Media y extremos del intervalo de cada modelo, con bajo ≤ media ≤ alto.
    xlabel : str
        Nombre y unidad de la medida.
    reference : float, optional
        Valor de la referencia, que se marca con una línea vertical.
    digits : int
        Decimales de la media escrita.

    Returns
    -------
    matplotlib.figure.Figure
        Figura con una gráfica.

    Raises
    ------
    ValueError
        Si las listas no tienen la misma longitud o una media queda fuera de su intervalo.

    Examples
    --------
    >>> figure = interval_chart(["lineal", "densa"], [0.8, 0.9], [0.7, 0.88], [0.9, 0.92],
    ...                         xlabel="exactitud")
    >>> [text.get_text() for text in figure.axes[0].texts]
    ['0,800', '0,900']
    """
    means, lows, highs = (np.array(values, dtype=float) for values in (means, lows, highs))
    _validate(names, means, lows, highs)
    figure, ax = style.subplots(height=1.2 + _ROW_INCHES * len(names))
    rows = np.arange(len(names))
    blue = tokens.color("series-1")
    ax.hlines(rows, lows, highs, color=blue, linewidth=tokens.LINE_WIDTHS["strong"])
    ax.scatter(means, rows, s=48, color=blue, edgecolor=tokens.color("surface"), zorder=3)
    for row, mean in zip(rows, means, strict=True):
        ax.annotate(
            fixed_value(mean, digits),
            # En una columna a la derecha, donde no tapa ni intervalos ni la referencia.
            (1.02, row),
            xycoords=ax.get_yaxis_transform(),
            va="center",
            fontsize=tokens.FONT_SIZES["small"],
        )
    if reference is not None:
        ax.axvline(reference, label="referencia", **style.REFERENCE_LINE)
        figure.legend(loc="outside upper right")
    ax.set_yticks(rows, names)
    ax.set_ylim(len(names) - 0.5, -0.5)
    ax.grid(axis="y", visible=False)
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)
    ax.set_xlabel(xlabel)
    return figure


def _validate(names, means, lows, highs):
    sizes = [len(names), *(values.size for values in (means, lows, highs))]
    if len(set(sizes)) != 1 or sizes[0] == 0:
        raise ValueError(
            f"Han llegado {sizes[0]} nombres, {sizes[1]} medias, {sizes[2]} extremos bajos y "
            f"{sizes[3]} altos. Hace falta uno de cada por modelo."
        )
    wrong = [
        name
        for name, low, mean, high in zip(names, lows, means, highs, strict=True)
        if not low <= mean <= high
    ]
    if wrong:
        raise ValueError(
            f"La media queda fuera del intervalo en: {', '.join(wrong)}. Los extremos son valores "
            "de la medida, no distancias a la media."
        )
