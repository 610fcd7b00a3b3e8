"""Semillas: repetir un experimento con el mismo azar, o con varios azares distintos."""

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


def set_seed(seed: int) -> None:
    """Fija la semilla de Python, de NumPy y del motor de Keras.

    Parameters
    ----------
    seed : int
        La semilla, de 0 a 2³² − 1.

    Notes
    -----
    En una GPU no basta para que dos entrenamientos den los mismos números: hay operaciones cuyo
    orden de suma cambia de una vez a otra.
    """
    # Aquí y no arriba: importar Keras cuesta segundos, y quien solo resume resultados no lo usa.
    import keras

    keras.utils.set_random_seed(seed)


def repeat(run: Callable[[int], T], seeds: Iterable[int]) -> list[T]:
    """Hace el mismo experimento con varias semillas.

    Parameters
    ----------
    run : callable
        El experimento: recibe la semilla, ya fijada, y devuelve su resultado.
    seeds : iterable of int
        Las semillas.

    Returns
    -------
    list
        El resultado de cada una, en el mismo orden.
    """
    results = []
    for seed in seeds:
        set_seed(seed)
        results.append(run(seed))
    return results
