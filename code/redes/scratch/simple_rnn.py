r"""La capa recurrente simple: un estado que se actualiza con cada entrada.

El recorrido del tiempo, con su máscara y su sentido, está en `_recurrence`, y la retropropagación
en el tiempo en `_recurrence_backward`: son los mismos para la GRU y la LSTM. Aquí está la celda.
"""

from functools import partial

import numpy as np

from redes.scratch._recurrence import run
from redes.scratch._recurrence_backward import RecurrentGradients, run_backward
from redes.scratch._recurrence_inputs import check_mask, check_sequence, check_step
from redes.scratch.dense import dense


def simple_rnn(
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
    r"""Aplica una capa recurrente simple a un lote de secuencias.

    El estado oculto resume lo leído: en cada instante mezcla la entrada con el estado anterior,

    .. math:: h_t = \tanh(x_t W + h_{t-1} U + b), \qquad h_0 = 0,

    con los mismos :math:`W`, :math:`U` y :math:`b` en todos los instantes.

    Parameters
    ----------
    x : array_like, (B, T, D)
        B secuencias de T instantes con D rasgos.
    kernel : array_like, (D, U)
        Pesos :math:`W` de la entrada.
    recurrent_kernel : array_like, (U, U)
        Pesos :math:`U` del estado anterior.
    bias : array_like, (U,), optional
        Un sesgo por unidad.
    initial_state : array_like, (B, U), optional
        El estado :math:`h_0`; cero si no se da.
    mask : array_like of bool, (B, T), optional
        Falso en los instantes que no cuentan: el estado se conserva y la salida se repite.
    return_sequences : bool
        Si devolvemos la salida de todos los instantes o solo la última.
    return_state : bool
        Si devolvemos además el estado final.
    go_backwards : bool
        Si recorremos la secuencia, y su máscara, del final al principio; las salidas van en el
        orden del recorrido.

    Returns
    -------
    output : ndarray, (B, T, U) o (B, U)
        Entre -1 y 1.
    state : ndarray, (B, U)
        El estado final; solo con `return_state`.

    Raises
    ------
    ValueError
        Si las formas no encajan.

    Notes
    -----
    Tiene :math:`(D + U + 1)U` parámetros, dure lo que dure la secuencia. La salida es el estado,
    con una salvedad que también es de Keras: antes del primer instante válido la salida es cero,
    aunque haya un estado inicial. Es `keras.layers.SimpleRNN(U)` con sus pesos a la vista.

    References
    ----------
    Elman (1990), DOI 10.1207/s15516709cog1402_1.

    Examples
    --------
    Un impulso y una unidad que recuerda la mitad: :math:`\tanh 1 = 0{,}7616`,
    :math:`\tanh(0{,}5 \cdot 0{,}7616) = 0{,}3634` y :math:`\tanh(0{,}5 \cdot 0{,}3634) = 0{,}1797`.

    >>> x = np.array([1.0, 0.0, 0.0]).reshape(1, 3, 1)
    >>> simple_rnn(x, [[1.0]], [[0.5]], return_sequences=True).round(4).ravel()
    array([0.7616, 0.3634, 0.1797])
    """
    inputs = check_sequence(x, kernel, recurrent_kernel, bias, (initial_state,), gates=1)
    return run(
        partial(_cell, recurrent_kernel=inputs.recurrent_kernel),
        inputs,
        check_mask(mask, inputs.x),
        return_sequences=return_sequences,
        return_state=return_state,
        go_backwards=go_backwards,
    )


def simple_rnn_step(x, state, kernel, recurrent_kernel, bias=None):
    r"""Un paso de la capa recurrente simple, :math:`h_t = \tanh(x_t W + h_{t-1} U + b)`.

    Parameters
    ----------
    x : array_like, (..., D)
        La entrada de un instante.
    state : array_like, (..., U)
        El estado anterior.
    kernel, recurrent_kernel, bias
        Los de `simple_rnn`.

    Returns
    -------
    ndarray, (..., U)
        El estado siguiente, que es también la salida.

    Raises
    ------
    ValueError
        Si las formas no encajan.

    References
    ----------
    Elman (1990), DOI 10.1207/s15516709cog1402_1.

    Examples
    --------
    :math:`\tanh(2 \cdot 0{,}5 + 1 \cdot (-1)) = \tanh 0 = 0`:

    >>> simple_rnn_step([2.0], [1.0], [[0.5]], [[-1.0]])
    array([0.])
    """
    inputs = check_step(x, kernel, recurrent_kernel, bias, (state,), gates=1)
    projected = dense(inputs.x, inputs.kernel, inputs.bias)
    return _cell(projected, inputs.states, inputs.recurrent_kernel)[0]


def simple_rnn_backward(
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
    r"""Retropropaga en el tiempo a través de `simple_rnn`.

    Sea :math:`g_t` el gradiente que llega a :math:`h_t`: el de su salida más el que vuelve del
    instante siguiente. Del último al primero,

    .. math::

       \delta_t = g_t \odot (1 - h_t^2), \qquad
       g_{t-1} = \frac{\partial C}{\partial y_{t-1}} + \delta_t U^\top,

    y, como los parámetros son los mismos en todos los instantes, sus gradientes se suman:

    .. math::

       \frac{\partial C}{\partial x_t} = \delta_t W^\top, \quad
       \frac{\partial C}{\partial W} = \sum_t x_t^\top \delta_t, \quad
       \frac{\partial C}{\partial U} = \sum_t h_{t-1}^\top \delta_t, \quad
       \frac{\partial C}{\partial b} = \sum_t \delta_t.

    Parameters
    ----------
    grad : array_like, (B, T, U) o (B, U)
        Gradiente de la pérdida respecto de la salida: todas o la última, según `return_sequences`.
    x, kernel, recurrent_kernel, bias, initial_state, mask, return_sequences, go_backwards
        Los mismos argumentos que recibió `simple_rnn`.
    grad_state : array_like, (B, U), optional
        Gradiente respecto del estado final, si la pérdida lo usa; cero si no se da.

    Returns
    -------
    RecurrentGradients
        `x` (B, T, D), `kernel` (D, U), `recurrent_kernel` (U, U), `bias` (U,) e `initial_state`
        (B, U); los dos últimos, None si no se dieron.

    Raises
    ------
    ValueError
        En los mismos casos que `simple_rnn`, o si un gradiente no tiene la forma de su salida.

    Notes
    -----
    Retroceder k instantes multiplica k veces por :math:`U^\top` y por :math:`1 - h^2 \le 1`: el
    gradiente se desvanece si la norma de :math:`U` es menor que 1 y puede estallar si es mayor. Un
    instante enmascarado deja pasar el gradiente intacto.

    References
    ----------
    Werbos (1990), DOI 10.1109/5.58337; Bengio, Simard y Frasconi (1994), DOI 10.1109/72.279181.

    Examples
    --------
    El impulso de `simple_rnn`, con pérdida :math:`C = h_3`. Hacia atrás,
    :math:`\delta_3 = 1 - 0{,}1797^2 = 0{,}9677`,
    :math:`\delta_2 = 0{,}5 \cdot 0{,}9677 \cdot (1 - 0{,}3634^2) = 0{,}4200` y
    :math:`\delta_1 = 0{,}5 \cdot 0{,}4200 \cdot (1 - 0{,}7616^2) = 0{,}0882`. Como :math:`W = 1`,
    son los gradientes de las entradas.

    >>> x = np.array([1.0, 0.0, 0.0]).reshape(1, 3, 1)
    >>> gradients = simple_rnn_backward([[1.0]], x, [[1.0]], [[0.5]])
    >>> gradients.x.round(4).ravel()
    array([0.0882, 0.42  , 0.9677])
    >>> gradients.recurrent_kernel.round(4)  # 0,7616·0,4200 + 0,3634·0,9677
    array([[0.6715]])
    """
    inputs = check_sequence(x, kernel, recurrent_kernel, bias, (initial_state,), gates=1)
    found = run_backward(
        [partial(f, recurrent_kernel=inputs.recurrent_kernel) for f in (_cell, _cell_backward)],
        inputs,
        check_mask(mask, inputs.x),
        grad,
        (grad_state,),
        return_sequences=return_sequences,
        go_backwards=go_backwards,
    )
    return RecurrentGradients(
        found.x,
        found.kernel,
        *found.recurrent,
        bias=None if bias is None else found.bias,
        initial_state=None if initial_state is None else found.states[0],
    )


def _cell(projected, states, recurrent_kernel):
    (h,) = states
    return (np.tanh(projected + h @ recurrent_kernel),)


def _cell_backward(grads, projected, states, recurrent_kernel):
    (h,), (grad,) = states, grads
    (after,) = _cell(projected, states, recurrent_kernel)
    delta = grad * (1 - after**2)
    return delta, (delta @ recurrent_kernel.T,), (h.T @ delta,)
