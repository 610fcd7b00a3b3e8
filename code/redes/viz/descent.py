r"""El camino del descenso del gradiente: sobre una curva, o sobre las curvas de nivel del coste."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from redes.viz import style, tokens

_LEVELS = 14


class Landscape(NamedTuple):
    """Un coste de dos variables y los caminos que lo recorren."""

    grid: tuple[np.ndarray, np.ndarray]  # dos (H, W), como las da numpy.meshgrid
    cost: np.ndarray  # (H, W)
    paths: Mapping[str, np.ndarray]  # nombre de cada camino y sus puntos, (T, 2)


def contour_panels(
    landscapes: Mapping[str, Landscape],
    *,
    axis_names: tuple[str, str] = ("$w_1$", "$w_2$"),
    columns: int = 1,
    height: float = 1.7,
):
    r"""Dibuja un panel por coste: sus curvas de nivel y los caminos del descenso.

    Cada camino empieza en un círculo hueco; uno de un solo punto es un punto, sin círculo. Lo que
    sale de la malla no se dibuja.

    Parameters
    ----------
    landscapes : mapping of str to Landscape
        Título de cada panel y lo que contiene.
    axis_names : tuple of str
        Nombre y unidad de cada eje, los mismos en todos los paneles.
    columns : int
        Paneles por fila.
    height : float
        Alto de cada fila, en pulgadas.

    Returns
    -------
    matplotlib.figure.Figure
        Figura con un panel por coste.

    Raises
    ------
    ValueError
        Si no llega ningún coste, la malla y el coste no tienen la misma forma, o un camino no
        es una lista de puntos del plano.

    Examples
    --------
    >>> grid = np.meshgrid([0.0, 1.0, 2.0], [0.0, 1.0])
    >>> path = np.array([[2.0, 1.0], [1.0, 0.5]])
    >>> bowl = Landscape(grid, grid[0] ** 2 + grid[1] ** 2, {"descenso": path})
    >>> [ax.get_title() for ax in contour_panels({"η = 0,25": bowl}).axes]
    ['η = 0,25']
    """
    _validate(landscapes)
    columns = min(columns, len(landscapes))
    rows = -(-len(landscapes) // columns)
    several = any(len(landscape.paths) > 1 for landscape in landscapes.values())
    figure, axes = style.subplots(rows, columns, height=height * rows + (0.8 if several else 0.4))
    cells = np.atleast_1d(axes).ravel()
    for ax in cells[len(landscapes) :]:
        ax.set_axis_off()
    for index, (ax, name) in enumerate(zip(cells, landscapes, strict=False)):
        _draw_landscape(ax, landscapes[name])
        ax.set_title(name)
        if index + columns >= len(landscapes):
            ax.set_xlabel(axis_names[0])
        if index % columns == 0:
            ax.set_ylabel(axis_names[1])
    if several:
        figure.legend(*_unique_labels(cells), loc="outside upper center", ncols=3)
    return figure


def curve_panels(
    w: np.ndarray,
    cost: np.ndarray,
    paths: Mapping[str, tuple[np.ndarray, np.ndarray]],
    *,
    xlabel: str = "$w$",
    ylabel: str = "coste",
):
    r"""Dibuja el mismo coste de una variable una vez por camino, con los pasos de cada uno.

    Cada camino empieza en un círculo hueco.

    Parameters
    ----------
    w, cost : ndarray of shape (N,)
        La curva.
    paths : mapping of str to tuple of ndarray of shape (T,)
        Título de cada panel; por dónde pasa el camino y cuánto vale allí el coste.
    xlabel, ylabel : str
        Nombre y unidad de cada eje.

    Returns
    -------
    matplotlib.figure.Figure
        Figura con un panel por camino, uno al lado del otro y con las mismas escalas.

    Raises
    ------
    ValueError
        Si la curva y el coste, o un camino y el suyo, no tienen la misma longitud.

    Examples
    --------
    >>> w = np.linspace(-1, 1, 5)
    >>> figure = curve_panels(w, w**2, {"η = 0,1": (np.array([1, 0.8]), np.array([1, 0.64]))})
    >>> [ax.get_title() for ax in figure.axes]
    ['η = 0,1']
    """
    for name, (x, y) in {"curva": (w, cost), **paths}.items():
        if np.ndim(x) != 1 or np.shape(x) != np.shape(y):
            raise ValueError(
                f"«{name}» ha llegado con formas {np.shape(x)} y {np.shape(y)}. Se esperaban dos "
                "vectores iguales: dónde está y cuánto cuesta."
            )
    figure, axes = style.subplots(1, len(paths), height=2.6, sharex=True, sharey=True)
    for ax, (name, (x, y)) in zip(np.atleast_1d(axes), paths.items(), strict=True):
        ax.plot(w, cost, **style.line_style(0))
        ax.set_xlim(np.min(w), np.max(w))
        ax.set_ylim(0, np.max(cost))
        _draw_path(ax, 1, name, np.column_stack([x, y]))
        ax.set_title(name)
        ax.set_xlabel(xlabel)
    figure.axes[0].set_ylabel(ylabel)
    return figure


def _validate(landscapes):
    if not landscapes:
        raise ValueError("No ha llegado ningún coste. Hace falta al menos uno.")
    for name, landscape in landscapes.items():
        shapes = [np.shape(values) for values in (*landscape.grid, landscape.cost)]
        if len(set(shapes)) != 1 or len(shapes[0]) != 2:
            raise ValueError(
                f"La malla y el coste de «{name}» han llegado con formas {shapes}. Se esperaba "
                "(H, W) en todas."
            )
        for label, path in landscape.paths.items():
            if np.ndim(path) != 2 or np.shape(path)[1] != 2:
                raise ValueError(
                    f"El camino «{label}» de «{name}» ha llegado con forma {np.shape(path)}. Se "
                    "esperaba (T, 2): un punto del plano por paso."
                )


def _draw_landscape(ax, landscape):
    x, y = landscape.grid
    # Por cuantiles, entre dos curvas vecinas queda siempre la misma área: las hay en el fondo del
    # valle y en las paredes, aunque el coste crezca muchísimo más deprisa en estas.
    levels = np.unique(np.quantile(landscape.cost, np.linspace(0.01, 0.97, _LEVELS)))
    ax.contour(
        x,
        y,
        landscape.cost,
        levels=levels,
        colors=[tokens.color("axis")],
        linewidths=tokens.LINE_WIDTHS["fine"],
        linestyles="solid",
    )
    for index, (label, path) in enumerate(landscape.paths.items()):
        _draw_path(ax, index, label, path)
    ax.set_xlim(np.min(x), np.max(x))
    ax.set_ylim(np.min(y), np.max(y))
    ax.grid(False)


def _draw_path(ax, index, label, points):
    look = style.line_style(index)
    ax.plot(*points.T, marker=style.marker(index), markersize=4, linewidth=1.2, label=label, **look)
    if len(points) == 1:  # un punto suelto no sale de ningún sitio
        return
    ax.plot(
        *points[0],
        marker="o",
        markersize=9,
        markerfacecolor="none",
        markeredgecolor=look["color"],
        linestyle="none",
    )


def _unique_labels(axes):
    found = {}
    for ax in axes:
        for handle, label in zip(*ax.get_legend_handles_labels(), strict=True):
            found.setdefault(label, handle)
    return list(found.values()), list(found)
