r"""La agrupación de dos dimensiones: el máximo o la media de cada ventana, sin ningún peso.

La de máximo está en `_pooling_max`, la de media en `_pooling_average` y la global, que hace de cada
mapa un número, en `_pooling_global`. Este módulo es el único que hay que importar.
"""

from redes.scratch._pooling_average import average_pool2d, average_pool2d_backward
from redes.scratch._pooling_global import (
    global_average_pool2d,
    global_average_pool2d_backward,
    global_max_pool2d,
    global_max_pool2d_backward,
)
from redes.scratch._pooling_max import max_pool2d, max_pool2d_backward

__all__ = [
    "average_pool2d",
    "average_pool2d_backward",
    "global_average_pool2d",
    "global_average_pool2d_backward",
    "global_max_pool2d",
    "global_max_pool2d_backward",
    "max_pool2d",
    "max_pool2d_backward",
]
