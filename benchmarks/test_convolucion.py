"""La convolución con un producto de matrices contra los bucles de Python que sustituye."""

import statistics
import time

import numpy as np

from redes.scratch.convolution import conv2d, conv2d_loops

# Una imagen de color y cuatro filtros de 5 × 5 × 3: los tamaños del capítulo.
IMAGE, KERNEL = (1, 32, 32, 3), (5, 5, 3, 4)
ROUNDS, CALLS = 5, 20


def seconds(function, *arguments, calls=1):
    """Segundos por llamada."""
    start = time.perf_counter()
    for _ in range(calls):
        function(*arguments)
    return (time.perf_counter() - start) / calls


def test_conv2d_is_fifty_times_faster_than_loops():
    rng = np.random.default_rng(0)
    arrays = [rng.normal(size=shape) for shape in (IMAGE, KERNEL, KERNEL[-1:])]
    np.testing.assert_allclose(conv2d(*arrays), conv2d_loops(*arrays), atol=1e-10)
    found = [
        seconds(conv2d_loops, *arrays) / seconds(conv2d, *arrays, calls=CALLS)
        for _ in range(ROUNDS)
    ]
    print("bucles / conv2d:", " ".join(f"{ratio:.0f}" for ratio in found))
    assert statistics.median(found) >= 50, found
