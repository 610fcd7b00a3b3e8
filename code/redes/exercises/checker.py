"""El corrector de los ejercicios: dice en español qué falla y reconoce los errores típicos.

Cada capítulo tiene su módulo, que construye un :class:`Checker` llamado ``check`` con sus
ejercicios. Un error típico es una implementación equivocada con su pista: lo reconocemos porque la
función de quien aprende da, en todos los casos, los mismos resultados que ella.
"""

import inspect
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from redes.exercises.outcome import Outcome, as_number, difference, run

# Qué suele significar cada excepción. Gana la primera clase que encaje.
EXPLANATIONS = (
    (NotImplementedError, "la función está todavía por escribir"),
    (NameError, "usa un nombre que no existe; quizá está mal escrito o falta importarlo"),
    (TypeError, "una operación recibe algo de un tipo, o un número de argumentos, que no admite"),
    (IndexError, "pide una posición que no existe; los índices empiezan en 0"),
    (KeyError, "pide una clave que no existe"),
    (AttributeError, "pide a un objeto un atributo o un método que no tiene"),
    (ZeroDivisionError, "divide por cero"),
    (RecursionError, "se llama a sí misma sin fin"),
    (ValueError, "un valor o una forma no encaja; miremos los ejes de cada operación"),
)


@dataclass(frozen=True)
class Mistake:
    """Un error típico: una implementación equivocada y la pista para quien lo comete."""

    wrong: Callable
    hint: str


@dataclass(frozen=True)
class Exercise:
    """Un ejercicio que se corrige solo.

    Parameters
    ----------
    name : str
        Nombre, con el del capítulo delante: ``"primera-red-1"``.
    reference : callable
        La solución; sus argumentos se llaman como los del enunciado.
    cases : tuple of tuple
        Los argumentos de cada caso, por orden.
    mistakes : tuple of Mistake
        Los errores típicos, del más concreto al más general.
    hint : str
        La pista cuando el error no es ninguno de ellos.
    exact : bool
        Si el resultado debe ser idéntico, y no solo próximo.
    """

    name: str
    reference: Callable
    cases: tuple[tuple, ...]
    mistakes: tuple[Mistake, ...]
    hint: str
    exact: bool = False


@dataclass(frozen=True, repr=False)
class CheckResult:
    """El veredicto: vale como verdadero si se ha acertado, y se muestra como texto."""

    passed: bool
    message: str
    hint: str = ""

    def __bool__(self) -> bool:
        return self.passed

    def __repr__(self) -> str:
        return f"{self.message}\nPista: {self.hint}" if self.hint else self.message


class Checker:
    """Corrige los ejercicios de un capítulo.

    Parameters
    ----------
    *exercises : Exercise
        Los ejercicios, con nombres distintos.

    Examples
    --------
    >>> def wrong(x):
    ...     return 2 * x
    >>> hint = "Se ha duplicado en lugar de elevar al cuadrado."
    >>> square = Exercise("cuadrado-1", lambda x: x**2, ((3,),), (Mistake(wrong, hint),), "")
    >>> check = Checker(square)
    >>> check("cuadrado-1", lambda x: x * x)
    ✔ cuadrado-1: correcto en el único caso.
    >>> check("cuadrado-1", lambda x: x + x)
    ✘ cuadrado-1: el resultado no es el esperado.
      entrada:
        x = 3
      esperado: 9
      obtenido: 6
      El valor no coincide.
    Pista: Se ha duplicado en lugar de elevar al cuadrado.
    """

    def __init__(self, *exercises: Exercise):
        self.exercises = {exercise.name: exercise for exercise in exercises}
        if len(self.exercises) != len(exercises):
            raise ValueError("dos ejercicios tienen el mismo nombre")

    def __call__(self, name: str, function: Callable) -> CheckResult:
        """Corrige una función.

        Parameters
        ----------
        name : str
            El nombre del ejercicio.
        function : callable
            La función de quien aprende.

        Returns
        -------
        CheckResult
            El veredicto.

        Raises
        ------
        ValueError
            Si no hay un ejercicio con ese nombre.
        TypeError
            Si lo que llega no es una función.
        """
        if name not in self.exercises:
            raise ValueError(
                f"no hay ningún ejercicio «{name}»; los de este capítulo son "
                f"{', '.join(self.exercises)}"
            )
        if not callable(function):
            raise TypeError(
                f"hay que dar la función, sin llamarla, como en check({name!r}, mi_funcion); "
                f"ha llegado un objeto de tipo {type(function).__name__}"
            )
        return _judge(self.exercises[name], function)


