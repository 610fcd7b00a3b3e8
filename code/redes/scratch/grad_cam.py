r"""Grad-CAM: qué sitios de los mapas de una capa empujan hacia una clase."""

import numpy as np


def grad_cam(maps, gradient):
    r"""Suma los mapas de una capa con el peso que les da el gradiente de un logit.

    El peso de un mapa es la media de su gradiente, y del resultado se guarda la parte positiva:

    .. math:: \alpha_{bf} = \frac{1}{H W} \sum_{i,j}
              \frac{\partial z_b}{\partial A_{bijf}}, \qquad
              L_{bij} = \max\Bigl(0, \sum_f \alpha_{bf} A_{bijf}\Bigr).

    Parameters
    ----------
    maps : ndarray of shape (B, H, W, F)
        Mapas :math:`A`, lo que sale de la capa.
    gradient : ndarray of shape (B, H, W, F)
        Derivada del logit :math:`z` de la clase de cada ejemplo respecto de los mapas.

    Returns
    -------
    ndarray of shape (B, H, W)
        El mapa :math:`L`, no negativo y sin normalizar.

    Raises
    ------
    ValueError
        Si las dos formas no son (B, H, W, F) e iguales.

    Notes
    -----
    Si tras los mapas solo hay una media global y una capa densa, :math:`\alpha_{bf}` es el peso de
    la densa dividido por :math:`HW`, y :math:`L` es la parte positiva de
    :func:`class_activation_map` dividida por :math:`HW`.

    References
    ----------
    Selvaraju et al. (2020), sección 3, DOI 10.1007/s11263-019-01228-7.

    Examples
    --------
    Un mapa con gradiente 0.5 en todas partes y otro con −0.25:

    >>> maps = np.stack([[[4.0, 0.0], [2.0, 0.0]], [[0.0, 1.0], [1.0, 2.0]]], axis=-1)[None]
    >>> gradient = np.broadcast_to([0.5, -0.25], maps.shape)
    >>> grad_cam(maps, gradient)[0].tolist()
    [[2.0, 0.0], [0.75, 0.0]]
    """
    maps, gradient = np.asarray(maps), np.asarray(gradient)
    if maps.ndim != 4 or maps.shape != gradient.shape:
        raise ValueError(
            f"los mapas tienen forma {maps.shape} y su gradiente, {gradient.shape}; las dos han de "
            "ser la misma (B, H, W, F)."
        )
    weights = gradient.mean(axis=(1, 2), keepdims=True)  # (B, 1, 1, F)
    return np.maximum(0, (weights * maps).sum(axis=-1))  # (B, H, W)


def class_activation_map(maps, kernel, classes):
    r"""Suma los mapas con los pesos que la capa densa da a una clase.

    Vale para una red que acaba en una media global y una capa densa :math:`W`: su logit es la media
    de este mapa, más el sesgo.

    .. math:: M_{bij} = \sum_f W_{f k_b} A_{bijf}

    Parameters
    ----------
    maps : ndarray of shape (B, H, W, F)
        Mapas :math:`A` que recibe la media global.
    kernel : ndarray of shape (F, K)
        Pesos de la capa densa.
    classes : ndarray of int, shape (B,)
        Clase :math:`k_b` por la que se pregunta en cada ejemplo.

    Returns
    -------
    ndarray of shape (B, H, W)
        El mapa, con signo.

    Raises
    ------
    ValueError
        Si los mapas no tienen tantos canales como filas el núcleo, o no hay una clase por ejemplo.

    References
    ----------
    Zhou et al. (2016), sección 2, DOI 10.1109/CVPR.2016.319.

    Examples
    --------
    >>> maps = np.stack([[[4.0, 0.0], [2.0, 0.0]], [[0.0, 1.0], [1.0, 2.0]]], axis=-1)[None]
    >>> class_activation_map(maps, np.array([[2.0], [-1.0]]), np.array([0]))[0].tolist()
    [[8.0, -1.0], [3.0, -2.0]]
    """
    maps, kernel, classes = np.asarray(maps), np.asarray(kernel), np.asarray(classes)
    if maps.ndim != 4 or maps.shape[-1:] != kernel.shape[:1] or classes.shape != maps.shape[:1]:
        raise ValueError(
            f"los mapas tienen forma {maps.shape}, el núcleo {kernel.shape} y las clases "
            f"{classes.shape}; se esperaba (B, H, W, F), (F, K) y (B,)."
        )
    return np.einsum("bijf,fb->bij", maps, kernel[:, classes])
