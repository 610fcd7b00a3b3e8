r"""Entrenar la red multicapa: descenso del gradiente con minilotes y momento.

Se importa desde `redes.scratch.mlp`.
"""

from typing import NamedTuple

import numpy as np

from redes.scratch._mlp_network import DenseParams, backward, forward, map_layers
from redes.scratch.losses import (
    sparse_categorical_crossentropy,
    sparse_categorical_crossentropy_grad,
)


class TrainStep(NamedTuple):
    """Lo que devuelve `train_step`; `logits` y `loss` son los de antes del paso."""

    params: tuple[DenseParams, ...]
    velocity: tuple[DenseParams, ...]
    logits: np.ndarray
    loss: float


class MlpFit(NamedTuple):
    """Lo que devuelve `train`: parámetros e historia, con una lista por medida."""

    params: tuple[DenseParams, ...]
    history: dict[str, list[float]]


def train_step(x, labels, params, velocity, *, learning_rate, momentum=0.0):
    r"""Un paso del descenso del gradiente con un minilote.

    .. math:: v \leftarrow \mu v - \eta\,\partial C/\partial w, \qquad w \leftarrow w + v.

    Parameters
    ----------
    x : array_like, (B, D)
        El minilote.
    labels : array_like of int, (B,)
        Sus clases.
    params, velocity : sequence of DenseParams
        Parámetros y velocidades (ceros en el primer paso), con las mismas formas.
    learning_rate : float, positivo
        Tasa de aprendizaje, :math:`\eta`.
    momentum : float, de 0 a 1
        Qué parte de la velocidad anterior se conserva, :math:`\mu`.

    Returns
    -------
    TrainStep
        `params` y `velocity` nuevos, y `logits` y `loss` antes del paso.

    Raises
    ------
    ValueError
        Si las formas no encajan o alguna etiqueta no es una clase.

    Notes
    -----
    La misma regla que ``keras.optimizers.SGD``.

    References
    ----------
    Polyak (1964), DOI 10.1016/0041-5553(64)90137-5.

    Examples
    --------
    Con todo a cero, :math:`p = (1/2, 1/2)`; la clase era 0, y el gradiente en los logits,
    (-1/2, 1/2).

    >>> zeros = (DenseParams(np.zeros((1, 2)), np.zeros(2)),)
    >>> train_step([[4.0]], [0], zeros, zeros, learning_rate=0.1).params[0].kernel
    array([[ 0.2, -0.2]])
    """
    logits, inputs = forward(x, params)
    loss = sparse_categorical_crossentropy(labels, logits)
    error = sparse_categorical_crossentropy_grad(labels, logits)
    gradients = backward(error, params, inputs)
    # float(): un escalar float64 de NumPy convertiría en float64 todos los pesos.
    rate, momentum = float(learning_rate), float(momentum)
    velocity = map_layers(lambda v, g: momentum * v - rate * g, velocity, gradients)
    return TrainStep(map_layers(np.add, params, velocity), velocity, logits, loss)


def train(x, labels, params, *, epochs, rng, batch_size=32, learning_rate=0.01, momentum=0.0):
    r"""Entrena con minilotes, barajando los ejemplos en cada época.

    Parameters
    ----------
    x : array_like, (B, D)
        Los ejemplos.
    labels : array_like of int, (B,)
        Sus clases, de 0 a K - 1.
    params : sequence of DenseParams
        De donde partimos; quedan como estaban.
    epochs : int, positivo
        Vueltas al conjunto.
    rng : np.random.Generator
        Decide el orden de los ejemplos.
    batch_size : int, positivo
        Ejemplos por minilote; el último puede ser menor.
    learning_rate, momentum : float
        Los de `train_step`.

    Returns
    -------
    MlpFit
        `params` e `history`, con las listas `loss` y `accuracy`: un valor por época.

    Raises
    ------
    ValueError
        Si las formas no encajan o alguna etiqueta no es una clase.

    Notes
    -----
    Como en Keras, la historia promedia lo que medía cada minilote antes de su paso, mientras la red
    iba cambiando; por eso al principio puede ser peor que la de validación.

    References
    ----------
    Bottou, Curtis y Nocedal (2018), DOI 10.1137/16M1080173.

    Examples
    --------
    Aprende el «o exclusivo», que el perceptrón no puede:

    >>> from redes.scratch.mlp import init_mlp, predict
    >>> x, labels = [[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0]
    >>> rng = np.random.default_rng(0)
    >>> params = init_mlp((2, 8, 2), rng=rng)
    >>> fit = train(x, labels, params, epochs=200, rng=rng, learning_rate=0.1, momentum=0.9)
    >>> predict(x, fit.params)
    array([0, 1, 1, 0])
    """
    x, labels = np.asarray(x, dtype=params[0].kernel.dtype), np.asarray(labels)
    if x.ndim != 2 or labels.shape != x.shape[:1]:
        raise ValueError(
            f"x tiene forma {x.shape} y labels tiene forma {labels.shape}; "
            "se esperaba x (B, D) y labels (B,), con una clase por fila."
        )
    velocity = map_layers(np.zeros_like, params)
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order, loss, hits = rng.permutation(len(x)), 0.0, 0
        for start in range(0, len(x), batch_size):
            rows = order[start : start + batch_size]
            params, velocity, logits, batch_loss = train_step(
                x[rows],
                labels[rows],
                params,
                velocity,
                learning_rate=learning_rate,
                momentum=momentum,
            )
            loss += float(batch_loss) * len(rows)  # el último minilote puede pesar menos
            hits += np.count_nonzero(logits.argmax(axis=-1) == labels[rows])
        history["loss"].append(loss / len(x))
        history["accuracy"].append(float(hits / len(x)))
    return MlpFit(params, history)
