"""Los ejercicios del capítulo «convolucion»: tamaños, una correlación a mano y una cuenta."""

import math

import numpy as np

from redes.exercises.checker import Checker, Exercise, Mistake
from redes.scratch.convolution import conv2d, output_length


def output_size(length, kernel_size, strides, padding, dilation_rate):
    """Cuántas posiciones salen a lo largo de un eje."""
    return output_length(
        length, kernel_size, strides=strides, padding=padding, dilation_rate=dilation_rate
    )


def correlate(x, kernel):
    """La correlación de una serie con un filtro, sin relleno y con zancada 1."""
    return conv2d(x[None, None, :, None], kernel[None, :, None, None])[0, 0, :, 0]


def count(input_shape, filters, kernel_size):
    """Los parámetros de una capa convolucional y las multiplicaciones que hace por imagen."""
    height, width, channels = input_shape
    weights = kernel_size**2 * channels * filters
    rows, columns = (output_length(size, kernel_size) for size in (height, width))
    return weights + filters, rows * columns * weights


def _size_with(reach=lambda k, d: d * (k - 1) + 1, divide=lambda a, s: a // s, extra=1):
    """El tamaño con una pieza cambiada, para los errores típicos."""

    def wrong(length, kernel_size, strides, padding, dilation_rate):
        if padding == "same":
            return math.ceil(length / strides)
        return int(divide(length - reach(kernel_size, dilation_rate), strides)) + extra

    return wrong


SIZE = Exercise(
    name="convolucion-1",
    reference=output_size,
    cases=(
        (5, 3, 1, "valid", 1),  # empieza en 0, 1 y 2
        (8, 3, 2, "valid", 1),  # en 0, 2 y 4: sobra una posición
        (8, 3, 3, "same", 1),  # 8/3, hacia arriba
        (10, 3, 1, "valid", 3),  # abarca 7
        (9, 4, 1, "same", 2),
    ),
    mistakes=(
        Mistake(
            _size_with(reach=lambda k, d: k),
            "Falta la dilatación: el núcleo no abarca k posiciones, sino d(k − 1) + 1.",
        ),
        Mistake(
            _size_with(reach=lambda k, d: d * k),
            "Entre k pesos hay k − 1 huecos: el alcance no es dk, sino d(k − 1) + 1.",
        ),
        Mistake(
            _size_with(extra=0),
            "Falta la primera ventana: (n − k')/s cuenta los avances y las ventanas son una más.",
        ),
        Mistake(
            _size_with(divide=lambda a, s: -(-a // s)),
            "Sin relleno se redondea hacia abajo: una ventana que no cabe entera no cuenta.",
        ),
        Mistake(
            lambda length, kernel_size, strides, padding, dilation_rate: (
                length
                if padding == "same"
                else (length - dilation_rate * (kernel_size - 1) - 1) // strides + 1
            ),
            "«same» solo conserva la longitud con zancada 1; con otra, sale n/s, hacia arriba.",
        ),
    ),
    hint="Con «valid», ¿dónde empieza la última ventana que cabe? Con «same», n/s hacia arriba.",
    exact=True,
)

CORRELATE = Exercise(
    name="convolucion-2",
    reference=correlate,
    cases=(
        # 1·2 − 3 = −1; 3·2 − 0 = 6; 0·2 − 4 = −4.
        (np.array([1.0, 3.0, 0.0, 4.0]), np.array([2.0, -1.0])),
        (np.array([1.0, -2.0, 0.5, 3.0, 2.0, -1.0]), np.array([1.0, 0.0, -2.0])),
    ),
    mistakes=(
        Mistake(
            lambda x, kernel: np.convolve(x, kernel, mode="valid"),
            "Se ha dado la vuelta al filtro: eso es la convolución de las matemáticas, y lo que se "
            "pide es la correlación.",
        ),
        Mistake(
            lambda x, kernel: np.correlate(x, kernel, mode="full"),
            "Sobran las ventanas que se salen por los extremos: sin relleno, salen n − k + 1.",
        ),
        Mistake(
            lambda x, kernel: np.correlate(x, kernel, mode="valid")[:-1],
            "Falta la última ventana, la que empieza en n − k.",
        ),
        Mistake(
            lambda x, kernel: np.correlate(x, kernel, mode="valid")[:: len(kernel)],
            "La ventana avanza de una en una posición, y las ventanas se solapan.",
        ),
    ),
    hint="El número i de la salida es la suma de los productos de x[i:i + k] por el filtro.",
)

COUNT = Exercise(
    name="convolucion-3",
    reference=count,
    cases=(
        ((6, 5, 1), 1, 3),  # 9 + 1 parámetros y 4·3·9 multiplicaciones
        ((32, 32, 3), 10, 5),  # 75·10 + 10 y 28·28·750
        ((7, 9, 4), 2, 1),
    ),
    mistakes=(
        Mistake(
            lambda input_shape, filters, kernel_size: (
                count(input_shape, filters, kernel_size)[0] - filters,
                count(input_shape, filters, kernel_size)[1],
            ),
            "Faltan los sesgos: uno por filtro.",
        ),
        Mistake(
            lambda input_shape, filters, kernel_size: count(
                (*input_shape[:2], 1), filters, kernel_size
            ),
            "Un filtro no es plano: tiene tantas capas de pesos como canales la entrada.",
        ),
        Mistake(
            lambda input_shape, filters, kernel_size: (
                count(input_shape, filters, kernel_size)[1] + filters,
                count(input_shape, filters, kernel_size)[1],
            ),
            "Los pesos se comparten: no hay unos por posición.",
        ),
        Mistake(
            lambda input_shape, filters, kernel_size: (
                count(input_shape, filters, kernel_size)[0],
                math.prod(input_shape[:2]) * kernel_size**2 * input_shape[2] * filters,
            ),
            "Sin relleno la salida es menor que la entrada: hay menos posiciones que puntos.",
        ),
    ),
    hint="Un filtro tiene k·k·C pesos y un sesgo, y se aplica una vez por posición de la salida.",
    exact=True,
)

check = Checker(SIZE, CORRELATE, COUNT)
