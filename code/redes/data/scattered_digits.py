r"""Cifras en un sitio cualquiera de un lienzo con estorbos: se sabe dónde hay que mirar.

Los dibujan estas funciones con el generador que reciben, a partir de imágenes pequeñas, por ejemplo
las de :mod:`redes.data.digits`. Como las inventamos, de cada una sabemos qué puntos ocupa la cifra,
y se puede comprobar si una explicación señala donde tiene que señalar.
"""

from typing import NamedTuple

import numpy as np

#: Lado de los trozos de otras cifras que hacen de estorbo.
FRAGMENT = 4

#: La marca: una cruz de 3 × 3, que se estampa en la esquina de abajo a la izquierda.
CROSS = np.array([[1, 0, 1], [0, 1, 0], [1, 0, 1]], "float32")


class Scenes(NamedTuple):
    """Lienzos y máscaras."""

    x: np.ndarray  # (B, side, side, 1) float32, de 0 (papel) a 1 (tinta)
    mask: np.ndarray  # (B, side, side) bool, verdadero en el recuadro de la cifra


def scatter(
    images: np.ndarray,
    *,
    side: int = 24,
    fragments: int = 3,
    noise: float = 0.2,
    rng: np.random.Generator,
) -> Scenes:
    r"""Coloca cada imagen en un sitio al azar de un lienzo con trozos de otras y con ruido.

    Primero se pegan los trozos, cuadrados de 4 × 4 recortados de cualquiera de las imágenes; luego,
    la imagen entera, que tapa lo que haya debajo; al final se suma a cada punto un ruido uniforme y
    se recorta a :math:`[0, 1]`.

    Parameters
    ----------
    images : ndarray of shape (B, h, w)
        Imágenes de 0 a 1, de lado 4 por lo menos.
    side : int
        Lado del lienzo, cuadrado.
    fragments : int
        Trozos por lienzo.
    noise : float
        Máximo del ruido, de 0 a 1.
    rng : Generator
        Fuente del azar.

    Returns
    -------
    Scenes
        ``x`` y ``mask``.

    Raises
    ------
    ValueError
        Si las imágenes no tienen tres ejes, son menores que un trozo o no caben en el lienzo.

    Examples
    --------
    >>> x, mask = scatter(np.ones((2, 4, 5)), side=9, rng=np.random.default_rng(0))
    >>> x.shape, mask.sum(axis=(1, 2)).tolist()
    ((2, 9, 9, 1), [20, 20])
    """
    images = np.asarray(images, "float32")
    if images.ndim != 3 or not FRAGMENT <= min(images.shape[1:]) <= max(images.shape[1:]) <= side:
        raise ValueError(
            f"han llegado imágenes de forma {images.shape} y un lienzo de lado {side}; se esperaba "
            f"(B, h, w), con lados entre {FRAGMENT} y el del lienzo."
        )
    count, height, width = images.shape
    x = np.zeros((count, side, side), "float32")
    mask = np.zeros(x.shape, bool)
    for canvas, place, image in zip(x, mask, images, strict=True):
        for _ in range(fragments):
            source = images[rng.integers(count)]
            spot = _window(canvas.shape, (FRAGMENT, FRAGMENT), rng)
            canvas[spot] = source[_window(source.shape, (FRAGMENT, FRAGMENT), rng)]
        spot = _window(canvas.shape, (height, width), rng)
        canvas[spot], place[spot] = image, True
    noisy = x + rng.uniform(0, noise, x.shape).astype("float32")
    return Scenes(np.clip(noisy, 0, 1)[..., None], mask)


def _window(outside, inside, rng):
    """Un rectángulo al azar dentro de otro, como índice."""
    starts = [rng.integers(out - size + 1) for out, size in zip(outside, inside, strict=True)]
    return tuple(slice(start, start + size) for start, size in zip(starts, inside, strict=True))


def stamp(x: np.ndarray, where: np.ndarray) -> np.ndarray:
    r"""Estampa una cruz en la esquina de abajo a la izquierda de algunas imágenes.

    Parameters
    ----------
    x : ndarray of shape (B, H, W, 1)
        Imágenes de 0 a 1.
    where : ndarray of bool, shape (B,)
        Las que llevan la marca.

    Returns
    -------
    ndarray
        Imágenes nuevas. La cruz ocupa las filas y columnas de ``mark_mask``.

    Raises
    ------
    ValueError
        Si no hay una respuesta por imagen o la cruz no cabe.

    Examples
    --------
    >>> stamp(np.zeros((1, 4, 4, 1)), np.array([True]))[0, :, :, 0].astype(int).tolist()
    [[1, 0, 1, 0], [0, 1, 0, 0], [1, 0, 1, 0], [0, 0, 0, 0]]
    """
    x, where = np.asarray(x), np.asarray(where)
    if where.shape != x.shape[:1] or where.dtype != bool:
        raise ValueError(
            f"han llegado {len(x)} imágenes y marcas de forma {where.shape} y tipo {where.dtype}; "
            "hace falta un booleano por imagen."
        )
    rows, columns = _mark_place(x.shape[1:3])
    marked = x.copy()
    marked[where, rows, columns] = CROSS[..., None]
    return marked


def mark_mask(side: int) -> np.ndarray:
    """Los puntos de la marca: verdadero en su recuadro, forma (side, side).

    Parameters
    ----------
    side : int
        Lado de la imagen, al menos 4.

    Returns
    -------
    ndarray
        Booleanos.

    Examples
    --------
    >>> mark_mask(4).astype(int).tolist()
    [[1, 1, 1, 0], [1, 1, 1, 0], [1, 1, 1, 0], [0, 0, 0, 0]]
    """
    mask = np.zeros((side, side), bool)
    mask[_mark_place(mask.shape)] = True
    return mask


def _mark_place(shape):
    """Las filas y columnas de la marca, a un punto de la orilla de abajo."""
    if min(shape) <= len(CROSS):
        raise ValueError(
            f"la marca mide {len(CROSS)} puntos de lado y deja uno de margen; no cabe en una "
            f"imagen de {shape[0]} × {shape[1]}."
        )
    bottom = shape[0] - 1
    return slice(bottom - len(CROSS), bottom), slice(0, len(CROSS))
