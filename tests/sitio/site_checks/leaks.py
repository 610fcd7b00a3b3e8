"""Nada de la máquina que construyó el sitio queda en él."""

from __future__ import annotations

import getpass
import re
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

from site_checks.site import Site

from taller.workshop import REPOSITORY_ROOT

# Nombres que son palabras corrientes: encontrarlos no dice nada.
SHORTEST_NAME = 4  # «vm» o «pc» también son clases de estilo
COMMON = {"localhost", "root", "user", "runner", "ubuntu", "docker", "admin"}


def traces(workshop_root: Path) -> dict[str, re.Pattern]:
    """Qué buscar, por nombre: carpetas, persona y máquina."""
    folders = {REPOSITORY_ROOT, workshop_root, Path.home(), Path(tempfile.gettempdir())}
    found = {
        f"la ruta {folder}": re.compile(rf"(?<![\w./]){re.escape(folder.as_posix())}(?![\w-])")
        for folder in folders
        if folder != Path("/")
    }
    user = getpass.getuser()
    found[f"la carpeta de {user}"] = re.compile(rf"/(?:home|Users)/{re.escape(user)}\b|\b{user}@")
    for name in {user, socket.gethostname().split(".")[0]} - COMMON:
        if len(name) < SHORTEST_NAME:
            continue
        found[f"el nombre {name}"] = re.compile(rf"\b{re.escape(name)}\b")
    return found


def machine_traces(site: Site) -> Iterator[str]:
    """Rutas, nombre de la persona o de la máquina en los ficheros de texto publicados."""
    searched = traces(site.workshop.root)
    for name, text in site.texts():
        for what, pattern in searched.items():
            match = pattern.search(text)
            if match:
                around = text[max(0, match.start() - 40) : match.end() + 40].replace("\n", " ")
                yield f"{name}: {what}: «…{around}…»"


CHECKS = (machine_traces,)
