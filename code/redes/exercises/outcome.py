"""Ejecutar una función ajena en un caso y comparar lo que devuelve con lo que se esperaba."""

import copy
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Outcome:
    """Lo que pasó al llamar a una función: devolvió unos valores o lanzó una excepción."""

    values: tuple = ()
    error: Exception | None = None
    mutated: bool = False


def run(function: Callable, case: tuple) -> Outcome:
    """Llama a una función con copias de los argumentos y recoge lo que pase.

    Parameters
    ----------
    function : callable
        La función; si lanza una excepción, queda en el resultado.
    case : tuple
        Los argumentos, por orden.

    Returns
    -------
    Outcome
        Los valores devueltos (siempre en una tupla), la excepción, y si cambió sus argumentos.
    """
    arguments = copy.deepcopy(case)
    try:
        # Los avisos de NumPy («overflow», «invalid value») sobran: se verá el nan en el resultado.
        with np.errstate(all="ignore"):
            value = function(*arguments)
    except Exception as error:  # cualquiera: la función es de quien aprende y todo puede pasar
        return Outcome(error=error)
    values = tuple(value) if isinstance(value, tuple) else (value,)
    return Outcome(values=values, mutated=not _equal(arguments, case))


def _equal(left: tuple, right: tuple) -> bool:
    pairs = zip(left, right, strict=True)
    return all(np.array_equal(np.asarray(a), np.asarray(b)) for a, b in pairs)


def as_number(value: object) -> np.ndarray | None:
    """El valor como arreglo de números, o None si no lo es."""
    try:
        array = np.asarray(value)
    except (TypeError, ValueError):  # listas de longitudes distintas, tensores en una GPU…
        return None
    return array if array.dtype.kind in "biuf" else None


def difference(obtained: tuple, expected: tuple, *, exact: bool) -> str | None:
    """En qué se diferencian dos resultados, dicho en español; None si son iguales.

    Parameters
    ----------
    obtained, expected : tuple
        Los valores de dos resultados.
    exact : bool
        Si se exige igualdad (y enteros donde se esperan enteros) en lugar de cercanía.

    Returns
    -------
    str o None
        La primera diferencia.
    """
    if any(value is None for value in obtained):
        return "La función devuelve None: ¿falta el «return»?"
    if len(obtained) != len(expected):
        n = len(expected)
        wanted = (
            "Se esperaba un solo valor" if n == 1 else f"Se esperaban {n} valores, en una tupla,"
        )
        return f"{wanted} y la función devuelve {len(obtained)}."
    for position, (left, right) in enumerate(zip(obtained, expected, strict=True), start=1):
        problem = _one_difference(left, right, exact)
        if problem is not None:
            which = f"En el valor número {position}: " if len(expected) > 1 else ""
            return which + problem
    return None


def _one_difference(obtained: object, expected: object, exact: bool) -> str | None:
    left, right = as_number(obtained), np.asarray(expected)
    if left is None:
        return f"Se esperaban números y llega un objeto de tipo {type(obtained).__name__}."
    if left.shape != right.shape:
        return f"La forma debería ser {right.shape} y es {left.shape}."
    if exact and right.dtype.kind in "iu" and left.dtype.kind not in "iu":
        return f"Se esperaba un número entero y llega uno de tipo {left.dtype}."
    if exact:
        wrong = left != right
    else:
        left, right = left.astype(float), right.astype(float)
        wrong = ~np.isclose(left, right, rtol=1e-5, atol=1e-7, equal_nan=True)
    if not wrong.any():
        return None
    if wrong.size == 1:
        return "El valor no coincide."
    return f"No coinciden {int(wrong.sum())} de los {wrong.size} números."
