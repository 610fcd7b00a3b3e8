"""Los ejercicios del capítulo «capa-densa»: juntar capas, contar parámetros, cambiar el orden."""

import math

import numpy as np

from redes.exercises.checker import Checker, Exercise, Mistake
from redes.scratch.dense import dense


def fuse(first_kernel, first_bias, second_kernel, second_bias):
    """El núcleo y el sesgo de la capa que equivale a dos capas densas sin activación."""
    return first_kernel @ second_kernel, dense(first_bias, second_kernel, second_bias)


def shape_and_parameters(input_shape, units):
    """La forma de la salida de un ejemplo y los parámetros de una capa densa."""
    return (*input_shape[:-1], units), input_shape[-1] * units + units


def reorder_units(kernel, bias, next_kernel, order):
    """Los pesos de la misma red con las unidades de una capa en otro orden."""
    return kernel[:, order], bias[order], next_kernel[order]


def _random(*shapes):
    """Arreglos con esas formas, siempre los mismos."""
    rng = np.random.default_rng(31)
    return tuple(rng.normal(size=shape) for shape in shapes)


FUSE = Exercise(
    name="capa-densa-1",
    reference=fuse,
    cases=(
        # (1, 2)·(3, 1) = 5 y 1·3 + 0·1 + 2 = 5.
        (np.array([[1.0, 2.0]]), np.array([1.0, 0.0]), np.array([[3.0], [1.0]]), np.array([2.0])),
        _random((2, 3), (3,), (3, 4), (4,)),
        _random((3, 3), (3,), (3, 3), (3,)),
    ),
    mistakes=(
        Mistake(
            lambda first_kernel, first_bias, second_kernel, second_bias: (
                first_kernel @ second_kernel,
                second_bias,
            ),
            "Falta el primer sesgo: también pasa por la segunda capa, multiplicado por su núcleo.",
        ),
        Mistake(
            lambda first_kernel, first_bias, second_kernel, second_bias: (
                first_kernel @ second_kernel,
                first_bias @ second_kernel,
            ),
            "Falta sumar el segundo sesgo, que no multiplica nada.",
        ),
        Mistake(
            lambda first_kernel, first_bias, second_kernel, second_bias: (
                first_kernel @ second_kernel,
                first_bias.sum() + second_bias,
            ),
            "El primer sesgo no se suma tal cual: lo que llega de cada unidad lo multiplican los "
            "pesos de la segunda capa.",
        ),
        Mistake(
            lambda first_kernel, first_bias, second_kernel, second_bias: (
                (first_kernel @ second_kernel).T,
                first_bias @ second_kernel + second_bias,
            ),
            "El núcleo ha salido traspuesto: sus filas son las entradas de la primera capa y sus "
            "columnas, las unidades de la segunda.",
        ),
    ),
    hint="Escribamos (xW₁ + b₁)W₂ + b₂ y quitemos el paréntesis: lo que multiplica a x es el "
    "núcleo; lo demás, el sesgo.",
)

COUNT = Exercise(
    name="capa-densa-2",
    reference=shape_and_parameters,
    cases=(
        ((64,), 32),  # 64·32 + 32 = 2080
        ((5, 7), 3),  # 7·3 + 3 = 24
        ((32, 32, 3), 10),  # 3·10 + 10 = 40: sin aplanar, solo cuenta el último eje
    ),
    mistakes=(
        Mistake(
            lambda input_shape, units: ((*input_shape[:-1], units), input_shape[-1] * units),
            "Faltan los sesgos: uno por unidad.",
        ),
        Mistake(
            lambda input_shape, units: (
                (*input_shape[:-1], units),
                input_shape[-1] * units + input_shape[-1],
            ),
            "El sesgo es de cada unidad y no de cada entrada.",
        ),
        Mistake(
            lambda input_shape, units: (
                (*input_shape[:-1], units),
                math.prod(input_shape) * units + units,
            ),
            "La capa no aplana: los pesos son del último eje y los demás los comparten.",
        ),
        Mistake(
            lambda input_shape, units: ((units,), input_shape[-1] * units + units),
            "La salida conserva los ejes anteriores al último; solo este cambia de tamaño.",
        ),
    ),
    hint="El último eje de la entrada es D, y las unidades, U: los parámetros son D·U + U.",
    exact=True,
)

REORDER = Exercise(
    name="capa-densa-3",
    reference=reorder_units,
    cases=(
        # Un orden que no es su propio inverso: así se distingue del contrario.
        (*_random((2, 3), (3,), (3, 4)), np.array([1, 2, 0])),
        (*_random((4, 4), (4,), (4, 4)), np.array([2, 0, 3, 1])),
    ),
    mistakes=(
        Mistake(
            lambda kernel, bias, next_kernel, order: (kernel[:, order], bias[order], next_kernel),
            "Falta la capa siguiente: sus filas leen las unidades que hemos movido.",
        ),
        Mistake(
            lambda kernel, bias, next_kernel, order: (kernel[:, order], bias, next_kernel[order]),
            "Falta el sesgo: cada uno viaja con su unidad.",
        ),
        Mistake(
            lambda kernel, bias, next_kernel, order: (
                kernel[:, order],
                bias[order],
                next_kernel[:, order % next_kernel.shape[1]],
            ),
            "En la capa siguiente, cada unidad que movemos es una fila y no una columna.",
        ),
        Mistake(
            lambda kernel, bias, next_kernel, order: (
                kernel[:, np.argsort(order)],
                bias[np.argsort(order)],
                next_kernel[np.argsort(order)],
            ),
            "Es el orden contrario: en el lugar 0 queda la unidad que estaba en order[0].",
        ),
    ),
    hint="Los pesos de una unidad son una columna de su capa y una fila de la siguiente.",
)

check = Checker(FUSE, COUNT, REORDER)
