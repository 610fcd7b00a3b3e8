r"""La red multicapa con cuatro maneras de regularizarla: cada una cambia una línea del paso."""

from typing import NamedTuple

import numpy as np

from redes.scratch._mlp_network import map_layers
from redes.scratch._validation import as_float
from redes.scratch.activations import relu, relu_grad
from redes.scratch.dense import dense, dense_backward, dense_parameters_backward
from redes.scratch.dropout import dropout_backward, dropout_mask
from redes.scratch.losses import categorical_crossentropy_grad, smooth_labels
from redes.scratch.mlp import DenseParams
from redes.scratch.regularizers import l2_penalty_grad


class Recipe(NamedTuple):
    """Cuánto hay de cada técnica; con todo a cero no hay ninguna."""

    rate: float = 0.0  # dropout: probabilidad de anular una activación oculta
    l2: float = 0.0  # factor de la penalización L2 de los núcleos
    noise: float = 0.0  # desviación típica del ruido en las entradas
    label_smoothing: float = 0.0  # parte de cada etiqueta que se reparte


def dropout_gradients(x, y, params, masks):
    r"""Los gradientes de la entropía cruzada de una red con máscaras en sus capas ocultas.

    .. math:: a^{(l)} = m^{(l)} \odot \mathrm{relu}(a^{(l-1)} W^{(l)} + b^{(l)})

    Parameters
    ----------
    x : array_like, (B, D)
        Un minilote.
    y : array_like, (B, K)
        Sus etiquetas, *one-hot* o suavizadas.
    params : sequence of DenseParams
        Una por capa.
    masks : sequence of ndarray, (B, U)
        La máscara de cada capa oculta.

    Returns
    -------
    tuple of DenseParams
        Los gradientes, con las formas de `params`.

    Raises
    ------
    ValueError
        Si no hay una máscara por capa oculta o las formas no encajan.

    Examples
    --------
    Una unidad oculta con la máscara a 0 no enseña nada a sus pesos:

    >>> params = [DenseParams(np.ones((1, 1)), np.zeros(1)), DenseParams(np.eye(1, 2), np.zeros(2))]
    >>> gradients = dropout_gradients([[1.0]], [[0.0, 1.0]], params, [np.zeros((1, 1))])
    >>> gradients[0].kernel.tolist(), gradients[1].bias.tolist()
    ([[0.0]], [0.5, -0.5])
    """
    if len(masks) != len(params) - 1:
        raise ValueError(
            f"han llegado {len(masks)} máscaras y la red tiene {len(params) - 1} capas ocultas; "
            "hace falta una máscara por capa oculta, y ninguna detrás de la última capa."
        )
    active, inputs = [], [as_float(x, "x")]
    for layer, mask in zip(params[:-1], masks, strict=True):
        active.append(relu(dense(inputs[-1], *layer)))  # (B, U)
        inputs.append(active[-1] * mask)
    grad = categorical_crossentropy_grad(y, dense(inputs[-1], *params[-1]))
    gradients = []
    for depth in reversed(range(1, len(params))):
        grad, kernel, bias = dense_backward(grad, inputs[depth], *params[depth])
        gradients.append(DenseParams(kernel, bias))
        # La máscara al volver, y después la ReLU: positiva justo donde lo era su preactivación.
        grad = dropout_backward(grad, masks[depth - 1]) * relu_grad(active[depth - 1])
    gradients.append(DenseParams(*dense_parameters_backward(grad, inputs[0])))
    return tuple(reversed(gradients))


def regularized_gradients(x, y, params, recipe, *, rng):
    r"""Los gradientes de un minilote con las técnicas de la receta.

    Parameters
    ----------
    x : array_like, (B, D)
        El minilote.
    y : array_like, (B, K)
        Sus etiquetas en *one-hot*.
    params : sequence of DenseParams
        Una por capa.
    recipe : Recipe
        Cuánto de cada técnica.
    rng : np.random.Generator
        De donde salen el ruido y las máscaras.

    Returns
    -------
    tuple of DenseParams
        Los gradientes, con las formas de `params`.

    Raises
    ------
    ValueError
        Si las formas no encajan o la receta tiene un valor imposible.

    Notes
    -----
    La penalización no toca los sesgos.

    Examples
    --------
    Con las entradas a cero los núcleos solo sienten la penalización, :math:`2 \cdot 0{,}1 \cdot 3`:

    >>> params, rng = [DenseParams(np.array([[3.0, 3.0]]), np.zeros(2))], np.random.default_rng(0)
    >>> recipe = Recipe(l2=0.1)
    >>> regularized_gradients([[0.0]], [[1.0, 0.0]], params, recipe, rng=rng)[0].kernel.round(6)
    array([[0.6, 0.6]])
    """
    x = as_float(x, "x")
    if recipe.noise:
        x = x + rng.normal(0, recipe.noise, x.shape).astype(x.dtype)
    masks = [
        dropout_mask((len(x), len(layer.bias)), recipe.rate, rng=rng, dtype=x.dtype)
        for layer in params[:-1]
    ]
    gradients = dropout_gradients(x, smooth_labels(y, recipe.label_smoothing), params, masks)
    return tuple(
        DenseParams(gradient.kernel + l2_penalty_grad(layer.kernel, l2=recipe.l2), gradient.bias)
        for layer, gradient in zip(params, gradients, strict=True)
    )


def train_epochs(x, y, params, recipe, *, rng, batch_size=32, learning_rate=0.01, momentum=0.0):
    r"""Entrena sin fin, y entrega los parámetros al acabar cada época: para quien la escucha.

    .. math:: v \leftarrow \mu v - \eta\,\partial C/\partial w, \qquad w \leftarrow w + v

    Parameters
    ----------
    x : array_like, (B, D)
        Los ejemplos.
    y : array_like, (B, K)
        Sus etiquetas en *one-hot*.
    params : sequence of DenseParams
        De donde partimos; quedan como estaban.
    recipe : Recipe
        Cuánto de cada técnica.
    rng : np.random.Generator
        Decide el orden, el ruido y las máscaras.
    batch_size : int, positivo
        Ejemplos por minilote; el último puede ser menor.
    learning_rate, momentum : float
        La tasa :math:`\eta` y la parte de la velocidad que se conserva, :math:`\mu`.

    Returns
    -------
    generator of tuple of DenseParams
        Los parámetros, nuevos en cada época.

    Raises
    ------
    ValueError
        Si las formas no encajan o la receta tiene un valor imposible.

    Examples
    --------
    >>> from itertools import islice
    >>> params, rng = [DenseParams(np.zeros((1, 2)), np.zeros(2))], np.random.default_rng(0)
    >>> epochs = train_epochs([[4.0]], [[1.0, 0.0]], params, Recipe(), rng=rng, learning_rate=0.1)
    >>> [layers[0].kernel.round(3).tolist() for layers in islice(epochs, 1)]
    [[[0.2, -0.2]]]
    """
    x, y = (np.asarray(values, dtype=params[0].kernel.dtype) for values in (x, y))
    rate, momentum = float(learning_rate), float(momentum)
    velocity = map_layers(np.zeros_like, params)
    while True:
        order = rng.permutation(len(x))
        for start in range(0, len(x), batch_size):
            rows = order[start : start + batch_size]
            gradients = regularized_gradients(x[rows], y[rows], params, recipe, rng=rng)
            velocity = map_layers(lambda v, g: momentum * v - rate * g, velocity, gradients)
            params = map_layers(np.add, params, velocity)
        yield params
