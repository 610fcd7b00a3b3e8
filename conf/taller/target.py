"""Para qué se ejecuta: dispositivo y perfil."""

from __future__ import annotations

import os
from dataclasses import dataclass

from taller.chapters import Chapter
from taller.errors import UsageError

DEVICES = ("cpu", "gpu")


@dataclass(frozen=True)
class Target:
    """Dispositivo en que se ejecuta y perfil de experimentos (el de GPU es más largo)."""

    device: str = "cpu"
    profile: str = "cpu"

    @classmethod
    def parse(cls, device: str, profile: str | None) -> Target:
        """Valida la petición; el perfil, si no se dice, es el del dispositivo."""
        for option, value in (("--dispositivo", device), ("--perfil", profile or device)):
            if value not in DEVICES:
                raise UsageError(f"{option} debe ser cpu o gpu y llegó «{value}».")
        return cls(device, profile or device)

    @property
    def backend(self) -> str:
        """El motor de Keras."""
        return os.environ.get("KERAS_BACKEND", "tensorflow")

    def runs(self, chapter: Chapter) -> bool:
        """Si el capítulo se puede ejecutar en este dispositivo."""
        return self.device == "gpu" or chapter.front_matter.device != "gpu"

    def device_for(self, chapter: Chapter) -> str:
        """El dispositivo que ve el capítulo: uno de CPU nunca ve la GPU."""
        return "cpu" if chapter.front_matter.device == "cpu" else self.device
