r"""La unidad recurrente con compuertas (GRU), con los nombres y los pesos de Keras.

El recorrido del tiempo está en `_recurrence` y `_recurrence_backward`; las dos celdas, que se
distinguen en dónde actúa la compuerta de reinicio, en `_gru_cells`.
"""

from functools import partial

import numpy as np

from redes.scratch import _gru_cells
from redes.scratch._recurrence import run
from redes.scratch._recurrence_backward import RecurrentGradients, run_backward
from redes.scratch._recurrence_inputs import check_mask, check_sequence, check_step
from redes.scratch.dense import dense

GATES = 3  # actualización, reinicio y candidato


def gru(
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
    reset_after=True,
):
    r"""Aplica una capa GRU a un lote de secuencias.

    Una compuerta es un número entre 0 y 1 por unidad, aprendido. La de actualización, :math:`z`,
    reparte entre conservar el estado y escribir el candidato; la de reinicio, :math:`r`, decide
    cuánto estado ve el candidato:

    .. math::

       z_t &= \sigma(x_t W_z + h_{t-1} U_z + b_z), \\
       r_t &= \sigma(x_t W_r + h_{t-1} U_r + b_r), \\
       \tilde h_t &= \tanh\bigl(x_t W_h + b_h + r_t \odot (h_{t-1} U_h + b'_h)\bigr), \\
       h_t &= z_t \odot h_{t-1} + (1 - z_t) \odot \tilde h_t.

    Es la forma ``reset_after=True``, la de Keras por defecto. La del artículo original reinicia
    antes del producto: :math:`\tilde h_t = \tanh(x_t W_h + b_h + (r_t \odot h_{t-1}) U_h)`.

    Parameters
    ----------
    x : array_like, (B, T, D)
        B secuencias de T instantes con D rasgos.
    kernel : array_like, (D, 3U)
        Pesos de la entrada, por columnas: :math:`W_z`, :math:`W_r`, :math:`W_h`.
    recurrent_kernel : array_like, (U, 3U)
        Pesos del estado anterior: :math:`U_z`, :math:`U_r`, :math:`U_h`.
    bias : array_like, (2, 3U) o (3U,), optional
        Con `reset_after`, dos filas: los sesgos de la entrada y los del estado. Sin él, una.
    initial_state : array_like, (B, U), optional
        El estado :math:`h_0`; cero si no se da.
    mask : array_like of bool, (B, T), optional
        Falso en los instantes que no cuentan: el estado se conserva y la salida se repite.
    return_sequences, return_state, go_backwards : bool
        Como en `redes.scratch.simple_rnn.simple_rnn`.
    reset_after : bool
        Si el reinicio actúa después del producto o antes.

    Returns
    -------
    output : ndarray, (B, T, U) o (B, U)
        Entre -1 y 1 si lo está el estado inicial.
    state : ndarray, (B, U)
        El estado final; solo con `return_state`.

    Raises
    ------
    ValueError
        Si las formas no encajan.

    Notes
    -----
    Tiene :math:`3U(D + U + 2)` parámetros con `reset_after` y :math:`3U(D + U + 1)` sin él. Otros
    textos intercambian :math:`z` y :math:`1 - z`; aquí, como en el artículo y en Keras,
    :math:`z = 1` conserva. Antes del primer instante válido la salida es cero. Es
    `keras.layers.GRU(U)` con sus pesos a la vista.

    References
    ----------
    Cho et al. (2014), sección 2.3, arXiv 1406.1078.

    Examples
    --------
    Una unidad, :math:`h_0 = 1`, y compuertas exactas: :math:`z = \sigma(\ln 3) = 3/4`,
    :math:`r = \sigma(0) = 1/2`, candidato :math:`\tanh(\tfrac12 \ln 3) = 1/2`. El estado pasa a
    :math:`\tfrac34 \cdot 1 + \tfrac14 \cdot \tfrac12 = 0{,}875`.

    >>> log3 = np.log(3.0)
    >>> gru([[[1.0]]], [[log3, 0.0, 0.0]], [[0.0, 0.0, log3]], initial_state=[[1.0]]).round(6)
    array([[0.875]])
    """
    inputs = _check(check_sequence, x, kernel, recurrent_kernel, bias, initial_state, reset_after)
    inputs, cell, _ = _choose(inputs, reset_after)
    return run(
        cell,
        inputs,
        check_mask(mask, inputs.x),
        return_sequences=return_sequences,
        return_state=return_state,
        go_backwards=go_backwards,
    )


