r"""Imágenes y, al lado, los mapas que dicen qué puntos cuentan."""

from collections.abc import Mapping
from textwrap import fill

import numpy as np
from matplotlib.patches import Rectangle

from redes.viz import style, tokens
from redes.viz.colormaps import diverging_map, sequential_map


def heat_grid(
    images: np.ndarray,
    maps: Mapping[str, np.ndarray],
    masks: np.ndarray,
    *,
    common_scale: bool = False,
):
    r"""Dibuja una fila por imagen: la imagen y sus mapas, con un marco donde está lo que se busca.

    Cada mapa se divide por su mayor valor absoluto, o con `common_scale` por el de todos los mapas
    de su columna: dividir cada uno por lo suyo hace que un mapa casi nulo parezca tan intenso como
    los demás. El cero es transparente y los dos signos tienen colores distintos.

    Parameters
    ----------
    images : ndarray of shape (B, H, W)
        Imágenes en gris, de 0 (papel) a 1 (tinta).
    maps : mapping of str to ndarray of shape (B, H, W)
        Nombre y mapas de cada columna.
    masks : ndarray of bool, shape (B, H, W)
        Dónde está lo que se busca; se dibuja el rectángulo que lo encierra.
    common_scale : bool
        Si la escala es común a la columna.

    Returns
    -------
    matplotlib.figure.Figure
        Figura con la barra de color.

    Raises
    ------
    ValueError
        Si no hay mapas, alguna forma no coincide o una máscara está vacía.

    Examples
    --------
    >>> image = np.eye(4)[None]
    >>> figure = heat_grid(image, {"brillo": image}, image > 0)
    >>> [ax.get_title() for ax in figure.axes[:2]]
    ['imagen', 'brillo']
    """
    images, masks = np.asarray(images), np.asarray(masks)
    maps = {name: np.asarray(values, dtype=float) for name, values in maps.items()}
    _validate(images, maps, masks)
    columns = 1 + len(maps)
    side = tokens.WIDTH * 0.86 / columns * images.shape[1] / images.shape[2]
    height = min(len(images) * (side + 0.06) + 0.7, 9.0)
    figure, axes = style.subplots(len(images), columns, height=height)
    axes = np.reshape(axes, (len(images), columns))
    for row, image in enumerate(images):
        axes[row, 0].imshow(image, cmap=sequential_map("text"), vmin=0, vmax=1)
    for column, values in enumerate(maps.values(), start=1):
        shares = _shares(values, common_scale)
        for row, share in enumerate(shares):
            options = {"cmap": diverging_map(), "vmin": -1, "vmax": 1}
            picture = axes[row, column].imshow(share, **options)
    for row, mask in enumerate(masks):
        for ax in axes[row]:
            _decorate(ax, mask)
    for ax, title in zip(axes[0], ["imagen", *maps], strict=True):
        # Un nombre largo, en varias líneas: si no, pisaría el de al lado.
        ax.set_title(fill(title, 11), fontsize=tokens.FONT_SIZES["small"])
    whose = "de su columna" if common_scale else "de su mapa"
    label = f"fracción del máximo\n{whose}"
    format_ = style.CommaFormatter()
    figure.colorbar(picture, ax=axes, ticks=[-1, 0, 1], format=format_, label=label, shrink=0.9)
    return figure


def _validate(images, maps, masks):
    shapes = {name: values.shape for name, values in maps.items()}
    if images.ndim != 3 or not shapes or {*shapes.values(), masks.shape} != {images.shape}:
        raise ValueError(
            f"Las imágenes han llegado con forma {images.shape}, las máscaras con {masks.shape} y "
            f"los mapas con {list(shapes.values())}. Se esperaba (B, H, W) en todo, con un mapa al "
            "menos."
        )
    if not masks.any(axis=(1, 2)).all():
        raise ValueError("Hay máscaras vacías: en cada imagen tiene que haber algo que buscar.")


def _shares(values, common_scale):
    """Los mapas divididos por su máximo absoluto; un mapa de ceros se queda como está."""
    top = np.abs(values).max(axis=None if common_scale else (1, 2), keepdims=True)
    return values / np.where(top > 0, top, 1)


def _decorate(ax, mask):
    (top, left), (bottom, right) = (
        corner(np.argwhere(mask), axis=0) for corner in (np.min, np.max)
    )
    size = (right - left + 1, bottom - top + 1)
    ax.add_patch(
        Rectangle(
            (left - 0.5, top - 0.5),
            *size,
            fill=False,
            edgecolor=tokens.color("series-3"),
            linewidth=tokens.LINE_WIDTHS["normal"],
        )
    )
    ax.set_xticks([])
    ax.set_yticks([])
    ax.grid(False)
    ax.spines[:].set_visible(True)
