r"""La probabilidad que da un modelo de dos clases en cada punto del plano."""

from collections.abc import Sequence

import numpy as np
from matplotlib.colors import to_rgba

from redes.viz import style, tokens
from redes.viz.numerals import format_value
from redes.viz.regions import scatter_classes

_LEVELS = (0.1, 0.25, 0.5, 0.75, 0.9)
_OPACITIES = (0.4, 0.24, 0.1)


def probability_figure(
    x: np.ndarray,
    labels: np.ndarray,
    grid: tuple[np.ndarray, np.ndarray],
    probability: np.ndarray,
    *,
    names: Sequence[str],
    axis_names: tuple[str, str],
):
    r"""Dibuja franjas de probabilidad de la clase 1, con sus curvas de nivel, y los ejemplos.

    Cuanto más intenso es el color de una clase, más segura es la respuesta; la curva 0,5 es la
    frontera.

    Parameters
    ----------
    x : ndarray of shape (B, 2)
        Los ejemplos.
    labels : ndarray of int, shape (B,)
        Ceros y unos.
    grid : tuple of ndarray of shape (H, W)
        Las coordenadas de una malla, como las da ``numpy.meshgrid``.
    probability : ndarray of shape (H, W)
        Probabilidad de la clase 1 en cada punto de la malla, de 0 a 1.
    names : sequence of str
        Nombre de las dos clases.
    axis_names : tuple of str
        Nombre y unidad de cada eje.

    Returns
    -------
    matplotlib.figure.Figure
        Figura con una gráfica.

    Raises
    ------
    ValueError
        Si la malla y las probabilidades no tienen la misma forma, o alguna sale de [0, 1].

    Examples
    --------
    >>> grid = np.meshgrid([0.0, 1.0], [0.0, 1.0])
    >>> figure = probability_figure(np.array([[0.2, 0.5]]), np.array([0]), grid, grid[0],
    ...                             names=["no", "sí"], axis_names=("ancho", "alto"))
    >>> figure.axes[0].get_xlabel()
    'ancho'
    """
    _validate(grid, probability)
    figure, ax = style.subplots(height=4.0)
    zero, one = tokens.color("series-1"), tokens.color("series-2")
    fills = [to_rgba(zero, a) for a in _OPACITIES] + [to_rgba(one, a) for a in _OPACITIES[::-1]]
    ax.contourf(*grid, probability, levels=[0, *_LEVELS, 1], colors=fills)
    lines = ax.contour(
        *grid,
        probability,
        levels=_LEVELS,
        colors=[tokens.color("axis")],
        linewidths=[tokens.LINE_WIDTHS["normal" if p == 0.5 else "fine"] for p in _LEVELS],
    )
    _write_levels(ax, lines)
    scatter_classes(ax, x, labels, names)
    ax.grid(False)
    ax.set_xlabel(axis_names[0])
    ax.set_ylabel(axis_names[1])
    return figure


def _write_levels(ax, lines):
    # Cada letrero, cerca del extremo alto de su curva y a distinta altura que los vecinos: en el
    # centro los taparían los puntos.
    places = []
    for index, path in enumerate(lines.get_paths()):
        vertices = sorted(path.vertices.tolist(), key=lambda vertex: -vertex[1])
        places += vertices[len(vertices) * (2 + 5 * (index % 2)) // 40 :][:1]
    look = {"colors": [tokens.color("text")], "fontsize": tokens.FONT_SIZES["small"]}
    ax.clabel(lines, fmt=format_value, manual=places, **look)


def _validate(grid, probability):
    shapes = [np.shape(values) for values in (*grid, probability)]
    if len(set(shapes)) != 1 or len(shapes[0]) != 2:
        raise ValueError(
            f"La malla y las probabilidades han llegado con formas {shapes}. Se esperaba (H, W) "
            "en todas: falta un «reshape(grid_x.shape)»."
        )
    low, high = np.min(probability), np.max(probability)
    if low < 0 or high > 1:
        raise ValueError(
            f"Las probabilidades van de {low:.3g} a {high:.3g} y deben estar entre 0 y 1. De "
            "logits se pasa a probabilidades con la sigmoide."
        )
