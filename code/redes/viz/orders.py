r"""En qué orden salen los ejemplos: una nube por cada manera de barajar."""

from collections.abc import Mapping

import numpy as np

from redes.viz import style, tokens


def order_panels(orders: Mapping[str, np.ndarray]):
    r"""Dibuja, en un panel por manera de barajar, qué fila sale en cada turno.

    Sin barajar es la diagonal; bien barajado, una nube sin forma.

    Parameters
    ----------
    orders : mapping of str to ndarray of int, shape (N,)
        Nombre de cada manera y el número de fila que salió en cada turno; de una a tres.

    Returns
    -------
    matplotlib.figure.Figure
        Figura con un panel por manera, todos con los mismos ejes.

    Raises
    ------
    ValueError
        Si no llega ninguna o llegan más de tres, o alguna no es un vector.

    Examples
    --------
    >>> figure = order_panels({"sin barajar": np.arange(4)})
    >>> figure.axes[0].collections[0].get_offsets().tolist()[-1]
    [3.0, 3.0]
    """
    if not 1 <= len(orders) <= 3 or any(np.ndim(order) != 1 for order in orders.values()):
        shapes = [np.shape(order) for order in orders.values()]
        raise ValueError(
            f"Han llegado órdenes con formas {shapes}. Se esperaba de uno a tres vectores (N,)."
        )
    figure, axes = style.subplots(1, len(orders), height=2.6, sharex=True, sharey=True)
    for ax, (name, order) in zip(np.atleast_1d(axes), orders.items(), strict=True):
        ax.scatter(np.arange(len(order)), order, s=5, color=tokens.color("series-1"), linewidth=0)
        ax.set_title(name, fontsize=tokens.FONT_SIZES["small"])
        ax.set_xlabel("turno")
        ax.set_aspect("equal")
    figure.axes[0].set_ylabel("fila que sale")
    return figure
