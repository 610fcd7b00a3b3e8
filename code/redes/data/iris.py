"""Los lirios de Fisher: cuatro medidas de 150 flores de tres especies.

Las midió Anderson y las publicó Fisher en 1936 (doi:10.1111/j.1469-1809.1936.tb02137.x); la copia
de UCI (doi:10.24432/C56C76, CC BY 4.0) tiene dos filas mal, y la que trae scikit-learn dentro del
paquete las corrige. No hay nada que descargar (3 kB).
"""

import numpy as np
from sklearn.datasets import load_iris

FEATURE_NAMES = (
    "longitud del sépalo (cm)",
    "anchura del sépalo (cm)",
    "longitud del pétalo (cm)",
    "anchura del pétalo (cm)",
)

CLASS_NAMES = ("setosa", "versicolor", "virginica")


def load() -> tuple[np.ndarray, np.ndarray]:
    """Carga las medidas y las especies, ordenadas por especie.

    Returns
    -------
    tuple
        ``(x, y)``: medidas en centímetros, de forma (150, 4), ``float64``, con los nombres de
        ``FEATURE_NAMES``, y especies de forma (150,), ``int64``, con los de ``CLASS_NAMES``. Hay 50
        flores de cada especie y están juntas: hay que barajar antes de separar.

    Examples
    --------
    >>> x, y = load()
    >>> x[0].tolist(), CLASS_NAMES[y[0]]
    ([5.1, 3.5, 1.4, 0.2], 'setosa')
    """
    x, y = load_iris(return_X_y=True)
    return x.astype("float64"), y.astype("int64")
