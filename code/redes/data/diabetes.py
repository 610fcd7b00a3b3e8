"""Diabetes: diez medidas de 442 pacientes y el avance de su enfermedad un año después.

Efron, Hastie, Johnstone y Tibshirani las publicaron en 2004 (doi:10.1214/009053604000000067);
scikit-learn las trae dentro del paquete: no hay nada que descargar (25 kB).
"""

import numpy as np
from sklearn.datasets import load_diabetes

FEATURE_NAMES = (
    "edad",
    "sexo",
    "índice de masa corporal",
    "presión arterial media",
    "colesterol total",
    "colesterol LDL",
    "colesterol HDL",
    "colesterol total entre HDL",
    "logaritmo de los triglicéridos",
    "glucosa",
)


def load() -> tuple[np.ndarray, np.ndarray]:
    """Carga las medidas, en sus unidades, y el avance de la enfermedad.

    Returns
    -------
    tuple
        ``(x, y)``: medidas de forma (442, 10), ``float64``, sin escalar, con los nombres de
        ``FEATURE_NAMES`` (el sexo está codificado como 1 o 2), y avance de forma (442,),
        ``float64``, un índice clínico de 25 a 346 puntos.

    Notes
    -----
    Por omisión scikit-learn las da centradas y con norma 1 en cada columna, calculadas con todas
    las filas. Aquí vienen sin escalar, para que quien las use las escale solo con su entrenamiento.

    Examples
    --------
    >>> x, y = load()
    >>> FEATURE_NAMES[2], float(x[0, 2]), float(y[0])
    ('índice de masa corporal', 32.1, 151.0)
    """
    x, y = load_diabetes(return_X_y=True, scaled=False)
    return x.astype("float64"), y.astype("float64")
