r"""Cifras manuscritas de 8 × 8 píxeles: 1797 imágenes de las cifras del 0 al 9.

Alpaydin y Kaynak las recogieron en 1998 (doi:10.24432/C50P49, CC BY 4.0). scikit-learn trae, dentro
del paquete, la parte de prueba del original: no hay nada que descargar (70 kB).

Cada imagen original era de 32 × 32 en blanco y negro; cada valor cuenta los píxeles con tinta de un
bloque de 4 × 4, y por eso va de 0 a 16.
"""

from typing import NamedTuple

import numpy as np
from sklearn.datasets import load_digits

# Valor de un bloque de 4 × 4 lleno de tinta: lo dice el formato, no se mide en los datos.
MAX_VALUE = 16

N_VALIDATION = 300
N_TEST = 360


class Part(NamedTuple):
    """Imágenes y etiquetas de una parte."""

    x: np.ndarray  # (B, 8, 8) float32, de 0 (papel) a 1 (tinta)
    y: np.ndarray  # (B,) int64, de 0 a 9


class Split(NamedTuple):
    """Los conjuntos de entrenamiento, de validación y de prueba."""

    train: Part
    validation: Part
    test: Part


def load() -> tuple[np.ndarray, np.ndarray]:
    """Carga las imágenes tal como se publican, en su orden.

    Returns
    -------
    tuple
        ``(x, y)``: imágenes de forma (1797, 8, 8), ``float32``, con valores enteros de 0 (papel) a
        16 (tinta), y etiquetas de forma (1797,), ``int64``, de 0 a 9.

    Examples
    --------
    >>> x, y = load()
    >>> x.shape, float(x.max()), y[:5].tolist()
    ((1797, 8, 8), 16.0, [0, 1, 2, 3, 4])
    """
    data = load_digits()
    return data.images.astype("float32"), data.target.astype("int64")


def split() -> Split:
    r"""Separa entrenamiento, validación y prueba **por orden**, sin barajar, y escala a 0..1.

    Las últimas 360 filas son la prueba, las 300 anteriores la validación y las 1137 primeras el
    entrenamiento. El fichero agrupa las cifras por personas, unas 130 seguidas de cada una, así que
    en la prueba escriben casi solo personas que no están en el entrenamiento. Si barajáramos, la
    letra de cada persona estaría en las tres partes y mediríamos algo más fácil que leer a
    desconocidos: con el vecino más próximo, 0.98 de exactitud en lugar de 0.96.

    Cada valor se divide por 16, el máximo del formato. Ese número no sale de los datos, de modo que
    escalar así no deja que el entrenamiento vea nada de la prueba.

    Returns
    -------
    Split
        ``train``, ``validation`` y ``test``; cada parte es una pareja ``(x, y)``.

    Notes
    -----
    Los cortes no caen justo en un cambio de persona: una veintena de cifras a cada lado pueden ser
    de la misma mano.

    Examples
    --------
    >>> train, validation, test = split()
    >>> len(train.x), len(validation.x), len(test.x)
    (1137, 300, 360)
    """
    x, y = load()
    x /= MAX_VALUE
    cuts = [len(x) - N_TEST - N_VALIDATION, len(x) - N_TEST]
    return Split(*map(Part, np.split(x, cuts), np.split(y, cuts)))
