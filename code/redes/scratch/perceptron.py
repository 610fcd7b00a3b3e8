r"""El perceptrón de Rosenblatt: una neurona con escalón que aprende de sus errores."""

from typing import NamedTuple

import numpy as np

from redes.scratch._validation import as_float, check_neuron
from redes.scratch.activations import step


class PerceptronFit(NamedTuple):
    """Lo que devuelve `train`: pesos (D,), sesgo y errores cometidos en cada época."""

    weights: np.ndarray
    bias: float
    errors: list[int]


def predict(x, weights, bias):
    r"""Clasifica con un escalón: 1 si :math:`w \cdot x + b \ge 0` y 0 si no.

    Parameters
    ----------
    x : array_like, (..., D)
        Un ejemplo o varios.
    weights : array_like, (D,)
        Un peso por entrada.
    bias : float
        Sesgo: el umbral, cambiado de signo.

    Returns
    -------
    ndarray of int, (...)
        Ceros y unos.

    Raises
    ------
    ValueError
        Si el último eje de `x` no mide lo mismo que `weights`.

    Notes
    -----
    La frontera :math:`w \cdot x + b = 0` es una recta (un hiperplano) perpendicular a `weights`.

    References
    ----------
    Rosenblatt (1958), DOI 10.1037/h0042519.

    Examples
    --------
    La conjunción: solo (1, 1) llega al umbral, :math:`1 + 1 - 1{,}5 \ge 0`.

    >>> predict([[0, 0], [0, 1], [1, 0], [1, 1]], [1.0, 1.0], -1.5)
    array([0, 0, 0, 1])
    """
    x, weights = as_float(x, "x"), as_float(weights, "weights")
    check_neuron(x, weights)
    return step(x @ weights + bias).astype(int)


def update(x, label, weights, bias):
    r"""Un paso de la regla de Rosenblatt con un solo ejemplo.

    .. math:: w \leftarrow w + (y - \hat y)\,x, \qquad b \leftarrow b + (y - \hat y).

    Si acierta, :math:`y - \hat y = 0` y nada cambia. Si calló y debía disparar, suma el ejemplo
    a los pesos; si disparó y debía callar, lo resta.

    Parameters
    ----------
    x : array_like, (D,)
        Un ejemplo.
    label : int, 0 o 1
        La clase a la que pertenece.
    weights : array_like, (D,)
        Pesos actuales.
    bias : float
        Sesgo actual.

    Returns
    -------
    weights : ndarray, (D,)
        Pesos nuevos; los de entrada quedan como estaban.
    bias : float
        Sesgo nuevo.

    Raises
    ------
    ValueError
        Si `x` no es un solo ejemplo, o las formas no encajan.

    Notes
    -----
    No hay tasa de aprendizaje: si los pesos empiezan en cero, cambiarla los multiplica a todos
    por lo mismo y no mueve la frontera.

    References
    ----------
    Rosenblatt (1958), DOI 10.1037/h0042519.

    Examples
    --------
    Con todo a cero, :math:`\hat y = 1` (el 0 llega al umbral). La clase era 0: restamos (2, -1).

    >>> update([2.0, -1.0], 0, [0.0, 0.0], 0.0)
    (array([-2.,  1.]), -1.0)
    """
    x, weights = as_float(x, "x"), as_float(weights, "weights")
    if x.ndim != 1:
        raise ValueError(
            f"update aprende de un solo ejemplo de forma (D,) y x tiene forma {x.shape}; "
            "para recorrer un conjunto usa train."
        )
    error = int(label) - int(predict(x, weights, bias))
    return weights + error * x, bias + error


def train(x, labels, *, epochs, rng):
    r"""Recorre los ejemplos, barajados en cada época, y aplica `update` a cada uno.

    Parameters
    ----------
    x : array_like, (B, D)
        Los ejemplos, uno por fila.
    labels : array_like of int, (B,)
        Ceros y unos.
    epochs : int, positivo
        Vueltas al conjunto.
    rng : np.random.Generator
        Decide el orden de los ejemplos.

    Returns
    -------
    PerceptronFit
        `weights` (D,), `bias` y `errors`: cuántos ejemplos obligaron a corregir en cada época.

    Raises
    ------
    ValueError
        Si las formas no encajan o alguna etiqueta no es 0 ni 1.

    Notes
    -----
    Si una recta separa las dos clases, el número total de correcciones es finito y los errores
    acaban en cero; si no la hay (XOR), nunca dejan de aparecer.

    References
    ----------
    Rosenblatt (1958), DOI 10.1037/h0042519. Novikoff (1962), «On convergence proofs on
    perceptrons», sobre la convergencia.

    Examples
    --------
    >>> x, labels = [[0, 0], [0, 1], [1, 0], [1, 1]], [0, 0, 0, 1]
    >>> fit = train(x, labels, epochs=20, rng=np.random.default_rng(0))
    >>> fit.errors[-1], predict(x, fit.weights, fit.bias)
    (0, array([0, 0, 0, 1]))
    """
    x, labels = as_float(x, "x"), np.asarray(labels)
    if x.ndim != 2 or labels.shape != x.shape[:1]:
        raise ValueError(
            f"x tiene forma {x.shape} y labels tiene forma {labels.shape}; "
            "se esperaba x (B, D) y labels (B,), con una etiqueta por fila."
        )
    if not np.all(np.isin(labels, (0, 1))):
        raise ValueError(
            f"labels contiene {np.unique(labels).tolist()} y solo admite 0 y 1; "
            "si usas -1 y 1, conviértelas con (labels + 1) // 2."
        )
    weights, bias, errors = np.zeros(x.shape[1], x.dtype), 0.0, []
    for _ in range(epochs):
        mistakes = 0
        for i in rng.permutation(len(x)):
            previous = bias
            weights, bias = update(x[i], labels[i], weights, bias)
            mistakes += int(bias != previous)  # el sesgo solo se mueve cuando hay error
        errors.append(mistakes)
    return PerceptronFit(weights, bias, errors)
