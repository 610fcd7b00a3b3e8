"""Un módulo público."""

from pathlib import Path
from typing import NamedTuple

import numpy as np

from ejemplo._interior import Triple, suma

__all__ = ["CONSTANTE", "Par", "Triple", "leer", "suma", "triple"]

CONSTANTE = 3
"""Una constante."""


class Par(NamedTuple):
    """Dos números."""

    primero: np.ndarray
    segundo: float


def leer(camino: Path, *, rng: np.random.Generator | None = None) -> Par:
    """Lee un par."""
    return Par(camino, rng)


def triple(par: Par) -> Triple:
    """Añade el tercero."""
    return Triple(par.segundo)


def _oculta():
    """No sale."""
