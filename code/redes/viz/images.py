r"""Rejilla de imágenes, con marca de acierto o de fallo."""

from collections.abc import Sequence

import numpy as np

from redes.viz import style, tokens
from redes.viz.colormaps import sequential_map

_TITLE_INCHES = 0.3


def image_grid(
    images: np.ndarray,
    titles: Sequence[str] | None = None,
    *,
    columns: int = 5,
    hits: Sequence[bool] | None = None,
    value_range: tuple[float, float] | None = None,
):
    r"""Dibuja imágenes en gris o en color, cada una con su título.

    En gris, el valor menor es papel y el mayor, tinta. El acierto lleva ✓ y marco continuo; el
    fallo lleva ✗ y marco grueso a trazos.

    Parameters
    ----------
    images : ndarray of shape (B, H, W), (B, H, W, 1) or (B, H, W, 3)
        Imágenes. Las de color, en $[0, 1]$ o enteros de 0 a 255.
    titles : sequence of str, optional
        Un título por imagen.
    columns : int
        Imágenes por fila.
    hits : sequence of bool, optional
        Si la predicción de cada imagen es acertada.
    value_range : tuple of float, optional
        Valores que se pintan como papel y como tinta. Sin él, el mínimo y el máximo del conjunto.

    Returns
    -------
    matplotlib.figure.Figure
        Figura con una gráfica por imagen.

    Raises
    ------
    ValueError
        Si la forma no es de imágenes o los títulos o los aciertos no son tantos como ellas.

    Examples
    --------
    >>> import numpy as np
    >>> figure = image_grid(np.eye(4).reshape(1, 4, 4), ["diagonal"], hits=[True])
    >>> figure.axes[0].get_title()
    '✓ diagonal'
    """
    images = _as_images(images)
    count = len(images)
    titles = _one_each("títulos", titles, count) or [""] * count
    hits = _one_each("aciertos", hits, count) or [None] * count
    columns = min(columns, count)
    rows = -(-count // columns)
    side = tokens.WIDTH / columns * images.shape[1] / images.shape[2]
    extra_lines = max(title.count("\n") for title in titles)
    title_height = _TITLE_INCHES * (1 + extra_lines) if any(titles) or any(hits) else 0.05
    figure, axes = style.subplots(rows, columns, height=min(rows * (side + title_height), 9.0))
    low, high = value_range or (float(images.min()), float(images.max()))
    cells = np.atleast_1d(axes).ravel()
    for ax in cells[count:]:
        ax.remove()
    for ax, image, title, hit in zip(cells, images, titles, hits, strict=False):
        ax.imshow(image, cmap=sequential_map("text"), vmin=low, vmax=high)
        _decorate(ax, title, hit)
    return figure


def _as_images(images):
    images = np.asarray(images)
    is_image = images.ndim == 3 or (images.ndim == 4 and images.shape[-1] in (1, 3))
    if not is_image or images.size == 0:
        raise ValueError(
            f"Las imágenes han llegado con forma {images.shape} y se esperaba (B, H, W), "
            "(B, H, W, 1) o (B, H, W, 3). Una sola imagen se pasa como «image[None]»."
        )
    return images[..., 0] if images.ndim == 4 and images.shape[-1] == 1 else images


def _one_each(name, values, count):
    if values is None:
        return None
    values = list(values)
    if len(values) != count:
        raise ValueError(
            f"Han llegado {len(values)} {name} para {count} imágenes. Hace falta uno por imagen."
        )
    return values


def _decorate(ax, title, hit):
    ax.set_xticks([])
    ax.set_yticks([])
    ax.grid(False)
    ax.spines[:].set_visible(True)
    size = tokens.FONT_SIZES["small"]
    if hit is None:
        ax.set_title(title, fontsize=size)
        return
    role = "hit" if hit else "error"
    mark = "✓" if hit else "✗"
    ax.set_title(f"{mark} {title}".strip(), fontsize=size, color=tokens.color(role))
    ax.spines[:].set_color(tokens.color(role))
    ax.spines[:].set_linewidth(tokens.LINE_WIDTHS["normal" if hit else "strong"])
    ax.spines[:].set_linestyle("-" if hit else (0, (3, 1.5)))
