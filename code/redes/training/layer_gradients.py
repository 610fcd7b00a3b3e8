"""Los gradientes que una capa de Keras calcula, con cualquier motor."""

from typing import NamedTuple

import keras
import numpy as np


class LayerGradients(NamedTuple):
    """Gradiente de la entrada y de cada peso, en el orden de `layer.get_weights()`."""

    x: np.ndarray
    weights: list[np.ndarray]


def layer_gradients(layer, x, grad):
    r"""Retropropaga `grad` a través de una capa de Keras.

    Un paso de descenso con tasa 1 resta a cada peso su gradiente: la diferencia entre los pesos de
    antes y los de después lo deja a la vista, sea cual sea el motor. La pérdida es la suma de
    :math:`G \odot Y`, cuya derivada respecto de la salida :math:`Y` es :math:`G`. Y para ver el
    gradiente de la entrada la hacemos pasar por peso de una capa densa que recibe la identidad.

    Parameters
    ----------
    layer : keras.layers.Layer
        Cualquier capa de una entrada y una salida. Acaba con los pesos con que llegó.
    x : ndarray, (B, ...)
        Entrada.
    grad : ndarray, de la forma de la salida
        Gradiente :math:`G` de la pérdida respecto de la salida.

    Returns
    -------
    LayerGradients
        `x`, de la forma de la entrada, y `weights`, uno por peso; ``float32``.

    Raises
    ------
    ValueError
        Si `grad` no tiene la forma de la salida.

    Notes
    -----
    Cada gradiente sale de una resta de números de 32 bits: pierde cifras si los pesos son mucho
    mayores que él. Es un paso de entrenamiento: las capas que al entrenar calculan otra cosa, como
    `Dropout` o `BatchNormalization`, dan aquí el gradiente de esa otra cosa.

    References
    ----------
    Rumelhart, Hinton y Williams (1986), DOI 10.1038/323533a0.

    Examples
    --------
    Con :math:`y = 3x` y :math:`G = (1, 10)` en :math:`x = (2, 4)`: el de la entrada es
    :math:`3G` y el del peso, :math:`2 \cdot 1 + 4 \cdot 10`.

    >>> layer = keras.layers.Dense(1, use_bias=False)
    >>> layer.build((None, 1))
    >>> layer.set_weights([np.array([[3.0]])])
    >>> gradients = layer_gradients(layer, np.array([[2.0], [4.0]]), np.array([[1.0], [10.0]]))
    >>> gradients.x.ravel().tolist(), gradients.weights[0].item()
    ([3.0, 30.0], 42.0)
    """
    x, grad = np.asarray(x, "float32"), np.asarray(grad, "float32")
    expected = tuple(layer(x).shape)
    if grad.shape != expected:
        raise ValueError(
            f"grad tiene forma {grad.shape} y la salida de la capa tiene forma {expected}; "
            "han de ser iguales: es el gradiente respecto de esa salida."
        )
    entry = keras.layers.Dense(x[0].size, use_bias=False)
    reshape = keras.layers.Reshape(x.shape[1:])
    model = keras.Sequential([keras.Input((len(x),)), entry, reshape, layer])
    entry.set_weights([x.reshape(len(x), -1)])
    weights = layer.get_weights()
    optimizer = keras.optimizers.SGD(learning_rate=1.0)
    model.compile(loss=_weighted_output, optimizer=optimizer, run_eagerly=True)
    # Keras promedia sobre los ejemplos: de ahí el factor.
    model.train_on_batch(np.eye(len(x), dtype="float32"), len(x) * grad)
    moved = entry.get_weights()[0].reshape(x.shape)
    gradients = [old - new for old, new in zip(weights, layer.get_weights(), strict=True)]
    layer.set_weights(weights)
    return LayerGradients(x - moved, gradients)


def _weighted_output(weights, outputs):
    return keras.ops.sum(weights * outputs, axis=tuple(range(1, outputs.ndim)))
