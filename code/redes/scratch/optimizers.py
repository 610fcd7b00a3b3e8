"""Optimizadores: convierten el gradiente en un cambio de los parámetros, como los de Keras.

Todos se llaman igual, ``params, state = OPTIMIZADOR(params, grads, state, ...)``, y son funciones
puras: lo que hay que recordar de un paso a otro entra y sale en `state`, que en el primero es None.
No tiene valor por defecto a propósito: olvidarlo sería empezar de nuevo en cada paso.

`params` puede ser un arreglo, una lista o tupla de arreglos, o la tupla de `DenseParams` de
`redes.scratch.mlp`; `grads`, lo mismo con las mismas formas.

El código está en `_optimizers_momentum` (descenso, momento y Nesterov), `_optimizers_adaptive`
(AdaGrad y RMSProp) y `_optimizers_adam`. Este es el fichero que hay que importar.
"""

from redes.scratch._optimizers_adam import AdamState, adam, adamw, decay_weights
from redes.scratch._optimizers_adaptive import RmspropState, adagrad, rmsprop
from redes.scratch._optimizers_momentum import momentum, nesterov, sgd

__all__ = [
    "AdamState",
    "RmspropState",
    "adagrad",
    "adam",
    "adamw",
    "decay_weights",
    "momentum",
    "nesterov",
    "rmsprop",
    "sgd",
]
