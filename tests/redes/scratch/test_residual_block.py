"""El bloque residual del capítulo «arquitecturas», hecho con las piezas de redes.scratch."""

import numpy as np
import pytest

from redes.scratch.activations import relu, relu_grad
from redes.scratch.convolution import conv2d, conv2d_backward
from redes.scratch.gradcheck import check_gradient


def block(x, first, last):
    return x + conv2d(relu(conv2d(x, first, padding="same")), last, padding="same")


def gradients(grad, x, first, last):
    """Los de x y los dos núcleos: el de x suma el atajo y la rama."""
    z = conv2d(x, first, padding="same")
    back = conv2d_backward(grad, relu(z), last, padding="same")
    branch = conv2d_backward(back.x * relu_grad(z), x, first, padding="same")
    return grad + branch.x, branch.kernel, back.kernel


def one(value):
    return np.full((1, 1, 1, 1), float(value))


def test_the_numbers_of_the_chapter():
    # x = 2, w = 1.5, v = −0.5: z = 3, a = 3, F = −1.5, y = 0.5. Llega un 4.
    assert block(one(2), one(1.5), one(-0.5)).item() == 0.5
    # v: 4·3 = 12; a: 4·(−0.5) = −2; w: −2·2 = −4; x: 4 por el atajo y −2·1.5 = −3 por la rama.
    found = [part.item() for part in gradients(one(4), one(2), one(1.5), one(-0.5))]
    assert found == [1, -4, 12]


def test_zero_branch_is_the_identity():
    x = np.random.default_rng(0).normal(size=(2, 5, 4, 3))
    first = np.random.default_rng(1).normal(size=(3, 3, 3, 3))
    zero = np.zeros_like(first)
    np.testing.assert_array_equal(block(x, first, zero), x)
    grad = np.random.default_rng(2).normal(size=x.shape)
    np.testing.assert_array_equal(gradients(grad, x, first, zero)[0], grad)


@pytest.mark.parametrize("which", [0, 1, 2])
def test_gradients(which):
    rng = np.random.default_rng(3)
    values = [rng.normal(size=(2, 4, 3, 2)), *rng.normal(size=(2, 3, 3, 2, 2))]
    grad = rng.normal(size=values[0].shape)

    def loss(moved):
        return np.sum(grad * block(*values[:which], moved, *values[which + 1 :]))

    check_gradient(loss, values[which], gradients(grad, *values)[which])
