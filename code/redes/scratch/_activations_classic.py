r"""Las activaciones clásicas: escalón, sigmoide, tangente hiperbólica, ReLU y ReLU con fuga.

Se importan desde `redes.scratch.activations`.
"""

import numpy as np

from redes.scratch._validation import as_float


def step(z):
    r"""Escalón de Heaviside: la neurona dispara (1) si :math:`z \ge 0` y calla (0) si no.

    Parameters
    ----------
    z : array_like, (...)
        Preactivación, cualquier real.

    Returns
    -------
    ndarray, (...)
        Ceros y unos, en el tipo de coma flotante de `z`.

    Notes
    -----
    El valor en el cero es un convenio: aquí, alcanzar el umbral basta para disparar.

    References
    ----------
    McCulloch y Pitts (1943), DOI 10.1007/BF02478259.

    Examples
    --------
    >>> step([-0.5, 0.0, 2.0])
    array([0., 1., 1.])
    """
    z = as_float(z)
    return (z >= 0).astype(z.dtype)


def step_grad(z):
    r"""Derivada del escalón: cero en todas partes.

    En :math:`z = 0` la derivada no existe y convenimos también en el cero. Por eso el descenso
    del gradiente no puede entrenar un escalón: nunca recibe señal de hacia dónde moverse.

    Parameters
    ----------
    z : array_like, (...)
        Preactivación.

    Returns
    -------
    ndarray, (...)
        Ceros.

    Examples
    --------
    >>> step_grad([-0.5, 2.0])
    array([0., 0.])
    """
    return np.zeros_like(as_float(z))


def sigmoid(z):
    r"""Sigmoide logística, :math:`\sigma(z) = 1 / (1 + e^{-z})`.

    Parameters
    ----------
    z : array_like, (...)
        Preactivación, cualquier real.

    Returns
    -------
    ndarray, (...)
        Entre 0 y 1; vale 1/2 en el cero.

    Notes
    -----
    Solo calculamos :math:`e^{-|z|}`, que nunca desborda: para :math:`z < 0` usamos la forma
    equivalente :math:`e^{z} / (1 + e^{z})`.

    References
    ----------
    Han y Moraga (1995), DOI 10.1007/3-540-59497-3_175.

    Examples
    --------
    Como :math:`e^{\ln 3} = 3`, :math:`\sigma(\ln 3) = 3/4` y :math:`\sigma(-\ln 3) = 1/4`:

    >>> sigmoid([-np.log(3), 0.0, np.log(3)]).round(6)
    array([0.25, 0.5 , 0.75])
    """
    z = as_float(z)
    decay = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, decay) / (1.0 + decay)


def sigmoid_grad(z):
    r"""Derivada de la sigmoide, :math:`\sigma(z)(1 - \sigma(z))`; a lo sumo 1/4.

    Parameters
    ----------
    z : array_like, (...)
        Preactivación.

    Returns
    -------
    ndarray, (...)
        Entre 0 y 1/4.

    Notes
    -----
    Escribimos :math:`1 - \sigma(z)` como :math:`\sigma(-z)`: la resta perdería todas las cifras
    cuando :math:`\sigma(z)` se redondea a 1.

    Examples
    --------
    >>> sigmoid_grad([0.0, np.log(3)]).round(6)  # 1/2·1/2 y 3/4·1/4
    array([0.25  , 0.1875])
    """
    z = as_float(z)
    return sigmoid(z) * sigmoid(-z)


def tanh(z):
    r"""Tangente hiperbólica, :math:`\tanh z = 2\sigma(2z) - 1`: una sigmoide centrada en cero.

    Parameters
    ----------
    z : array_like, (...)
        Preactivación, cualquier real.

    Returns
    -------
    ndarray, (...)
        Entre -1 y 1.

    References
    ----------
    LeCun, Bottou, Orr y Müller (2012), sección 4.4, DOI 10.1007/978-3-642-35289-8_3.

    Examples
    --------
    Con :math:`e^{2z} = 3`, :math:`\tanh z = (3 - 1)/(3 + 1) = 1/2`:

    >>> tanh([0.0, np.log(3) / 2]).round(6)
    array([0. , 0.5])
    """
    return np.tanh(as_float(z))


def tanh_grad(z):
    r"""Derivada de la tangente hiperbólica, :math:`1 - \tanh^2 z`; a lo sumo 1.

    Parameters
    ----------
    z : array_like, (...)
        Preactivación.

    Returns
    -------
    ndarray, (...)
        Entre 0 y 1.

    Examples
    --------
    >>> tanh_grad([0.0, np.log(3) / 2]).round(6)  # 1 - 0 y 1 - 1/4
    array([1.  , 0.75])
    """
    return 1.0 - np.tanh(as_float(z)) ** 2


def relu(z):
    r"""Unidad lineal rectificada (ReLU), :math:`\max(0, z)`: deja pasar solo lo positivo.

    Parameters
    ----------
    z : array_like, (...)
        Preactivación, cualquier real.

    Returns
    -------
    ndarray, (...)
        No negativo y sin cota superior.

    References
    ----------
    Fukushima (1969), DOI 10.1109/TSSC.1969.300225.

    Examples
    --------
    >>> relu([-2.0, 0.0, 3.0])
    array([0., 0., 3.])
    """
    return np.maximum(as_float(z), 0.0)


def relu_grad(z):
    r"""Derivada de ReLU: 1 donde :math:`z > 0` y 0 en el resto.

    En el pico :math:`z = 0` no hay derivada; tomamos 0, como hace TensorFlow.

    Parameters
    ----------
    z : array_like, (...)
        Preactivación.

    Returns
    -------
    ndarray, (...)
        Ceros y unos.

    Examples
    --------
    >>> relu_grad([-2.0, 0.0, 3.0])
    array([0., 0., 1.])
    """
    z = as_float(z)
    return (z > 0).astype(z.dtype)


def leaky_relu(z, *, negative_slope=0.2):
    r"""ReLU con fuga: :math:`z` si es positivo y :math:`\text{negative\_slope}\cdot z` si no.

    Parameters
    ----------
    z : array_like, (...)
        Preactivación, cualquier real.
    negative_slope : float, normalmente entre 0 y 1
        Pendiente de la rama negativa; 0,2 es la de Keras.

    Returns
    -------
    ndarray, (...)
        Cualquier real.

    References
    ----------
    Maas, Hannun y Ng (2013), «Rectifier nonlinearities improve neural network acoustic models».

    Examples
    --------
    >>> leaky_relu([-10.0, 3.0])
    array([-2.,  3.])
    """
    z = as_float(z)
    return np.where(z > 0, z, float(negative_slope) * z)


def leaky_relu_grad(z, *, negative_slope=0.2):
    r"""Derivada de la ReLU con fuga: 1 donde :math:`z > 0` y `negative_slope` en el resto.

    Parameters
    ----------
    z : array_like, (...)
        Preactivación.
    negative_slope : float
        Pendiente de la rama negativa.

    Returns
    -------
    ndarray, (...)
        Solo toma esos dos valores.

    Examples
    --------
    >>> leaky_relu_grad([-10.0, 3.0])
    array([0.2, 1. ])
    """
    z = as_float(z)
    return np.where(z > 0, 1.0, float(negative_slope)).astype(z.dtype)
