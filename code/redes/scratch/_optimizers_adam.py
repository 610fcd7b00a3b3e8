r"""Adam y AdamW.

Se importan desde `redes.scratch.optimizers`.
"""

import math
from typing import Any, NamedTuple

import numpy as np

from redes.scratch._optimizers_options import check_options
from redes.scratch._trees import as_float_tree, map_arrays, match_gradients, zeros_like


class AdamState(NamedTuple):
    """Pasos dados; medias de los gradientes, de sus cuadrados y la mayor de estas, en árboles."""

    step: int
    m: Any
    v: Any
    v_max: Any


def adam(
    params,
    grads,
    state,
    *,
    learning_rate=0.001,
    beta_1=0.9,
    beta_2=0.999,
    epsilon=1e-7,
    amsgrad=False,
):
    r"""Un paso de Adam: la media de los gradientes entre la raíz de la de sus cuadrados.

    .. math::

       m \leftarrow \beta_1 m + (1-\beta_1)\, g, \qquad
       v \leftarrow \beta_2 v + (1-\beta_2)\, g^2, \qquad
       w \leftarrow w - \eta\, \frac{\sqrt{1-\beta_2^t}}{1-\beta_1^t}\,
       \frac{m}{\sqrt v + \epsilon} .

    Parameters
    ----------
    params, grads : tree of array_like
        Los parámetros y sus gradientes, con las mismas formas.
    state : AdamState or None
        Lo que devolvió el paso anterior; None en el primero.
    learning_rate : float, no negativo
        Tasa de aprendizaje, :math:`\eta`.
    beta_1, beta_2 : float, de 0 a 1 sin llegar
        Cuánto se conserva de cada media.
    epsilon : float, no negativo
        Evita dividir por cero.
    amsgrad : bool
        Dividir por la mayor :math:`v` habida, que no baja nunca.

    Returns
    -------
    params : tree of ndarray
        Los parámetros nuevos.
    state : AdamState
        Lo que hay que dar al paso siguiente.

    Raises
    ------
    ValueError
        Si los gradientes no encajan con los parámetros o alguna opción no es válida.

    Notes
    -----
    El cociente corrige que las dos medias empiecen en cero. Como en Keras,
    :math:`\epsilon` se suma antes de corregir; el algoritmo 1 del artículo y PyTorch lo suman
    después, que es usar :math:`\epsilon\sqrt{1-\beta_2^t}` aquí.

    References
    ----------
    Kingma y Ba (2015), DOI 10.48550/arXiv.1412.6980. Reddi, Kale y Kumar (2018), sobre amsgrad,
    DOI 10.48550/arXiv.1904.09237.

    Examples
    --------
    Con medias de 1/2 y 3/4 y gradiente 2: m = 1, v = 1, y el paso es
    :math:`0.1 \cdot \frac{1/2}{1/2} \cdot \frac11`.

    >>> options = {"learning_rate": 0.1, "beta_1": 0.5, "beta_2": 0.75, "epsilon": 0}
    >>> w, state = adam([1.0], [2.0], None, **options)
    >>> float(w[0]), float(state.m[0]), float(state.v[0])
    (0.9, 1.0, 1.0)
    """
    params, grads = match_gradients(params, grads)
    betas = {"beta_1": beta_1, "beta_2": beta_2}
    rate = check_options(learning_rate, positive={"epsilon": epsilon}, **betas)
    b1, b2, epsilon = float(beta_1), float(beta_2), float(epsilon)
    step, m, v, v_max = state or AdamState(0, *(zeros_like(params) for _ in range(3)))
    step += 1
    m = map_arrays(lambda m, g: b1 * m + (1 - b1) * g, m, grads)
    v = map_arrays(lambda v, g: b2 * v + (1 - b2) * g * g, v, grads)
    v_max = map_arrays(np.maximum, v_max, v) if amsgrad else v_max
    size = v_max if amsgrad else v
    rate *= math.sqrt(1 - b2**step) / (1 - b1**step)

    def move(w, m, v):
        return w - rate * m / (np.sqrt(v) + epsilon)

    params = map_arrays(move, params, m, size)
    return params, AdamState(step, m, v, v_max)


def decay_weights(params, *, learning_rate, weight_decay, decays=None):
    r"""Encoge los parámetros, sin mirar el gradiente: :math:`w \leftarrow (1 - \eta\lambda)\, w`.

    Parameters
    ----------
    params : tree of array_like
        Los parámetros.
    learning_rate, weight_decay : float, no negativos
        :math:`\eta` y :math:`\lambda`.
    decays : callable, optional
        Recibe un parámetro y dice si encoge; sin ella encogen todos, como en Keras.

    Returns
    -------
    tree of ndarray
        Los parámetros nuevos.

    Raises
    ------
    ValueError
        Si alguna opción no es válida.

    Notes
    -----
    Keras lo hace antes del paso, en cualquier optimizador con ``weight_decay``. Excluir los sesgos
    es ``optimizer.exclude_from_weight_decay(var_names=["bias"])``.

    References
    ----------
    Loshchilov y Hutter (2019), DOI 10.48550/arXiv.1711.05101.

    Examples
    --------
    >>> layer = np.array([[2.0], [4.0]]), np.array([8.0])  # núcleo y sesgo
    >>> options = {"learning_rate": 0.5, "weight_decay": 0.5}  # 1 − 0.25
    >>> kernel, bias = decay_weights(layer, **options, decays=lambda w: w.ndim > 1)
    >>> kernel.tolist(), bias.tolist()
    ([[1.5], [3.0]], [8.0])
    """
    rate = check_options(learning_rate, positive={"weight_decay": weight_decay})
    factor = rate * float(weight_decay)
    return map_arrays(
        lambda w: w - factor * w if decays is None or decays(w) else w,
        as_float_tree(params, "params"),
    )


def adamw(
    params,
    grads,
    state,
    *,
    learning_rate=0.001,
    weight_decay=0.004,
    beta_1=0.9,
    beta_2=0.999,
    epsilon=1e-7,
    decays=None,
):
    r"""Un paso de AdamW: primero encoge los parámetros, después da el paso de Adam.

    Parameters
    ----------
    params, grads, state, learning_rate, beta_1, beta_2, epsilon
        Los de `adam`.
    weight_decay, decays
        Los de `decay_weights`.

    Returns
    -------
    params : tree of ndarray
        Los parámetros nuevos.
    state : AdamState
        Lo que hay que dar al paso siguiente.

    Raises
    ------
    ValueError
        Si los gradientes no encajan con los parámetros o alguna opción no es válida.

    Notes
    -----
    El encogimiento no pasa por las medias ni se divide por :math:`\sqrt v`: es igual para todos
    los parámetros. Sumar :math:`\lambda w` al gradiente, que es la penalización L2, no lo es.

    References
    ----------
    Loshchilov y Hutter (2019), DOI 10.48550/arXiv.1711.05101.

    Examples
    --------
    Sin gradiente solo queda encoger: 2 · (1 − 0.1 · 0.5).

    >>> w, _ = adamw([2.0], [0.0], None, learning_rate=0.1, weight_decay=0.5)
    >>> float(w[0])
    1.9
    """
    params = decay_weights(
        params, learning_rate=learning_rate, weight_decay=weight_decay, decays=decays
    )
    return adam(
        params,
        grads,
        state,
        learning_rate=learning_rate,
        beta_1=beta_1,
        beta_2=beta_2,
        epsilon=epsilon,
    )
