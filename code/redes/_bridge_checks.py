"""Lo que comparte el puente con Keras: reconocer la capa y comparar las formas de sus pesos."""

import numpy as np


def shapes(layer):
    """Las formas de los pesos de una capa, en su orden."""
    return [tuple(weight.shape) for weight in layer.weights]  # cada motor tiene su propio tipo


def set_weights(layer, weights, what):
    """Pone los pesos que no son None, tras comparar sus formas con las de la capa."""
    given = [np.asarray(value) for value in weights if value is not None]
    found, expected = [value.shape for value in given], shapes(layer)
    if found != expected:
        raise ValueError(
            f"los pesos tienen formas {found} y la capa {layer.name!r} los guarda con formas "
            f"{expected} ({what}); revisa las entradas y las unidades."
        )
    layer.set_weights(given)


def check_layer(layer, kinds, shape):
    """Exige que la capa sea de una de esas clases y esté construida."""
    if not isinstance(layer, kinds):
        names = " o ".join(f"keras.layers.{kind.__name__}" for kind in kinds)
        raise ValueError(
            f"se esperaba una capa {names} y llegó {type(layer).__name__}; "
            "elige en model.layers la que quieras."
        )
    if not layer.built:
        raise ValueError(
            f"la capa {layer.name!r} todavía no tiene pesos; construye antes el modelo con "
            f"keras.Input, o la capa con layer.build({shape})."
        )
