"""Las referencias del capítulo, contra cuentas a mano y contra Keras."""

import keras
import numpy as np
import pytest

from redes.exercises.cnn_con_keras import (
    count_parameters,
    dense_to_kernel,
    grouped_parameters,
)
from redes.scratch.convolution import conv2d


def test_parameters_by_hand():
    # 6·(25 + 1) + 16·(25·6 + 1) + 10·(4·4·16 + 1)
    assert count_parameters(28, [(6, 5), (16, 5)], 10) == 156 + 2416 + 2570


@pytest.mark.parametrize(("channels", "filters", "size", "groups"), [(4, 6, 3, 2), (6, 3, 2, 3)])
def test_groups_like_keras(channels, filters, size, groups):
    layer = keras.layers.Conv2D(filters, size, groups=groups)
    layer.build((None, 8, 8, channels))
    assert grouped_parameters(channels, filters, size, groups) == layer.count_params()


def test_the_kernel_computes_what_the_dense_layer_computed():
    rng = np.random.default_rng(0)
    x, weights = rng.normal(size=(5, 4, 2, 3)), rng.normal(size=(24, 6))
    y = conv2d(x, dense_to_kernel(weights, 4, 2))
    np.testing.assert_allclose(y[:, 0, 0], x.reshape(5, -1) @ weights, atol=1e-12)
