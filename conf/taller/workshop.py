"""Dónde está cada cosa: las carpetas de un libro."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

REPOSITORY_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Workshop:
    """Las carpetas de un libro, a partir de su raíz.

    La variable de entorno `TALLER_RAIZ` señala otro libro (las pruebas usan libros pequeños);
    sin ella es el de este repositorio.
    """

    root: Path

    @classmethod
    def default(cls) -> Workshop:
        """El libro de `TALLER_RAIZ` o, si no está definida, el de este repositorio."""
        return cls(Path(os.environ.get("TALLER_RAIZ") or REPOSITORY_ROOT).resolve())

    @property
    def book(self) -> Path:
        """Los capítulos."""
        return self.root / "book"

    @property
    def code(self) -> Path:
        """La raíz de los módulos que los capítulos importan."""
        return self.root / "code"

    @property
    def lock(self) -> Path:
        """Las versiones fijadas de todas las dependencias."""
        return self.root / "uv.lock"

    @property
    def build(self) -> Path:
        """Todo lo que se genera."""
        return self.root / "build"

    @property
    def store(self) -> Path:
        """El almacén de ejecuciones."""
        return self.build / "ejecuciones"

    @property
    def reports(self) -> Path:
        """Los informes de los fallos."""
        return self.build / "informes"

    @property
    def site(self) -> Path:
        """El sitio publicado."""
        return self.build / "html"

    @property
    def cache(self) -> Path:
        """Lo que se puede borrar sin perder nada: cachés de Matplotlib y de MyST-NB."""
        return self.build / "cache"
