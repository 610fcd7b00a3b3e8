"""Dos fotografías en color de 427 × 640 píxeles: un templo chino y una flor.

scikit-learn las trae dentro del paquete, con licencia CC BY 2.0: no hay nada que descargar
(340 kB). El templo, ``"china"``, es de «danielbuechele»; la flor, ``"flower"``, de «vultilion».
"""

import numpy as np
from sklearn.datasets import load_sample_image

NAMES = ("china", "flower")


def load(name: str) -> np.ndarray:
    """Carga una fotografía.

    Parameters
    ----------
    name : str
        ``"china"`` o ``"flower"``.

    Returns
    -------
    ndarray, (427, 640, 3)
        Rojo, verde y azul, ``float64``, de 0 (nada) a 1 (el máximo del formato, 255).

    Raises
    ------
    ValueError
        Si no es ninguna de las dos.

    Examples
    --------
    >>> image = load("china")
    >>> image.shape, image.dtype, float(image.max())
    ((427, 640, 3), dtype('float64'), 1.0)
    """
    if name not in NAMES:
        raise ValueError(f"no hay ninguna fotografía {name!r}; las que hay son {', '.join(NAMES)}.")
    return load_sample_image(f"{name}.jpg") / 255
