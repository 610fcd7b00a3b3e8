"""El perceptrón multicapa: capas densas con ReLU y una salida de K logits.

Los parámetros son una tupla de `DenseParams`, una por capa. Todo lo demás son funciones de las
entradas y de esa tupla, que nunca modifican.

El código está en `_mlp_network` (parámetros, `forward`, `backward`, `predict`) y en
`_mlp_training` (`train_step`, `train`); este es el fichero que hay que importar.
"""

from redes.scratch._mlp_network import (
    DenseParams,
    Forward,
    backward,
    forward,
    init_mlp,
    predict,
)
from redes.scratch._mlp_training import MlpFit, TrainStep, train, train_step

__all__ = [
    "DenseParams",
    "Forward",
    "MlpFit",
    "TrainStep",
    "backward",
    "forward",
    "init_mlp",
    "predict",
    "train",
    "train_step",
]
