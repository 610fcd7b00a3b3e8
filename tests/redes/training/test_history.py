from types import SimpleNamespace

import numpy as np
import pytest

from redes.training.history import mean_curve, stack


def test_stack_keeps_runs_and_epochs():
    runs = [
        SimpleNamespace(history={"loss": [3, 2, 1], "accuracy": [0.1, 0.2, 0.3]}),
        {"accuracy": [0.5, 0.6, 0.7], "loss": [6, 5, 4]},
    ]
    tables = stack(runs)
    np.testing.assert_array_equal(tables["loss"], [[3, 2, 1], [6, 5, 4]])
    np.testing.assert_array_equal(tables["accuracy"], [[0.1, 0.2, 0.3], [0.5, 0.6, 0.7]])


def test_shorter_runs_end_in_nan():
    table = stack([{"loss": [3]}, {"loss": [2, 1]}])["loss"]
    np.testing.assert_array_equal(table, [[3, np.nan], [2, 1]])


def test_each_metric_has_its_own_length():
    # Con validation_freq=2, Keras guarda la validación una época sí y otra no.
    tables = stack([{"loss": [2, 1], "val_loss": [3]}])
    assert (tables["loss"].shape, tables["val_loss"].shape) == ((1, 2), (1, 1))


def test_different_metrics():
    with pytest.raises(ValueError, match=r"\['loss'\] y el número 2, \['mae'\]"):
        stack([{"loss": [1]}, {"mae": [1]}])


def test_nothing():
    with pytest.raises(ValueError, match="ningún historial"):
        stack([])


def test_mean_curve_by_hand():
    # Primera época: 1, 3 → media 2, muestral √2. La segunda falta en una repetición.
    curve = mean_curve(np.array([[1, 5], [3, np.nan]]))
    np.testing.assert_allclose(curve.mean, [2, np.nan])
    np.testing.assert_allclose(curve.std, [2**0.5, np.nan])


@pytest.mark.parametrize("shape", [(1, 4), (4,)])
def test_mean_curve_needs_two_runs(shape):
    with pytest.raises(ValueError, match="al menos dos repeticiones"):
        mean_curve(np.zeros(shape))
