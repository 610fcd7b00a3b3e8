r"""La neurona logística: una combinación lineal, una sigmoide y el descenso del gradiente."""

from typing import NamedTuple

import numpy as np

from redes.scratch._validation import as_float, check_neuron
from redes.scratch.activations import sigmoid
from redes.scratch.losses import binary_crossentropy, binary_crossentropy_grad


class LogisticGradient(NamedTuple):
    """Pérdida y sus derivadas respecto de los pesos (D,) y del sesgo."""

    loss: float
    weights: np.ndarray
    bias: float


class LogisticFit(NamedTuple):
    """Lo que devuelve `train`: pesos (D,), sesgo y pérdida antes de cada época."""

    weights: np.ndarray
    bias: float
    history: list[float]


def predict_proba(x, weights, bias):
    r"""Probabilidad de la clase 1, :math:`p = \sigma(w \cdot x + b)`.

    Parameters
    ----------
    x : array_like, (..., D)
        Un ejemplo o varios.
    weights : array_like, (D,)
        Un peso por entrada.
    bias : float
        Sesgo.

    Returns
    -------
    ndarray, (...)
        Entre 0 y 1. La frontera, :math:`p = 1/2`, es la recta :math:`w \cdot x + b = 0`.

    Raises
    ------
    ValueError
        Si el último eje de `x` no mide lo mismo que `weights`.

    Notes
    -----
    Es `keras.layers.Dense(1, activation="sigmoid")`, sin el último eje de longitud 1.

    References
    ----------
    Cox (1958), DOI 10.1111/j.2517-6161.1958.tb00292.x.

    Examples
    --------
    >>> predict_proba([[1.0, 1.0], [0.0, 0.0]], [np.log(3), 0.0], 0.0).round(6)  # σ(ln 3) y σ(0)
    array([0.75, 0.5 ])
    """
    return sigmoid(_logits(x, weights, bias)[1])


def loss_and_gradient(x, labels, weights, bias):
    r"""Entropía cruzada binaria de la neurona y su gradiente.

    Al componer la sigmoide con la entropía cruzada, las derivadas se simplifican:

    .. math::

       \frac{\partial C}{\partial w} = \frac{1}{B} \sum_i (p_i - y_i)\,x_i, \qquad
       \frac{\partial C}{\partial b} = \frac{1}{B} \sum_i (p_i - y_i).

    Parameters
    ----------
    x : array_like, (B, D)
        Los ejemplos, uno por fila.
    labels : array_like, (B,)
        Ceros y unos.
    weights : array_like, (D,)
        Pesos.
    bias : float
        Sesgo.

    Returns
    -------
    LogisticGradient
        `loss` (en nats), `weights` (D,) y `bias`.

    Raises
    ------
    ValueError
        Si las formas no encajan o alguna etiqueta sale de [0, 1].

    Notes
    -----
    La pérdida se calcula desde :math:`z = w \cdot x + b`, no desde la probabilidad: así es
    finita aunque la neurona se equivoque con toda seguridad.

    References
    ----------
    Cox (1958), DOI 10.1111/j.2517-6161.1958.tb00292.x.

    Examples
    --------
    Con todo a cero, :math:`p = 1/2`; el ejemplo (2, 4) era de la clase 1, y
    :math:`(1/2 - 1) \cdot (2, 4) = (-1, -2)`.

    >>> gradient = loss_and_gradient([[2.0, 4.0]], [1], [0.0, 0.0], 0.0)
    >>> gradient.weights, gradient.bias, gradient.loss.round(6)  # ln 2 = 0.693147
    (array([-1., -2.]), np.float64(-0.5), np.float64(0.693147))
    """
    x, z = _logits(x, weights, bias)
    if x.ndim != 2:
        raise ValueError(_not_a_table(x))
    error = binary_crossentropy_grad(labels, z)  # (B,), ya dividido entre B
    loss = binary_crossentropy(labels, z)
    return LogisticGradient(loss, error @ x, error.sum())


def train(x, labels, *, learning_rate, epochs):
    r"""Descenso del gradiente con el conjunto entero en cada paso.

    .. math:: w \leftarrow w - \eta\,\partial C/\partial w, \qquad
              b \leftarrow b - \eta\,\partial C/\partial b.

    Parameters
    ----------
    x : array_like, (B, D)
        Los ejemplos, uno por fila.
    labels : array_like, (B,)
        Ceros y unos.
    learning_rate : float, positivo
        Tasa de aprendizaje, :math:`\eta`.
    epochs : int, positivo
        Pasos: cada uno usa todos los ejemplos.

    Returns
    -------
    LogisticFit
        `weights` (D,), `bias` e `history`, con la pérdida al empezar cada época.

    Raises
    ------
    ValueError
        Si las formas no encajan o alguna etiqueta sale de [0, 1].

    Notes
    -----
    La pérdida es convexa: empezar en cero no importa, y no hace falta azar. Si una recta separa
    las clases, los pesos crecen sin parar (despacio), porque siempre cabe estar más seguro.

    References
    ----------
    Cox (1958), DOI 10.1111/j.2517-6161.1958.tb00292.x.

    Examples
    --------
    Un paso con :math:`\eta = 0{,}5` desde cero, donde el gradiente era (-1, -2) y -0,5:

    >>> fit = train([[2.0, 4.0]], [1], learning_rate=0.5, epochs=1)
    >>> fit.weights, fit.bias
    (array([0.5, 1. ]), np.float64(0.25))
    """
    x = as_float(x, "x")
    weights, bias, history = np.zeros(x.shape[-1:], x.dtype), x.dtype.type(0.0), []
    rate = float(learning_rate)  # un escalar float64 de NumPy convertiría en float64 los pesos
    for _ in range(epochs):
        gradient = loss_and_gradient(x, labels, weights, bias)
        weights = weights - rate * gradient.weights
        bias = bias - rate * gradient.bias
        history.append(float(gradient.loss))
    return LogisticFit(weights, bias, history)


def _logits(x, weights, bias):
    x, weights = as_float(x, "x"), as_float(weights, "weights")
    check_neuron(x, weights)
    return x, x @ weights + bias


def _not_a_table(x):
    return f"x tiene forma {x.shape} y se esperaba (B, D), con un ejemplo por fila."
