r"""Mover imágenes dentro de su marco."""

import numpy as np


def translate(images: np.ndarray, rows: int, columns: int) -> np.ndarray:
    r"""Desplaza imágenes, o mapas, y rellena con ceros lo que queda al descubierto.

    Parameters
    ----------
    images : ndarray of shape (B, H, W) or (B, H, W, C)
        Imágenes.
    rows, columns : int
        Píxeles hacia abajo y hacia la derecha; si son negativos, hacia el otro lado.

    Returns
    -------
    ndarray
        Imágenes nuevas, de la misma forma y tipo. Lo que se sale del marco se pierde.

    Raises
    ------
    ValueError
        Si no son imágenes, o el desplazamiento las saca enteras del marco.

    Examples
    --------
    >>> translate(np.array([[[1, 2], [3, 4]]]), 0, 1).tolist()
    [[[0, 1], [0, 3]]]
    """
    images = np.asarray(images)
    if images.ndim not in (3, 4) or abs(rows) >= images.shape[1] or abs(columns) >= images.shape[2]:
        raise ValueError(
            f"han llegado imágenes de forma {images.shape} y un desplazamiento de ({rows}, "
            f"{columns}); se esperaba (B, H, W) o (B, H, W, C), con un desplazamiento menor que "
            "el alto y el ancho."
        )
    moved = np.zeros_like(images)
    (to_rows, from_rows), (to_columns, from_columns) = _slices(rows), _slices(columns)
    moved[:, to_rows, to_columns] = images[:, from_rows, from_columns]
    return moved


def _slices(step):
    """Adónde va y de dónde sale lo que sigue dentro del marco, en un eje."""
    if step < 0:
        return slice(None, step), slice(-step, None)
    return slice(step, None), slice(None, -step or None)
