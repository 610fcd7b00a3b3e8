"""El almacén de ejecuciones: contenido por su resumen, escrituras atómicas, lecturas verificadas.

    build/ejecuciones/
        ESQUEMA                               versión del formato
        objetos/<sha256>.ipynb                cuadernos ejecutados
        resultados/<fuente>/<entorno>.json    ficha: qué objeto, de qué capítulo, cómo se obtuvo

Una ficha solo se escribe cuando su objeto ya está: quien lee nunca ve medio resultado.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import nbformat

from taller.errors import UsageError
from taller.keys import Key, digest

SCHEMA = "1"


@dataclass(frozen=True)
class Record:
    """La ficha de una ejecución guardada."""

    chapter: str
    source: str
    environment: str
    notebook_hash: str
    ingredients: dict[str, dict[str, str]]
    provenance: dict[str, Any]
    results: dict[str, Any]

    @property
    def seconds(self) -> float:
        """Lo que tardaron las celdas, en segundos."""
        return self.provenance["segundos"]


class Store:
    """Lee y escribe el almacén de la carpeta `root`."""

    def __init__(self, root: Path):
        self.root = root

    def check_schema(self) -> None:
        """Lanza `UsageError` si el almacén es de otra versión del formato; no toca nada."""
        marker = self.root / "ESQUEMA"
        if not marker.exists():
            if any(self.root.glob("*")):
                raise UsageError(
                    f"{self.root} no es un almacén de ejecuciones: le falta el fichero ESQUEMA. "
                    "No se ha tocado. Muévelo a otro sitio o bórralo: «nox -s limpiar -- --todo»."
                )
            return
        found = marker.read_text("utf-8").strip()
        if found != SCHEMA:
            raise UsageError(
                f"El almacén {self.root} es del esquema {found} y este programa usa el {SCHEMA}. "
                "No se ha tocado. Guárdalo en otro sitio si lo quieres conservar, "
                "o bórralo con «nox -s limpiar -- --todo» y vuelve a ejecutar."
            )

    def get(self, key: Key) -> Record | None:
        """La ejecución con esa clave completa, o `None` si falta o está dañada."""
        return self._load(self._record_path(key.source, key.environment))

    def rendered_by(self, key: Key) -> Record | None:
        """La ejecución que se muestra: la del mismo entorno o la más reciente de la fuente."""
        exact = self.get(key)
        if exact:
            return exact
        found = filter(None, map(self._load, self._folder(key.source).glob("*.json")))
        return max(found, key=lambda record: record.provenance["fecha"], default=None)

    def latest(self, chapter: str) -> Record | None:
        """La ejecución más reciente del capítulo, sea cual sea su clave."""
        return max(
            (record for record in self._all if record.chapter == chapter),
            key=lambda record: record.provenance["fecha"],
            default=None,
        )

    def notebook(self, record: Record) -> nbformat.NotebookNode:
        """El cuaderno ejecutado de una ficha."""
        return nbformat.reads(self._object_path(record.notebook_hash).read_text("utf-8"), 4)

    def put(
        self,
        chapter: str,
        key: Key,
        notebook: nbformat.NotebookNode,
        provenance: dict[str, Any],
        results: dict[str, Any],
    ) -> Record:
        """Guarda una ejecución: primero el cuaderno, después la ficha que lo nombra."""
        self.check_schema()
        content = nbformat.writes(notebook).encode()
        name = hashlib.sha256(content).hexdigest()
        record = Record(
            chapter, key.source, key.environment, name, key.ingredients, provenance, results
        )
        _write(self.root / "ESQUEMA", f"{SCHEMA}\n".encode())
        _write(self._object_path(name), content)
        body = vars(record).copy()
        sealed = {"ficha": body, "sha256": digest(body)}
        _write(
            self._record_path(key.source, key.environment),
            json.dumps(sealed, ensure_ascii=False, indent=1, sort_keys=True).encode(),
        )
        self.__dict__.pop("_all", None)
        return record

    def _folder(self, source: str) -> Path:
        return self.root / "resultados" / source

    def _record_path(self, source: str, environment: str) -> Path:
        return self._folder(source) / f"{environment}.json"

    def _object_path(self, name: str) -> Path:
        return self.root / "objetos" / f"{name}.ipynb"

    @cached_property
    def _all(self) -> list[Record]:
        paths = sorted(self.root.glob("resultados/*/*.json"))
        return [record for record in map(self._load, paths) if record]

    def _load(self, path: Path) -> Record | None:
        """La ficha de `path` si ella y su objeto están enteros; si no, `None` (y se reejecuta)."""
        try:
            sealed = json.loads(path.read_text("utf-8"))
            if digest(sealed["ficha"]) != sealed["sha256"]:
                return None
            record = Record(**sealed["ficha"])
            content = self._object_path(record.notebook_hash).read_bytes()
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return record if hashlib.sha256(content).hexdigest() == record.notebook_hash else None


def _write(path: Path, content: bytes) -> None:
    """Escribe `path` entero o no lo escribe: a un temporal vecino y un cambio de nombre."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink()
        raise
