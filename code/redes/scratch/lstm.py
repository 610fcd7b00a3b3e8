r"""La memoria larga a corto plazo (LSTM), con los nombres y los pesos de Keras.

El recorrido del tiempo está en `_recurrence` y `_recurrence_backward`: es el de las otras capas
recurrentes. Aquí está la celda, que lleva dos estados.
"""

from functools import partial

import numpy as np

from redes.scratch._recurrence import gate, run
from redes.scratch._recurrence_backward import RecurrentGradients, run_backward
from redes.scratch._recurrence_inputs import check_mask, check_pair, check_sequence, check_step
from redes.scratch.dense import dense

GATES = 4  # entrada, olvido, candidato y salida


def lstm(
    x,
    kernel,
    recurrent_kernel,
    bias=None,
    *,
    initial_state=None,
    mask=None,
    return_sequences=False,
    return_state=False,
    go_backwards=False,
):
    r"""Aplica una capa LSTM a un lote de secuencias.

    Lleva dos estados: la memoria :math:`c`, que solo se multiplica por una compuerta y se suma, y
    el estado oculto :math:`h`, que es lo que se deja ver de ella. Tres compuertas entre 0 y 1
    deciden qué se escribe, qué se olvida y qué sale:

    .. math::

       i_t &= \sigma(x_t W_i + h_{t-1} U_i + b_i), &
       f_t &= \sigma(x_t W_f + h_{t-1} U_f + b_f), \\
       \tilde c_t &= \tanh(x_t W_c + h_{t-1} U_c + b_c), &
       o_t &= \sigma(x_t W_o + h_{t-1} U_o + b_o), \\
       c_t &= f_t \odot c_{t-1} + i_t \odot \tilde c_t, &
       h_t &= o_t \odot \tanh c_t.

    Parameters
    ----------
    x : array_like, (B, T, D)
        B secuencias de T instantes con D rasgos.
    kernel : array_like, (D, 4U)
        Pesos de la entrada, por columnas: :math:`W_i`, :math:`W_f`, :math:`W_c`, :math:`W_o`.
    recurrent_kernel : array_like, (U, 4U)
        Pesos del estado oculto anterior, en el mismo orden.
    bias : array_like, (4U,), optional
        Sesgos, en el mismo orden.
    initial_state : tuple of array_like, (B, U) y (B, U), optional
        La pareja :math:`(h_0, c_0)`; ceros si no se da.
    mask : array_like of bool, (B, T), optional
        Falso en los instantes que no cuentan: los estados se conservan y la salida se repite.
    return_sequences, return_state, go_backwards : bool
        Como en `redes.scratch.simple_rnn.simple_rnn`.

    Returns
    -------
    output : ndarray, (B, T, U) o (B, U)
        Entre -1 y 1.
    h, c : ndarray, (B, U)
        Los estados finales; solo con `return_state`.

    Raises
    ------
    ValueError
        Si las formas no encajan.

    Notes
    -----
    Tiene :math:`4U(D + U + 1)` parámetros. Keras inicia en 1 el sesgo del olvido
    (``unit_forget_bias``), para que al empezar la memoria se conserve. Todas las entradas se
    multiplican por `kernel` de una vez; por cada instante queda un solo producto, el del estado.
    Antes del primer instante válido la salida es cero. Es `keras.layers.LSTM(U)` con sus pesos a la
    vista.

    References
    ----------
    Hochreiter y Schmidhuber (1997), DOI 10.1162/neco.1997.9.8.1735; la compuerta de olvido, Gers,
    Schmidhuber y Cummins (2000), DOI 10.1162/089976600300015015.

    Examples
    --------
    Una unidad con :math:`h_0 = 1` y :math:`c_0 = 2`. Las compuertas son exactas:
    :math:`i = \sigma(\ln 3) = 3/4`, :math:`f = \sigma(0) = 1/2`,
    :math:`o = \sigma(-\ln 3) = 1/4`; y el candidato, :math:`\tanh(\tfrac12 \ln 3) = 1/2`. Así
    :math:`c = \tfrac12 \cdot 2 + \tfrac34 \cdot \tfrac12 = 1{,}375` y
    :math:`h = \tfrac14 \tanh 1{,}375 = 0{,}2200`.

    >>> log3 = np.log(3.0)
    >>> kernel, recurrent_kernel = [[log3, 0.0, 0.0, -log3]], [[0.0, 0.0, log3 / 2, 0.0]]
    >>> states = [[1.0]], [[2.0]]
    >>> output, h, c = lstm(
    ...     [[[1.0]]], kernel, recurrent_kernel, initial_state=states, return_state=True
    ... )
    >>> h.round(4), c.round(4)
    (array([[0.22]]), array([[1.375]]))
    """
    states = check_pair(initial_state, "initial_state")
    inputs = check_sequence(x, kernel, recurrent_kernel, bias, states, gates=GATES)
    return run(
        partial(_cell, recurrent_kernel=inputs.recurrent_kernel),
        inputs,
        check_mask(mask, inputs.x),
        return_sequences=return_sequences,
        return_state=return_state,
        go_backwards=go_backwards,
    )


