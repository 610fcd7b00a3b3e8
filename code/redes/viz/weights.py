r"""Los pesos de cada unidad de una capa densa, vistos como imágenes."""

from collections.abc import Sequence

import numpy as np

from redes.viz import style, tokens
from redes.viz.colormaps import diverging_map


def weight_images(
    kernel: np.ndarray,
    shape: tuple[int, int],
    *,
    columns: int = 5,
    titles: Sequence[str] | None = None,
):
    r"""Dibuja cada columna del núcleo con la forma de la imagen de entrada.

    La escala es simétrica y común a todas las unidades: el cero es transparente, y la barra dice
    qué color es cada signo.

    Parameters
    ----------
    kernel : ndarray of shape (D, U)
        Pesos de la capa densa. Para ver solo unas unidades, se pasan sus columnas.
    shape : tuple of int
        Alto y ancho de la imagen, con $HW = D$.
    columns : int
        Imágenes por fila.
    titles : sequence of str, optional
        Título de cada unidad. Sin ellos, su número contando desde cero.

    Returns
    -------
    matplotlib.figure.Figure
        Figura con una gráfica por unidad y la barra de color.

    Raises
    ------
    ValueError
        Si el núcleo no tiene $HW$ filas o los títulos no son tantos como las unidades.

    Examples
    --------
    >>> import numpy as np
    >>> figure = weight_images(np.array([[1.0], [-1.0]]), (1, 2))
    >>> figure.axes[0].get_title()
    'unidad 0'
    """
    kernel = np.asarray(kernel)
    _validate(kernel, shape, titles)
    units = kernel.shape[1]
    titles = [f"unidad {unit}" for unit in range(units)] if titles is None else list(titles)
    columns = min(columns, units)
    rows = -(-units // columns)
    side = tokens.WIDTH * 0.85 / columns * shape[0] / shape[1]
    figure, axes = style.subplots(rows, columns, height=min(rows * (side + 0.3), 9.0))
    cells = np.atleast_1d(axes).ravel()
    for ax in cells[units:]:
        ax.remove()
    limit = float(np.abs(kernel).max())
    for unit, ax in enumerate(cells[:units]):
        picture = ax.imshow(
            kernel[:, unit].reshape(shape), cmap=diverging_map(), vmin=-limit, vmax=limit
        )
        ax.set_title(titles[unit], fontsize=tokens.FONT_SIZES["small"])
        ax.set_xticks([])
        ax.set_yticks([])
        ax.grid(False)
        ax.spines[:].set_visible(True)
    _draw_bar(figure, picture, list(cells[:units]))
    return figure


def _validate(kernel, shape, titles):
    if kernel.ndim != 2 or kernel.size == 0 or kernel.shape[0] != shape[0] * shape[1]:
        raise ValueError(
            f"El núcleo ha llegado con forma {kernel.shape} y la imagen con {tuple(shape)}. "
            f"Se esperaba ({shape[0] * shape[1]}, U): una fila por píxel y una columna por unidad."
        )
    if titles is not None and len(titles) != kernel.shape[1]:
        raise ValueError(
            f"Han llegado {len(titles)} títulos para {kernel.shape[1]} unidades. "
            "Hace falta uno por unidad."
        )


def _draw_bar(figure, picture, cells):
    bar = figure.colorbar(picture, ax=cells, format=style.CommaFormatter(), label="peso")
    bar.ax.grid(False)
