"""Pliegues de filas seguidas, para los datos que vienen agrupados."""

import numpy as np

from redes.training.folds import Fold


def block_folds(examples: int, k: int) -> list[Fold]:
    """Reparte las filas, sin barajarlas, en k bloques seguidos; cada uno valida una vez.

    Si las filas vienen agrupadas por persona, por día o por aparato, un bloque apartado contiene
    sobre todo personas, días o aparatos que el entrenamiento no ha visto: se mide lo que costará
    acertar con los siguientes.

    Parameters
    ----------
    examples : int
        Número de ejemplos, B.
    k : int
        Número de bloques, de 2 a B.

    Returns
    -------
    list of Fold
        k parejas de índices, en orden. Cada fila está en la validación de un bloque y solo de uno;
        los tamaños difieren a lo sumo en uno.

    Raises
    ------
    ValueError
        Si k no está entre 2 y el número de ejemplos.

    Notes
    -----
    Los cortes no saben dónde cambia el grupo: el que cae en un corte queda a los dos lados. Con
    los grupos conocidos conviene ``sklearn.model_selection.GroupKFold``. Y si hay que predecir el
    futuro, tampoco vale: salvo el último, cada bloque se predice también con filas posteriores.

    References
    ----------
    Roberts et al. (2017), «Cross-validation strategies for data with temporal, spatial,
    hierarchical, or phylogenetic structure», DOI 10.1111/ecog.02881.

    Examples
    --------
    >>> for fold in block_folds(5, 2):
    ...     print(fold.train, fold.validation)
    [3 4] [0 1 2]
    [0 1 2] [3 4]
    """
    if not 2 <= k <= examples:
        raise ValueError(
            f"han llegado k={k} bloques para {examples} ejemplos; k debe estar entre 2 y el "
            "número de ejemplos, para que ningún bloque quede vacío"
        )
    rows = np.arange(examples)
    return [Fold(np.setdiff1d(rows, block), block) for block in np.array_split(rows, k)]
