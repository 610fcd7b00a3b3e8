"""Otras maneras de resolver, y de cometer, los errores típicos del capítulo «regularizacion»."""

import keras
import numpy as np
import pytest

from redes.exercises.regularizacion import STOP, check, inverted_dropout, soften, stop_training


def test_mask_by_hand():
    # 4/0,8 = 5 y 8/0,8 = 10; el 6 y el 2 sacaron menos de 0,2.
    x, numbers = np.array([4.0, 6.0, 8.0, 2.0]), np.array([0.9, 0.1, 0.2, 0.19])
    np.testing.assert_allclose(inverted_dropout(x, numbers, 0.2), [5, 0, 10, 0])


def test_stopping_by_hand():
    # El del capítulo: 0,7 en la época 2; después 0,9 y 0,75, dos sin mejorar.
    assert stop_training([1.0, 0.8, 0.7, 0.9, 0.75, 0.6], 2, 0.0) == (4, 2)
    assert stop_training([1.0, 0.8, 0.7, 0.9, 0.75, 0.6], 3, 0.0) == (5, 5)


def test_softening_by_hand():
    np.testing.assert_allclose(soften(np.array([1]), 4, 0.2), [[0.05, 0.85, 0.05, 0.05]])


class _Model:
    """Lo poco que la llamada de Keras pide a un modelo."""

    stop_training = False

    def get_weights(self):
        return []

    def set_weights(self, weights):
        pass


@pytest.mark.parametrize("case", STOP.cases)
def test_the_reference_stops_where_keras_does(case):
    losses, patience, min_delta = case
    callback = keras.callbacks.EarlyStopping(
        patience=patience, min_delta=min_delta, mode="min", restore_best_weights=True
    )
    callback.set_model(_Model())
    callback.on_train_begin()
    for epoch, loss in enumerate(losses):
        callback.on_epoch_end(epoch, {"val_loss": loss})
        if callback.model.stop_training:
            break
    assert stop_training(losses, patience, min_delta) == (epoch, callback.best_epoch)


def test_other_ways_are_accepted():
    def with_where(x, numbers, rate):
        return np.where(numbers < rate, 0.0, x / (1 - rate))

    def with_full(labels, num_classes, epsilon):
        rows = np.full((len(labels), num_classes), epsilon / num_classes)
        rows[np.arange(len(labels)), labels] += 1 - epsilon
        return rows

    assert check("regularizacion-1", with_where)
    assert check("regularizacion-3", with_full)


def test_never_stopping_is_not_accepted():
    assert not check("regularizacion-2", lambda losses, patience, min_delta: (len(losses) - 1, 0))
