r"""Oclusión: cuánto cambia una puntuación al tapar cada parte de la imagen."""

import numpy as np


def occlusion_map(score, x, *, size, strides=1, fill=0.0):
    r"""Tapa cada ventana con un valor fijo y mide cuánto baja la puntuación.

    Con :math:`x^{(w)}` la imagen con la ventana :math:`w` tapada, a cada punto le toca la media de
    las bajadas de las ventanas que lo cubren:

    .. math:: O_{ij} = \frac{1}{|\{w \ni (i,j)\}|} \sum_{w \ni (i,j)} \bigl(s(x) - s(x^{(w)})\bigr)

    Parameters
    ----------
    score : callable
        Recibe imágenes (B, H, W, C) y devuelve un número por imagen, (B,).
    x : ndarray of shape (B, H, W, C)
        Imágenes.
    size : int
        Lado de la ventana que tapa, en puntos.
    strides : int
        Cuánto avanza, a lo sumo `size` para que no quede ningún punto sin tapar.
    fill : float
        Valor con que se tapa.

    Returns
    -------
    ndarray of shape (B, H, W)
        La bajada media; negativa donde tapar sube la puntuación.

    Raises
    ------
    ValueError
        Si la ventana no cabe, o su avance deja puntos sin tapar.

    Notes
    -----
    Llama a `score` una vez por ventana y otra para empezar: es el método más caro, y el único que
    no mira dentro de la red.

    References
    ----------
    Zeiler y Fergus (2014), sección 4.2, DOI 10.1007/978-3-319-10590-1_53.

    Examples
    --------
    La puntuación es la suma de los puntos: al taparlos de uno en uno, cada uno baja lo que vale.

    >>> x = np.array([[1.0, 2.0], [3.0, 4.0]])[None, :, :, None]
    >>> occlusion_map(lambda images: images.sum(axis=(1, 2, 3)), x, size=1)[0].tolist()
    [[1.0, 2.0], [3.0, 4.0]]
    """
    x = np.asarray(x)
    if x.ndim != 4 or not 1 <= strides <= size <= min(x.shape[1:3]):
        raise ValueError(
            f"han llegado imágenes de forma {x.shape}, una ventana de {size} y un avance de "
            f"{strides}; se esperaba (B, H, W, C), una ventana que quepa y un avance no mayor que "
            "ella."
        )
    before = np.asarray(score(x))  # (B,)
    total, covers = np.zeros(x.shape[:3]), np.zeros(x.shape[1:3])
    for row in _starts(x.shape[1], size, strides):
        for column in _starts(x.shape[2], size, strides):
            window = (slice(row, row + size), slice(column, column + size))
            covered = x.copy()
            covered[:, *window] = fill
            total[:, *window] += (before - score(covered))[:, None, None]
            covers[window] += 1
    return total / covers


def _starts(length, size, strides):
    """Dónde empieza cada ventana; la última llega hasta la orilla aunque avance menos."""
    last = length - size
    return sorted({*range(0, last, strides), last})
