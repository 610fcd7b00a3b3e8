"""La convolución de dos dimensiones, hacia delante y hacia atrás, con los nombres de Keras.

El código está en un fichero por idea: `_convolution_geometry` (tamaños y relleno),
`_convolution_forward` y `_convolution_backward`. Este es el único que hay que importar.

Una serie de forma (B, T, C) es una imagen de altura 1: `conv2d(x[:, None], kernel[None])[:, 0]` es
la convolución de una dimensión.
"""

from redes.scratch._convolution_backward import Conv2DGradients, conv2d_backward
from redes.scratch._convolution_forward import conv2d, conv2d_loops
from redes.scratch._convolution_geometry import output_length, same_padding

__all__ = [
    "Conv2DGradients",
    "conv2d",
    "conv2d_backward",
    "conv2d_loops",
    "output_length",
    "same_padding",
]
