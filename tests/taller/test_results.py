import tomllib

import pytest

from taller.errors import UsageError
from taller.results import expected, problems, suggested_interval
from taller.target import Target


def result(value, *, std=0.01, decimals=3):
    return {"c.r": {"nombre": "c.r", "valor": value, "desviacion": std, "decimales": decimals}}


def interval(low, high):
    return {"c.r": {"cpu": {"tensorflow": [low, high]}}}


def test_inside_its_interval():
    assert list(problems(result(0.95), interval(0.93, 0.97), Target())) == []


@pytest.mark.parametrize("value", [0.92, 0.98])
def test_out_of_its_interval(value):
    (problem,) = problems(result(value), interval(0.93, 0.97), Target())
    assert f"{value} cae fuera de su intervalo [0.93, 0.97]" in problem


def test_without_interval_for_this_profile_or_backend(monkeypatch):
    assert "no tiene intervalo" in next(problems(result(1), {}, Target()))
    assert "perfil gpu" in next(problems(result(1), interval(0, 2), Target("cpu", "gpu")))
    monkeypatch.setenv("KERAS_BACKEND", "jax")
    assert "motor jax" in next(problems(result(1), interval(0, 2), Target()))


def test_an_interval_wider_than_six_deviations_proves_nothing():
    assert list(problems(result(0.95), interval(0.92, 0.98), Target())) == []
    (problem,) = problems(result(0.95), interval(0.92, 0.981), Target())
    assert "mide 0.061 y no puede medir más de 0.06" in problem


def test_an_exact_result_has_ten_units_of_its_last_digit():
    exact = result(0.95, std=None, decimals=3)
    assert list(problems(exact, interval(0.945, 0.955), Target())) == []
    assert list(problems(exact, interval(0.945, 0.956), Target()))


@pytest.mark.parametrize(("value", "std"), [(0.9537, 0.0042), (-3.2, 0.5), (12.0, None), (1.0, 0)])
def test_the_suggested_interval_is_admitted(value, std):
    low, high = suggested_interval(result(value, std=std)["c.r"])
    assert low < value < high
    assert list(problems(result(value, std=std), interval(low, high), Target())) == []
    text = "\n".join(problems(result(value, std=std), {}, Target())).partition("toml:\n")[2]
    assert tomllib.loads(text) == interval(low, high)


def test_broken_file(book):
    assert expected(book.workshop.book) == {}
    (book.workshop.book / "resultados.toml").write_text("[", "utf-8")
    with pytest.raises(UsageError, match="resultados"):
        expected(book.workshop.book)
