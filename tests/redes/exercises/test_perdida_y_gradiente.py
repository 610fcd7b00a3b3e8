"""Otras maneras de resolver, y de errar, los ejercicios del capítulo «perdida-y-gradiente»."""

import numpy as np
import pytest

from redes.exercises.perdida_y_gradiente import check


def test_other_right_ways():
    assert check(
        "perdida-y-gradiente-1", lambda y, a: np.mean(np.linalg.norm(y - a, axis=1) ** 2) / 2
    )
    assert check("perdida-y-gradiente-2", lambda y, z: np.mean(np.logaddexp(0, z) - y * z))


@pytest.mark.parametrize(
    ("sigmoid", "word"),
    [
        (lambda z: 1 / (1 + np.exp(-z)), "logaritmo de 0"),
        (lambda z: np.exp(z) / (1 + np.exp(z)), "logaritmo de 0|en todos|simplific"),
    ],
)
def test_the_naive_formula_fails_with_any_sigmoid(sigmoid, word):
    result = check(
        "perdida-y-gradiente-2",
        lambda y, z: -np.mean(y * np.log(sigmoid(z)) + (1 - y) * np.log(1 - sigmoid(z))),
    )
    assert not result
    assert any(piece in result.hint for piece in word.split("|"))


def test_ascending_on_purpose_is_named():
    def ascend(x, y, weights, bias, learning_rate):
        error = y - x @ weights - bias
        return weights - learning_rate * error @ x / len(x), bias - learning_rate * error.mean()

    assert "sube" in check("perdida-y-gradiente-3", ascend).hint
