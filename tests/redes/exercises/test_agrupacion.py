"""Otras maneras de resolver, y de cometer, los errores típicos del capítulo «agrupacion»."""

import numpy as np

from redes.exercises.agrupacion import check, field_size, max_pool1d, max_pool1d_gradient


def test_numbers_of_the_chapter():
    # (2, 7) y (1, 0), y el 5 que sobra se descarta.
    series = np.array([2.0, 7.0, 1.0, 0.0, 5.0])
    np.testing.assert_array_equal(max_pool1d(series, 2), [7, 1])
    found = max_pool1d_gradient(np.array([10.0, 20.0]), series, 2)
    np.testing.assert_array_equal(found, [0, 10, 20, 0, 0])
    # Seis repeticiones no llegan a 224 píxeles, y siete sí: 1 + 3 · (2ⁿ − 1).
    assert [field_size([3, 2] * n, [1, 2] * n) for n in (6, 7)] == [190, 382]


def test_longer_ways_are_accepted():
    def by_hand(x, size):
        return [max(x[i : i + size]) for i in range(0, len(x) - size + 1, size)]

    assert check("agrupacion-1", by_hand)

    def gradient_by_hand(grad, x, size):
        gradient = [0.0] * len(x)
        for number, value in enumerate(grad):
            stretch = list(x[number * size : (number + 1) * size])
            gradient[number * size + stretch.index(max(stretch))] = value
        return gradient

    assert check("agrupacion-2", gradient_by_hand)

    def backwards(sizes, strides):
        size = 1
        for window, stride in zip(reversed(sizes), reversed(strides), strict=True):
            size = (size - 1) * stride + window
        return size

    assert check("agrupacion-3", backwards)


def test_the_place_in_the_stretch_is_not_the_place_in_the_series():
    def wrong(grad, x, size):
        gradient = np.zeros(len(x))
        for number, value in enumerate(grad):
            gradient[np.argmax(x[number * size : (number + 1) * size])] = value
        return gradient

    assert "falta sumar dónde empieza" in check("agrupacion-2", wrong).hint
