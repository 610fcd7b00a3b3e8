"""Los ajustes del entorno: perfil, dispositivo, motor y carpeta de datos.

Es el único sitio del libro que lee variables de entorno; el resto pregunta aquí. Nada se guarda:
cada función lee la variable en el momento de la llamada.
"""

import os
import sys
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


def _choice(variable: str) -> str:
    """El valor de una variable que solo admite «cpu» (por defecto) o «gpu»."""
    value = os.environ.get(variable) or "cpu"
    if value not in ("cpu", "gpu"):
        raise ValueError(
            f"{variable} vale «{value}», pero solo puede valer «cpu» o «gpu»; "
            f"corrijamos la variable de entorno o quitémosla (entonces se usa «cpu»)"
        )
    return value


def profile() -> str:
    """El perfil de ejecución: ``"cpu"`` (experimentos reducidos) o ``"gpu"`` (completos).

    Returns
    -------
    str
        El valor de la variable de entorno ``REDES_PERFIL``, o ``"cpu"`` si no existe.

    Raises
    ------
    ValueError
        Si la variable tiene otro valor.
    """
    return _choice("REDES_PERFIL")


def device() -> str:
    """El dispositivo que se ha reservado para el capítulo: ``"cpu"`` o ``"gpu"``.

    Returns
    -------
    str
        El valor de la variable de entorno ``REDES_DISPOSITIVO``, o ``"cpu"`` si no existe.

    Raises
    ------
    ValueError
        Si la variable tiene otro valor.
    """
    return _choice("REDES_DISPOSITIVO")


def by_profile(*, cpu: T, gpu: T) -> T:
    """Elige entre dos valores según el perfil.

    Así cada tamaño de experimento aparece en el capítulo con sus dos valores a la vista.

    Parameters
    ----------
    cpu
        El valor para el perfil de un ordenador corriente.
    gpu
        El valor para el perfil de la edición publicada.

    Returns
    -------
    objeto
        Uno de los dos, sin copiarlo.

    Examples
    --------
    >>> by_profile(cpu=3, gpu=30) in (3, 30)
    True
    """
    return gpu if profile() == "gpu" else cpu


def backend() -> str:
    """El nombre del motor de Keras, sin importar Keras para averiguarlo.

    Returns
    -------
    str
        Si Keras ya está importado, el motor que usa; si no, el que indica ``KERAS_BACKEND``, o
        ``"tensorflow"``, que es el motor por defecto del libro.
    """
    keras = sys.modules.get("keras")
    if keras is not None:
        return keras.config.backend()
    return os.environ.get("KERAS_BACKEND") or "tensorflow"


def data_folder() -> Path | None:
    """La carpeta con los ficheros de datos ya descargados.

    Returns
    -------
    Path o None
        La de la variable de entorno ``REDES_DATA``; ``None`` si no existe.
    """
    value = os.environ.get("REDES_DATA")
    return Path(value).expanduser() if value else None
