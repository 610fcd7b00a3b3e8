"""Los ejercicios del capítulo «agrupacion»: el máximo, su gradiente y el campo receptivo."""

import numpy as np

from redes.exercises.checker import Checker, Exercise, Mistake


def max_pool1d(x, size):
    """El máximo de cada tramo de `size` números; los que sobran al final se descartan."""
    count = len(x) // size
    return x[: count * size].reshape(count, size).max(axis=1)


def max_pool1d_gradient(grad, x, size):
    """El gradiente de la entrada: lo que llega a cada tramo va a su primer máximo."""
    count = len(x) // size
    winners = x[: count * size].reshape(count, size).argmax(axis=1)
    gradient = np.zeros_like(x)
    gradient[np.arange(count) * size + winners] = grad
    return gradient


def field_size(sizes, strides):
    """El campo receptivo, en píxeles de un eje, tras varias capas de ventanas."""
    size, jump = 1, 1
    for window, stride in zip(sizes, strides, strict=True):
        size += (window - 1) * jump
        jump *= stride
    return size


def _ceil_pool(x, size):
    return np.array([x[start : start + size].max() for start in range(0, len(x), size)])


def _sliding_pool(x, size):
    return np.array([x[start : start + size].max() for start in range(len(x) - size + 1)])


def _shared_gradient(grad, x, size):
    count = len(x) // size
    gradient = np.zeros_like(x)
    gradient[: count * size] = np.repeat(grad / size, size)
    return gradient


def _copied_gradient(grad, x, size):
    count = len(x) // size
    gradient = np.zeros_like(x)
    gradient[: count * size] = np.repeat(grad, size)
    return gradient


def _tied_gradient(grad, x, size):
    count = len(x) // size
    rows = x[: count * size].reshape(count, size)
    gradient = np.zeros_like(x)
    winners = rows == rows.max(axis=1, keepdims=True)
    gradient[: count * size] = (winners * np.asarray(grad)[:, None]).ravel()
    return gradient


def _unplaced_gradient(grad, x, size):
    count = len(x) // size
    gradient = np.zeros_like(x)
    gradient[x[: count * size].reshape(count, size).argmax(axis=1)] = grad
    return gradient


def _last_gradient(grad, x, size):
    count = len(x) // size
    rows = x[: count * size].reshape(count, size)[:, ::-1]
    gradient = np.zeros_like(x)
    gradient[np.arange(count) * size + size - 1 - rows.argmax(axis=1)] = grad
    return gradient


def _late_jump(sizes, strides):
    size, jump = 1, 1
    for window, stride in zip(sizes, strides, strict=True):
        jump *= stride
        size += (window - 1) * jump
    return size


POOL = Exercise(
    name="agrupacion-1",
    reference=max_pool1d,
    cases=(
        (np.array([2.0, 7.0, 1.0, 0.0]), 2),  # (2, 7) y (1, 0)
        (np.array([3.0, 1.0, 2.0, 5.0, 4.0, 6.0, 9.0]), 3),  # el 9 se queda fuera
        (-np.array([4.0, 2.0, 8.0, 1.0, 3.0]), 2),
    ),
    mistakes=(
        Mistake(
            _ceil_pool,
            "El último tramo está incompleto: sin relleno se descarta, no se resume.",
        ),
        Mistake(
            _sliding_pool,
            "Las ventanas se han movido de uno en uno; aquí la zancada es su tamaño.",
        ),
        Mistake(
            lambda x, size: x[: len(x) // size * size].reshape(-1, size).mean(axis=1),
            "Es la media de cada tramo; se pedía el máximo.",
        ),
        Mistake(
            lambda x, size: x[: len(x) // size * size].reshape(size, -1).max(axis=0),
            "La forma está cambiada: cada tramo es una fila, de forma (tramos, size).",
        ),
    ),
    hint="Recorta lo que sobra, pon cada tramo en una fila y toma el máximo de cada fila.",
)

GRADIENT = Exercise(
    name="agrupacion-2",
    reference=max_pool1d_gradient,
    cases=(
        (np.array([10.0, 20.0]), np.array([2.0, 7.0, 1.0, 0.0]), 2),
        (np.array([6.0]), np.array([1.0, 5.0, 5.0, 9.0]), 3),  # empate, y un 9 descartado
        (np.array([1.0, -2.0, 3.0]), np.array([-4.0, -2.0, -8.0, -1.0, 3.0, 0.0]), 2),
    ),
    mistakes=(
        Mistake(
            _shared_gradient,
            "El gradiente se ha repartido entre todo el tramo: eso hace la media, no el máximo.",
        ),
        Mistake(
            _copied_gradient,
            "Solo el máximo influye en la salida: los demás números del tramo reciben cero.",
        ),
        Mistake(
            _tied_gradient,
            "En un empate han cobrado dos: el gradiente va solo al primero.",
        ),
        Mistake(
            _unplaced_gradient,
            "`argmax` cuenta desde el principio de cada tramo; falta sumar dónde empieza el tramo.",
        ),
        Mistake(
            _last_gradient,
            "En el empate ha cobrado el último; le toca al primero.",
        ),
        Mistake(
            lambda grad, x, size: max_pool1d_gradient(np.ones_like(grad), x, size),
            "Falta multiplicar por el gradiente que llega, que no siempre es 1.",
        ),
    ),
    hint="`argmax` dice qué posición ganó en cada tramo; a esa posición, contada desde el "
    "principio de x, va el gradiente del tramo.",
)

FIELD = Exercise(
    name="agrupacion-3",
    reference=field_size,
    cases=(
        ([3, 3], [1, 1]),  # 1 + 2 + 2 = 5
        ([3, 2, 3], [1, 2, 1]),  # 1 + 2 + 1 + 2·2 = 8
        ([7, 3, 3, 3], [2, 2, 1, 2]),  # 1 + 6 + 2·2 + 2·4 + 2·4 = 27
    ),
    mistakes=(
        Mistake(
            lambda sizes, strides: 1 + sum(window - 1 for window in sizes),
            "Faltan las zancadas: tras una de 2, cada paso vale dos píxeles.",
        ),
        Mistake(
            _late_jump,
            "La zancada de una capa no agranda su propia ventana, sino las de las siguientes.",
        ),
        Mistake(
            lambda sizes, strides: field_size([window + 1 for window in sizes], strides),
            "Una ventana de k añade k − 1 saltos, no k.",
        ),
        Mistake(
            lambda sizes, strides: field_size(sizes, strides) - 1,
            "Antes de la primera capa, una posición ve ya un píxel: se empieza en 1.",
        ),
    ),
    hint="Lleva dos números de capa en capa: lo que mide el campo y cuántos píxeles hay entre dos "
    "posiciones vecinas.",
    exact=True,
)

check = Checker(POOL, GRADIENT, FIELD)
