r"""El puente con Keras: el único módulo que sabe cómo guarda sus pesos cada capa.

Lo demás del libro pide los pesos aquí, con los nombres y las formas de `redes.scratch`. En este
fichero están las capas densas, de las que Keras guarda el núcleo (D, U) y, si lo hay, el sesgo
(U,), en ese orden; en `_bridge_recurrent`, las recurrentes y la incrustación. Solo hay que importar
este.
"""

import keras
import numpy as np

from redes._bridge_checks import check_layer, set_weights, shapes
from redes._bridge_recurrent import (
    embedding_table,
    recurrent_weights,
    set_embedding_table,
    set_recurrent_weights,
)
from redes.scratch.mlp import DenseParams

__all__ = [
    "dense_weights",
    "embedding_table",
    "mlp_from_keras",
    "mlp_to_keras",
    "recurrent_weights",
    "set_dense_weights",
    "set_embedding_table",
    "set_recurrent_weights",
]


def dense_weights(layer):
    """Los pesos de una capa densa de Keras, como arreglos de NumPy.

    Parameters
    ----------
    layer : keras.layers.Dense
        Ya construida.

    Returns
    -------
    kernel : ndarray, (D, U)
        Copia del núcleo.
    bias : ndarray, (U,), or None
        Copia de los sesgos; None si la capa no los usa.

    Raises
    ------
    ValueError
        Si no es una capa densa o todavía no tiene pesos.

    Examples
    --------
    >>> layer = keras.layers.Dense(2)
    >>> layer.build((None, 3))
    >>> kernel, bias = dense_weights(layer)
    >>> kernel.shape, bias.shape
    ((3, 2), (2,))
    """
    _check_dense(layer)
    kernel, *rest = layer.get_weights()
    return kernel, rest[0] if rest else None


def set_dense_weights(layer, kernel, bias=None):
    """Pone pesos en una capa densa de Keras.

    Parameters
    ----------
    layer : keras.layers.Dense
        Ya construida; cambia.
    kernel : array_like, (D, U)
        Núcleo.
    bias : array_like, (U,), optional
        Sesgos; None solo si la capa no los usa.

    Raises
    ------
    ValueError
        Si no es una capa densa, todavía no tiene pesos o las formas no son las suyas.

    Examples
    --------
    >>> layer = keras.layers.Dense(2)
    >>> layer.build((None, 1))
    >>> set_dense_weights(layer, [[3.0, 4.0]], [1.0, 0.0])
    >>> layer.get_weights()[1].tolist()
    [1.0, 0.0]
    """
    _check_dense(layer)
    set_weights(layer, (kernel, bias), "núcleo y, si lo usa, sesgo")


def mlp_from_keras(model):
    """Los parámetros para `redes.scratch.mlp` de una red densa de Keras.

    Parameters
    ----------
    model : keras.Model
        Capas densas en cadena: ReLU en las ocultas; en la última, ninguna activación o softmax.

    Returns
    -------
    tuple of DenseParams
        Uno por capa. `forward` da los logits: lo que entra en la softmax, si la hay.

    Raises
    ------
    ValueError
        Si el modelo tiene otras capas, otras activaciones o capas sin sesgo.

    Examples
    --------
    >>> layers = [keras.layers.Dense(4, activation="relu"), keras.layers.Dense(2)]
    >>> model = keras.Sequential([keras.Input((3,)), *layers])
    >>> [layer.kernel.shape for layer in mlp_from_keras(model)]
    [(3, 4), (4, 2)]
    """
    return tuple(DenseParams(*dense_weights(layer)) for layer in _mlp_layers(model))


def mlp_to_keras(params, model):
    """Pone los parámetros de `redes.scratch.mlp` en una red densa de Keras.

    Parameters
    ----------
    params : sequence of DenseParams
        Uno por capa.
    model : keras.Model
        Como la de `mlp_from_keras`; cambia.

    Raises
    ------
    ValueError
        Si el modelo no es de esa clase, o no coinciden las capas o las formas.

    Notes
    -----
    Comprueba todo antes de tocar nada: si falla, el modelo queda como estaba.

    Examples
    --------
    >>> model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(2)])
    >>> mlp_to_keras([DenseParams([[3.0, 4.0]], [1.0, 0.0])], model)
    >>> model.get_weights()[0].tolist()
    [[3.0, 4.0]]
    """
    layers = _mlp_layers(model)
    ours = [tuple(np.shape(value) for value in layer) for layer in params]
    theirs = [tuple(shapes(layer)) for layer in layers]
    if ours != theirs:
        raise ValueError(
            f"los parámetros tienen formas {ours} y el modelo {model.name!r} las tiene {theirs}; "
            "han de coincidir capa por capa: construye los dos con los mismos tamaños."
        )
    for layer, (kernel, bias) in zip(layers, params, strict=True):
        set_dense_weights(layer, kernel, bias)


def _check_dense(layer):
    check_layer(layer, (keras.layers.Dense,), "(None, entradas)")


def _mlp_layers(model):
    """Las capas densas del modelo, tras comprobar que calcula lo mismo que `redes.scratch.mlp`."""
    layers = [layer for layer in model.layers if not isinstance(layer, keras.layers.InputLayer)]
    for position, layer in enumerate(layers):
        _check_dense(layer)
        allowed = ("linear", "softmax") if position == len(layers) - 1 else ("relu",)
        activation = keras.activations.serialize(layer.activation)
        if activation not in allowed:
            raise ValueError(
                f"la capa {layer.name!r} tiene activación {activation!r} y en ese lugar se admite "
                f"{' o '.join(allowed)}: las ocultas con ReLU y la última con los logits o softmax."
            )
        if not layer.use_bias:
            raise ValueError(
                f"la capa {layer.name!r} no usa sesgo y redes.scratch.mlp siempre lo tiene; "
                "créala con use_bias=True."
            )
    return layers
