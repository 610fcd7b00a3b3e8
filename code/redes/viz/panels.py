r"""Las regiones de decisión de varios modelos, un panel para cada uno, sobre los mismos datos."""

from collections.abc import Mapping

import numpy as np

from redes.viz import style
from redes.viz.regions import decision_regions, scatter_classes


def region_panels(
    x: np.ndarray,
    labels: np.ndarray,
    grid: tuple[np.ndarray, np.ndarray],
    regions: Mapping[str, np.ndarray],
    *,
    axis_names: tuple[str, str] = ("$x_1$", "$x_2$"),
):
    r"""Dibuja un panel por modelo: la región de cada clase y, encima, los ejemplos.

    Parameters
    ----------
    x : ndarray of shape (B, 2)
        Los ejemplos.
    labels : ndarray of int, shape (B,)
        Clase de cada ejemplo, desde cero.
    grid : tuple of ndarray of shape (H, W)
        Las coordenadas de una malla, como las da ``numpy.meshgrid``.
    regions : mapping of str to ndarray of int, shape (H, W)
        Nombre de cada modelo y clase que da en cada punto de la malla; de uno a tres.
    axis_names : tuple of str
        Nombre y unidad de cada eje.

    Returns
    -------
    matplotlib.figure.Figure
        Figura con un panel por modelo, todos con los mismos ejes.

    Raises
    ------
    ValueError
        Si no llega ningún modelo o llegan más de tres, o alguna forma no encaja.

    Examples
    --------
    >>> grid = np.meshgrid([0.0, 1.0], [0.0, 1.0])
    >>> figure = region_panels(np.array([[0.2, 0.5]]), np.array([0]), grid,
    ...                        {"siempre 0": np.zeros((2, 2), dtype=int)})
    >>> [ax.get_title() for ax in figure.axes]
    ['siempre 0']
    """
    if not 1 <= len(regions) <= 3:
        raise ValueError(
            f"Han llegado {len(regions)} modelos y en el ancho de una figura caben de 1 a 3. Con "
            "más, conviene repartirlos en varias figuras."
        )
    figure, axes = style.subplots(1, len(regions), height=2.5, sharex=True, sharey=True)
    for ax, (name, values) in zip(np.atleast_1d(axes), regions.items(), strict=True):
        decision_regions(ax, *grid, values)
        scatter_classes(ax, x, labels)
        ax.set_title(name)
        ax.set_xlabel(axis_names[0])
        ax.set_aspect("equal")
    figure.axes[0].set_ylabel(axis_names[1])
    return figure
