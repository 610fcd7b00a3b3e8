"""La capa densa con un producto de matrices contra los bucles de Python que sustituye."""

import statistics
import time

import numpy as np

from redes.scratch.dense import dense, dense_parameters_backward

# Un minilote de cifras de 8 × 8 y una capa de 48 unidades: los tamaños del capítulo.
BATCH, INPUTS, UNITS = 32, 64, 48
ROUNDS, CALLS = 7, 200


def dense_loops(x, kernel, bias):
    """La capa densa sobre listas: un ejemplo, una unidad y una entrada cada vez."""
    outputs = []
    for row in x:
        values = []
        for unit in range(UNITS):
            total = bias[unit]
            for feature in range(INPUTS):
                total += row[feature] * kernel[feature][unit]
            values.append(total)
        outputs.append(values)
    return outputs


def kernel_gradient_loops(grad, x):
    """El gradiente del núcleo sobre listas: cada peso suma sobre los ejemplos."""
    gradient = []
    for feature in range(INPUTS):
        values = []
        for unit in range(UNITS):
            total = 0.0
            for example in range(BATCH):
                total += x[example][feature] * grad[example][unit]
            values.append(total)
        gradient.append(values)
    return gradient


def seconds(function, *arguments, calls=1):
    """Segundos por llamada."""
    start = time.perf_counter()
    for _ in range(calls):
        function(*arguments)
    return (time.perf_counter() - start) / calls


def ratios(loops, vectorised, *arrays):
    """Cuántas veces tardan más los bucles, en rondas alternadas; reciben listas, no arreglos."""
    lists = [array.tolist() for array in arrays]
    vectorised(*arrays)  # calentamiento
    return [
        seconds(loops, *lists) / seconds(vectorised, *arrays, calls=CALLS) for _ in range(ROUNDS)
    ]


def arrays():
    rng = np.random.default_rng(0)
    shapes = (BATCH, INPUTS), (INPUTS, UNITS), (UNITS,), (BATCH, UNITS)
    return [rng.normal(size=shape) for shape in shapes]


def test_dense_is_fifty_times_faster_than_loops():
    x, kernel, bias, _ = arrays()
    loops = dense_loops(x.tolist(), kernel.tolist(), bias.tolist())
    np.testing.assert_allclose(loops, dense(x, kernel, bias), rtol=1e-9, atol=1e-12)
    found = ratios(dense_loops, dense, x, kernel, bias)
    print("bucles / dense:", " ".join(f"{ratio:.0f}" for ratio in found))
    assert statistics.median(found) >= 50, found


def test_the_gradient_is_fifty_times_faster_than_loops():
    x, _, _, grad = arrays()
    loops = kernel_gradient_loops(grad.tolist(), x.tolist())
    np.testing.assert_allclose(loops, dense_parameters_backward(grad, x)[0], atol=1e-12)
    found = ratios(kernel_gradient_loops, dense_parameters_backward, grad, x)
    print("bucles / gradiente:", " ".join(f"{ratio:.0f}" for ratio in found))
    assert statistics.median(found) >= 50, found
