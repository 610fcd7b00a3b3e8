r"""Descenso del gradiente, momento y Nesterov.

Se importan desde `redes.scratch.optimizers`.
"""

from redes.scratch._optimizers_options import check_options
from redes.scratch._trees import map_arrays, match_gradients, zeros_like


def sgd(params, grads, state, *, learning_rate=0.01):
    r"""Un paso del descenso del gradiente, sin memoria.

    .. math:: w \leftarrow w - \eta\, g .

    Parameters
    ----------
    params : tree of array_like
        Los parámetros: un arreglo, o una tupla o lista de arreglos o de tuplas de arreglos.
    grads : tree of array_like
        La derivada de la pérdida respecto de cada uno, con las mismas formas.
    state : None
        Este método no recuerda nada; está para que todos se llamen igual.
    learning_rate : float, no negativo
        Tasa de aprendizaje, :math:`\eta`.

    Returns
    -------
    params : tree of ndarray
        Los parámetros nuevos, con el tipo de los que llegaron.
    state : None
        El mismo.

    Raises
    ------
    ValueError
        Si los gradientes no encajan con los parámetros o la tasa no es válida.

    Notes
    -----
    La misma regla que ``keras.optimizers.SGD`` con ``momentum=0``.

    References
    ----------
    Robbins y Monro (1951), DOI 10.1214/aoms/1177729586.

    Examples
    --------
    >>> w, _ = sgd([10.0, 1.0], [10.0, 10.0], None, learning_rate=0.1)
    >>> [float(value) for value in w]
    [9.0, 0.0]
    """
    params, grads = match_gradients(params, grads)
    rate = check_options(learning_rate)
    return map_arrays(lambda w, g: w - rate * g, params, grads), state


def momentum(params, grads, state, *, learning_rate=0.01, momentum=0.9):
    r"""Un paso del descenso con momento: se conserva parte de la velocidad.

    .. math:: v \leftarrow \beta v - \eta\, g, \qquad w \leftarrow w + v .

    Parameters
    ----------
    params, grads : tree of array_like
        Los de `sgd`.
    state : tree of ndarray or None
        Las velocidades, con las formas de `params`; None en el primer paso, que son ceros.
    learning_rate : float, no negativo
        Tasa de aprendizaje, :math:`\eta`.
    momentum : float, de 0 a 1 sin llegar
        Parte de la velocidad que se conserva, :math:`\beta`.

    Returns
    -------
    params, state : tree of ndarray
        Los parámetros y las velocidades nuevas.

    Raises
    ------
    ValueError
        Si los gradientes no encajan con los parámetros o alguna opción no es válida.

    Notes
    -----
    Con un gradiente constante la velocidad tiende a :math:`-\eta g/(1-\beta)`: con 0.9, diez pasos
    en uno. La tasa va dentro de la velocidad, como en Keras; en PyTorch va fuera, y solo se nota si
    la tasa cambia.

    References
    ----------
    Polyak (1964), DOI 10.1016/0041-5553(64)90137-5.

    Examples
    --------
    Dos pasos con gradiente 1: el segundo avanza 0.1 + 0.5 · 0.1.

    >>> w, v = momentum([0.0], [1.0], None, learning_rate=0.1, momentum=0.5)
    >>> w, v = momentum(w, [1.0], v, learning_rate=0.1, momentum=0.5)
    >>> round(float(v[0]), 9), round(float(w[0]), 9)
    (-0.15, -0.25)
    """
    params, grads = match_gradients(params, grads)
    velocity = _velocity(params, grads, state, learning_rate, momentum)
    return map_arrays(lambda w, v: w + v, params, velocity), velocity


def nesterov(params, grads, state, *, learning_rate=0.01, momentum=0.9):
    r"""Un paso con el momento de Nesterov, en la forma de Keras.

    .. math:: v \leftarrow \beta v - \eta\, g, \qquad w \leftarrow w + \beta v - \eta\, g .

    Parameters
    ----------
    params, grads : tree of array_like
        Los de `sgd`. Los parámetros son los puntos adelantados: ahí se calcula el gradiente.
    state : tree of ndarray or None
        Las velocidades, como en `momentum`.
    learning_rate : float, no negativo
        Tasa de aprendizaje, :math:`\eta`.
    momentum : float, de 0 a 1 sin llegar
        Parte de la velocidad que se conserva, :math:`\beta`.

    Returns
    -------
    params, state : tree of ndarray
        Los parámetros y las velocidades nuevas.

    Raises
    ------
    ValueError
        Si los gradientes no encajan con los parámetros o alguna opción no es válida.

    Notes
    -----
    Nesterov evalúa el gradiente en :math:`u = w + \beta v` y mueve w. Escribir la misma regla para
    u da esta, que solo necesita el gradiente donde están los parámetros.

    References
    ----------
    Sutskever, Martens, Dahl y Hinton (2013), «On the importance of initialization and momentum in
    deep learning», ICML.

    Examples
    --------
    El primer paso ya avanza :math:`(1 + \beta)\,\eta g`.

    >>> w, v = nesterov([0.0], [1.0], None, learning_rate=0.1, momentum=0.5)
    >>> round(float(w[0]), 9), float(v[0])
    (-0.15, -0.1)
    """
    params, grads = match_gradients(params, grads)
    velocity = _velocity(params, grads, state, learning_rate, momentum)
    rate, beta = float(learning_rate), float(momentum)
    return map_arrays(lambda w, v, g: w + beta * v - rate * g, params, velocity, grads), velocity


def _velocity(params, grads, state, learning_rate, momentum):
    rate = check_options(learning_rate, momentum=momentum)
    beta = float(momentum)
    velocity = zeros_like(params) if state is None else state
    return map_arrays(lambda v, g: beta * v - rate * g, velocity, grads)