def gru_step(x, state, kernel, recurrent_kernel, bias=None, *, reset_after=True):
    r"""Un paso de la GRU: las cuatro ecuaciones de `gru`.

    Parameters
    ----------
    x : array_like, (..., D)
        La entrada de un instante.
    state : array_like, (..., U)
        El estado anterior.
    kernel, recurrent_kernel, bias, reset_after
        Los de `gru`.

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
    Cho et al. (2014), sección 2.3, arXiv 1406.1078.

    Examples
    --------
    Con pesos cero las dos compuertas valen 1/2 y el candidato, 0: el estado se queda en la mitad.

    >>> gru_step([1.0], [0.8], np.zeros((1, 3)), np.zeros((1, 3)))
    array([0.4])
    """
    inputs = _check(check_step, x, kernel, recurrent_kernel, bias, state, reset_after)
    inputs, cell, _ = _choose(inputs, reset_after)
    return cell(dense(inputs.x, inputs.kernel, inputs.bias), inputs.states)[0]


def gru_backward(
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
    reset_after=True,
):
    r"""Retropropaga en el tiempo a través de `gru`.

    Al estado anterior el gradiente vuelve por cuatro caminos: el directo, :math:`g_t \odot z_t`, y
    los que pasan por las dos compuertas y por el candidato. El directo no lleva ningún peso: donde
    :math:`z` vale casi 1, el gradiente retrocede casi intacto.

    Parameters
    ----------
    grad : array_like, (B, T, U) o (B, U)
        Gradiente de la pérdida respecto de la salida: todas o la última, según `return_sequences`.
    x, kernel, recurrent_kernel, bias
        Los mismos argumentos que recibió `gru`.
    initial_state, mask, return_sequences, go_backwards, reset_after
        Las mismas opciones.
    grad_state : array_like, (B, U), optional
        Gradiente respecto del estado final, si la pérdida lo usa; cero si no se da.

    Returns
    -------
    RecurrentGradients
        `x`, `kernel`, `recurrent_kernel`, `bias` e `initial_state`, cada uno de la forma del
        argumento; los dos últimos, None si no se dieron.

    Raises
    ------
    ValueError
        En los mismos casos que `gru`, o si un gradiente no tiene la forma de su salida.

    References
    ----------
    Werbos (1990), DOI 10.1109/5.58337; Cho et al. (2014), arXiv 1406.1078.

    Examples
    --------
    Con pesos cero, :math:`h_1 = h_0/2`: el gradiente se reduce a la mitad en cada instante.

    >>> x, zeros = np.ones((1, 3, 1)), np.zeros((1, 3))
    >>> gru_backward([[1.0]], x, zeros, zeros, initial_state=[[0.8]]).initial_state  # 1/2·1/2·1/2
    array([[0.125]])
    """
    inputs = _check(check_sequence, x, kernel, recurrent_kernel, bias, initial_state, reset_after)
    inputs, *cells = _choose(inputs, reset_after)
    found = run_backward(
        cells,
        inputs,
        check_mask(mask, inputs.x),
        grad,
        (grad_state,),
        return_sequences=return_sequences,
        go_backwards=go_backwards,
    )
    recurrent_kernel_gradient, *recurrent_bias_gradient = found.recurrent
    bias_gradient = np.stack([found.bias, *recurrent_bias_gradient]) if reset_after else found.bias
    return RecurrentGradients(
        found.x,
        found.kernel,
        recurrent_kernel_gradient,
        bias=None if bias is None else bias_gradient,
        initial_state=None if initial_state is None else found.states[0],
    )


def _check(check, x, kernel, recurrent_kernel, bias, state, reset_after):
    rows = (2,) if reset_after else ()
    return check(x, kernel, recurrent_kernel, bias, (state,), gates=GATES, bias_rows=rows)


def _choose(inputs, reset_after):
    """Deja en `inputs` el sesgo de la entrada y elige la celda y su derivada."""
    recurrent = {"recurrent_kernel": inputs.recurrent_kernel}
    if not reset_after:
        cells = _gru_cells.cell_before, _gru_cells.cell_before_backward
    else:
        cells = _gru_cells.cell_after, _gru_cells.cell_after_backward
        input_bias, recurrent["recurrent_bias"] = (
            (None, 0.0) if inputs.bias is None else inputs.bias
        )
        inputs = inputs._replace(bias=input_bias)
    return inputs, *(partial(cell, **recurrent) for cell in cells)
