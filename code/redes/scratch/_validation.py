"""Comprobaciones de entrada que comparten los módulos de `redes.scratch`.

Cada error dice en español qué llegó, qué se esperaba y cómo arreglarlo.
"""

import numpy as np


def as_float(values, name="z"):
    """Convierte en arreglo de coma flotante: respeta float32, y lo entero pasa a float64."""
    values = np.asarray(values)
    if values.dtype.kind == "f":
        return values
    if values.dtype.kind not in "biu":
        raise ValueError(
            f"{name} ha de contener números reales y llegó con dtype {values.dtype}; "
            "conviértelo antes con np.asarray(..., dtype=float)."
        )
    return values.astype(np.float64)


def check_same_shape(name, values, reference_name, reference):
    """Exige la misma forma exacta: difundir aquí escondería un error de ejes."""
    if values.shape != reference.shape:
        raise ValueError(
            f"{name} tiene forma {values.shape} y {reference_name} tiene forma {reference.shape}; "
            f"han de ser iguales: da a {name} la forma {reference.shape}."
        )


def check_axis(z, axis):
    """Exige que `axis` sea un eje de `z`."""
    if not -z.ndim <= axis < z.ndim:
        raise ValueError(
            f"axis={axis} no existe en un arreglo de forma {z.shape}; "
            f"ha de estar entre {-z.ndim} y {z.ndim - 1} (un escalar no tiene ejes)."
        )


def check_neuron(x, weights):
    """Exige formas que encajen en x·weights: (..., D) y (D,)."""
    if weights.ndim != 1 or x.ndim == 0 or x.shape[-1] != weights.shape[0]:
        raise ValueError(
            f"x tiene forma {x.shape} y weights tiene forma {weights.shape}; "
            "se esperaba x (..., D) y weights (D,), con un peso por entrada."
        )


def check_affine(x, kernel, bias=None):
    """Exige formas que encajen en x·kernel + bias: (..., D), (D, U) y (U,)."""
    if kernel.ndim != 2:
        raise ValueError(
            f"kernel tiene forma {kernel.shape} y ha de ser una matriz (D, U): "
            "una fila por entrada y una columna por unidad."
        )
    if x.ndim == 0 or x.shape[-1] != kernel.shape[0]:
        raise ValueError(
            f"x tiene forma {x.shape} y kernel tiene forma {kernel.shape}; el último eje de x "
            f"ha de medir D = {kernel.shape[0]}, tantas entradas como filas tiene kernel."
        )
    if bias is not None and bias.shape != kernel.shape[1:]:
        raise ValueError(
            f"bias tiene forma {bias.shape} y kernel tiene forma {kernel.shape}; "
            f"ha de haber un sesgo por unidad: bias de forma {kernel.shape[1:]}."
        )


def check_upstream(grad, expected):
    """Exige que el gradiente que llega tenga la forma de la salida de la capa."""
    if grad.shape != expected:
        raise ValueError(
            f"grad tiene forma {grad.shape} y la salida de la capa tiene forma {expected}; "
            "han de ser iguales: es el gradiente respecto de esa salida."
        )


def as_targets(y, prediction, name):
    """Da al objetivo y el tipo de la predicción, tras exigir la misma forma y algún ejemplo."""
    prediction, y = as_float(prediction, name), as_float(y, "y")
    check_same_shape("y", y, name, prediction)
    if prediction.size == 0:
        raise ValueError(
            f"{name} tiene forma {prediction.shape}, sin ningún ejemplo; "
            "hace falta al menos uno para promediar."
        )
    return y.astype(prediction.dtype, copy=False), prediction
