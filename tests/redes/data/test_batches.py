import keras
import numpy as np
import pytest

from redes.data.batches import ArrayBatches

X = np.arange(20.0).reshape(10, 2)
Y = np.arange(10)


def epoch(batches):
    return [batches[index] for index in range(len(batches))]


def test_batches_by_hand():
    # Diez ejemplos de cuatro en cuatro: 4, 4 y 2.
    parts = epoch(ArrayBatches(X, Y, batch_size=4))
    assert [y.tolist() for _, y in parts] == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]]
    np.testing.assert_array_equal(np.concatenate([x for x, _ in parts]), X)


def test_every_epoch_has_the_same_examples_in_another_order():
    batches = ArrayBatches(X, Y, batch_size=3, rng=np.random.default_rng(0))
    orders = []
    for _ in range(3):
        parts = epoch(batches)
        x, y = (np.concatenate(side) for side in zip(*parts, strict=True))
        np.testing.assert_array_equal(x[:, 0], 2 * y)  # cada entrada, con su etiqueta
        orders.append(y.tolist())
        batches.on_epoch_end()
    assert all(sorted(order) == Y.tolist() for order in orders)
    assert Y.tolist() != orders[0] != orders[1] != orders[2]
    np.testing.assert_array_equal(Y, np.arange(10))  # no modifica lo que recibe


def test_workers_reach_keras():
    batches = ArrayBatches(X, Y, workers=2, use_multiprocessing=False, max_queue_size=3)
    assert (batches.workers, batches.max_queue_size) == (2, 3)


def test_fit_sees_every_example_once_an_epoch():
    seen = []

    class Spy(ArrayBatches):
        def __getitem__(self, index):
            x, y = super().__getitem__(index)
            seen.append(y)
            return x, y

    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    model.compile(loss="mse", optimizer=keras.optimizers.SGD(0.0), run_eagerly=True)
    batches = Spy(X, Y[:, None], batch_size=5, rng=np.random.default_rng(0))
    history = model.fit(batches, epochs=2, shuffle=False, verbose=0)
    # La tasa es cero: la pérdida de las dos épocas es la misma si los ejemplos son los mismos.
    np.testing.assert_allclose(*history.history["loss"], rtol=1e-5)
    assert np.isin(Y, np.concatenate(seen)).all()


def test_bad_arguments():
    with pytest.raises(ValueError, match="10 ejemplos y 9 etiquetas"):
        ArrayBatches(X, Y[:9])
    with pytest.raises(ValueError, match="batch_size=0"):
        ArrayBatches(X, Y, batch_size=0)
