"""Etapa B: dar a MyST-NB las salidas guardadas y componer el sitio con Sphinx.

Sphinx nunca arranca un núcleo: los capítulos con resultado lo encuentran en una caché de
jupyter-cache recién hecha y los demás se excluyen de la ejecución.
"""

from __future__ import annotations

import copy
import glob
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import nbformat
from jupyter_cache import get_cache
from jupyter_cache.base import CacheBundleIn

from taller import chapters, keys
from taller.chapters import Chapter
from taller.store import Record, Store
from taller.target import Target
from taller.workshop import REPOSITORY_ROOT, Workshop

CONF = REPOSITORY_ROOT / "conf"


class RenderError(Exception):
    """El sitio no se pudo componer; el que había sigue en su sitio."""


@dataclass(frozen=True)
class Material:
    """Lo que se va a mostrar de cada capítulo: su ficha o nada, y dónde está la caché."""

    chapters: dict[str, Chapter]
    records: dict[str, Record]
    cache: Path

    @property
    def excluded(self) -> list[str]:
        """Patrones de los capítulos sin resultado, que MyST-NB no debe ejecutar."""
        return [
            glob.escape(chapter.path.as_posix())
            for name, chapter in self.chapters.items()
            if name not in self.records
        ]


def select(workshop: Workshop, target: Target) -> tuple[dict[str, Chapter], dict[str, Record]]:
    """Los capítulos del libro y la ficha que se muestra de cada uno que la tenga."""
    store = Store(workshop.store)
    store.check_schema()
    found = {chapter.name: chapter for chapter in chapters.discover(workshop.book)}
    records = {
        name: record
        for name, chapter in found.items()
        if (record := store.rendered_by(keys.key_of(workshop, chapter, target)))
    }
    return found, records


def prepare(workshop: Workshop, target: Target) -> Material:
    """Llena una caché nueva con las salidas de cada ficha; la llama `conf.py`."""
    found, records = select(workshop, target)
    folder = workshop.cache / "jupyter-cache"
    shutil.rmtree(folder, ignore_errors=True)
    cache = get_cache(folder)
    store = Store(workshop.store)
    for name, record in records.items():
        chapter = found[name]
        merged = with_outputs(chapter.notebook, store.notebook(record))
        cache.cache_notebook_bundle(
            CacheBundleIn(merged, chapter.path.as_posix()), check_validity=False, overwrite=True
        )
        cache.match_cache_notebook(chapter.notebook)  # lanza KeyError si Sphinx no lo encontraría
    return Material(found, records, folder)


def with_outputs(
    notebook: nbformat.NotebookNode, executed: nbformat.NotebookNode
) -> nbformat.NotebookNode:
    """El cuaderno de ahora (prosa, etiquetas, alternativas) con las salidas del ejecutado."""
    merged = copy.deepcopy(notebook)
    for key in ("language_info", "widgets"):
        if key in executed.metadata:
            merged.metadata[key] = executed.metadata[key]
    done = (cell for cell in executed.cells if cell.cell_type == "code")
    for cell in merged.cells:
        if cell.cell_type == "code":
            source = next(done)
            cell.outputs = source.outputs
            cell.execution_count = source.execution_count
    return merged


def fingerprint(workshop: Workshop, target: Target, records: dict[str, Record]) -> str:
    """SHA-256 de todo lo que entra en el sitio: libro, código, configuración y fichas."""
    total = hashlib.sha256(f"{target}{sys.version_info}".encode())
    for path in _inputs(workshop):
        total.update(path.as_posix().encode() + hashlib.sha256(path.read_bytes()).digest())
    for name in sorted(records):
        total.update(keys.digest(vars(records[name])).encode())
    return total.hexdigest()


def _inputs(workshop: Workshop) -> Iterable[Path]:
    for folder in (workshop.book, workshop.code, CONF):
        for path in sorted(folder.rglob("*")):
            generated = {"__pycache__", "api"} & set(path.relative_to(folder).parts)
            if path.is_file() and not generated:  # la referencia se escribe y se borra en book/api
                yield path
    yield workshop.lock


def publish(workshop: Workshop, target: Target, records: dict[str, Record]) -> bool:
    """Compone el sitio si algo cambió y lo cambia por el que había; dice si hizo falta componer.

    Lanza `RenderError` si Sphinx da un solo aviso: el sitio anterior queda como estaba.
    """
    stamp = workshop.build / "html.huella"
    wanted = fingerprint(workshop, target, records)
    if workshop.site.is_dir() and stamp.exists() and stamp.read_text("utf-8") == wanted:
        return False
    fresh, old = workshop.build / "html.nuevo", workshop.build / "html.anterior"
    for folder in (fresh, old):
        shutil.rmtree(folder, ignore_errors=True)
    run_sphinx(workshop, target, fresh)
    stamp.unlink(missing_ok=True)
    if workshop.site.exists():
        workshop.site.rename(old)
    fresh.rename(workshop.site)
    stamp.write_text(wanted, "utf-8")
    shutil.rmtree(old, ignore_errors=True)
    return True


def run_sphinx(workshop: Workshop, target: Target, output: Path) -> None:
    """Compone el libro en `output`, desde cero y con cada aviso como error."""
    doctrees = workshop.cache / "doctrees"
    command = [sys.executable, "-m", "sphinx", "-q", "-E", "-n", "-W", "--keep-going"]
    finished = subprocess.run(
        [*command, "-c", str(CONF), "-d", str(doctrees), str(workshop.book), str(output)],
        env={
            **os.environ,
            "TALLER_RAIZ": str(workshop.root),
            "TALLER_PERFIL": target.profile,
            "TALLER_DISPOSITIVO": target.device,
        },
        check=False,
    )
    if finished.returncode != 0:
        raise RenderError(
            "Sphinx encontró los avisos de arriba y el libro no se publica con avisos. "
            f"El sitio que hubiera en {workshop.site} sigue como estaba."
        )
