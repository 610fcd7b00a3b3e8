r"""Valores iniciales de los pesos: Glorot, He, LeCun y ortogonal.

Todos sacan pesos de media cero y una varianza :math:`\text{scale}/n`, con n el número de entradas
de cada unidad (*fan in*), el de salidas (*fan out*) o su promedio. Así la señal no se apaga ni
estalla al cruzar muchas capas. Devuelven float64, y las reglas son las de Keras.
"""

import math

import numpy as np

# Desviación típica de la normal estándar truncada en ±2.
TRUNCATED_STD = 0.87962566103423978


def compute_fans(shape):
    r"""Entradas y salidas de cada unidad, según la forma de sus pesos.

    Parameters
    ----------
    shape : tuple of int
        (n,), (D, U) o la de un núcleo de convolución (..., C, F).

    Returns
    -------
    fan_in, fan_out : int
        En una convolución, canales y filtros por el tamaño de la ventana.

    Raises
    ------
    ValueError
        Si `shape` está vacía o tiene un eje no positivo.

    References
    ----------
    Glorot y Bengio (2010), «Understanding the difficulty of training deep feedforward neural
    networks», AISTATS.

    Examples
    --------
    >>> compute_fans((784, 128)), compute_fans((3, 3, 16, 32))  # 9·16 y 9·32
    ((784, 128), (144, 288))
    """
    if not shape or min(shape) < 1:
        raise ValueError(
            f"shape={tuple(shape)} no sirve: hace falta al menos un eje, y todos positivos; "
            "por ejemplo (entradas, unidades)."
        )
    if len(shape) == 1:
        return shape[0], shape[0]
    window = math.prod(shape[:-2])
    return window * shape[-2], window * shape[-1]


def glorot_uniform(shape, *, rng):
    r"""Uniforme en :math:`\pm\sqrt{6/(n_{\text{in}} + n_{\text{out}})}`; la de Keras por defecto.

    Parameters
    ----------
    shape : tuple of int
        Forma de los pesos.
    rng : np.random.Generator
        De donde sale el azar.

    Returns
    -------
    ndarray, shape
        Pesos de varianza :math:`2/(n_{\text{in}} + n_{\text{out}})`.

    Raises
    ------
    ValueError
        Si `shape` no sirve.

    Notes
    -----
    El promedio de las dos cuentas es un compromiso: la de entradas conserva la varianza hacia
    delante; la de salidas, la del gradiente hacia atrás. Pensada para activaciones lineales en
    torno a cero, como tanh.

    References
    ----------
    Glorot y Bengio (2010), ecuación 16, «Understanding the difficulty of training deep feedforward
    neural networks», AISTATS.

    Examples
    --------
    >>> kernel = glorot_uniform((2, 4), rng=np.random.default_rng(0))
    >>> kernel.shape, bool(np.abs(kernel).max() <= 1)  # √(6/6) = 1
    ((2, 4), True)
    """
    return _uniform(shape, 1.0 / np.mean(compute_fans(shape)), rng)


def glorot_normal(shape, *, rng):
    r"""Normal truncada de varianza :math:`2/(n_{\text{in}} + n_{\text{out}})`.

    Parameters
    ----------
    shape : tuple of int
        Forma de los pesos.
    rng : np.random.Generator
        De donde sale el azar.

    Returns
    -------
    ndarray, shape
        Pesos con la misma varianza que `glorot_uniform`.

    Raises
    ------
    ValueError
        Si `shape` no sirve.

    Notes
    -----
    Truncada a dos desviaciones: ningún peso empieza lejos. La escala compensa lo recortado.

    References
    ----------
    Glorot y Bengio (2010), «Understanding the difficulty of training deep feedforward neural
    networks», AISTATS.

    Examples
    --------
    >>> glorot_normal((2, 4), rng=np.random.default_rng(0)).shape
    (2, 4)
    """
    return _truncated_normal(shape, 1.0 / np.mean(compute_fans(shape)), rng)


