"""Funciones de activación y sus derivadas, con los nombres y los valores por defecto de Keras.

Todas aceptan un arreglo de cualquier forma, devuelven otro de la misma forma y no modifican la
entrada. Conservan float32 y float64; los enteros pasan a float64. `NOMBRE_grad(z)` es la
derivada, elemento a elemento, respecto de la preactivación z; softmax mezcla sus entradas y en
su lugar tiene `softmax_backward`.

El código está en un fichero por familia: `_activations_classic` (escalón, sigmoide, tangente
hiperbólica, ReLU y ReLU con fuga), `_activations_smooth` (ELU, SELU, softplus, SiLU y mish),
`_activations_gelu` y `_activations_softmax`. Este es el único que hay que importar.
"""

from redes.scratch._activations_classic import (
    leaky_relu,
    leaky_relu_grad,
    relu,
    relu_grad,
    sigmoid,
    sigmoid_grad,
    step,
    step_grad,
    tanh,
    tanh_grad,
)
from redes.scratch._activations_gelu import gelu, gelu_grad
from redes.scratch._activations_smooth import (
    elu,
    elu_grad,
    mish,
    mish_grad,
    selu,
    selu_grad,
    silu,
    silu_grad,
    softplus,
    softplus_grad,
)
from redes.scratch._activations_softmax import log_softmax, softmax, softmax_backward

__all__ = [
    "elu",
    "elu_grad",
    "gelu",
    "gelu_grad",
    "leaky_relu",
    "leaky_relu_grad",
    "log_softmax",
    "mish",
    "mish_grad",
    "relu",
    "relu_grad",
    "selu",
    "selu_grad",
    "sigmoid",
    "sigmoid_grad",
    "silu",
    "silu_grad",
    "softmax",
    "softmax_backward",
    "softplus",
    "softplus_grad",
    "step",
    "step_grad",
    "tanh",
    "tanh_grad",
]
