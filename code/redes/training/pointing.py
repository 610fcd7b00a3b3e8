"""El juego de señalar: si el máximo de un mapa cae donde tiene que caer."""

import numpy as np


def pointing_hits(maps: np.ndarray, masks: np.ndarray) -> np.ndarray:
    r"""Qué parte de los máximos de cada mapa cae dentro de su máscara.

    Con un solo máximo es 1 o 0. Si hay varios empatados, es la probabilidad de acertar eligiendo
    uno al azar: un mapa constante, que no señala nada, vale la fracción de la imagen que ocupa la
    máscara, y no gana por tener el primer punto en el sitio bueno.

    Parameters
    ----------
    maps : ndarray of shape (B, H, W)
        Mapas, sin normalizar o normalizados: solo cuenta dónde está el mayor.
    masks : ndarray of bool, shape (B, H, W) or (H, W)
        Dónde está lo que hay que señalar.

    Returns
    -------
    ndarray of shape (B,)
        De 0 a 1.

    Raises
    ------
    ValueError
        Si las formas no encajan, las máscaras no son booleanas o algún mapa no es finito.

    References
    ----------
    Zhang et al. (2018), sección 4.1, DOI 10.1007/s11263-017-1059-x.

    Examples
    --------
    El máximo del primero está dentro; el segundo es constante y la máscara ocupa un cuarto.

    >>> maps = np.array([[[1.0, 5.0], [0.0, 2.0]], [[3.0, 3.0], [3.0, 3.0]]])
    >>> pointing_hits(maps, np.array([[False, True], [False, False]])).tolist()
    [1.0, 0.25]
    """
    maps, masks = np.asarray(maps), np.asarray(masks)
    if maps.ndim != 3 or masks.shape not in (maps.shape, maps.shape[1:]) or masks.dtype != bool:
        raise ValueError(
            f"han llegado mapas de forma {maps.shape} y máscaras de forma {masks.shape} y tipo "
            f"{masks.dtype}; se esperaba (B, H, W) y máscaras booleanas (B, H, W) o (H, W)."
        )
    if not np.isfinite(maps).all():
        raise ValueError("hay mapas con valores que no son números finitos: no tienen máximo.")
    top = maps == maps.max(axis=(1, 2), keepdims=True)
    return (top & masks).sum(axis=(1, 2)) / top.sum(axis=(1, 2))
