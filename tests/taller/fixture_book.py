"""Libros pequeños para probar el taller sin los capítulos de verdad."""

from __future__ import annotations

from pathlib import Path

from taller import chapters, plan
from taller.chapters import Chapter
from taller.store import Store
from taller.target import Target
from taller.workshop import Workshop

LOCK = """version = 1
[[package]]
name = "redes"
version = "0"
source = { editable = "." }
dependencies = [{ name = "libro-numerico" }]
[package.optional-dependencies]
cpu = [{ name = "libro-motor" }]
gpu = [{ name = "libro-motor", extra = ["cuda"] }]
[[package]]
name = "libro-numerico"
version = "1.0"
[[package]]
name = "libro-motor"
version = "2.0"
[package.optional-dependencies]
cuda = [{ name = "libro-cuda" }]
[[package]]
name = "libro-cuda"
version = "3.0"
[[package]]
name = "ipykernel"
version = "4.0"
[[package]]
name = "libro-tema"
version = "5.0"
"""

HEADER = """---
file_format: mystnb
kernelspec:
  name: python3
  language: python
libro:
  datos: [{datasets}]
  dispositivo: {device}
  segundos: {seconds}
  memoria: {memory}
  requisitos: []
---

# {title}

"""


def cell(source: str, *, tags: str = "") -> str:
    """El texto MyST de una celda de código."""
    options = f":tags: [{tags}]\n" if tags else ""
    return f"```{{code-cell}} python\n{options}{source}\n```\n"


class FixtureBook:
    """Un libro en una carpeta temporal, con su código y su almacén."""

    def __init__(self, root: Path):
        self.workshop = Workshop(root)
        self.workshop.book.mkdir(parents=True)
        self.workshop.code.mkdir()
        self.workshop.lock.write_text(LOCK, "utf-8")

    def chapter(
        self,
        name: str,
        *parts: str,
        datasets: str = "",
        device: str = "cualquiera",
        seconds: float = 10,
        memory: float = 500,
    ) -> Path:
        """Escribe un capítulo con esas partes (prosa o celdas) y devuelve su fichero."""
        path = self.workshop.book / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        header = HEADER.format(
            datasets=datasets, device=device, seconds=seconds, memory=memory, title=name
        )
        path.write_text(header + "\n".join(parts), "utf-8")
        return path

    def module(self, name: str, text: str) -> Path:
        """Escribe un módulo importable por los capítulos."""
        path = self.workshop.code / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        for package in path.relative_to(self.workshop.code).parents:
            folder = self.workshop.code / package
            if folder != self.workshop.code:
                (folder / "__init__.py").touch()
        path.write_text(text, "utf-8")
        return path

    def read(self, name: str) -> Chapter:
        """El capítulo tal como está en el disco."""
        chapter = chapters.read(self.workshop.book, self.workshop.book / f"{name}.md")
        assert chapter is not None
        return chapter

    @property
    def store(self) -> Store:
        """El almacén, abierto de nuevo."""
        return Store(self.workshop.store)

    def pending(self, target: Target | None = None) -> dict[str, str]:
        """Los capítulos pendientes y por qué."""
        tasks = plan.make(
            self.workshop,
            self.store,
            target or Target(),
            chapters.discover(self.workshop.book),
        )
        return {task.chapter.name: task.reason for task in tasks if task.record is None}
