"""Qué hay que ejecutar: cada capítulo, con su clave y lo que hay de él en el almacén."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from taller import keys
from taller.chapters import Chapter
from taller.store import Record, Store
from taller.target import Target
from taller.workshop import Workshop


@dataclass(frozen=True)
class Task:
    """Un capítulo por ejecutar o ya ejecutado (`record` es su ficha vigente, si la hay)."""

    chapter: Chapter
    key: keys.Key
    record: Record | None
    previous: Record | None

    @property
    def expected_seconds(self) -> float:
        """Lo que tardó la última vez o, si nunca se ejecutó, lo que declara."""
        return self.previous.seconds if self.previous else self.chapter.front_matter.seconds

    @property
    def reason(self) -> str:
        """Por qué está pendiente."""
        if self.previous is None:
            return "nunca ejecutado"
        changed = keys.changes(self.previous.ingredients, self.key.ingredients)
        return "; ".join(changed) or "su resultado falta o está dañado en el almacén"


def make(
    workshop: Workshop, store: Store, target: Target, chapters: Iterable[Chapter]
) -> list[Task]:
    """Las tareas de esos capítulos, en el mismo orden."""
    store.check_schema()
    tasks = []
    for chapter in chapters:
        key = keys.key_of(workshop, chapter, target)
        tasks.append(Task(chapter, key, store.get(key), store.latest(chapter.name)))
    return tasks
