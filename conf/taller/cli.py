"""La línea de órdenes del taller: lo que las sesiones de nox llaman."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from taller import chapters, gpu, plan, render, results, sources
from taller.errors import UsageError
from taller.execute import EXECUTED, FAILED, SKIPPED, Executor, Outcome
from taller.failures import Failure, report_path
from taller.progress import Progress
from taller.store import Store
from taller.target import Target
from taller.workshop import Workshop

RESULT_FAILURE = "resultado"
_MARKS = {EXECUTED: "[green]✔ ejecutado[/]", FAILED: "[red]✘ fallo[/]", SKIPPED: "○ sin ejecutar"}


class SpanishParser(argparse.ArgumentParser):
    """Un `ArgumentParser` cuyos errores llegan a nuestra salida, en español."""

    def error(self, message: str) -> None:
        """Convierte el error de `argparse` en el nuestro."""
        raise UsageError(f"No se entiende la orden: {message}.\n{self.format_usage()}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Atiende una orden; el estado es 0 (bien), 1 (algo falló) o 2 (petición imposible)."""
    console = Console(highlight=False, soft_wrap=True)
    try:
        options = _parser().parse_args(arguments)
        return options.run(options, Workshop.default(), console)
    except UsageError as error:
        console.print(escape(str(error)), style="red")
        return 2
    except render.RenderError as error:
        console.print(escape(str(error)), style="red")
        return 1
    except KeyboardInterrupt:
        console.print("Interrumpido: lo que terminó está guardado; lo demás se ejecutará otra vez.")
        return 130


def _parser() -> SpanishParser:
    parser = SpanishParser(prog="taller", description="Ejecuta y compone el libro.")
    commands = parser.add_subparsers(dest="orden", required=True, parser_class=SpanishParser)
    for name, run, text in (
        ("libro", _book, "ejecuta lo pendiente y compone el sitio"),
        ("ejecutar", _execute, "ejecuta los capítulos pendientes"),
        ("estado", _status, "dice qué capítulos están pendientes y por qué"),
        ("componer", _render, "compone el sitio con lo que hay guardado"),
    ):
        command = commands.add_parser(name, help=text, description=text)
        command.set_defaults(run=run)
        command.add_argument("--dispositivo", default="cpu", metavar="cpu|gpu")
        command.add_argument("--perfil", metavar="cpu|gpu", help="por defecto, el del dispositivo")
        if name in ("libro", "ejecutar"):
            command.add_argument("--procesos", default=str(os.cpu_count() or 1), metavar="N")
            command.add_argument(
                "--exigir-datos",
                action="store_true",
                help="un capítulo sin sus datos es un fallo y no un aviso en la página",
            )
        if name == "ejecutar":
            command.add_argument("--capitulo", action="append", default=[], metavar="NOMBRE")
    return parser


def _target(options: argparse.Namespace) -> Target:
    return Target.parse(options.dispositivo, options.perfil)


def _processes(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise UsageError(
            f"--procesos debe ser un número entero desde 1 y llegó «{text}». "
            "Sin esa opción se usa uno por procesador."
        )
    return int(text)


def _book(options: argparse.Namespace, workshop: Workshop, console: Console) -> int:
    options.capitulo = []
    sources.check(workshop.book)
    status = _execute(options, workshop, console)
    if status:
        console.print("El libro no se compone mientras algo falle; el sitio anterior sigue igual.")
        return status
    return _render(options, workshop, console)


def _execute(options: argparse.Namespace, workshop: Workshop, console: Console) -> int:
    target, processes = _target(options), _processes(options.procesos)
    selected = chapters.select(chapters.discover(workshop.book), options.capitulo)
    intervals = results.expected(workshop.book)
    store = Store(workshop.store)
    tasks = plan.make(workshop, store, target, selected)
    if target.device == "gpu":
        console.print(f"GPU: {gpu.require(target)}")
    pending = [task for task in tasks if task.record is None]
    done = [Outcome(task, EXECUTED, task.record.seconds) for task in tasks if task.record]
    if pending:
        executor = Executor(workshop, store, target, processes=processes)
        fresh = executor.execute(pending, Progress(console), require_data=options.exigir_datos)
    else:
        console.print("Nada que ejecutar: todos los capítulos están al día.")
        fresh = []
    outcomes = _check_results(store, intervals, target, [*done, *fresh])
    _show_outcomes(outcomes, fresh, workshop, console)
    return 1 if any(outcome.state == FAILED for outcome in outcomes) else 0


def _check_results(
    store: Store, intervals: dict, target: Target, outcomes: list[Outcome]
) -> list[Outcome]:
    """Los resultados ya guardados también se comprueban: el intervalo puede haber cambiado."""
    checked = []
    for outcome in outcomes:
        record = store.get(outcome.task.key) if outcome.state == EXECUTED else None
        found = list(results.problems(record.results, intervals, target)) if record else []
        if found:
            summary = f"se ejecutó, pero {len(found)} de sus resultados no valen (véase abajo)"
            failure = Failure(RESULT_FAILURE, "—", "\n".join([*found, summary]))
            outcome = Outcome(outcome.task, FAILED, outcome.seconds, failure)
        checked.append(outcome)
    return checked


def _show_outcomes(
    outcomes: list[Outcome], fresh: list[Outcome], workshop: Workshop, console: Console
) -> None:
    shown = [o for o in outcomes if o.state == FAILED or any(o.task is f.task for f in fresh)]
    if not shown:
        return
    table = Table("Capítulo", "Estado", "Segundos", "Celda", "Qué pasó")
    for outcome in sorted(shown, key=lambda outcome: outcome.task.chapter.name):
        failure = outcome.failure
        detail = escape(f"{failure.kind}: {failure.summary}" if failure else outcome.reason)
        table.add_row(
            outcome.task.chapter.name,
            _MARKS[outcome.state],
            f"{outcome.seconds:.0f}" if outcome.seconds else "",
            failure.cell if failure else "",
            detail,
        )
    console.print(table)
    for outcome in shown:
        path = report_path(workshop.reports, outcome.task.chapter.name)
        if outcome.failure and outcome.failure.kind == RESULT_FAILURE:
            console.print(f"\nResultados de {outcome.task.chapter.name}:")
            console.print(escape(outcome.failure.detail.rpartition("\n")[0]))
        elif outcome.failure and path.exists():
            console.print(f"La traza de {outcome.task.chapter.name}: {path}")


def _status(options: argparse.Namespace, workshop: Workshop, console: Console) -> int:
    store = Store(workshop.store)
    found = chapters.discover(workshop.book)
    table = Table("Capítulo", "Estado", "Segundos", "Qué cambió")
    for task in plan.make(workshop, store, _target(options), found):
        seconds = f"{task.expected_seconds:.0f}"
        if task.record:
            table.add_row(task.chapter.name, "[green]al día[/]", seconds, "")
        else:
            table.add_row(task.chapter.name, "[yellow]pendiente[/]", seconds, escape(task.reason))
    console.print(table)
    return 0


def _render(options: argparse.Namespace, workshop: Workshop, console: Console) -> int:
    sources.check(workshop.book)
    target = _target(options)
    found, records = render.select(workshop, target)
    if missing := sorted(found.keys() - records.keys()):
        console.print(f"Sin ejecutar, y se verán sin sus salidas: {', '.join(missing)}.")
    console.print("Se compone el sitio…")
    composed = render.publish(workshop, target, records)
    console.print("Sitio compuesto." if composed else "Nada ha cambiado: el sitio ya está al día.")
    console.print(f"El libro está en {(workshop.site / 'index.html').as_uri()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
