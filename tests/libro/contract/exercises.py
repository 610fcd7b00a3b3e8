"""Los ejercicios: cuatro al menos, con pista y solución, y dos que se corrigen solos."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from contract.book import Book, Page
from contract.markup import Directive

MINIMUM = 4
MINIMUM_CHECKED = 2


def enough_exercises(book: Book, page: Page) -> Iterator[str]:
    """Al menos cuatro ejercicios en un capítulo que enseña."""
    count = len(page.markup.named("exercise"))
    if page.teaches and count < MINIMUM:
        yield f"tiene {count} ejercicios y ha de tener al menos {MINIMUM}"


def exercises_have_hint_and_solution(book: Book, page: Page) -> Iterator[str]:
    """Tras cada ejercicio, y antes del siguiente, su pista y su solución."""
    for exercise, following in _exercises(page):
        label = exercise.options.get("label", "")
        if not any(directive.name == "pista" for directive in following):
            yield f"línea {exercise.line}: el ejercicio «{label}» no tiene pista"
        solutions = [d for d in following if d.name in ("solution", "solution-start")]
        if label not in [solution.argument for solution in solutions]:
            yield f"línea {exercise.line}: el ejercicio «{label}» no tiene solución"
        for solution in solutions:
            if solution.argument != label:
                yield (
                    f"línea {solution.line}: solución de «{solution.argument}» detrás de «{label}»"
                )


def solutions_are_closed(book: Book, page: Page) -> Iterator[str]:
    """Cada `solution-start` tiene su `solution-end`."""
    opened: Directive | None = None
    for directive in page.markup.named("solution-start", "solution-end"):
        starts = directive.name == "solution-start"
        if starts and opened:
            yield f"línea {opened.line}: solución sin cerrar con «solution-end»"
        elif not starts and not opened:
            yield f"línea {directive.line}: «solution-end» sin «solution-start»"
        opened = directive if starts else None
    if opened:
        yield f"línea {opened.line}: solución sin cerrar con «solution-end»"


def labels_are_unique(book: Book, page: Page) -> Iterator[str]:
    """La etiqueta de cada ejercicio es `ej-…` y única en el libro."""
    labels = Counter(
        exercise.options.get("label", "")
        for other in book.pages.values()
        for exercise in other.markup.named("exercise")
    )
    for exercise in page.markup.named("exercise"):
        label = exercise.options.get("label", "")
        if not label.startswith("ej-"):
            yield f"línea {exercise.line}: la etiqueta del ejercicio, «{label}», no es «ej-…»"
        elif labels[label] > 1:
            yield f"línea {exercise.line}: la etiqueta «{label}» está repetida"


def solutions_are_checked(book: Book, page: Page) -> Iterator[str]:
    """Al menos dos soluciones llaman a `check(...)`."""
    checked = [start for start, end in _solutions(page) if _calls_check(page, start, end)]
    if page.teaches and len(checked) < MINIMUM_CHECKED:
        yield (
            f"{len(checked)} soluciones se corrigen con «check(…)» y han de ser al menos "
            f"{MINIMUM_CHECKED}"
        )


def _exercises(page: Page) -> Iterator[tuple[Directive, list[Directive]]]:
    """Cada ejercicio con las directivas que van de él al siguiente."""
    exercises = page.markup.named("exercise")
    ends = [exercise.line for exercise in exercises[1:]] + [float("inf")]
    for exercise, end in zip(exercises, ends, strict=True):
        yield (
            exercise,
            [d for d in page.markup.directives if exercise.line < d.line < end],
        )


def _solutions(page: Page) -> Iterator[tuple[int, int]]:
    """La primera y la última línea de cada solución con celdas."""
    gates = page.markup.named("solution-start", "solution-end")
    for start, end in pairwise(gates):
        if (start.name, end.name) == ("solution-start", "solution-end"):
            yield start.line, end.line


def _calls_check(page: Page, start: int, end: int) -> bool:
    return any(
        name == "check" or name.endswith(".check")
        for cell in page.cells
        if start < cell.line < end
        for name, _ in cell.calls()
    )


RULES = (
    enough_exercises,
    exercises_have_hint_and_solution,
    solutions_are_closed,
    labels_are_unique,
    solutions_are_checked,
)
