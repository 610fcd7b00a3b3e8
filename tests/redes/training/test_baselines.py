import numpy as np
import pytest

from redes.data import digits
from redes.training.baselines import logistic_regression, majority, nearest_neighbour


@pytest.fixture(scope="module")
def parts():
    return digits.split()


def test_majority_looks_only_at_the_training_labels():
    assert majority(np.array([2, 2, 5]), np.array([5, 5, 5, 2])) == 0.25
    assert majority(np.array([5, 2]), np.array([2])) == 1  # empate: la menor


def test_nearest_neighbour_on_digits(parts):
    # La cifra del libro: 0.956 en las últimas 360 filas con todas las anteriores.
    x = np.concatenate([parts.train.x, parts.validation.x])
    y = np.concatenate([parts.train.y, parts.validation.y])
    assert nearest_neighbour(x, y, *parts.test) == pytest.approx(0.956, abs=0.003)
    assert nearest_neighbour(*parts.train, *parts.test) == pytest.approx(0.947, abs=0.003)


def test_logistic_regression_on_digits(parts):
    accuracy = logistic_regression(*parts.train, *parts.test)
    assert majority(parts.train.y, parts.test.y) < 0.2 < 0.88 < accuracy < 0.95


def test_scaling_is_fitted_on_the_training_part():
    # Si la prueba entrara en la estandarización, su desplazamiento se anularía y acertaría.
    x = np.array([[0.0], [1.0], [2.0], [3.0]])
    y = np.array([0, 0, 1, 1])
    assert logistic_regression(x, y, x, y) == 1
    assert logistic_regression(x, y, x + 100, y) == 0.5


@pytest.mark.parametrize("baseline", [logistic_regression, nearest_neighbour])
def test_one_label_for_each_example(baseline):
    x, y = np.zeros((3, 2)), np.array([0, 1, 0])
    with pytest.raises(ValueError, match="prueba han llegado 3 ejemplos y 2 etiquetas"):
        baseline(x, y, x, y[:2])
    with pytest.raises(ValueError, match="entrenamiento han llegado 3 ejemplos y 2 etiquetas"):
        baseline(x, y[:2], x, y)
