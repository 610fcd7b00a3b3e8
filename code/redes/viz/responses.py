r"""Fotografías y respuestas de filtros: las unas con sus tonos, las otras con su signo."""

from collections.abc import Collection, Mapping

import numpy as np

from redes.viz import style, tokens
from redes.viz.colormaps import diverging_map

_TITLE_INCHES = 0.3


def response_grid(
    images: Mapping[str, np.ndarray], *, signed: Collection[str] = (), columns: int = 2
):
    r"""Dibuja imágenes del mismo tamaño, cada una con su título.

    Una fotografía se ve como es: 0, negro; 1, blanco; lo que se sale se recorta. En una respuesta
    con signo, el cero es transparente y los dos signos tienen colores distintos, cada imagen con
    su propia escala, simétrica, hasta el percentil 99 del valor absoluto.

    Parameters
    ----------
    images : mapping of str to ndarray of shape (H, W) or (H, W, 3)
        Título e imagen.
    signed : collection of str
        Títulos de las imágenes con signo, que han de ser (H, W).
    columns : int
        Imágenes por fila.

    Returns
    -------
    matplotlib.figure.Figure
        Figura con una gráfica por imagen.

    Raises
    ------
    ValueError
        Si no hay imágenes, no miden lo mismo, o un título con signo no está o no es (H, W).

    Examples
    --------
    >>> figure = response_grid({"foto": np.ones((4, 6, 3)), "borde": np.eye(4, 6)},
    ...                        signed={"borde"})
    >>> [ax.get_title() for ax in figure.axes]
    ['foto', 'borde']
    """
    images = {title: np.asarray(image) for title, image in images.items()}
    _validate(images, signed)
    height, width = next(iter(images.values())).shape[:2]
    columns = min(columns, len(images))
    rows = -(-len(images) // columns)
    side = tokens.WIDTH / columns * height / width
    figure, axes = style.subplots(rows, columns, height=min(rows * (side + _TITLE_INCHES), 9.0))
    cells = np.atleast_1d(axes).ravel()
    for ax in cells[len(images) :]:
        ax.remove()
    for ax, (title, image) in zip(cells, images.items(), strict=False):
        if title in signed:
            limit = float(np.percentile(np.abs(image), 99)) or 1.0
            ax.imshow(image, cmap=diverging_map(), vmin=-limit, vmax=limit)
        else:
            ax.imshow(np.clip(image, 0, 1), cmap="gray", vmin=0, vmax=1)
        ax.set_title(title, fontsize=tokens.FONT_SIZES["small"])
        ax.set_xticks([])
        ax.set_yticks([])
        ax.grid(False)
        ax.spines[:].set_visible(True)
    return figure


def _validate(images, signed):
    shapes = {title: image.shape for title, image in images.items()}
    sizes = {shape[:2] for shape in shapes.values()}
    good = all(len(s) == 2 or (len(s) == 3 and s[2] == 3) for s in shapes.values())
    if not good or len(sizes) != 1:
        raise ValueError(
            f"Las imágenes han llegado con formas {list(shapes.values())}. Se esperaba al menos "
            "una, todas (H, W) o (H, W, 3) y del mismo tamaño."
        )
    for title in signed:
        if len(shapes.get(title, ())) != 2:
            raise ValueError(
                f"«{title}» está entre las que llevan signo y no es una imagen (H, W) de las que "
                f"han llegado: {', '.join(images)}."
            )
