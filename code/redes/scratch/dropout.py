r"""El *dropout*, o desactivación aleatoria, en su forma invertida."""

import numpy as np

from redes.scratch._validation import as_float, check_same_shape


def dropout_mask(shape, rate, *, rng, dtype=np.float64):
    r"""Sortea la máscara por la que *dropout* multiplica: 0 o :math:`1/(1-p)`.

    Cada posición se anula con probabilidad :math:`p`; las que quedan valen :math:`1/(1-p)`, de modo
    que la media de la máscara es :math:`(1-p) \cdot \frac{1}{1-p} = 1`.

    Parameters
    ----------
    shape : tuple of int
        Forma de la máscara. Un eje de longitud 1 se comparte al multiplicar: es lo que Keras llama
        ``noise_shape``.
    rate : float, de 0 a 1 sin incluirlo
        Probabilidad de anular, :math:`p`.
    rng : np.random.Generator
        De donde sale el azar.
    dtype : dtype
        Tipo de la máscara.

    Returns
    -------
    ndarray, `shape`
        Ceros y :math:`1/(1-p)`.

    Raises
    ------
    ValueError
        Si `rate` no está entre 0 y 1.

    Notes
    -----
    Keras admite también ``rate=1``, que lo anula todo. Ahí la escala no existe, y aquí es un error.

    References
    ----------
    Srivastava y otros (2014), sección 4, https://jmlr.org/papers/v15/srivastava14a.html.

    Examples
    --------
    Con :math:`p = 1/2`, lo que no se anula se duplica.

    >>> mask = dropout_mask((1000,), 0.5, rng=np.random.default_rng(0))
    >>> np.unique(mask)
    array([0., 2.])
    """
    if not 0 <= rate < 1:
        raise ValueError(
            f"rate={rate} no es una probabilidad de anular entre 0 y 1, sin incluir el 1; "
            "para anular la mitad, rate=0.5, y para no anular nada, rate=0."
        )
    kept = rng.random(shape) >= rate
    return kept.astype(dtype) / np.asarray(1 - rate, dtype)


def dropout(x, rate, *, rng, training=True):
    r"""Anula al azar una fracción de las activaciones y agranda las demás.

    .. math:: y_i = x_i \, m_i, \qquad
              m_i = \begin{cases} 0 & \text{con probabilidad } p \\
                                  1/(1-p) & \text{con probabilidad } 1 - p \end{cases}

    La media de :math:`y_i` es :math:`x_i`, y por eso al predecir no hay que hacer nada.

    Parameters
    ----------
    x : array_like, (...)
        Activaciones.
    rate : float, de 0 a 1 sin incluirlo
        Probabilidad de anular cada una, :math:`p`.
    rng : np.random.Generator
        De donde sale el azar.
    training : bool
        Con False devuelve `x` sin tocar y no gasta números de `rng`.

    Returns
    -------
    ndarray, (...)
        Del tipo de `x`.

    Raises
    ------
    ValueError
        Si `rate` no está entre 0 y 1.

    Notes
    -----
    La varianza que añade es :math:`x_i^2 \, p/(1-p)`. En el artículo original no se agranda al
    entrenar sino que se encoge al predecir; la forma de aquí, la de Keras, es la invertida.
    En ``keras.layers.Dropout`` el argumento ``training`` vale False si nadie dice otra cosa.

    References
    ----------
    Srivastava y otros (2014), https://jmlr.org/papers/v15/srivastava14a.html.

    Examples
    --------
    El generador da 0.64, 0.27 y 0.04: solo la primera activación se salva, y se duplica.

    >>> dropout([3.0, 4.0, 5.0], 0.5, rng=np.random.default_rng(0))
    array([6., 0., 0.])
    >>> dropout([3.0, 4.0, 5.0], 0.5, rng=np.random.default_rng(0), training=False)
    array([3., 4., 5.])
    """
    x = as_float(x, "x")
    mask = dropout_mask(x.shape, rate, rng=rng, dtype=x.dtype) if training else None
    return x.copy() if mask is None else x * mask


def dropout_backward(grad, mask):
    r"""Retropropaga a través de `dropout`: la misma máscara, :math:`g_i m_i`.

    Por una activación anulada no pasa gradiente; por las demás pasa agrandado.

    Parameters
    ----------
    grad : array_like, (...)
        Gradiente de la pérdida respecto de la salida.
    mask : array_like, (...)
        La máscara que se usó al ir hacia delante, como la da `dropout_mask`.

    Returns
    -------
    ndarray, (...)
        Gradiente respecto de la entrada.

    Raises
    ------
    ValueError
        Si las formas difieren.

    References
    ----------
    Srivastava y otros (2014), https://jmlr.org/papers/v15/srivastava14a.html.

    Examples
    --------
    >>> dropout_backward([1.0, 1.0, 10.0], [0.0, 2.0, 2.0])
    array([ 0.,  2., 20.])
    """
    grad, mask = as_float(grad, "grad"), as_float(mask, "mask")
    check_same_shape("mask", mask, "grad", grad)
    return grad * mask.astype(grad.dtype, copy=False)