def _judge(exercise: Exercise, function: Callable) -> CheckResult:
    """Compara una función con la referencia, caso a caso, y se detiene en el primer fallo."""
    outcomes = [run(function, case) for case in exercise.cases]
    for case, outcome in zip(exercise.cases, outcomes, strict=True):
        problem = _problem(exercise, case, outcome)
        if problem is not None:
            message = f"✘ {exercise.name}: {problem}"
            return CheckResult(False, message, _recognise(exercise, outcomes) or exercise.hint)
    for case, outcome in zip(exercise.cases, outcomes, strict=True):
        if outcome.mutated:
            message = f"✘ {exercise.name}: el resultado es bueno, pero la función cambia su entrada"
            hint = "Conviene crear un arreglo nuevo: «w = w + d» en lugar de «w += d»."
            return CheckResult(False, f"{message}.\n{_inputs(exercise, case)}", hint)
    n = len(exercise.cases)
    cases = "el único caso" if n == 1 else f"los {n} casos"
    return CheckResult(True, f"✔ {exercise.name}: correcto en {cases}.")


def _problem(exercise: Exercise, case: tuple, outcome: Outcome) -> str | None:
    """Lo que ha fallado en un caso, con su entrada; None si está bien."""
    if outcome.error is not None:
        kind = type(outcome.error).__name__
        meaning = next(
            (text for cls, text in EXPLANATIONS if isinstance(outcome.error, cls)),
            "algo ha fallado dentro de la función",
        )
        return (
            f"la función se interrumpe con un error.\n{_inputs(exercise, case)}\n"
            f"  {kind}: {outcome.error}\n  Suele querer decir que {meaning}."
        )
    expected = run(exercise.reference, case).values
    found = difference(outcome.values, expected, exact=exercise.exact)
    if found is None:
        return None
    return (
        f"el resultado no es el esperado.\n{_inputs(exercise, case)}\n"
        f"  esperado: {_show_all(expected)}\n  obtenido: {_show_all(outcome.values)}\n  {found}"
    )


def _recognise(exercise: Exercise, outcomes: list[Outcome]) -> str | None:
    """La pista del error típico que da estos mismos resultados en todos los casos, si lo hay."""
    for mistake in exercise.mistakes:
        wrong = [run(mistake.wrong, case) for case in exercise.cases]
        # Si el error típico solo lanza excepciones, cualquier otra función rota se le parecería.
        if any(outcome.error is None for outcome in wrong) and all(
            _alike(left, right, exercise.exact) for left, right in zip(outcomes, wrong, strict=True)
        ):
            return mistake.hint
    return None


def _alike(left: Outcome, right: Outcome, exact: bool) -> bool:
    """Si dos llamadas acabaron igual: con los mismos valores o con la misma clase de error."""
    if left.error is not None or right.error is not None:
        return type(left.error) is type(right.error)
    return difference(left.values, right.values, exact=exact) is None


def _inputs(exercise: Exercise, case: tuple) -> str:
    """Los argumentos de un caso, con los nombres del enunciado."""
    arguments = inspect.signature(exercise.reference).bind(*case).arguments
    lines = [f"    {name} = {_show(value, 7 + len(name))}" for name, value in arguments.items()]
    return "\n".join(["  entrada:", *lines])


def _show_all(values: tuple) -> str:
    return "\n            y ".join(_show(value, 12) for value in values)


def _show(value: object, indent: int) -> str:
    """Un valor en pocas líneas; los arreglos, además, con su forma y su tipo."""
    array = as_number(value)
    if array is None or isinstance(value, (list, tuple)):
        return repr(value)
    if array.ndim == 0:
        return repr(array.item())
    text = np.array2string(array, precision=4, threshold=40, separator=", ", prefix=" " * indent)
    return f"{text}  (forma {array.shape}, tipo {array.dtype})"
