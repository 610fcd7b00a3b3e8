"""Etapa A: ejecutar los capítulos pendientes, varios a la vez, y guardar los que salen bien."""

from __future__ import annotations

import concurrent.futures
from collections.abc import Iterable
from dataclasses import dataclass

from taller import datasets, failures, provenance, results
from taller.failures import ChapterFailed, Failure
from taller.kernel import ChapterRun
from taller.keys import dataset_module
from taller.plan import Task
from taller.progress import Progress
from taller.store import Store
from taller.target import Target
from taller.workshop import Workshop

EXECUTED, FAILED, SKIPPED = "ejecutado", "fallo", "sin ejecutar"


@dataclass(frozen=True)
class Outcome:
    """Cómo terminó un capítulo: ejecutado, con un fallo, o sin ejecutar y por qué."""

    task: Task
    state: str
    seconds: float = 0.0
    failure: Failure | None = None
    reason: str = ""


class Executor:
    """Ejecuta tareas con `processes` núcleos a la vez, las más largas primero."""

    def __init__(self, workshop: Workshop, store: Store, target: Target, *, processes: int):
        self._workshop = workshop
        self._store = store
        self._target = target
        self._processes = processes
        self._running: dict[str, ChapterRun] = {}
        self._stopping = False

    def execute(
        self, tasks: Iterable[Task], progress: Progress, *, require_data: bool = False
    ) -> list[Outcome]:
        """Ejecuta todas las tareas aunque alguna falle; los éxitos quedan guardados al momento."""
        tasks = list(tasks)
        outcomes = self._not_executable(tasks, require_data=require_data)
        left_out = {outcome.task.chapter.name for outcome in outcomes}
        queue = [task for task in tasks if task.chapter.name not in left_out]
        queue.sort(key=lambda task: (-task.expected_seconds, task.chapter.name))
        with progress, concurrent.futures.ThreadPoolExecutor(self._processes) as pool:
            progress.plan(queue, self._processes)
            futures = [pool.submit(self._execute_one, task, progress) for task in queue]
            try:
                for future in concurrent.futures.as_completed(futures):
                    outcomes.append(future.result())
            except BaseException:
                self._stop(futures)
                raise
        outcomes.sort(key=lambda outcome: outcome.task.chapter.name)
        return outcomes

    def _stop(self, futures: Iterable[concurrent.futures.Future]) -> None:
        self._stopping = True
        for future in futures:
            future.cancel()
        for run in list(self._running.values()):
            run.stop()

    def _not_executable(self, tasks: list[Task], *, require_data: bool) -> list[Outcome]:
        """Los que no se intentan: piden una GPU que no hay, o datos desconocidos o ausentes."""
        statuses = datasets.fetch(
            self._workshop,
            {n for task in tasks for n in task.chapter.front_matter.datasets if self._known(n)},
        )
        outcomes = []
        for task in tasks:
            if not self._target.runs(task.chapter):
                outcomes.append(Outcome(task, SKIPPED, reason="necesita una GPU"))
                continue
            failure = self._data_failure(task, statuses)
            if failure is None:
                continue
            if failure.kind == "datos ausentes" and not require_data:
                outcomes.append(Outcome(task, SKIPPED, reason=failure.summary))
            else:
                failures.write_report(self._workshop.reports, task.chapter, failure)
                outcomes.append(Outcome(task, FAILED, failure=failure))
        return outcomes

    def _known(self, name: str) -> bool:
        return (
            self._workshop.code.joinpath(*dataset_module(name).split("."))
            .with_suffix(".py")
            .is_file()
        )

    def _data_failure(
        self, task: Task, statuses: dict[str, datasets.DatasetStatus]
    ) -> Failure | None:
        for name in task.chapter.front_matter.datasets:
            if not self._known(name):
                return Failure(
                    "datos desconocidos",
                    "cabecera",
                    f"«{name}» no es un conjunto de datos: no existe {dataset_module(name)}.",
                )
            if statuses[name].state != "disponible":
                kind = f"datos {statuses[name].state}s"
                return Failure(kind, "cabecera", f"{name}: {statuses[name].detail}")
        return None

    def _execute_one(self, task: Task, progress: Progress) -> Outcome:
        chapter = task.chapter
        run = ChapterRun(
            self._workshop, chapter, self._target, lambda cell: progress.cell(chapter.name, cell)
        )
        self._running[chapter.name] = run
        progress.started(task)
        try:
            if self._stopping:
                return Outcome(task, SKIPPED, reason="interrumpido")
            execution = run.run()
            found = results.published(execution.notebook)
            self._store.put(
                chapter.name,
                task.key,
                execution.notebook,
                provenance.collect(self._workshop, chapter, self._target, execution),
                found,
            )
        except ChapterFailed as error:
            if self._stopping:
                return Outcome(task, SKIPPED, reason="interrumpido")
            failures.write_report(self._workshop.reports, chapter, error.failure)
            outcome = Outcome(task, FAILED, failure=error.failure)
        else:
            failures.report_path(self._workshop.reports, chapter.name).unlink(missing_ok=True)
            outcome = Outcome(task, EXECUTED, execution.seconds)
        finally:
            del self._running[chapter.name]
        progress.finished(outcome.task, outcome.state)
        return outcome
