"""Otras maneras de resolver, y de cometer, los errores típicos de «cuadernos-y-datos»."""

import keras
import numpy as np

from redes.exercises.cuadernos_y_datos import check, encode, split_by_group, standardize


def test_five_numbers_of_the_chapter():
    # 7, 9, 10, 11 y 13: media 10, varianza (9 + 1 + 0 + 1 + 9)/5 = 4, desviación 2.
    five = np.array([[7.0], [9], [10], [11], [13]])
    np.testing.assert_array_equal(standardize(five, five).ravel(), [-1.5, -0.5, 0, 0.5, 1.5])
    np.testing.assert_array_equal(standardize(five, np.array([[16.0]])), [[3.0]])


def test_keras_normalization_does_the_same():
    rng = np.random.default_rng(0)
    train, new = rng.normal(5, 3, (40, 3)), rng.normal(4, 2, (7, 3))
    layer = keras.layers.Normalization()
    layer.adapt(train)
    ours = standardize(train, new)
    np.testing.assert_allclose(layer(new), ours, atol=5e-6 * np.abs(ours).max())


def test_keras_lookup_does_the_same():
    vocabulary, values = ["excelente", "buena", "mala"], ["mala", "pésima", "excelente"]
    layer = keras.layers.StringLookup(vocabulary=vocabulary, output_mode="one_hot")
    np.testing.assert_array_equal(encode(values, vocabulary), layer(values))


def test_groups_by_hand():
    train, test = split_by_group(np.array([5, 5, 2, 8, 2]), [2])
    np.testing.assert_array_equal(train, [0, 1, 3])
    np.testing.assert_array_equal(test, [2, 4])


def test_longer_ways_are_accepted():
    def with_loops(groups, test_groups):
        chosen = {int(group) for group in test_groups}
        numbers = range(len(groups))
        return (
            [i for i in numbers if int(groups[i]) not in chosen],
            [i for i in numbers if int(groups[i]) in chosen],
        )

    def with_matrix(values, vocabulary):
        out = np.zeros((len(values), len(vocabulary) + 1))
        for row, value in enumerate(values):
            out[row, vocabulary.index(value) + 1 if value in vocabulary else 0] = 1
        return out

    assert check("cuadernos-y-datos-2", with_loops)
    assert check("cuadernos-y-datos-3", with_matrix)
