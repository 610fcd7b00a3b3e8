r"""La misma medida hecha de dos maneras, caso por caso: qué cambia y cuánto."""

from collections.abc import Mapping, Sequence

import numpy as np

from redes.viz import style, tokens

_ROW_INCHES = 0.62
_OFFSET = 0.13  # lo que se separan, en vertical, las dos maneras del mismo caso


def paired_chart(
    pairs: Mapping[str, tuple[Sequence[float], Sequence[float]]],
    *,
    names: tuple[str, str],
    xlabel: str,
    references: Mapping[str, float] | None = None,
):
    r"""Dibuja, en cada caso, la media y la desviación típica de dos maneras de medir.

    Parameters
    ----------
    pairs : mapping of str to (first, second)
        Nombre de cada caso y los resultados, uno por semilla, de las dos maneras.
    names : tuple of str
        Nombre de las dos maneras, para la leyenda.
    xlabel : str
        Nombre y unidad de la medida.
    references : mapping of str to float, optional
        En algunos casos, el valor del punto de partida, que se marca con un trazo vertical.

    Returns
    -------
    matplotlib.figure.Figure
        Figura con una gráfica; el primer caso, arriba.

    Raises
    ------
    ValueError
        Si no llega ningún caso, alguno tiene menos de dos resultados, o una referencia no es de
        ninguno.

    Examples
    --------
    >>> figure = paired_chart({"árbol": ([0.75, 0.75], [0.5, 0.75])}, names=("mal", "bien"),
    ...                       xlabel="exactitud")
    >>> [float(line.get_xdata()[0]) for line in figure.axes[0].lines]
    [0.75, 0.625]
    """
    references = dict(references or {})
    _validate(pairs, references)
    figure, ax = style.subplots(height=1.2 + _ROW_INCHES * len(pairs))
    for row, (case, ways) in enumerate(pairs.items()):
        for index, values in enumerate(ways):
            _draw_way(ax, row + (2 * index - 1) * _OFFSET, values, index, names[index], row == 0)
        if case in references:
            label = "punto de partida" if case == next(iter(references)) else None
            ends = [row - 0.34, row + 0.34]
            ax.vlines(references[case], *ends, label=label, **_REFERENCE)
    ax.set_yticks(range(len(pairs)), list(pairs))
    ax.set_ylim(len(pairs) - 0.5, -0.5)
    ax.grid(axis="y", visible=False)
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)
    ax.set_xlabel(xlabel)
    figure.legend(loc="outside upper center", ncols=3)
    return figure


_REFERENCE = {"colors": tokens.color("text"), "linewidth": tokens.LINE_WIDTHS["normal"]}


def _draw_way(ax, height, values, index, name, labelled):
    color = tokens.color(tokens.series_role(index))
    ax.errorbar(
        np.mean(values),
        height,
        xerr=np.std(values, ddof=1),
        fmt=style.marker(index),
        color=color,
        markersize=7,
        linewidth=tokens.LINE_WIDTHS["normal"],
        label=name if labelled else None,
    )


def _validate(pairs, references):
    if not pairs:
        raise ValueError("No ha llegado ningún caso. Hace falta al menos uno.")
    for case, (first, second) in pairs.items():
        if min(len(first), len(second)) < 2:
            raise ValueError(
                f"En «{case}» han llegado {len(first)} y {len(second)} resultados. Hacen falta al "
                "menos dos de cada manera para dibujar su desviación."
            )
    unknown = [case for case in references if case not in pairs]
    if unknown:
        raise ValueError(f"Hay puntos de partida sin caso: {', '.join(unknown)}.")
