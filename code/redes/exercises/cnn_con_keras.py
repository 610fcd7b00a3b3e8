"""Los ejercicios del capítulo «cnn-con-keras»: contar, contar por grupos y cambiar de forma."""

import numpy as np

from redes.exercises.checker import Checker, Exercise, Mistake


def count_parameters(side, blocks, classes):
    """Los parámetros de una red de bloques «convolución y agrupación de 2», aplanada."""
    channels, total = 1, 0
    for filters, size in blocks:
        total += (size * size * channels + 1) * filters
        side, channels = (side - size + 1) // 2, filters
    return total + (side * side * channels + 1) * classes


def grouped_parameters(channels, filters, size, groups):
    """Los parámetros de una convolución cuadrada por grupos, con sesgo."""
    return size * size * (channels // groups) * filters + filters


def dense_to_kernel(weights, height, width):
    """El núcleo (H, W, C, U) que hace lo que una capa densa sobre el aplanamiento."""
    return weights.reshape(height, width, -1, weights.shape[1])


def _count(side, blocks, classes, *, bias=1, one_channel=False, halve=2, end="flatten"):
    channels, total = 1, 0
    for filters, size in blocks:
        total += (size * size * channels + bias) * filters
        side, channels = (side - size + 1) // halve, 1 if one_channel else filters
    channels = blocks[-1][0]
    places = side * side if end == "flatten" else 1
    return total + (places * channels + bias) * classes


def _same_size(side, blocks, classes):
    channels, total = 1, 0
    for filters, size in blocks:
        total += (size * size * channels + 1) * filters
        side, channels = side // 2, filters
    return total + (side * side * channels + 1) * classes


def _channels_first(weights, height, width):
    kernel = weights.reshape(-1, height, width, weights.shape[1])
    return np.moveaxis(kernel, 0, 2)


def _columns_first(weights, height, width):
    kernel = weights.reshape(width, height, -1, weights.shape[1])
    return np.swapaxes(kernel, 0, 1)


def _units_first(weights, height, width):
    return weights.T.reshape(height, width, -1, weights.shape[1])


COUNT = Exercise(
    name="cnn-con-keras-1",
    reference=count_parameters,
    cases=(
        (8, [(4, 3)], 10),  # 40 + (3·3·4 + 1)·10 = 410
        (28, [(6, 5), (16, 5)], 10),  # 156 + 2416 + (4·4·16 + 1)·10 = 5142
        (15, [(3, 2), (5, 3)], 2),  # 15, 14, 7, 5, 2
    ),
    mistakes=(
        Mistake(
            lambda side, blocks, classes: _count(side, blocks, classes, bias=0),
            "Faltan los sesgos: uno por filtro y uno por clase.",
        ),
        Mistake(
            lambda side, blocks, classes: _count(side, blocks, classes, one_channel=True),
            "Cada filtro es tan profundo como su entrada: sus canales son los filtros de la capa "
            "anterior.",
        ),
        Mistake(
            lambda side, blocks, classes: _count(side, blocks, classes, halve=1),
            "Falta la agrupación: divide el lado entre 2, y el resto se pierde.",
        ),
        Mistake(
            lambda side, blocks, classes: _count(side, blocks, classes, end="global"),
            "La capa densa recibe todos los números de los mapas, no uno por canal.",
        ),
        Mistake(
            _same_size,
            "Sin relleno, una convolución de k quita k − 1 a cada lado.",
        ),
    ),
    hint="Lleva el lado y los canales de bloque en bloque; al final, los números aplanados son "
    "lado · lado · canales.",
    exact=True,
)

GROUPS = Exercise(
    name="cnn-con-keras-2",
    reference=grouped_parameters,
    cases=((4, 6, 3, 2), (8, 8, 5, 8), (16, 32, 3, 1)),
    mistakes=(
        Mistake(
            lambda channels, filters, size, groups: size * size * channels * filters + filters,
            "Cada filtro mira solo los canales de su grupo, que son channels / groups.",
        ),
        Mistake(
            lambda channels, filters, size, groups: (
                (size * size * channels * filters + filters) // groups
            ),
            "Los sesgos no se dividen: sigue habiendo uno por filtro.",
        ),
        Mistake(
            lambda channels, filters, size, groups: (
                size * size * (channels // groups) * (filters // groups) + filters
            ),
            "Son los parámetros de un solo grupo; los filtros de todos los grupos cuentan.",
        ),
        Mistake(
            lambda channels, filters, size, groups: size * size * (channels // groups) * filters,
            "Faltan los sesgos.",
        ),
    ),
    hint="¿Cuántos canales ve un filtro? ¿Cuántos filtros hay en total?",
    exact=True,
)

_rng = np.random.default_rng(0)
KERNEL = Exercise(
    name="cnn-con-keras-3",
    reference=dense_to_kernel,
    cases=(
        (np.arange(12.0).reshape(12, 1), 2, 3),  # (H, W, C, U) = (2, 3, 2, 1)
        (_rng.normal(size=(24, 5)), 4, 2),
        (_rng.normal(size=(18, 4)), 3, 3),
    ),
    mistakes=(
        Mistake(
            _channels_first,
            "El aplanamiento recorre los canales lo último, no lo primero.",
        ),
        Mistake(
            _columns_first,
            "El aplanamiento va por filas: el alto es el primer eje.",
        ),
        Mistake(
            _units_first,
            "No hace falta trasponer: las unidades son ya el último eje.",
        ),
    ),
    hint="La fila de los pesos que corresponde a (i, j, c) es la (i·W + j)·C + c: el mismo orden "
    "en que `reshape` rellena.",
)

check = Checker(COUNT, GROUPS, KERNEL)
