import numpy as np
import pytest

from redes.exercises.checker import Checker, Exercise, Mistake


def scale(x, factor):
    return x * factor


def forgets_factor(x, factor):
    return x


def breaks_later(x, factor):
    if x.ndim > 1:
        raise IndexError("demasiados ejes")
    return x * factor


CASES = ((np.array([1.0, 2.0]), 3), (np.array([[1.0], [4.0]]), 300.3))
check = Checker(
    Exercise(
        name="escala-1",
        reference=scale,
        cases=CASES,
        mistakes=(
            Mistake(forgets_factor, "Falta multiplicar."),
            Mistake(breaks_later, "Solo admite un eje."),
        ),
        hint="Multipliquemos.",
    ),
    Exercise("cuenta-1", len, (([1, 2, 3],),), (), "Contemos.", exact=True),
    Exercise("pareja-1", lambda x: (x, 2 * x), ((1.0,),), (), "Son dos."),
)


def test_right_answer():
    result = check("escala-1", lambda a, b: b * a)
    assert result.passed and bool(result) is True
    assert repr(result) == "✔ escala-1: correcto en los 2 casos."


def test_other_precision_is_accepted():
    assert check("escala-1", lambda x, factor: (x * factor).astype("float32"))
    assert check("escala-1", lambda x, factor: (x * factor).tolist())


def test_wrong_answer_shows_input_expected_and_obtained():
    result = check("escala-1", lambda x, factor: x + factor)
    assert bool(result) is False
    assert repr(result) == (
        "✘ escala-1: el resultado no es el esperado.\n"
        "  entrada:\n"
        "    x = [1., 2.]  (forma (2,), tipo float64)\n"
        "    factor = 3\n"
        "  esperado: [3., 6.]  (forma (2,), tipo float64)\n"
        "  obtenido: [4., 5.]  (forma (2,), tipo float64)\n"
        "  No coinciden 2 de los 2 números.\n"
        "Pista: Multipliquemos."
    )


def test_the_mistake_is_recognised_by_its_results():
    assert check("escala-1", lambda x, factor: 1 * x).hint == "Falta multiplicar."


def test_a_mistake_must_match_in_every_case():
    one_case = lambda x, factor: x if x.ndim == 1 else x + factor  # noqa: E731
    assert check("escala-1", one_case).hint == "Multipliquemos."


def test_an_error_in_one_case_is_part_of_the_mistake():
    def learner(x, factor):
        return [x[i] * factor for i in range(len(x))] if x.ndim == 1 else x[9]

    result = check("escala-1", learner)
    assert result.hint == "Solo admite un eje."
    assert "IndexError" in result.message


def test_a_mistake_that_never_gives_a_value_is_not_recognised():
    always_breaks = Mistake(lambda x: x[9], "Pide la posición 9.")
    checker = Checker(Exercise("a-1", sum, (([1, 2],),), (always_breaks,), "General."))
    assert checker("a-1", lambda x: x[100]).hint == "General."


@pytest.mark.parametrize(
    ("function", "parts"),
    [
        (lambda x, factor: x * factr, ["NameError", "factr", "mal escrito"]),  # noqa: F821
        (lambda x: x, ["TypeError", "número de argumentos"]),
        (lambda x, factor: x[7], ["IndexError", "empiezan en 0"]),
        (lambda x, factor: 1 / 0, ["ZeroDivisionError", "divide por cero"]),
        (lambda x, factor: x.nada, ["AttributeError", "no tiene"]),
        (lambda x, factor: x @ np.ones(5), ["ValueError", "forma no encaja"]),
    ],
)
def test_an_exception_is_explained(function, parts):
    result = check("escala-1", function)
    assert not result
    for part in ["la función se interrumpe", "x = [1., 2.]", "factor = 3", *parts]:
        assert part in result.message


def test_an_unforeseen_exception_is_explained_too():
    def learner(x, factor):
        raise OSError("raro")

    assert "OSError: raro" in check("escala-1", learner).message


def test_stopping_by_hand_is_not_swallowed():
    def learner(x, factor):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check("escala-1", learner)


@pytest.mark.parametrize(
    ("function", "text"),
    [
        (lambda x, factor: None, "¿falta el «return»?"),
        (lambda x, factor: "hola", "llega un objeto de tipo str"),
        (lambda x, factor: [[1], [2, 3]], "llega un objeto de tipo list"),
        (lambda x, factor: ..., "llega un objeto de tipo ellipsis"),
        (lambda x, factor: (x * factor).reshape(-1, 1), "debería ser (2,) y es (2, 1)"),
        (lambda x, factor: (x, factor), "Se esperaba un solo valor y la función devuelve 2"),
        (lambda x, factor: np.array([3.0, np.nan]), "No coinciden 1 de los 2"),
    ],
)
def test_what_differs(function, text):
    assert text in check("escala-1", function).message


def test_each_of_several_values():
    assert "número 2: El valor no coincide" in check("pareja-1", lambda x: (x, x)).message
    assert "Se esperaban 2 valores, en una tupla" in check("pareja-1", lambda x: x).message
    assert check("pareja-1", lambda x: (x, x + x))


def test_exact_wants_integers():
    assert check("cuenta-1", lambda values: np.int64(3))
    assert "tipo float64" in check("cuenta-1", lambda values: 3.0).message
    assert not check("cuenta-1", lambda values: 4)


def test_changing_the_input_is_told_and_does_not_spoil_the_cases():
    def learner(x, factor):
        x *= factor
        return x

    result = check("escala-1", learner)
    assert not result
    assert "cambia su entrada" in result.message and "+=" in result.hint
    np.testing.assert_array_equal(CASES[0][0], [1, 2])
    assert check("escala-1", scale)


def test_numpy_warnings_do_not_reach_the_reader():
    assert not check("escala-1", lambda x, factor: x / 0)


def test_unknown_exercise():
    with pytest.raises(ValueError, match="«escala-2»; los de este capítulo son escala-1, cuenta-1"):
        check("escala-2", scale)


def test_not_a_function():
    with pytest.raises(TypeError, match=r"sin llamarla, como en check\('escala-1', mi_funcion\)"):
        check("escala-1", scale(1, 2))


def test_repeated_name():
    exercise = Exercise("a-1", len, (([],),), (), "")
    with pytest.raises(ValueError, match="mismo nombre"):
        Checker(exercise, exercise)
