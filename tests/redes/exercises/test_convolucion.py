"""Otras maneras de resolver, y de cometer, los errores típicos del capítulo «convolucion»."""

import keras
import numpy as np

from redes.exercises.convolucion import check, correlate, count, output_size


def test_numbers_of_the_chapter():
    assert output_size(8, 3, 2, "valid", 1) == 3
    assert output_size(8, 3, 2, "same", 1) == 4
    np.testing.assert_array_equal(
        correlate(np.array([1.0, 3.0, 0.0, 4.0]), np.array([2.0, -1.0])), [-1, 6, -4]
    )
    assert count((32, 32, 3), 10, 5) == (760, 588_000)


def test_the_count_is_the_one_of_keras():
    layer = keras.layers.Conv2D(10, 5)
    layer.build((None, 32, 32, 3))
    assert layer.count_params() == count((32, 32, 3), 10, 5)[0]


def test_longer_ways_are_accepted():
    def by_hand(x, kernel):
        k = len(kernel)
        return [sum(x[i + u] * kernel[u] for u in range(k)) for i in range(len(x) - k + 1)]

    assert check("convolucion-2", by_hand)

    def counting(length, kernel_size, strides, padding, dilation_rate):
        starts = range(0, length, strides)
        if padding == "same":
            return len(starts)
        return sum(start + dilation_rate * (kernel_size - 1) < length for start in starts)

    assert check("convolucion-1", counting)


def test_floats_are_not_sizes():
    result = check("convolucion-3", lambda shape, f, k: tuple(map(float, count(shape, f, k))))
    assert not result
