"""El recorrido del tiempo que comparten las tres capas recurrentes.

Cada capa pone su celda, ``cell(projected, states) -> states``, que recibe lo que aporta la entrada
de un instante, ya multiplicada por `kernel`, y los estados anteriores.
"""

import numpy as np


def gate(z):
    r"""La sigmoide de las compuertas, :math:`\sigma(z) = (1 + \tanh(z/2))/2`, que no desborda.

    Es la de `redes.scratch.activations` en una sola pasada: aquí se calcula en cada instante.
    """
    opening = np.tanh(0.5 * z)
    opening += 1.0
    opening *= 0.5
    return opening


def in_order(values, go_backwards):
    """De (B, T, ...) a (T, B, ...), con los instantes en el orden en que se recorren."""
    by_time = values.swapaxes(0, 1)
    return by_time[::-1] if go_backwards else by_time


def valid_steps(mask, go_backwards):
    """La máscara en el orden del recorrido, (T, B, 1), o None."""
    return None if mask is None else in_order(mask, go_backwards)[..., None]


def project(inputs, go_backwards):
    """Lo que aporta la entrada en cada instante: no depende del estado y es un solo producto."""
    projected = in_order(inputs.x, go_backwards) @ inputs.kernel  # (T, B, columnas)
    if inputs.bias is not None:
        projected += inputs.bias
    return projected


def unroll(cell, projected, states, valid):
    """Los estados tras cada instante, precedidos de los iniciales: T + 1 tuplas.

    Donde `valid` es falso el instante no cuenta: esa secuencia conserva su estado.
    """
    path = [states]
    for t, entry in enumerate(projected):
        after = cell(entry, path[-1])
        if valid is not None:
            pairs = zip(after, path[-1], strict=True)
            after = tuple(np.where(valid[t], new, old) for new, old in pairs)
        path.append(after)
    return path


def started(valid):
    """Si cada secuencia ha tenido ya algún instante válido: hasta entonces su salida es cero."""
    return np.logical_or.accumulate(valid, axis=0)


def run(cell, inputs, mask, *, return_sequences, return_state, go_backwards):
    """La capa entera: su salida y, si se piden, los estados finales."""
    valid = valid_steps(mask, go_backwards)
    path = unroll(cell, project(inputs, go_backwards), inputs.states, valid)
    shown = path[1:] if return_sequences else path[-1:]
    output = np.stack([h for h, *_ in shown], axis=1)  # (B, T, U), o (B, 1, U)
    if valid is not None:
        visible = started(valid)[-len(shown) :].swapaxes(0, 1)
        output = np.where(visible, output, 0.0)
    if not return_sequences:
        output = output[:, 0]  # (B, U)
    return (output, *path[-1]) if return_state else output
