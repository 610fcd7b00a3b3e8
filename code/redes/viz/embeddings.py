r"""Los mismos ejemplos puestos en el plano de varias maneras, cada una en su panel."""

from collections.abc import Mapping, Sequence

import numpy as np

from redes.viz import style
from redes.viz.regions import scatter_classes


def embedding_panels(
    points: Mapping[str, np.ndarray], labels: np.ndarray, names: Sequence[str], *, columns: int = 2
):
    r"""Dibuja un panel por manera de poner los ejemplos en el plano, con la misma leyenda.

    Cada panel tiene su escala, igual en los dos ejes: las coordenadas de un panel no se pueden
    comparar con las de otro.

    Parameters
    ----------
    points : mapping of str to ndarray of shape (B, 2)
        Título de cada panel y coordenadas.
    labels : ndarray of int, shape (B,)
        Clase de cada ejemplo, desde cero.
    names : sequence of str
        Nombre de cada clase.
    columns : int
        Paneles por fila.

    Returns
    -------
    matplotlib.figure.Figure
        Figura con un panel por título.

    Raises
    ------
    ValueError
        Si no hay paneles, o alguno no tiene dos coordenadas por ejemplo.

    Examples
    --------
    >>> figure = embedding_panels({"uno": np.eye(2), "otro": 3 * np.eye(2)}, np.array([0, 1]),
    ...                           ["a", "b"])
    >>> [ax.get_title() for ax in figure.axes]
    ['uno', 'otro']
    """
    if not points:
        raise ValueError("No ha llegado ningún panel; se esperaba al menos uno.")
    columns = min(columns, len(points))
    rows = -(-len(points) // columns)
    figure, axes = style.subplots(rows, columns, height=2.7 * rows + 0.5)
    cells = np.atleast_1d(axes).ravel()
    for ax in cells[len(points) :]:
        ax.remove()
    for number, (ax, (title, places)) in enumerate(zip(cells, points.items(), strict=False)):
        # Una sola leyenda, la del primero: es la misma para todos.
        scatter_classes(ax, places, labels, names if number == 0 else None)
        for drawn in ax.collections:
            drawn.set_sizes([14])
        ax.set_title(title)
        ax.set_aspect("equal", adjustable="datalim")
    return figure
