"""Otras maneras de resolver, y de cometer, los errores típicos del capítulo «retropropagacion»."""

import numpy as np

from redes.exercises.retropropagacion import check, hidden_error, multiplications


def test_hand_numbers_of_the_chapter():
    # δ² = (2, −1), W² = (1, −2), z¹ = 3: (2·1 + (−1)·(−2))·1 = 4.
    error = hidden_error(np.array([[2.0, -1.0]]), np.array([[1.0, -2.0]]), np.array([[3.0]]))
    np.testing.assert_array_equal(error, [[4.0]])


def test_count_of_the_chapter():
    # 64·48 + 48·32 + 32·10 = 3072 + 1536 + 320; hacia atrás, 3072 + 2·1856.
    assert multiplications([64, 48, 32, 10]) == (4928, 6784)


def test_loops_are_accepted():
    def with_loops(delta, kernel, z):
        result = np.zeros(z.shape)
        for i, row in enumerate(delta):
            for d, weights in enumerate(kernel):
                result[i, d] = sum(row * weights) if z[i, d] > 0 else 0.0
        return result

    assert check("retropropagacion-1", with_loops)


def test_bias_with_an_extra_axis_is_told_by_its_shape():
    result = check(
        "retropropagacion-2",
        lambda delta, x, kernel: (delta @ kernel.T, x.T @ delta, delta.sum(axis=0, keepdims=True)),
    )
    assert not result and "(1, 2)" in result.message


def test_forgetting_the_transpose_is_recognised_with_a_square_kernel_and_without():
    result = check("retropropagacion-1", lambda delta, kernel, z: delta @ kernel * (z > 0))
    assert "trasponer" in result.hint


def test_floats_do_not_count():
    assert not check("retropropagacion-3", lambda sizes: (15.0, 15.0))
