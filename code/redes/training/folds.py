"""Repartir los ejemplos en pliegues para la validación cruzada."""

from typing import NamedTuple

import numpy as np


class Fold(NamedTuple):
    """Las filas con que se entrena y las que se apartan para medir."""

    train: np.ndarray
    validation: np.ndarray


def k_folds(examples: int, k: int, *, rng: np.random.Generator) -> list[Fold]:
    """Baraja las filas y las reparte en k pliegues; cada uno valida una vez.

    Parameters
    ----------
    examples : int
        Número de ejemplos, B.
    k : int
        Número de pliegues, de 2 a B.
    rng : numpy.random.Generator
        De donde sale el orden.

    Returns
    -------
    list of Fold
        k parejas de índices. Cada fila está en la validación de un pliegue y solo de uno; los
        tamaños difieren a lo sumo en uno.

    Raises
    ------
    ValueError
        Si k no está entre 2 y el número de ejemplos.

    Notes
    -----
    Supone que las filas son independientes. Si varias son de la misma persona, o del mismo día, hay
    que repartir personas o días, no filas. No iguala la proporción de clases de cada pliegue; con
    una clase rara conviene ``sklearn.model_selection.StratifiedKFold``.

    References
    ----------
    Stone (1974), «Cross-validatory choice and assessment of statistical predictions»,
    DOI 10.1111/j.2517-6161.1974.tb00994.x.

    Examples
    --------
    >>> folds = k_folds(5, 2, rng=np.random.default_rng(0))
    >>> [(len(fold.train), len(fold.validation)) for fold in folds]
    [(2, 3), (3, 2)]
    """
    if not 2 <= k <= examples:
        raise ValueError(
            f"han llegado k={k} pliegues para {examples} ejemplos; k debe estar entre 2 y el "
            "número de ejemplos, para que ningún pliegue quede vacío"
        )
    parts = np.array_split(rng.permutation(examples), k)
    return [
        Fold(np.concatenate([part for other, part in enumerate(parts) if other != i]), parts[i])
        for i in range(k)
    ]
