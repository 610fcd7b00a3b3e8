r"""Comprobar un gradiente: comparar el calculado a mano con diferencias centrales."""

import numpy as np


class GradientError(AssertionError):
    """El gradiente analítico no coincide con el numérico.

    Parameters
    ----------
    index : tuple of int
        Posición donde difieren más.
    analytic, numeric : float
        Los dos valores en esa posición.
    tolerance : float
        Diferencia que se admitía.
    """

    def __init__(self, index, analytic, numeric, tolerance):
        self.index, self.analytic, self.numeric = index, analytic, numeric
        super().__init__(
            f"el gradiente no coincide en el índice {index}: el analítico vale {analytic!r} y el "
            f"numérico {numeric!r}; difieren en {abs(analytic - numeric):.3g} y se admite "
            f"{tolerance:.3g}. Revisa la derivada de esa componente."
        )


def numerical_gradient(f, x, *, step=1e-5):
    r"""Gradiente de una función escalar por diferencias centrales.

    Movemos cada componente un poco a cada lado y medimos la pendiente:

    .. math:: \frac{\partial f}{\partial x_i} \approx \frac{f(x + h e_i) - f(x - h e_i)}{2h},

    con error proporcional a :math:`h^2`; la diferencia hacia delante solo llega a :math:`h`.

    Parameters
    ----------
    f : callable
        Recibe un arreglo float64 de la forma de `x` y devuelve un número.
    x : array_like, (...)
        Punto donde derivamos.
    step : float, positivo
        Paso relativo: :math:`h = \text{step}\cdot\max(1, |x_i|)`.

    Returns
    -------
    ndarray, (...), float64
        Una derivada parcial por componente de `x`.

    Raises
    ------
    ValueError
        Si `f` no devuelve un número.

    Notes
    -----
    Siempre en float64: con las siete cifras de float32 la resta no deja ninguna útil. Cerca de la
    raíz cúbica de la precisión (6e-6) se equilibran el error de truncamiento y el de redondeo.
    Cuesta dos evaluaciones por componente; no sirve cerca de un pico.

    References
    ----------
    Nocedal y Wright (2006), sección 8.1, DOI 10.1007/978-0-387-40065-5.

    Examples
    --------
    Si :math:`f = x_0^2 x_1`, el gradiente en (3, 2) es :math:`(2 \cdot 3 \cdot 2,\; 3^2)`:

    >>> numerical_gradient(lambda x: x[0] ** 2 * x[1], [3.0, 2.0]).round(6)
    array([12.,  9.])
    """
    point = np.array(x, dtype=np.float64)  # copia: la movemos componente a componente
    gradient = np.empty_like(point)
    for index in np.ndindex(point.shape):
        centre = point[index]
        above, below = centre + step * max(1.0, abs(centre)), centre - step * max(1.0, abs(centre))
        point[index] = above
        rise = _scalar(f(point.copy()))
        point[index] = below
        rise -= _scalar(f(point.copy()))
        point[index] = centre
        # Dividimos por la distancia que de verdad queda tras redondear, no por 2h.
        gradient[index] = rise / (above - below)
    return gradient


def check_gradient(f, x, analytic, *, step=1e-5, rtol=1e-6, atol=1e-8):
    r"""Exige que un gradiente analítico coincida con el de `numerical_gradient`.

    La tolerancia es por la norma del máximo: cada componente puede desviarse a lo sumo
    :math:`\text{atol} + \text{rtol}\cdot\max_i |g_i|`, con :math:`g` el gradiente numérico. El
    error relativo componente a componente no significa nada cerca de cero.

    Parameters
    ----------
    f : callable
        Recibe un arreglo float64 de la forma de `x` y devuelve un número.
    x : array_like, (...)
        Punto donde comprobamos, lejos de los picos de `f`.
    analytic : array_like, (...)
        Gradiente que ponemos a prueba, de la forma de `x`.
    step : float
        El de `numerical_gradient`.
    rtol, atol : float
        Tolerancias relativa y absoluta.

    Raises
    ------
    GradientError
        Con el índice de la mayor diferencia y los dos valores.
    ValueError
        Si `analytic` no tiene la forma de `x`, o `f` no devuelve un número.

    Notes
    -----
    Un gradiente de otra forma no es un error de la derivada, sino de los ejes; por eso no es un
    `GradientError`.

    References
    ----------
    Nocedal y Wright (2006), sección 8.1, DOI 10.1007/978-0-387-40065-5.

    Examples
    --------
    >>> check_gradient(lambda x: np.sum(x**2), [1.0, -3.0], [2.0, -6.0])
    >>> try:
    ...     check_gradient(lambda x: np.sum(x**2), [1.0, -3.0], [2.0, 6.0])
    ... except GradientError as error:
    ...     print(error.index)
    (1,)
    """
    analytic = np.asarray(analytic, dtype=np.float64)
    if analytic.shape != np.shape(x):
        raise ValueError(
            f"el gradiente analítico tiene forma {analytic.shape} y x tiene forma {np.shape(x)}; "
            "han de ser iguales: una derivada por componente."
        )
    if analytic.size == 0:
        raise ValueError(
            f"x tiene forma {analytic.shape}, sin componentes: no hay nada que comprobar."
        )
    numeric = numerical_gradient(f, x, step=step)
    tolerance = atol + rtol * np.max(np.abs(numeric))
    # Un NaN en cualquiera de los dos cuenta como diferencia infinita, nunca como acierto.
    difference = np.nan_to_num(np.abs(analytic - numeric), nan=np.inf, posinf=np.inf)
    index = tuple(int(i) for i in np.unravel_index(np.argmax(difference), difference.shape))
    if not difference[index] <= tolerance:
        raise GradientError(index, float(analytic[index]), float(numeric[index]), tolerance)


def _scalar(value):
    if np.size(value) != 1:
        raise ValueError(
            f"f devolvió un arreglo de forma {np.shape(value)} y ha de devolver un número; "
            "súmalo, o multiplícalo por un gradiente de llegada y súmalo."
        )
    return np.asarray(value, dtype=np.float64).item()
