"""Los correctores de todos los capítulos: aceptan la solución y reconocen cada error típico."""

import importlib
import pkgutil
from collections import Counter

import pytest

from redes import exercises
from redes.exercises.checker import Checker

MODULES = {
    info.name: importlib.import_module(f"redes.exercises.{info.name}")
    for info in pkgutil.iter_modules(exercises.__path__)
}
CHAPTERS = {
    name: module.check
    for name, module in MODULES.items()
    if isinstance(getattr(module, "check", None), Checker)
}
EXERCISES = [
    pytest.param(checker, exercise, id=exercise.name)
    for checker in CHAPTERS.values()
    for exercise in checker.exercises.values()
]
MISTAKES = [
    pytest.param(checker, exercise, mistake, id=f"{exercise.name}-{number}")
    for checker in CHAPTERS.values()
    for exercise in checker.exercises.values()
    for number, mistake in enumerate(exercise.mistakes, start=1)
]


def test_the_chapters_are_found():
    assert set(CHAPTERS) >= {"primera_red", "neurona", "activaciones"}
    # Lo que no es un capítulo es la maquinaria; un capítulo sin `check` aparecería aquí.
    assert set(MODULES) - set(CHAPTERS) == {"checker", "outcome"}


def test_names_follow_the_chapter_and_count_from_one():
    for chapter, checker in CHAPTERS.items():
        expected = [f"{chapter.replace('_', '-')}-{n + 1}" for n in range(len(checker.exercises))]
        assert list(checker.exercises) == expected


@pytest.mark.parametrize(("checker", "exercise"), EXERCISES)
def test_the_reference_is_accepted(checker, exercise):
    result = checker(exercise.name, exercise.reference)
    assert result, result
    assert result.hint == ""


@pytest.mark.parametrize(("checker", "exercise", "mistake"), MISTAKES)
def test_each_mistake_is_rejected_with_its_own_hint(checker, exercise, mistake):
    result = checker(exercise.name, mistake.wrong)
    assert not result
    assert result.hint == mistake.hint


@pytest.mark.parametrize(("checker", "exercise"), EXERCISES)
def test_there_are_several_mistakes_with_distinct_hints(checker, exercise):
    assert len(exercise.mistakes) >= 3
    hints = [mistake.hint for mistake in exercise.mistakes] + [exercise.hint]
    assert all(hints) and len(hints) == len(set(hints))


def test_no_hint_is_repeated_in_the_whole_book():
    hints = Counter(
        hint
        for checker in CHAPTERS.values()
        for exercise in checker.exercises.values()
        for hint in (exercise.hint, *(mistake.hint for mistake in exercise.mistakes))
    )
    assert [hint for hint, times in hints.items() if times > 1] == []


@pytest.mark.parametrize(("checker", "exercise"), EXERCISES)
def test_something_else_gets_the_general_hint(checker, exercise):
    result = checker(exercise.name, lambda *arguments: None)
    assert not result
    assert result.hint == exercise.hint
    assert "return" in result.message
