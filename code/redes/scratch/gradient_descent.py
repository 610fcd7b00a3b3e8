r"""El descenso del gradiente, con todos los ejemplos o por minilotes, guardando el camino."""

import numpy as np

from redes.scratch._validation import as_float


def gradient_descent(gradient, start, *, learning_rate, steps):
    r"""Camina cuesta abajo desde un punto y devuelve todos los puntos por los que pasa.

    .. math:: w_{t+1} = w_t - \eta\,\nabla C(w_t).

    Parameters
    ----------
    gradient : callable
        Recibe un punto y devuelve el gradiente en él, de la misma forma.
    start : array_like, (...)
        Punto de partida, :math:`w_0`.
    learning_rate : float, positivo
        Tasa de aprendizaje, :math:`\eta`.
    steps : int
        Número de pasos.

    Returns
    -------
    ndarray, (steps + 1, ...)
        El camino, con el punto de partida delante; del tipo de `start`.

    Raises
    ------
    ValueError
        Si el gradiente no tiene la forma del punto, o la tasa no es positiva.

    Notes
    -----
    En una parábola de curvatura :math:`\lambda` el error se multiplica en cada paso por
    :math:`1 - \eta\lambda`: converge si :math:`\eta < 2/\lambda`. Con varias variables manda la
    curvatura mayor.

    References
    ----------
    Nocedal y Wright (2006), sección 3.3, DOI 10.1007/978-0-387-40065-5.

    Examples
    --------
    La parábola :math:`(w - 3)^2`, de derivada :math:`2(w - 3)`. Con :math:`\eta = 0{,}25` la
    distancia al mínimo se reduce a la mitad en cada paso:

    >>> gradient_descent(lambda w: 2 * (w - 3), 0.0, learning_rate=0.25, steps=3)
    array([0.   , 1.5  , 2.25 , 2.625])
    """
    rate = _positive(learning_rate)
    path = [as_float(start, "start")]
    for _ in range(steps):
        path.append(_step(path[-1], gradient(path[-1]), rate))
    return np.stack(path)


def minibatch_descent(gradient, start, *, examples, batch_size, learning_rate, epochs, rng):
    r"""Da un paso por minilote, con los ejemplos barajados en cada época.

    Con ``batch_size=1`` es el descenso estocástico en su forma original; con
    ``batch_size=examples``, el descenso con todo el conjunto.

    Parameters
    ----------
    gradient : callable
        Recibe un punto y los índices de los ejemplos del minilote, (B,), y devuelve el gradiente
        de la pérdida media de esos ejemplos, de la forma del punto.
    start : array_like, (...)
        Punto de partida.
    examples : int, positivo
        Cuántos ejemplos hay.
    batch_size : int, positivo
        Ejemplos por minilote; el último de la época puede ser menor.
    learning_rate : float, positivo
        Tasa de aprendizaje.
    epochs : int
        Vueltas al conjunto.
    rng : np.random.Generator
        Decide el orden de los ejemplos.

    Returns
    -------
    ndarray, (epochs + 1, ...)
        Dónde estaba al empezar y al acabar cada época; del tipo de `start`.

    Raises
    ------
    ValueError
        Si el gradiente no tiene la forma del punto, o la tasa o algún tamaño no es positivo.

    Notes
    -----
    Barajar y recorrer, en vez de sortear cada minilote, asegura que en una época cada ejemplo se
    usa una vez. Keras también recorre barajando, pero con TensorFlow y la semilla fijada repite el
    mismo orden en todas las épocas.

    References
    ----------
    Robbins y Monro (1951), DOI 10.1214/aoms/1177729586.
    Bottou, Curtis y Nocedal (2018), DOI 10.1137/16M1080173.

    Examples
    --------
    La media de 0, 2 y 4, buscada como el mínimo de :math:`\tfrac12 (w - x)^2`. Con el conjunto
    entero y :math:`\eta = 1` se llega de un paso:

    >>> x = np.array([0.0, 2.0, 4.0])
    >>> minibatch_descent(lambda w, rows: w - x[rows].mean(), 7.0, examples=3, batch_size=3,
    ...                   learning_rate=1.0, epochs=2, rng=np.random.default_rng(0))
    array([7., 2., 2.])
    """
    rate = _positive(learning_rate)
    if examples < 1 or batch_size < 1:
        raise ValueError(
            f"han llegado examples={examples} y batch_size={batch_size}; "
            "los dos han de ser al menos 1."
        )
    point = as_float(start, "start")
    path = [point]
    for _ in range(epochs):
        order = rng.permutation(examples)
        for first in range(0, examples, batch_size):
            rows = order[first : first + batch_size]
            point = _step(point, gradient(point, rows), rate)
        path.append(point)
    return np.stack(path)


def _positive(learning_rate):
    # float(): un escalar float64 de NumPy convertiría en float64 un punto float32.
    rate = float(learning_rate)
    if not rate > 0:
        raise ValueError(
            f"la tasa de aprendizaje ha de ser positiva y ha llegado {rate:g}; "
            "el signo menos de la bajada ya lo pone esta función."
        )
    return rate


def _step(point, slope, rate):
    slope = np.asarray(slope)
    if slope.shape != point.shape:
        raise ValueError(
            f"el gradiente tiene forma {slope.shape} y el punto tiene forma {point.shape}; "
            "ha de haber una derivada por variable."
        )
    return (point - rate * slope).astype(point.dtype, copy=False)
