"""El campo receptivo: a mano, y contra los píxeles que de verdad influyen."""

import numpy as np
import pytest

from redes.scratch.convolution import conv2d
from redes.scratch.receptive_field import ReceptiveField, Window, receptive_field


def test_hand_example():
    # conv 3, agrupación 2 con zancada 2, conv 3, agrupación 2 con zancada 2
    layers = [Window(3), Window(2, strides=2), Window(3), Window(2, strides=2)]
    # 1+2·1 = 3; 3+1·1 = 4 y el salto pasa a 2; 4+2·2 = 8; 8+1·2 = 10 y el salto pasa a 4
    assert receptive_field(layers) == [(3, 1), (4, 2), (8, 2), (10, 4)]


@pytest.mark.parametrize(
    "layers",
    [
        [Window(3), Window(3), Window(3)],
        [Window(3, strides=2), Window(4), Window(2, strides=3)],
        [Window(2), Window(3, dilation_rate=3), Window(2, strides=2), Window(3)],
    ],
)
def test_it_is_what_a_change_of_the_input_can_reach(layers):
    # Con pesos todos iguales a 1, la salida cambia si y solo si el píxel cae en el campo.
    def network(x):
        for layer in layers:
            kernel = np.ones((1, layer.kernel_size, 1, 1))
            options = {"strides": (1, layer.strides), "dilation_rate": (1, layer.dilation_rate)}
            x = conv2d(x, kernel, **options)
        return x[0, 0, :, 0]

    length = 80
    base = network(np.zeros((1, 1, length, 1)))
    touched = np.zeros((length, len(base)), bool)
    for pixel in range(length):
        image = np.zeros((1, 1, length, 1))
        image[0, 0, pixel] = 1
        touched[pixel] = network(image) != base
    first, second = (np.flatnonzero(touched[:, position]) for position in (0, 1))
    size, jump = receptive_field(layers)[-1]
    assert first[-1] - first[0] + 1 == size
    assert second[0] - first[0] == jump


def test_nothing_sees_nothing():
    assert receptive_field([]) == []
    assert receptive_field([Window(1)]) == [ReceptiveField(1, 1)]


@pytest.mark.parametrize("bad", [Window(0), Window(3, strides=0), Window(3, dilation_rate=-1)])
def test_bad_windows(bad):
    with pytest.raises(ValueError, match=r"al menos 1"):
        receptive_field([Window(3), bad])
