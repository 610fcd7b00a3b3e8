"""Lo que comprueban al entrar las tres capas recurrentes: formas, tipo común y estado inicial."""

from typing import NamedTuple

import numpy as np

from redes.scratch._validation import as_float


class Inputs(NamedTuple):
    """Los arreglos de una capa recurrente, comprobados y del mismo tipo."""

    x: np.ndarray
    kernel: np.ndarray
    recurrent_kernel: np.ndarray
    bias: np.ndarray | None
    states: tuple


def check_sequence(x, kernel, recurrent_kernel, bias, states, *, gates, bias_rows=()):
    """Los argumentos de una capa: x (B, T, D), con algún instante, y cada estado (B, U)."""
    if np.ndim(x) != 3 or np.shape(x)[1] == 0:
        raise ValueError(
            f"x tiene forma {np.shape(x)} y kernel tiene forma {np.shape(kernel)}; se esperaba x "
            "(B, T, D), con T al menos 1. A una secuencia sola le falta el lote, x[None]; a series "
            "de un solo rasgo, el último eje, x[..., None]."
        )
    batch = np.shape(x)[:1]
    return _check((x, kernel, recurrent_kernel, bias), states, batch, gates, bias_rows)


def check_step(x, kernel, recurrent_kernel, bias, states, *, gates, bias_rows=()):
    """Los argumentos de un paso: x (..., D) y cada estado (..., U)."""
    batch = np.shape(x)[:-1]
    return _check((x, kernel, recurrent_kernel, bias), states, batch, gates, bias_rows)


def check_mask(mask, x):
    """La máscara como booleanos (B, T), o None."""
    if mask is None:
        return None
    mask = np.asarray(mask)
    if mask.shape != x.shape[:2]:
        raise ValueError(
            f"mask tiene forma {mask.shape} y x tiene forma {x.shape}; se esperaba mask (B, T) = "
            f"{x.shape[:2]}: un booleano por instante, falso donde hay relleno."
        )
    return mask.astype(bool)


def check_pair(states, name):
    """Los dos estados de una LSTM; None vale por los dos ceros."""
    if states is None:
        return (None, None)
    if not isinstance(states, tuple | list) or len(states) != 2:
        raise ValueError(
            f"{name} llegó como {type(states).__name__} de forma {np.shape(states)}; una LSTM "
            f"tiene dos estados: se esperaba la pareja (h, c), cada uno de forma (B, U)."
        )
    return tuple(states)


def _check(arrays, states, batch, gates, bias_rows):
    """Comprueba las formas y da a todos el tipo común; un estado None pasa a ceros."""
    names = "x", "kernel", "recurrent_kernel", "bias"
    given = [
        None if array is None else as_float(array, name)
        for name, array in zip(names, arrays, strict=True)
    ]
    states = [None if state is None else as_float(state, "el estado") for state in states]
    _check_weights(*given, gates, bias_rows)
    expected = (*batch, len(given[2]))
    for state in states:
        _check_state(state, given[0], expected)
    dtype = np.result_type(*(array for array in (*given, *states) if array is not None))
    given = [None if array is None else array.astype(dtype, copy=False) for array in given]
    states = [np.zeros(expected) if state is None else state for state in states]
    return Inputs(*given, tuple(state.astype(dtype, copy=False) for state in states))


def _check_weights(x, kernel, recurrent_kernel, bias, gates, bias_rows):
    columns = "U" if gates == 1 else f"{gates}U"
    square = recurrent_kernel.ndim == 2 and recurrent_kernel.shape[1] == gates * len(
        recurrent_kernel
    )
    if not square or kernel.ndim != 2 or kernel.shape[1] != recurrent_kernel.shape[1]:
        raise ValueError(
            f"kernel tiene forma {kernel.shape} y recurrent_kernel tiene forma "
            f"{recurrent_kernel.shape}; se esperaba kernel (D, {columns}) y recurrent_kernel "
            f"(U, {columns}): una fila por entrada o por unidad, y las mismas columnas."
        )
    if x.ndim == 0 or x.shape[-1] != len(kernel):
        raise ValueError(
            f"x tiene forma {x.shape} y kernel tiene forma {kernel.shape}; el último eje de x "
            f"ha de medir D = {len(kernel)}, tantas entradas como filas tiene kernel."
        )
    expected = (*bias_rows, kernel.shape[1])
    if bias is not None and bias.shape != expected:
        raise ValueError(
            f"bias tiene forma {bias.shape} y kernel tiene forma {kernel.shape}; "
            f"se esperaba un bias de forma {expected}."
        )


def _check_state(state, x, expected):
    if state is not None and state.shape != expected:
        raise ValueError(
            f"el estado tiene forma {state.shape} y x tiene forma {x.shape}; se esperaba un estado "
            f"de forma {expected}: una fila por secuencia y una columna por unidad."
        )
