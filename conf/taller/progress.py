"""Lo que se ve mientras se ejecuta: cada capítulo, sus segundos y lo que falta."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable
from contextlib import AbstractContextManager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

from taller.plan import Task


class Progress(AbstractContextManager):
    """Una barra por capítulo en marcha y una del libro; sin terminal, una línea por suceso."""

    def __init__(self, console: Console):
        self._console = console
        self._bars = Bars(
            TextColumn("{task.description}"),
            BarColumn(bar_width=24),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.fields[note]}"),
            console=console,
            transient=True,
        )
        self._lock = threading.Lock()
        self._tasks: dict[str, int] = {}
        self._started: dict[str, float] = {}
        self._remaining: dict[str, float] = {}
        self._processes = 1
        self._book: int | None = None

    def __enter__(self) -> Progress:
        self._bars.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bars.stop()

    def plan(self, tasks: Iterable[Task], processes: int) -> None:
        """Anuncia lo que se va a ejecutar."""
        self._remaining = {task.chapter.name: task.expected_seconds for task in tasks}
        if self._remaining:
            self._processes = min(processes, len(self._remaining))
            self._book = self._bars.add_task("Capítulos", total=len(self._remaining), note="")
            count = len(self._remaining)
            self._console.print(
                f"Se ejecutan {count} capítulos, {self._processes} a la vez"
                if count > 1
                else "Se ejecuta 1 capítulo"
            )
            self._update_remaining()

    def started(self, task: Task) -> None:
        """Empieza un capítulo."""
        name = task.chapter.name
        self._started[name] = time.monotonic()
        self._tasks[name] = self._bars.add_task(
            f"  {name}",
            total=len(task.chapter.notebook.cells),
            note=f"(unos {task.expected_seconds:.0f} s)",
        )
        self._console.print(f"  … {name}: empieza (unos {task.expected_seconds:.0f} s)")

    def cell(self, name: str, cell: int) -> None:
        """El capítulo `name` empieza su celda `cell`."""
        self._bars.update(self._tasks[name], completed=cell)
        self._update_remaining()

    def finished(self, task: Task, state: str) -> None:
        """Termina un capítulo, bien o mal."""
        name = task.chapter.name
        self._bars.remove_task(self._tasks[name])
        with self._lock:
            self._remaining.pop(name, None)
        self._bars.advance(self._book)
        mark = "[green]✔[/]" if state == "ejecutado" else "[red]✘[/]"
        seconds = time.monotonic() - self._started[name]
        self._console.print(f"  {mark} {name}: {state} en {seconds:.0f} s")
        self._update_remaining()

    def _update_remaining(self) -> None:
        """Lo previsto de lo pendiente, menos lo ya gastado, entre los que van a la vez."""
        now = time.monotonic()
        with self._lock:
            left = sum(
                max(0.0, expected - (now - self._started.get(name, now)))
                for name, expected in self._remaining.items()
            )
        self._bars.update(self._book, note=f"faltan unos {left / self._processes:.0f} s")