def lstm_step(x, states, kernel, recurrent_kernel, bias=None):
    r"""Un paso de la LSTM: las seis ecuaciones de `lstm`.

    Parameters
    ----------
    x : array_like, (..., D)
        La entrada de un instante.
    states : tuple of array_like, (..., U) y (..., U)
        Los estados anteriores, :math:`(h, c)`.
    kernel, recurrent_kernel, bias
        Los de `lstm`.

    Returns
    -------
    h, c : ndarray, (..., U)
        Los estados siguientes; la salida es `h`.

    Raises
    ------
    ValueError
        Si las formas no encajan.

    References
    ----------
    Gers, Schmidhuber y Cummins (2000), DOI 10.1162/089976600300015015.

    Examples
    --------
    Con pesos cero las compuertas valen 1/2 y el candidato, 0: la memoria se queda en la mitad.

    >>> h, c = lstm_step([1.0], ([0.0], [3.0]), np.zeros((1, 4)), np.zeros((1, 4)))
    >>> h.round(4), c  # tanh(1,5)/2 = 0,9051/2
    (array([0.4526]), array([1.5]))
    """
    states = check_pair(states, "states")
    inputs = check_step(x, kernel, recurrent_kernel, bias, states, gates=GATES)
    projected = dense(inputs.x, inputs.kernel, inputs.bias)
    return _cell(projected, inputs.states, inputs.recurrent_kernel)


def lstm_backward(
    grad,
    x,
    kernel,
    recurrent_kernel,
    bias=None,
    *,
    initial_state=None,
    mask=None,
    return_sequences=False,
    go_backwards=False,
    grad_state=None,
):
    r"""Retropropaga en el tiempo a través de `lstm`.

    La memoria tiene un camino de vuelta sin pesos: con :math:`g^h_t` y :math:`g^c_t` los gradientes
    que llegan a los dos estados,

    .. math::

       g_t = g^c_t + g^h_t \odot o_t \odot (1 - \tanh^2 c_t), \qquad
       g^c_{t-1} = g_t \odot f_t,

    y mientras la compuerta de olvido valga casi 1 el gradiente retrocede casi intacto. A
    :math:`h_{t-1}` se vuelve por las cuatro preactivaciones :math:`\delta_t`:
    :math:`g^h_{t-1} = \partial C/\partial y_{t-1} + \delta_t U^\top`.

    Parameters
    ----------
    grad : array_like, (B, T, U) o (B, U)
        Gradiente de la pérdida respecto de la salida: todas o la última, según `return_sequences`.
    x, kernel, recurrent_kernel, bias, initial_state, mask, return_sequences, go_backwards
        Los mismos argumentos que recibió `lstm`.
    grad_state : tuple of array_like, (B, U) y (B, U), optional
        Gradientes respecto de los estados finales (h, c), si la pérdida los usa; ceros si no.

    Returns
    -------
    RecurrentGradients
        `x`, `kernel`, `recurrent_kernel`, `bias` e `initial_state`, cada uno de la forma del
        argumento; `initial_state` es una pareja; los dos últimos, None si no se dieron.

    Raises
    ------
    ValueError
        En los mismos casos que `lstm`, o si un gradiente no tiene la forma de su salida.

    References
    ----------
    Werbos (1990), DOI 10.1109/5.58337; Gers, Schmidhuber y Cummins (2000),
    DOI 10.1162/089976600300015015.

    Examples
    --------
    Con pesos cero la memoria se divide entre dos en cada instante, y su gradiente también.

    >>> x, zeros = np.ones((1, 3, 1)), np.zeros((1, 4))
    >>> states, upstream = ([[0.0]], [[3.0]]), ([[0.0]], [[1.0]])
    >>> gradients = lstm_backward(
    ...     [[0.0]], x, zeros, zeros, initial_state=states, grad_state=upstream
    ... )
    >>> gradients.initial_state[1]  # 1/2·1/2·1/2
    array([[0.125]])
    """
    states = check_pair(initial_state, "initial_state")
    inputs = check_sequence(x, kernel, recurrent_kernel, bias, states, gates=GATES)
    found = run_backward(
        [partial(f, recurrent_kernel=inputs.recurrent_kernel) for f in (_cell, _cell_backward)],
        inputs,
        check_mask(mask, inputs.x),
        grad,
        check_pair(grad_state, "grad_state"),
        return_sequences=return_sequences,
        go_backwards=go_backwards,
    )
    return RecurrentGradients(
        found.x,
        found.kernel,
        *found.recurrent,
        bias=None if bias is None else found.bias,
        initial_state=None if initial_state is None else found.states,
    )


def _gates(projected, h, recurrent_kernel):
    z = h @ recurrent_kernel
    z += projected
    i, f, candidate, o = np.split(z, 4, axis=-1)
    return gate(i), gate(f), np.tanh(candidate), gate(o)


def _cell(projected, states, recurrent_kernel):
    h, c = states
    i, f, candidate, o = _gates(projected, h, recurrent_kernel)
    c = f * c + i * candidate
    return o * np.tanh(c), c


def _cell_backward(grads, projected, states, recurrent_kernel):
    (h, c), (at_h, at_c) = states, grads
    i, f, candidate, o = _gates(projected, h, recurrent_kernel)
    visible = np.tanh(f * c + i * candidate)
    at_c = at_c + at_h * o * (1.0 - visible**2)
    delta = np.concatenate(
        [
            at_c * candidate * i * (1.0 - i),
            at_c * c * f * (1.0 - f),
            at_c * i * (1.0 - candidate**2),
            at_h * visible * o * (1.0 - o),
        ],
        axis=-1,
    )
    return delta, (delta @ recurrent_kernel.T, at_c * f), (h.T @ delta,)
