r"""Planes de la tasa de aprendizaje: cuánto vale en cada paso, como en Keras.

Son los de ``keras.optimizers.schedules``, con los mismos argumentos. `step` cuenta los pasos del
optimizador, no las épocas, y empieza en 0; puede ser un arreglo de pasos.
"""

import numpy as np


def piecewise_constant_decay(step, *, boundaries, values):
    r"""Una tasa constante por tramos: baja de golpe en los pasos que se digan.

    Parameters
    ----------
    step : array_like of int, no negativo
        El paso, o los pasos.
    boundaries : sequence of int, creciente
        El último paso de cada tramo menos del último.
    values : sequence of float
        La tasa de cada tramo: una más que `boundaries`.

    Returns
    -------
    ndarray of float, de la forma de `step`
        La tasa.

    Raises
    ------
    ValueError
        Si no hay una tasa por tramo, los límites no crecen o algún paso es negativo.

    Examples
    --------
    >>> piecewise_constant_decay([0, 10, 11], boundaries=[10], values=[0.1, 0.01])
    array([0.1 , 0.1 , 0.01])
    """
    if len(values) != len(boundaries) + 1 or np.any(np.diff(boundaries) <= 0):
        raise ValueError(
            f"boundaries={list(boundaries)} y values={list(values)} no encajan: los límites han de "
            "crecer y ha de haber una tasa más que límites."
        )
    # side="left": el paso del límite todavía es del tramo anterior.
    return np.asarray(values, float)[np.searchsorted(boundaries, _steps(step), side="left")]


def exponential_decay(step, *, initial_learning_rate, decay_steps, decay_rate, staircase=False):
    r"""La tasa se multiplica por un factor cada tantos pasos.

    .. math:: \eta_t = \eta_0\, \gamma^{\,t/T} .

    Parameters
    ----------
    step : array_like of int, no negativo
        El paso, t.
    initial_learning_rate : float
        :math:`\eta_0`.
    decay_steps : int, positivo
        T.
    decay_rate : float
        :math:`\gamma`.
    staircase : bool
        Redondear :math:`t/T` hacia abajo: una escalera.

    Returns
    -------
    ndarray of float, de la forma de `step`
        La tasa.

    Raises
    ------
    ValueError
        Si `decay_steps` no es positivo o algún paso es negativo.

    Examples
    --------
    >>> exponential_decay([0, 5, 10], initial_learning_rate=0.8, decay_steps=5, decay_rate=0.5)
    array([0.8, 0.4, 0.2])
    """
    turns = _steps(step) / _positive(decay_steps, "decay_steps")
    return initial_learning_rate * decay_rate ** (np.floor(turns) if staircase else turns)


def cosine_decay(
    step, *, initial_learning_rate, decay_steps, alpha=0.0, warmup_target=None, warmup_steps=0
):
    r"""Media onda de coseno, de la tasa inicial a una fracción de ella, tras un calentamiento.

    .. math:: \eta_t = \eta_0 \Bigl[\alpha + (1 - \alpha)\, \tfrac12 (1 + \cos(\pi t/T))\Bigr] .

    Parameters
    ----------
    step : array_like of int, no negativo
        El paso, t.
    initial_learning_rate : float
        La tasa en el paso 0: :math:`\eta_0` o, si hay calentamiento, desde donde se sube.
    decay_steps : int, positivo
        T, sin contar el calentamiento. Después la tasa se queda en :math:`\alpha\eta_0`.
    alpha : float, de 0 a 1
        La fracción final.
    warmup_target : float, optional
        La tasa a la que se sube en línea recta antes de bajar; hace entonces de :math:`\eta_0`.
    warmup_steps : int, no negativo
        Los pasos de la subida.

    Returns
    -------
    ndarray of float, de la forma de `step`
        La tasa.

    Raises
    ------
    ValueError
        Si `decay_steps` no es positivo o algún paso es negativo.

    References
    ----------
    Loshchilov y Hutter (2017), sección 3, DOI 10.48550/arXiv.1608.03983.

    Examples
    --------
    A mitad del coseno queda la mitad de la tasa.

    >>> cosine_decay([0, 5, 10, 99], initial_learning_rate=0.1, decay_steps=10)
    array([0.1 , 0.05, 0.  , 0.  ])
    >>> cosine_decay([0, 1, 2, 7], initial_learning_rate=0.0, decay_steps=10, warmup_target=0.1,
    ...              warmup_steps=2)
    array([0.  , 0.05, 0.1 , 0.05])
    """
    step, length = _steps(step), _positive(decay_steps, "decay_steps")
    start = 0 if warmup_target is None else warmup_steps
    peak = initial_learning_rate if warmup_target is None else warmup_target
    wave = (1 + np.cos(np.pi * np.clip(step - start, 0, length) / length)) / 2
    falling = peak * (alpha + (1 - alpha) * wave)
    rising = initial_learning_rate + (peak - initial_learning_rate) * step / max(start, 1)
    return np.where(step < start, rising, falling)


def _steps(step):
    step = np.asarray(step)
    if np.any(step < 0):
        raise ValueError(f"han llegado pasos negativos, hasta {step.min()}; el primero es el 0.")
    return step


def _positive(value, name):
    if not value > 0:
        raise ValueError(f"{name}={value} no sirve: hace falta al menos un paso.")
    return value
