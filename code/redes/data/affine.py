r"""Girar, mover y agrandar imágenes: transformaciones afines con interpolación bilineal."""

import numpy as np


def translation(rows: float, columns: float) -> np.ndarray:
    r"""La matriz que mueve una imagen hacia abajo y hacia la derecha.

    Parameters
    ----------
    rows, columns : float
        Píxeles, con decimales si hace falta; negativos, hacia el otro lado.

    Returns
    -------
    ndarray of shape (2, 3)
        La matriz para :func:`affine_transform`.

    Examples
    --------
    Para mover la imagen medio píxel a la derecha, cada punto se lee medio píxel a la izquierda.

    >>> translation(0, 0.5).tolist()
    [[1.0, 0.0, -0.5], [0.0, 1.0, 0.0]]
    """
    return np.array([[1.0, 0.0, -columns], [0.0, 1.0, -rows]])


def rotation(degrees: float, height: int, width: int) -> np.ndarray:
    r"""La matriz que gira una imagen alrededor de su centro.

    Con el centro :math:`(x_c, y_c) = ((W-1)/2, (H-1)/2)` y :math:`y` hacia abajo, el punto
    :math:`(x, y)` de la salida se lee en

    .. math:: x_c + (x - x_c) \cos\theta - (y - y_c) \sin\theta,\qquad
              y_c + (x - x_c) \sin\theta + (y - y_c) \cos\theta

    Parameters
    ----------
    degrees : float
        El ángulo, en grados, en sentido contrario al de las agujas del reloj.
    height, width : int
        Alto y ancho de la imagen, en píxeles.

    Returns
    -------
    ndarray of shape (2, 3)
        La matriz para :func:`affine_transform`.

    Examples
    --------
    Un cuarto de vuelta lleva la esquina derecha de arriba a la izquierda.

    >>> corner = np.array([[[0.0, 0.0, 5.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]])
    >>> affine_transform(corner, rotation(90, 3, 3)).round(6)[0, 0].tolist()
    [5.0, 0.0, 0.0]
    """
    angle = np.deg2rad(degrees)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    center = np.array([(width - 1) / 2, (height - 1) / 2])  # (x, y)
    return np.column_stack([turn, center - turn @ center])


def bilinear(images: np.ndarray, x: np.ndarray, y: np.ndarray, *, fill_value: float = 0.0):
    r"""Lee las imágenes en puntos que no caen justo sobre los píxeles.

    Con :math:`u` y :math:`v` las partes decimales de :math:`x` y de :math:`y`, es la media de los
    cuatro píxeles de alrededor con pesos :math:`(1-u)(1-v)`, :math:`u(1-v)`, :math:`(1-u)v` y
    :math:`uv`. Los píxeles de fuera del marco valen `fill_value`.

    Parameters
    ----------
    images : ndarray of shape (B, H, W) or (B, H, W, C)
        Imágenes.
    x, y : ndarray of shape (H', W')
        Columna y fila de cada punto, en píxeles; el primero es el 0.
    fill_value : float
        Lo que hay fuera del marco.

    Returns
    -------
    ndarray of shape (B, H', W') or (B, H', W', C)
        Los valores leídos.

    Examples
    --------
    En mitad de cuatro píxeles, su media.

    >>> image = np.array([[[1.0, 2.0], [3.0, 6.0]]])
    >>> bilinear(image, np.array([[0.5]]), np.array([[0.5]])).item()
    3.0
    """
    images = _as_images(images)
    left, top = np.floor(x).astype(int), np.floor(y).astype(int)
    u, v = x - left, y - top
    taps = [(0, 0, (1 - v) * (1 - u)), (0, 1, (1 - v) * u), (1, 0, v * (1 - u)), (1, 1, v * u)]
    found = 0.0
    for down, right, weight in taps:
        values = _read(images, top + down, left + right, fill_value)
        found = found + values * _over_channels(weight, images).astype(images.dtype)
    return found


def affine_transform(
    images: np.ndarray, matrix: np.ndarray, *, fill_value: float = 0.0
) -> np.ndarray:
    r"""Transforma imágenes: cada punto de la salida se lee donde dice la matriz.

    El píxel de la columna :math:`x` y la fila :math:`y` de la salida toma el valor que hay en el
    punto :math:`(x', y')` de la entrada:

    .. math:: \begin{pmatrix} x' \\ y' \end{pmatrix} = M
              \begin{pmatrix} x \\ y \\ 1 \end{pmatrix}

    Se recorre la salida, y no la entrada, para que a ningún píxel le falte valor.

    Parameters
    ----------
    images : ndarray of shape (B, H, W) or (B, H, W, C)
        Imágenes.
    matrix : ndarray of shape (2, 3)
        La matriz :math:`M`, de la salida a la entrada.
    fill_value : float
        Lo que hay fuera del marco.

    Returns
    -------
    ndarray
        Imágenes nuevas, de la misma forma. Si eran de números enteros, ``float64``.

    Raises
    ------
    ValueError
        Si no son imágenes o la matriz no es de 2 × 3.

    Notes
    -----
    ``keras.ops.image.affine_transform`` recibe las mismas seis cifras, por filas, y dos ceros.

    References
    ----------
    Simard, Steinkraus y Platt (2003), «Best practices for convolutional neural networks applied to
    visual document analysis», sección 2, doi:10.1109/ICDAR.2003.1227801.

    Examples
    --------
    Medio píxel a la derecha: cada punto es la media de él y de su vecino de la izquierda.

    >>> affine_transform(np.array([[[2.0, 4.0, 8.0]]]), translation(0, 0.5)).tolist()
    [[[1.0, 3.0, 6.0]]]
    """
    images, matrix = _as_images(images), np.asarray(matrix, dtype=float)
    if matrix.shape != (2, 3):
        raise ValueError(
            f"la matriz ha llegado con forma {matrix.shape} y se esperaba (2, 3): la columna y la "
            "fila que se leen, como funciones de (columna, fila, 1)."
        )
    rows, columns = np.mgrid[: images.shape[1], : images.shape[2]]
    x, y = np.einsum("ij,jhw->ihw", matrix, np.stack([columns, rows, np.ones_like(rows)]))
    return bilinear(images, x, y, fill_value=fill_value)


def _read(images, rows, columns, fill_value):
    """Los píxeles de esas filas y columnas; los de fuera del marco, `fill_value`."""
    height, width = images.shape[1:3]
    inside = (rows >= 0) & (rows < height) & (columns >= 0) & (columns < width)
    values = images[:, rows.clip(0, height - 1), columns.clip(0, width - 1)]
    return np.where(_over_channels(inside, images), values, images.dtype.type(fill_value))


def _over_channels(grid, images):
    """Una tabla (H', W') con un eje más si las imágenes tienen canales."""
    return grid[..., None] if images.ndim == 4 else grid


def _as_images(images):
    images = np.asarray(images)
    if images.ndim not in (3, 4):
        raise ValueError(
            f"han llegado imágenes de forma {images.shape}; se esperaba (B, H, W) o (B, H, W, C). "
            "Una sola imagen se pasa como «image[None]»."
        )
    return images if np.issubdtype(images.dtype, np.floating) else images.astype(float)
