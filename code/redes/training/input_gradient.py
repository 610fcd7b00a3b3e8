"""La derivada de un logit respecto de la entrada de la red, con cualquier motor."""

import keras
import numpy as np


def input_gradient(model, x, classes):
    r"""La derivada de la salida de una clase respecto de cada número de la entrada.

    Para cada ejemplo, :math:`\partial z_{k_b} / \partial x_b`, con la red en modo de inferencia. A
    la entrada se le suma un peso, que vale cero, por cada uno de sus números; un paso de descenso
    con tasa 1 les resta su gradiente, y así queda a la vista sea cual sea el motor.

    Parameters
    ----------
    model : keras.Model or keras.layers.Layer
        Va de (B, ...) a (B, K). Acaba con los pesos con que llegó.
    x : ndarray, (B, ...)
        Entradas.
    classes : int or ndarray of int, shape (B,)
        Clase por la que se pregunta en cada ejemplo, desde cero.

    Returns
    -------
    ndarray, de la forma de la entrada
        La derivada, ``float32``.

    Raises
    ------
    ValueError
        Si la salida no es (B, K), o falta alguna clase o no existe.

    Notes
    -----
    Con un solo motor es más corto: en TensorFlow, ``tf.GradientTape``; en JAX, ``jax.grad``; en
    PyTorch, ``x.requires_grad_()`` y ``torch.autograd.grad``. Si la salida lleva softmax, esta es
    la derivada de la probabilidad, que se anula cuando la red está segura.

    References
    ----------
    Simonyan, Vedaldi y Zisserman (2014), sección 3, arXiv 1312.6034.

    Examples
    --------
    Con :math:`z = (2 x_1 - x_2,\; 3 x_2)`, la derivada de la segunda clase es (0, 3).

    >>> layer = keras.layers.Dense(2, use_bias=False)
    >>> layer.build((None, 2))
    >>> layer.set_weights([np.array([[2.0, 0.0], [-1.0, 3.0]])])
    >>> input_gradient(layer, np.array([[5.0, 7.0]]), 1).tolist()
    [[0.0, 3.0]]
    """
    x = np.asarray(x, "float32")
    wanted = _one_hot(classes, tuple(model(x[:1]).shape), len(x))
    probe = _Probe(model, x)
    probe.compile(loss=_chosen, optimizer=keras.optimizers.SGD(1.0), run_eagerly=True)
    weights = model.get_weights()
    # Keras promedia sobre los ejemplos: de ahí el factor.
    probe.train_on_batch(np.eye(len(x), dtype="float32"), len(x) * wanted)
    model.set_weights(weights)
    return 0.0 - probe.shift.get_weights()[0].reshape(x.shape)


class _Probe(keras.Model):
    """El modelo, con un peso nulo sumado a cada número de su entrada."""

    def __init__(self, model, x):
        super().__init__()
        self.model, self.x = model, x
        self.shift = keras.layers.Dense(x[0].size, use_bias=False, kernel_initializer="zeros")

    def call(self, chooser):
        moved = self.x + keras.ops.reshape(self.shift(chooser), self.x.shape)
        return self.model(moved, training=False)  # aunque sea un paso de entrenamiento


def _one_hot(classes, shape, count):
    """Un uno en la clase de cada ejemplo: (B, K)."""
    classes = np.broadcast_to(classes, count) if np.ndim(classes) == 0 else np.asarray(classes)
    if len(shape) != 2 or classes.shape != (count,):
        raise ValueError(
            f"la salida tiene forma {shape} y las clases, {classes.shape}, con {count} ejemplos; "
            "se esperaba una salida (B, K) y una clase para todos o una por ejemplo."
        )
    if classes.min() < 0 or classes.max() >= shape[1]:
        raise ValueError(
            f"las clases van de {classes.min()} a {classes.max()} y la red tiene {shape[1]}, "
            f"de 0 a {shape[1] - 1}."
        )
    return np.eye(shape[1], dtype="float32")[classes]


def _chosen(wanted, outputs):
    return keras.ops.sum(wanted * outputs, axis=-1)
