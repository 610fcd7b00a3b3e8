"""La clave de una ejecución: de qué depende su resultado, ingrediente a ingrediente.

`fuente` resume lo que el libro pone (código de las celdas, módulos que importan, datos, perfil);
`entorno`, lo que pone la máquina (versiones, Python, motor, dispositivo, hilos). No entran la
prosa, los pies de figura, las etiquetas que solo ocultan ni los paquetes que solo componen.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from taller import imports, kernel_environment
from taller.chapters import Chapter
from taller.lockfile import execution_versions
from taller.target import Target
from taller.workshop import Workshop

# Las únicas etiquetas de celda que cambian lo que se ejecuta.
EXECUTION_TAGS = ("raises-exception", "skip-execution")


@dataclass(frozen=True)
class Key:
    """Los dos resúmenes SHA-256 y los ingredientes de que salen, para explicar qué cambió."""

    source: str
    environment: str
    ingredients: dict[str, dict[str, str]]


def digest(value: Any) -> str:
    """SHA-256 de un valor por su JSON canónico."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def key_of(workshop: Workshop, chapter: Chapter, target: Target) -> Key:
    """La clave del capítulo tal como está ahora en el disco."""
    source = source_ingredients(workshop, chapter, target)
    environment = environment_ingredients(workshop, chapter, target)
    return Key(digest(source), digest(environment), {**source, "entorno": environment})


def source_ingredients(
    workshop: Workshop, chapter: Chapter, target: Target
) -> dict[str, dict[str, str]]:
    """Celdas, módulos y perfil. Los datos declarados entran por su módulo, que tiene su resumen."""
    cells = [
        [cell.source, [tag for tag in EXECUTION_TAGS if tag in cell.metadata.get("tags", [])]]
        for cell in chapter.code_cells
    ]
    datasets = [dataset_module(name) for name in chapter.front_matter.datasets]
    sources = [cell.source for cell in chapter.code_cells]
    return {
        "celdas": {str(number): digest(cell) for number, cell in enumerate(cells, start=1)},
        "módulos": {
            path.relative_to(workshop.code).as_posix(): hashlib.sha256(
                path.read_bytes()
            ).hexdigest()
            for path in imports.closure(workshop.code, sources, datasets)
        },
        "perfil": {"perfil": target.profile},
    }


def environment_ingredients(workshop: Workshop, chapter: Chapter, target: Target) -> dict[str, str]:
    """Versiones de lo que se ejecuta, Python, motor, dispositivo e hilos."""
    device = target.device_for(chapter)
    return {
        **execution_versions(workshop.lock, target.device),
        "Python": f"{sys.version_info.major}.{sys.version_info.minor}",
        "motor": target.backend,
        "dispositivo": device,
        "ajustes del núcleo": digest(kernel_environment.settings(device)),
    }


def dataset_module(name: str) -> str:
    """El módulo de `redes.data` que declara el conjunto de datos `name`."""
    return f"redes.data.{name.replace('-', '_')}"


def changes(before: dict[str, dict[str, str]], now: dict[str, dict[str, str]]) -> list[str]:
    """Qué ingredientes han cambiado, cada uno en una frase corta."""
    found = []
    for group in now:
        old, new = before.get(group, {}), now[group]
        different = [
            name
            for name in sorted(old.keys() | new.keys(), key=lambda n: (len(n), n))
            if old.get(name) != new.get(name)
        ]
        if group == "celdas" and different:
            noun = "celda" if len(different) == 1 else "celdas"
            found.append(f"{noun} {_ranges(map(int, different))}")
        elif group != "celdas":
            found += [_describe(group, name, old.get(name), new.get(name)) for name in different]
    return found


def _ranges(numbers: Iterable[int]) -> str:
    """«1, 3–5»: los números seguidos, juntos."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and spans[-1][-1] == number - 1:
            spans[-1] = [spans[-1][0], number]
        else:
            spans.append([number])
    return ", ".join("–".join(map(str, span)) for span in spans)


def _describe(group: str, name: str, old: str | None, new: str | None) -> str:
    if group == "módulos":
        verb = "nuevo" if old is None else "ya no se importa" if new is None else "cambiado"
        return f"{name} {verb}"
    return f"{name}: {old or '—'} → {new or '—'}"
