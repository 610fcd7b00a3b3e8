r"""Clases en el plano: regiones de decisión y puntos."""

from collections.abc import Sequence

import numpy as np

from redes.viz import style, tokens


def decision_regions(ax, grid_x: np.ndarray, grid_y: np.ndarray, values: np.ndarray):
    r"""Pinta la región de cada clase y su frontera.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Gráfica en la que se dibuja.
    grid_x, grid_y : ndarray of shape (H, W)
        Coordenadas de una malla, como las da ``numpy.meshgrid``.
    values : ndarray of int, shape (H, W)
        Clase que el modelo asigna a cada punto de la malla.

    Returns
    -------
    matplotlib.axes.Axes
        La misma gráfica.

    Raises
    ------
    ValueError
        Si las formas no coinciden o las clases no son enteros desde cero.

    Examples
    --------
    >>> import numpy as np
    >>> _, ax = style.subplots()
    >>> x, y = np.meshgrid([0.0, 1.0], [0.0, 1.0])
    >>> decision_regions(ax, x, y, np.array([[0, 1], [0, 1]])) is ax
    True
    """
    grid_x, grid_y, values = (np.asarray(array) for array in (grid_x, grid_y, values))
    if values.ndim != 2 or not grid_x.shape == grid_y.shape == values.shape:
        raise ValueError(
            f"La malla ha llegado con formas {grid_x.shape} y {grid_y.shape}, y las clases con "
            f"{values.shape}. Se esperaba (H, W) en las tres: falta un «reshape(grid_x.shape)»."
        )
    _check_classes(values)
    for index in np.unique(values):
        # Una máscara por clase: entre las clases 0 y 2 no aparece una franja de la 1.
        mask = (values == index).astype(float)
        fill = tokens.color(tokens.series_role(index))
        ax.contourf(grid_x, grid_y, mask, levels=[0.5, 1.5], colors=[fill], alpha=0.2)
        if mask.min() == 0:
            ax.contour(
                grid_x,
                grid_y,
                mask,
                levels=[0.5],
                colors=[tokens.color("axis")],
                linewidths=tokens.LINE_WIDTHS["fine"],
            )
    ax.grid(False)
    return ax


def scatter_classes(ax, x: np.ndarray, labels: np.ndarray, names: Sequence[str] | None = None):
    r"""Dibuja puntos del plano, cada clase con su color y su marcador.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Gráfica en la que se dibuja.
    x : ndarray of shape (B, 2)
        Coordenadas de los puntos.
    labels : ndarray of int, shape (B,)
        Clase de cada punto, desde cero.
    names : sequence of str, optional
        Nombre de cada clase; con ellos se añade una leyenda.

    Returns
    -------
    matplotlib.axes.Axes
        La misma gráfica.

    Raises
    ------
    ValueError
        Si las formas no coinciden, las clases no son enteros desde cero o faltan nombres.

    Examples
    --------
    >>> import numpy as np
    >>> _, ax = style.subplots()
    >>> points = scatter_classes(ax, np.array([[0.0, 1.0], [2.0, 3.0]]), np.array([0, 1]))
    >>> len(points.collections)
    2
    """
    x, labels = np.asarray(x), np.asarray(labels)
    if x.ndim != 2 or x.shape[1] != 2 or labels.shape != x.shape[:1]:
        raise ValueError(
            f"Los puntos han llegado con forma {x.shape} y las clases con {labels.shape}. "
            "Se esperaba (B, 2) y (B,): dos coordenadas y una clase por punto."
        )
    _check_classes(labels)
    if names is not None and labels.max() >= len(names):
        raise ValueError(
            f"Hay puntos de la clase {labels.max()} y han llegado {len(names)} nombres. "
            "Hace falta un nombre por clase, contando desde cero."
        )
    for index in np.unique(labels):
        points = x[labels == index]
        ax.scatter(
            points[:, 0],
            points[:, 1],
            s=30,
            marker=style.marker(index),
            facecolor=tokens.color(tokens.series_role(index)),
            edgecolor=tokens.color("surface"),
            linewidth=0.6,
            label=None if names is None else names[index],
            zorder=3,
        )
    if names is not None:
        ax.figure.legend(loc="outside upper center", ncols=3)
    return ax


def _check_classes(labels):
    is_integer = np.issubdtype(labels.dtype, np.integer)
    if labels.size == 0 or not is_integer or labels.min() < 0 or labels.max() >= tokens.SERIES:
        raise ValueError(
            f"Las clases han llegado con tipo {labels.dtype} y se esperaban enteros de 0 a "
            f"{tokens.SERIES - 1}. De probabilidades se pasa a clases con «argmax(axis=-1)»."
        )
