r"""El campo receptivo: qué tramo de la entrada puede influir en una posición de cada capa."""

from collections.abc import Sequence
from typing import NamedTuple


class Window(NamedTuple):
    """Una capa de ventanas en un eje: una convolución o una agrupación."""

    kernel_size: int
    strides: int = 1
    dilation_rate: int = 1


class ReceptiveField(NamedTuple):
    """Campo receptivo en un eje: cuánto mide y cuánto se mueve de una posición a la siguiente."""

    size: int
    jump: int


def receptive_field(layers: Sequence[Window]) -> list[ReceptiveField]:
    r"""El campo receptivo tras cada una de varias capas de ventanas, en un eje.

    Al principio una posición es un píxel, :math:`r_0 = 1`, y la siguiente está al lado,
    :math:`j_0 = 1`. Una ventana de :math:`k` posiciones, separadas :math:`d`, y zancada :math:`s`,
    añade :math:`(k - 1)\,d` saltos de los de la capa anterior y multiplica el salto:

    .. math:: r_l = r_{l-1} + (k_l - 1)\,d_l\,j_{l-1}, \qquad j_l = s_l\,j_{l-1}.

    Parameters
    ----------
    layers : sequence of Window
        Las capas, de la entrada a la salida.

    Returns
    -------
    list of ReceptiveField
        Tamaño y salto, en píxeles de la entrada, tras cada capa.

    Raises
    ------
    ValueError
        Si algún número es menor que 1.

    Notes
    -----
    Es el mayor posible. Los pesos pueden hacerlo menor, y el centro suele influir mucho más que los
    bordes.

    References
    ----------
    Araujo, Norris y Sim (2019), DOI 10.23915/distill.00021; Luo et al. (2016), arXiv 1701.04128.

    Examples
    --------
    Dos convoluciones de 3 ven 5 píxeles; con una agrupación de 2 en medio, la segunda da pasos de
    dos: :math:`3 + 1 \cdot 1 = 4`, y después :math:`4 + 2 \cdot 2 = 8`.

    >>> [field.size for field in receptive_field([Window(3), Window(3)])]
    [3, 5]
    >>> receptive_field([Window(3), Window(2, strides=2), Window(3)])[-1]
    ReceptiveField(size=8, jump=2)
    """
    found, size, jump = [], 1, 1
    for layer in layers:
        if min(layer) < 1:
            raise ValueError(
                f"ha llegado {layer} y el tamaño de la ventana, la zancada y la dilatación han de "
                "ser al menos 1."
            )
        size += (layer.kernel_size - 1) * layer.dilation_rate * jump
        jump *= layer.strides
        found.append(ReceptiveField(size, jump))
    return found
