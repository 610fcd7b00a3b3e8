r"""Conjuntos inventados, para ver un problema en el plano: lunas, espirales, nubes, xor y un seno.

Los dibujan estas funciones con el generador que reciben: no tienen origen, licencia ni tamaño
propios. Todas devuelven ``(x, y)`` ya barajados.
"""

import numpy as np


def _require(condition: bool, message: str) -> None:
    if not condition:
        raise ValueError(message)


def _shuffled(x: np.ndarray, y: np.ndarray, rng: np.random.Generator) -> tuple:
    """Las mismas filas en otro orden: ordenadas por clase, engañan a quien las separa por orden."""
    order = rng.permutation(len(x))
    return x[order], y[order]


def _sizes(n: int, groups: int) -> list[int]:
    """Reparte n ejemplos entre varios grupos; los primeros llevan uno más si no es exacto."""
    _require(
        n >= groups, f"hacen falta al menos {groups} ejemplos, uno por grupo, y se han pedido {n}"
    )
    return [n // groups + (group < n % groups) for group in range(groups)]


def moons(
    n: int = 200, *, noise: float = 0.1, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    r"""Dos medias lunas encajadas: ninguna recta las separa, una curva suave sí.

    La clase 0 está en :math:`(\cos t, \operatorname{sen} t)` y la 1 en
    :math:`(1 - \cos t, \tfrac12 - \operatorname{sen} t)`, con :math:`t` de 0 a :math:`\pi`.

    Parameters
    ----------
    n : int
        Número de ejemplos, al menos 2.
    noise : float
        Desviación típica del ruido normal que se suma a cada coordenada.
    rng : Generator
        Fuente del azar.

    Returns
    -------
    tuple
        ``(x, y)``: puntos de forma (n, 2) y clases 0 o 1 de forma (n,).

    Examples
    --------
    >>> x, y = moons(5, noise=0, rng=np.random.default_rng(0))
    >>> x.shape, sorted(y.tolist())
    ((5, 2), [0, 0, 0, 1, 1])
    """
    upper, lower = (np.linspace(0, np.pi, size) for size in _sizes(n, 2))
    outer = np.stack([np.cos(upper), np.sin(upper)], axis=1)
    inner = np.stack([1 - np.cos(lower), 0.5 - np.sin(lower)], axis=1)
    x = np.concatenate([outer, inner])  # (n, 2)
    y = np.repeat([0, 1], [len(outer), len(inner)])
    return _shuffled(x + rng.normal(0, noise, x.shape), y, rng)


def spirals(
    n: int = 300,
    *,
    classes: int = 3,
    turns: float = 0.75,
    noise: float = 0.02,
    rng: np.random.Generator,
) -> tuple[np.ndarray, np.ndarray]:
    """Espirales que salen del origen y se enroscan, una por clase.

    Parameters
    ----------
    n : int
        Número de ejemplos, al menos uno por clase.
    classes : int
        Número de espirales, 2 o más.
    turns : float
        Vueltas que da cada una; cuantas más, más difícil.
    noise : float
        Desviación típica del ruido normal; el radio mayor es 1.
    rng : Generator
        Fuente del azar.

    Returns
    -------
    tuple
        ``(x, y)``: puntos de forma (n, 2) y clases de 0 a ``classes - 1`` de forma (n,).

    Examples
    --------
    >>> x, y = spirals(9, noise=0, rng=np.random.default_rng(0))
    >>> float(np.hypot(*x.T).max().round(6)), np.bincount(y).tolist()
    (1.0, [3, 3, 3])
    """
    _require(classes >= 2, f"hacen falta al menos 2 espirales, y classes={classes}")
    points = []
    for label, size in enumerate(_sizes(n, classes)):
        radius = np.arange(1, size + 1) / size
        angle = 2 * np.pi * (label / classes + turns * radius)
        points.append(np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1))
    x = np.concatenate(points)  # (n, 2)
    y = np.repeat(np.arange(classes), [len(group) for group in points])
    return _shuffled(x + rng.normal(0, noise, x.shape), y, rng)


def blobs(
    n: int = 300,
    *,
    centers: tuple[tuple[float, ...], ...] = ((-2, 0), (2, 0), (0, 3)),
    std: float = 0.8,
    rng: np.random.Generator,
) -> tuple[np.ndarray, np.ndarray]:
    """Nubes normales y redondas, una por clase.

    Parameters
    ----------
    n : int
        Número de ejemplos, al menos uno por nube.
    centers : tuple
        El centro de cada nube, de forma (K, D).
    std : float
        Desviación típica de cada nube, la misma en todas las direcciones.
    rng : Generator
        Fuente del azar.

    Returns
    -------
    tuple
        ``(x, y)``: puntos de forma (n, D) y clases de 0 a K − 1 de forma (n,).

    Examples
    --------
    >>> x, y = blobs(4, centers=((0, 0), (5, 5)), std=0, rng=np.random.default_rng(0))
    >>> x[y == 1].tolist()
    [[5.0, 5.0], [5.0, 5.0]]
    """
    means = np.asarray(centers, dtype=float)  # (K, D)
    _require(means.ndim == 2, f"centers debe tener un centro por fila, y su forma es {means.shape}")
    y = np.repeat(np.arange(len(means)), _sizes(n, len(means)))
    x = means[y] + rng.normal(0, std, (n, means.shape[1]))  # (n, D)
    return _shuffled(x, y, rng)


def xor(
    n: int = 200, *, noise: float = 0.0, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """El o exclusivo en el cuadrado: la clase es 1 cuando las coordenadas tienen signos distintos.

    Ninguna neurona sola lo resuelve, porque ninguna recta separa las clases.

    Parameters
    ----------
    n : int
        Número de ejemplos.
    noise : float
        Desviación típica del ruido normal que mueve los puntos **después** de asignar la clase.
    rng : Generator
        Fuente del azar.

    Returns
    -------
    tuple
        ``(x, y)``: puntos de forma (n, 2), uniformes en el cuadrado de −1 a 1, y clases 0 o 1 de
        forma (n,).

    Examples
    --------
    >>> x, y = xor(100, rng=np.random.default_rng(0))
    >>> bool(((x[:, 0] * x[:, 1] < 0) == y).all())
    True
    """
    _require(n >= 1, f"hace falta al menos 1 ejemplo, y se han pedido {n}")
    x = rng.uniform(-1, 1, (n, 2))
    y = (x[:, 0] * x[:, 1] < 0).astype(int)
    return x + rng.normal(0, noise, x.shape), y


def noisy_sine(
    n: int = 60, *, noise: float = 0.2, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    r"""Una regresión de una variable: un seno con ruido.

    .. math:: y = \operatorname{sen}(\pi x) + \varepsilon, \qquad x \sim U(-1, 1)

    Parameters
    ----------
    n : int
        Número de ejemplos.
    noise : float
        Desviación típica del ruido normal: ningún modelo puede errar menos que eso en la prueba.
    rng : Generator
        Fuente del azar.

    Returns
    -------
    tuple
        ``(x, y)``: entradas de forma (n, 1) y valores de forma (n,).

    Examples
    --------
    >>> x, y = noisy_sine(4, noise=0, rng=np.random.default_rng(0))
    >>> x.shape, bool(np.allclose(y, np.sin(np.pi * x[:, 0])))
    ((4, 1), True)
    """
    _require(n >= 1, f"hace falta al menos 1 ejemplo, y se han pedido {n}")
    x = rng.uniform(-1, 1, (n, 1))
    return x, np.sin(np.pi * x[:, 0]) + rng.normal(0, noise, n)
