"""La parte de `uv.lock` de la que depende un resultado."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

# Lo que se ejecuta dentro del núcleo además del proyecto; lo que solo compone páginas queda fuera.
EXECUTION_ROOTS = ("ipykernel",)
PROJECT = "redes"


def execution_versions(lock: Path, extra: str) -> dict[str, str]:
    """Versión de cada paquete que un capítulo puede llegar a usar, con el extra `cpu` o `gpu`.

    El cierre se calcula sobre `uv.lock`; la versión es la instalada si el paquete está
    instalado (así una instalación distinta de la fijada cambia la clave) y la fijada si no.
    """
    packages: dict[str, list[dict]] = {}
    for package in tomllib.loads(lock.read_text("utf-8"))["package"]:
        packages.setdefault(package["name"], []).append(package)
    pending = [(PROJECT, ""), (PROJECT, extra), *((name, "") for name in EXECUTION_ROOTS)]
    reached: set[tuple[str, str]] = set()
    while pending:
        name, extra = pending.pop()
        if (name, extra) in reached:
            continue
        reached.add((name, extra))
        for package in packages[name]:
            pending += _edges(_dependencies(package, extra))
    names = sorted({name for name, _ in reached} - {PROJECT})
    return {name: _version(name, packages[name]) for name in names}


def _dependencies(package: dict, extra: str) -> list[dict]:
    if not extra:
        return package.get("dependencies", [])
    return package.get("optional-dependencies", {}).get(extra, [])


def _edges(dependencies: Iterable[dict]) -> Iterable[tuple[str, str]]:
    for dependency in dependencies:
        for extra in ("", *dependency.get("extra", [])):
            yield dependency["name"], extra


def _version(name: str, locked: Iterable[dict]) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return " o ".join(sorted(package["version"] for package in locked))
