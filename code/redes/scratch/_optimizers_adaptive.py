r"""AdaGrad y RMSProp: una escala para cada parámetro.

Se importan desde `redes.scratch.optimizers`.
"""

from typing import Any, NamedTuple

import numpy as np

from redes.scratch._optimizers_options import check_options
from redes.scratch._trees import map_arrays, match_gradients, zeros_like


class RmspropState(NamedTuple):
    """Medias de los cuadrados y de los gradientes, y velocidades; cada una, un árbol."""

    mean_square: Any
    mean_gradient: Any
    velocity: Any


def adagrad(
    params, grads, state, *, learning_rate=0.001, initial_accumulator_value=0.1, epsilon=1e-7
):
    r"""Un paso de AdaGrad: cada parámetro divide por lo que ha acumulado.

    .. math:: r \leftarrow r + g^2, \qquad w \leftarrow w - \frac{\eta\, g}{\sqrt{r + \epsilon}} .

    Parameters
    ----------
    params, grads : tree of array_like
        Los parámetros y sus gradientes, con las mismas formas.
    state : tree of ndarray or None
        Las sumas :math:`r`, con las formas de `params`; None en el primer paso.
    learning_rate : float, no negativo
        Tasa de aprendizaje, :math:`\eta`.
    initial_accumulator_value : float, no negativo
        Cuánto vale :math:`r` antes del primer paso.
    epsilon : float, no negativo
        Evita dividir por cero.

    Returns
    -------
    params, state : tree of ndarray
        Los parámetros y las sumas nuevas.

    Raises
    ------
    ValueError
        Si los gradientes no encajan con los parámetros o alguna opción no es válida.

    Notes
    -----
    La suma no baja nunca: con gradientes de tamaño parecido, el paso t encoge como
    :math:`1/\sqrt t`.

    References
    ----------
    Duchi, Hazan y Singer (2011), «Adaptive subgradient methods for online learning and stochastic
    optimization», JMLR 12.

    Examples
    --------
    Con :math:`r = 0`, el primer paso mide la tasa, sea cual sea el gradiente.

    >>> options = {"learning_rate": 0.1, "initial_accumulator_value": 0, "epsilon": 0}
    >>> w, r = adagrad([0.0, 0.0], [4.0, 400.0], None, **options)
    >>> [float(v) for v in w], [float(v) for v in r]
    ([-0.1, -0.1], [16.0, 160000.0])
    """
    params, grads = match_gradients(params, grads)
    positive = {"initial_accumulator_value": initial_accumulator_value, "epsilon": epsilon}
    rate, epsilon = check_options(learning_rate, positive=positive), float(epsilon)
    if state is None:
        state = map_arrays(lambda w: np.full_like(w, initial_accumulator_value), params)
    total = map_arrays(lambda r, g: r + g * g, state, grads)
    params = map_arrays(lambda w, g, r: w - rate * g / np.sqrt(r + epsilon), params, grads, total)
    return params, total


def rmsprop(
    params,
    grads,
    state,
    *,
    learning_rate=0.001,
    rho=0.9,
    momentum=0.0,
    epsilon=1e-7,
    centered=False,
):
    r"""Un paso de RMSProp: AdaGrad con una media que olvida en lugar de una suma.

    .. math::

       r \leftarrow \rho\, r + (1 - \rho)\, g^2, \qquad
       w \leftarrow w - \frac{\eta\, g}{\sqrt{r + \epsilon}} .

    Parameters
    ----------
    params, grads : tree of array_like
        Los parámetros y sus gradientes, con las mismas formas.
    state : RmspropState or None
        Lo que devolvió el paso anterior; None en el primero.
    learning_rate : float, no negativo
        Tasa de aprendizaje, :math:`\eta`.
    rho : float, de 0 a 1 sin llegar
        Cuánto se conserva de la media anterior.
    momentum : float, de 0 a 1 sin llegar
        Con más de 0, los pasos se acumulan en una velocidad.
    epsilon : float, no negativo
        Evita dividir por cero.
    centered : bool
        Restar a la media de los cuadrados el cuadrado de la media: queda la varianza.

    Returns
    -------
    params : tree of ndarray
        Los parámetros nuevos.
    state : RmspropState
        Lo que hay que dar al paso siguiente.

    Raises
    ------
    ValueError
        Si los gradientes no encajan con los parámetros o alguna opción no es válida.

    Notes
    -----
    Como en Keras, :math:`\epsilon` va dentro de la raíz y :math:`r` empieza en 0, de modo que el
    primer paso mide :math:`\eta/\sqrt{1-\rho}`: más del triple de la tasa con 0.9.

    References
    ----------
    Tieleman y Hinton (2012), «Neural networks for machine learning», lección 6.5, Coursera.

    Examples
    --------
    Con :math:`\rho = 3/4`, :math:`r = 16/4 = 4`, y el paso es 0.1 · 4 / 2.

    >>> w, state = rmsprop([1.0], [4.0], None, learning_rate=0.1, rho=0.75, epsilon=0)
    >>> float(w[0]), float(state.mean_square[0])
    (0.8, 4.0)
    """
    params, grads = match_gradients(params, grads)
    rate = check_options(learning_rate, rho=rho, momentum=momentum, positive={"epsilon": epsilon})
    rho, beta, epsilon = float(rho), float(momentum), float(epsilon)
    square, mean, velocity = state or RmspropState(*(zeros_like(params) for _ in range(3)))
    square = map_arrays(lambda r, g: rho * r + (1 - rho) * g * g, square, grads)
    spread = square
    if centered:
        mean = map_arrays(lambda m, g: rho * m + (1 - rho) * g, mean, grads)
        spread = map_arrays(lambda r, m: r - m * m, square, mean)
    velocity = map_arrays(
        lambda v, g, r: beta * v + rate * g / np.sqrt(r + epsilon), velocity, grads, spread
    )
    params = map_arrays(lambda w, v: w - v, params, velocity)
    return params, RmspropState(square, mean, velocity)