def he_uniform(shape, *, rng):
    r"""Uniforme en :math:`\pm\sqrt{6/n_{\text{in}}}`, pensada para ReLU.

    Parameters
    ----------
    shape : tuple of int
        Forma de los pesos.
    rng : np.random.Generator
        De donde sale el azar.

    Returns
    -------
    ndarray, shape
        Pesos de varianza :math:`2/n_{\text{in}}`.

    Raises
    ------
    ValueError
        Si `shape` no sirve.

    Notes
    -----
    ReLU anula la mitad de la señal; el 2 lo compensa.

    References
    ----------
    He, Zhang, Ren y Sun (2015), sección 2.2, DOI 10.1109/ICCV.2015.123.

    Examples
    --------
    >>> kernel = he_uniform((6, 4), rng=np.random.default_rng(0))
    >>> bool(np.abs(kernel).max() <= 1)  # √(6/6) = 1
    True
    """
    return _uniform(shape, 2.0 / compute_fans(shape)[0], rng)


def he_normal(shape, *, rng):
    r"""Normal truncada de varianza :math:`2/n_{\text{in}}`, pensada para ReLU.

    Parameters
    ----------
    shape : tuple of int
        Forma de los pesos.
    rng : np.random.Generator
        De donde sale el azar.

    Returns
    -------
    ndarray, shape
        Pesos con la misma varianza que `he_uniform`.

    Raises
    ------
    ValueError
        Si `shape` no sirve.

    References
    ----------
    He, Zhang, Ren y Sun (2015), sección 2.2, DOI 10.1109/ICCV.2015.123.

    Examples
    --------
    >>> he_normal((3, 3, 16, 32), rng=np.random.default_rng(0)).shape
    (3, 3, 16, 32)
    """
    return _truncated_normal(shape, 2.0 / compute_fans(shape)[0], rng)


def lecun_normal(shape, *, rng):
    r"""Normal truncada de varianza :math:`1/n_{\text{in}}`; la que pide SELU.

    Parameters
    ----------
    shape : tuple of int
        Forma de los pesos.
    rng : np.random.Generator
        De donde sale el azar.

    Returns
    -------
    ndarray, shape
        Pesos que conservan la varianza de la entrada en una capa lineal.

    Raises
    ------
    ValueError
        Si `shape` no sirve.

    References
    ----------
    LeCun, Bottou, Orr y Müller (2012), sección 4.6, DOI 10.1007/978-3-642-35289-8_3.

    Examples
    --------
    >>> lecun_normal((2, 4), rng=np.random.default_rng(0)).shape
    (2, 4)
    """
    return _truncated_normal(shape, 1.0 / compute_fans(shape)[0], rng)


def orthogonal(shape, *, rng):
    r"""Matriz ortogonal al azar: gira y refleja la señal sin cambiar su longitud.

    Parameters
    ----------
    shape : tuple of int, con dos ejes o más
        Forma de los pesos; con más de dos ejes, los primeros se aplastan en uno.
    rng : np.random.Generator
        De donde sale el azar.

    Returns
    -------
    ndarray, shape
        Como matriz, sus columnas son ortonormales; si hay más columnas que filas, lo son las filas.

    Raises
    ------
    ValueError
        Si `shape` no sirve o tiene menos de dos ejes.

    Notes
    -----
    Factorización QR de una matriz normal. Multiplicar por los signos de la diagonal de R hace que
    todas las matrices ortogonales sean igual de probables. Keras la usa en los núcleos recurrentes.

    References
    ----------
    Saxe, McClelland y Ganguli (2014), DOI 10.48550/arXiv.1312.6120.

    Examples
    --------
    >>> q = orthogonal((3, 3), rng=np.random.default_rng(0))
    >>> bool(np.allclose(q.T @ q, np.eye(3)))
    True
    """
    compute_fans(shape)
    if len(shape) < 2:
        raise ValueError(
            f"shape={tuple(shape)} tiene un solo eje y una matriz ortogonal necesita dos o más; "
            "por ejemplo (unidades, unidades)."
        )
    rows, columns = math.prod(shape[:-1]), shape[-1]
    q, r = np.linalg.qr(rng.standard_normal((max(rows, columns), min(rows, columns))))
    q = q * np.sign(np.diag(r))
    return (q if rows >= columns else q.T).reshape(shape)


def _uniform(shape, variance, rng):
    limit = math.sqrt(3.0 * variance)  # la varianza de una uniforme en ±l es l²/3
    return rng.uniform(-limit, limit, shape)


def _truncated_normal(shape, variance, rng):
    values = rng.standard_normal(shape)
    while (outside := np.abs(values) > 2.0).any():  # uno de cada veinte se vuelve a sortear
        values[outside] = rng.standard_normal(np.count_nonzero(outside))
    return values * (math.sqrt(variance) / TRUNCATED_STD)
