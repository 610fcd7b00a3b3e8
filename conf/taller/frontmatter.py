"""La cabecera `libro` de un capítulo: datos, dispositivo, presupuesto y requisitos."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from taller.errors import UsageError

DEVICES = ("cualquiera", "cpu", "gpu")


@dataclass(frozen=True)
class FrontMatter:
    """Lo que un capítulo declara bajo la clave `libro`.

    `seconds` (s) y `memory` (MiB) son el presupuesto en el perfil de CPU.
    """

    datasets: tuple[str, ...]
    device: str
    seconds: float
    memory: float
    requirements: tuple[str, ...]


def parse(chapter: str, metadata: dict[str, Any]) -> FrontMatter:
    """Lee y valida la cabecera `libro` del capítulo `chapter`.

    Lanza `UsageError` si falta, si tiene claves desconocidas o si un valor no es del tipo esperado.
    """
    if not isinstance(metadata.get("libro"), dict):
        raise UsageError(
            f"{chapter}: falta la clave «libro» en la cabecera. Añade, por ejemplo:\n"
            "libro:\n  datos: []\n  dispositivo: cualquiera\n  segundos: 30\n"
            "  memoria: 1000\n  requisitos: []"
        )
    fields = dict(metadata["libro"])
    front_matter = FrontMatter(
        datasets=_names(chapter, "datos", fields.pop("datos", None)),
        device=_device(chapter, fields.pop("dispositivo", None)),
        seconds=_positive(chapter, "segundos", fields.pop("segundos", None)),
        memory=_positive(chapter, "memoria", fields.pop("memoria", None)),
        requirements=_names(chapter, "requisitos", fields.pop("requisitos", None)),
    )
    if fields:
        raise UsageError(
            f"{chapter}: clave desconocida en «libro»: {', '.join(sorted(map(str, fields)))}. "
            "Se admiten datos, dispositivo, segundos, memoria y requisitos."
        )
    return front_matter


def _names(chapter: str, key: str, value: object) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise UsageError(
        f"{chapter}: «{key}» debe ser una lista de nombres y llegó {value!r}. "
        f"Si no hay ninguno, escribe «{key}: []»."
    )


def _device(chapter: str, value: object) -> str:
    if value in DEVICES:
        return str(value)
    raise UsageError(f"{chapter}: «dispositivo» debe ser {' o '.join(DEVICES)} y llegó {value!r}.")


def _positive(chapter: str, key: str, value: object) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool) and value > 0:
        return float(value)
    unit = {"segundos": "segundos", "memoria": "MiB"}[key]
    raise UsageError(f"{chapter}: «{key}» debe ser un número positivo ({unit}) y llegó {value!r}.")
