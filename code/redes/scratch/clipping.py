r"""Recortar gradientes: acortar los que son demasiado largos.

Los tres recortes de Keras. `clip_by_global_norm` conserva la dirección de todo el gradiente;
`clip_by_norm`, la de cada parámetro por separado; `clip_by_value`, ninguna.
"""

import math

import numpy as np

from redes.scratch._trees import as_float_tree, leaves, map_arrays


def global_norm(grads):
    r"""La norma de todos los gradientes, como si fueran un solo vector.

    Parameters
    ----------
    grads : tree of array_like
        Un arreglo, o una tupla o lista de arreglos o de tuplas de arreglos.

    Returns
    -------
    float
        La raíz de la suma de los cuadrados de todas las componentes.

    Raises
    ------
    ValueError
        Si algún gradiente no contiene números reales.

    Examples
    --------
    >>> global_norm(([3.0, 4.0],))  # una lista de dos números son dos arreglos sin ejes
    5.0
    >>> global_norm((np.array([3.0, 4.0]), np.array([12.0])))  # √(25 + 144)
    13.0
    """
    squares = (np.sum(np.square(g)) for g in leaves(as_float_tree(grads, "grads")))
    return math.sqrt(sum(squares))


def clip_by_global_norm(grads, clipnorm):
    r"""Si la norma conjunta pasa del tope, acorta todos los gradientes por el mismo factor.

    Parameters
    ----------
    grads : tree of array_like
        Los gradientes.
    clipnorm : float, positivo
        El tope: ``global_clipnorm`` en Keras.

    Returns
    -------
    tree of ndarray
        Los gradientes, con la misma dirección y norma conjunta no mayor que el tope.

    Raises
    ------
    ValueError
        Si el tope no es positivo o los gradientes no contienen números reales.

    References
    ----------
    Pascanu, Mikolov y Bengio (2013), sección 3.2, DOI 10.48550/arXiv.1211.5063.

    Examples
    --------
    La norma es 13; el tope es la mitad.

    >>> a, b = clip_by_global_norm((np.array([3.0, 4.0]), np.array([12.0])), 6.5)
    >>> a.tolist(), b.tolist()
    ([1.5, 2.0], [6.0])
    """
    limit = _positive(clipnorm, "clipnorm")
    grads = as_float_tree(grads, "grads")
    factor = limit / max(global_norm(grads), limit)
    return map_arrays(lambda g: g * factor, grads)


def clip_by_norm(grads, clipnorm):
    r"""Acorta cada gradiente por separado si su propia norma pasa del tope.

    Parameters
    ----------
    grads : tree of array_like
        Los gradientes.
    clipnorm : float, positivo
        El tope: ``clipnorm`` en Keras.

    Returns
    -------
    tree of ndarray
        Los gradientes. Cada uno conserva su dirección; el conjunto, no.

    Raises
    ------
    ValueError
        Si el tope no es positivo o los gradientes no contienen números reales.

    Examples
    --------
    >>> a, b = clip_by_norm((np.array([3.0, 4.0]), np.array([12.0])), 6.5)
    >>> a.tolist(), b.tolist()
    ([3.0, 4.0], [6.5])
    """
    _positive(clipnorm, "clipnorm")
    return map_arrays(lambda g: clip_by_global_norm(g, clipnorm), as_float_tree(grads, "grads"))


def clip_by_value(grads, clipvalue):
    r"""Recorta cada componente a un intervalo en torno a cero.

    Parameters
    ----------
    grads : tree of array_like
        Los gradientes.
    clipvalue : float, positivo
        El mayor valor absoluto que queda: ``clipvalue`` en Keras.

    Returns
    -------
    tree of ndarray
        Los gradientes. Cambian de dirección si solo se recorta una parte.

    Raises
    ------
    ValueError
        Si el tope no es positivo o los gradientes no contienen números reales.

    Examples
    --------
    >>> a, b = clip_by_value((np.array([3.0, -4.0]), np.array([12.0])), 3.5)
    >>> a.tolist(), b.tolist()
    ([3.0, -3.5], [3.5])
    """
    limit = _positive(clipvalue, "clipvalue")
    return map_arrays(lambda g: np.clip(g, -limit, limit), as_float_tree(grads, "grads"))


def _positive(value, name):
    value = float(value)
    if not value > 0:
        raise ValueError(f"{name}={value:g} no sirve: el tope ha de ser positivo.")
    return value
