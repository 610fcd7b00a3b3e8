"""Cáncer de mama de Wisconsin: 30 medidas de los núcleos de las células de 569 tumores.

Wolberg, Mangasarian, Street y Street lo publicaron en 1993 (doi:10.24432/C5DW2B, CC BY 4.0);
scikit-learn lo trae dentro del paquete: no hay nada que descargar (120 kB).
"""

import numpy as np
from sklearn.datasets import load_breast_cancer

# De cada rasgo de los núcleos hay tres columnas: la media, el error estándar y la media de los tres
# núcleos con el valor mayor. scikit-learn ordena las columnas por estadístico y luego por rasgo.
TRAITS = (
    "radio",
    "textura",
    "perímetro",
    "área",
    "suavidad",
    "compacidad",
    "concavidad",
    "puntos cóncavos",
    "simetría",
    "dimensión fractal",
)
STATISTICS = ("media", "error estándar", "peor valor")

FEATURE_NAMES = tuple(f"{trait} ({statistic})" for statistic in STATISTICS for trait in TRAITS)

CLASS_NAMES = ("maligno", "benigno")


def load() -> tuple[np.ndarray, np.ndarray]:
    """Carga las medidas y el diagnóstico.

    Returns
    -------
    tuple
        ``(x, y)``: medidas de forma (569, 30), ``float64``, sin escalar (van de milésimas a miles),
        con los nombres de ``FEATURE_NAMES``, y diagnósticos de forma (569,), ``int64``: 0, maligno
        (212 casos), y 1, benigno (357), los de ``CLASS_NAMES``.

    Examples
    --------
    >>> x, y = load()
    >>> FEATURE_NAMES[0], float(x[0, 0]), CLASS_NAMES[y[0]]
    ('radio (media)', 17.99, 'maligno')
    """
    x, y = load_breast_cancer(return_X_y=True)
    return x.astype("float64"), y.astype("int64")
