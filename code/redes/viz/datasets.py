r"""Varios conjuntos de datos pequeños, uno por panel: clases en el plano o una regresión."""

from collections.abc import Mapping

import numpy as np

from redes.viz import style, tokens
from redes.viz.regions import scatter_classes

_COLUMNS = 3


def dataset_panels(sets: Mapping[str, tuple[np.ndarray, np.ndarray]]):
    r"""Dibuja cada conjunto en su panel, con los ejes sin números.

    Un conjunto de entradas (B, 2) se dibuja por clases; uno de entradas (B, 1), como una regresión,
    con la entrada en horizontal y el valor en vertical.

    Parameters
    ----------
    sets : mapping of str to (x, y)
        Nombre de cada conjunto, sus entradas (B, 2) o (B, 1) y sus clases o valores (B,).

    Returns
    -------
    matplotlib.figure.Figure
        Figura con tres paneles por fila.

    Raises
    ------
    ValueError
        Si no llega ningún conjunto o sus entradas no tienen una o dos columnas.

    Examples
    --------
    >>> points = np.array([[0.0, 1.0], [1.0, 0.0]])
    >>> figure = dataset_panels({"dos puntos": (points, np.array([0, 1]))})
    >>> [ax.get_title() for ax in figure.axes]
    ['dos puntos']
    """
    if not sets:
        raise ValueError("No ha llegado ningún conjunto. Hace falta al menos uno.")
    columns = min(_COLUMNS, len(sets))
    rows = -(-len(sets) // columns)
    figure, axes = style.subplots(rows, columns, height=0.2 + 1.9 * rows)
    cells = np.atleast_1d(axes).ravel()
    for ax in cells[len(sets) :]:
        ax.remove()
    for ax, (name, (x, y)) in zip(cells, sets.items(), strict=False):
        _draw_set(ax, name, np.asarray(x), np.asarray(y))
        ax.set_title(name, fontsize=tokens.FONT_SIZES["small"])
        ax.set_xticks([])
        ax.set_yticks([])
    return figure


def _draw_set(ax, name, x, y):
    if x.ndim != 2 or x.shape[1] not in (1, 2):
        raise ValueError(
            f"Las entradas de «{name}» han llegado con forma {x.shape}. Se esperaba (B, 1), de una "
            "regresión, o (B, 2), de puntos con su clase."
        )
    if x.shape[1] == 2:
        scatter_classes(ax, x, y)
        ax.set_aspect("equal", adjustable="datalim")
    else:
        color = tokens.color("series-1")
        ax.scatter(x[:, 0], y, s=18, color=color, edgecolor=tokens.color("surface"), linewidth=0.6)
