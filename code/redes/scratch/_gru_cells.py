r"""Las dos celdas de la GRU, con sus derivadas: según dónde actúa la compuerta de reinicio.

Las columnas van en el orden de Keras: actualización (z), reinicio (r) y candidato (h).
"""

import numpy as np

from redes.scratch._recurrence import gate


def cell_after(projected, states, recurrent_kernel, recurrent_bias):
    """El reinicio actúa después del producto: sobre lo que el estado aporta al candidato."""
    z, _, candidate, _ = _gates_after(projected, states, recurrent_kernel, recurrent_bias)
    return (z * states[0] + (1.0 - z) * candidate,)


def cell_before(projected, states, recurrent_kernel):
    """El reinicio actúa antes del producto: sobre el propio estado."""
    z, _, candidate = _gates_before(projected, states, recurrent_kernel)
    return (z * states[0] + (1.0 - z) * candidate,)


def _gates_after(projected, states, recurrent_kernel, recurrent_bias):
    (h,) = states
    x_z, x_r, x_h = np.split(projected, 3, axis=-1)
    h_z, h_r, h_h = np.split(h @ recurrent_kernel + recurrent_bias, 3, axis=-1)
    z, r = gate(x_z + h_z), gate(x_r + h_r)
    return z, r, np.tanh(x_h + r * h_h), h_h


def _gates_before(projected, states, recurrent_kernel):
    (h,) = states
    x_z, x_r, x_h = np.split(projected, 3, axis=-1)
    u_z, u_r, u_h = np.split(recurrent_kernel, 3, axis=-1)
    z, r = gate(x_z + h @ u_z), gate(x_r + h @ u_r)
    return z, r, np.tanh(x_h + (r * h) @ u_h)


def cell_after_backward(grads, projected, states, recurrent_kernel, recurrent_bias):
    """La derivada de `cell_after`."""
    (h,), (grad,) = states, grads
    z, r, candidate, h_h = _gates_after(projected, states, recurrent_kernel, recurrent_bias)
    at_z, at_candidate = _mixture_backward(grad, z, h, candidate)
    at_r = at_candidate * h_h * r * (1.0 - r)
    at_entry = np.concatenate([at_z, at_r, at_candidate], axis=-1)
    # El candidato ve a su estado a través de r; las compuertas, directamente.
    at_inner = np.concatenate([at_z, at_r, at_candidate * r], axis=-1)
    at_state = grad * z + at_inner @ recurrent_kernel.T
    return at_entry, (at_state,), (h.T @ at_inner, at_inner.sum(axis=0))


def cell_before_backward(grads, projected, states, recurrent_kernel):
    """La derivada de `cell_before`."""
    (h,), (grad,) = states, grads
    z, r, candidate = _gates_before(projected, states, recurrent_kernel)
    u_gates, u_h = np.split(recurrent_kernel, [2 * h.shape[-1]], axis=-1)
    at_z, at_candidate = _mixture_backward(grad, z, h, candidate)
    at_reset = at_candidate @ u_h.T  # respecto de r ⊙ h
    at_gates = np.concatenate([at_z, at_reset * h * r * (1.0 - r)], axis=-1)
    at_state = grad * z + at_reset * r + at_gates @ u_gates.T
    at_kernel = np.concatenate([h.T @ at_gates, (r * h).T @ at_candidate], axis=-1)
    return np.concatenate([at_gates, at_candidate], axis=-1), (at_state,), (at_kernel,)


def _mixture_backward(grad, z, h, candidate):
    """De h' = z ⊙ h + (1 − z) ⊙ candidato a las preactivaciones de z y del candidato."""
    at_z = grad * (h - candidate) * z * (1.0 - z)
    return at_z, grad * (1.0 - z) * (1.0 - candidate**2)
