"""La retropropagación en el tiempo que comparten las tres capas recurrentes.

Cada capa pone la derivada de su celda, ``cell_backward(grads, projected, states)``, que devuelve
tres cosas: el gradiente de lo que aporta la entrada, los de los estados anteriores y los de los
parámetros recurrentes, estos dos como tuplas.
"""

from typing import Any, NamedTuple

import numpy as np

from redes.scratch._recurrence import in_order, project, started, unroll, valid_steps
from redes.scratch._validation import as_float, check_upstream
from redes.scratch.dense import dense_parameters_backward


class RecurrentGradients(NamedTuple):
    """Gradientes de una capa recurrente, en el orden de sus argumentos.

    `bias` e `initial_state` son None si no se dieron; en la LSTM el segundo es la pareja (h, c).
    """

    x: np.ndarray
    kernel: np.ndarray
    recurrent_kernel: np.ndarray
    bias: np.ndarray | None
    initial_state: Any


class Backward(NamedTuple):
    """Lo que la retropropagación averigua de cualquier celda."""

    x: np.ndarray
    kernel: np.ndarray
    bias: np.ndarray
    recurrent: tuple
    states: tuple


def run_backward(cells, inputs, mask, grad, grad_states, *, return_sequences, go_backwards):
    """La capa entera hacia atrás; `cells` son la celda y su derivada."""
    cell, cell_backward = cells
    valid, projected = valid_steps(mask, go_backwards), project(inputs, go_backwards)
    path = unroll(cell, projected, inputs.states, valid)
    at_outputs = _output_gradient(grad, len(projected), inputs, valid, return_sequences)
    at_states = _state_gradients(grad_states, inputs.states)
    at_entries, at_states, recurrent = unroll_backward(
        cell_backward, projected, path, at_outputs, at_states, valid
    )
    kernel, bias = dense_parameters_backward(at_entries, in_order(inputs.x, go_backwards))
    at_x = at_entries @ inputs.kernel.T  # (T, B, D)
    at_x = at_x[::-1] if go_backwards else at_x
    return Backward(at_x.swapaxes(0, 1), kernel, bias, recurrent, at_states)


def unroll_backward(cell_backward, projected, path, at_outputs, at_states, valid):
    """Deshace `unroll`, del último instante al primero.

    A cada estado le llegan dos gradientes, el de su salida y el del instante siguiente, y se suman;
    los parámetros son los mismos en todos los instantes, y sus gradientes también se suman.
    """
    at_entries, recurrent = np.empty_like(projected), ()
    for t in reversed(range(len(projected))):
        at_states = (at_states[0] + at_outputs[t], *at_states[1:])
        if valid is not None:  # lo que un instante no tocó pasa de largo
            skipped = [np.where(valid[t], 0.0, grad) for grad in at_states]
            at_states = [np.where(valid[t], grad, 0.0) for grad in at_states]
        at_entries[t], at_states, weights = cell_backward(at_states, projected[t], path[t])
        if valid is not None:
            at_states = tuple(map(np.add, at_states, skipped))
        recurrent = tuple(map(np.add, recurrent, weights)) if recurrent else weights
    return at_entries, at_states, recurrent


def _output_gradient(grad, times, inputs, valid, return_sequences):
    """El gradiente de la salida en cada instante, (T, B, U), en el orden del recorrido."""
    grad = as_float(grad, "grad")
    batch, units = inputs.states[0].shape
    check_upstream(grad, (batch, times, units) if return_sequences else (batch, units))
    at_outputs = np.zeros((times, batch, units), grad.dtype)
    if return_sequences:
        at_outputs[:] = grad.swapaxes(0, 1)
    else:
        at_outputs[-1] = grad
    return at_outputs if valid is None else np.where(started(valid), at_outputs, 0.0)


def _state_gradients(grad_states, states):
    """Los gradientes de los estados finales; None vale por cero."""
    found = []
    for grad, state in zip(grad_states, states, strict=True):
        grad = np.zeros_like(state) if grad is None else as_float(grad, "grad_state")
        check_upstream(grad, state.shape)
        found.append(grad)
    return tuple(found)
