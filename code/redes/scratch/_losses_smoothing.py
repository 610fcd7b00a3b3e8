r"""El suavizado de etiquetas. Se importa desde `redes.scratch.losses`."""

from redes.scratch._validation import as_float


def smooth_labels(y, label_smoothing):
    r"""Suaviza las etiquetas: quita una parte a la clase verdadera y la reparte entre todas.

    .. math:: \tilde y_k = (1 - \varepsilon)\, y_k + \frac{\varepsilon}{K}

    Parameters
    ----------
    y : array_like, (..., K)
        Distribución verdadera, normalmente *one-hot*.
    label_smoothing : float, de 0 a 1
        La parte que se reparte, :math:`\varepsilon`.

    Returns
    -------
    ndarray, (..., K)
        Sigue sumando 1; la clase verdadera queda en :math:`1 - \varepsilon + \varepsilon/K`.

    Raises
    ------
    ValueError
        Si `label_smoothing` no está entre 0 y 1, o `y` no tiene el eje de las clases.

    Notes
    -----
    Con `categorical_crossentropy` da lo mismo que el argumento ``label_smoothing`` de
    ``keras.losses.CategoricalCrossentropy``. El óptimo deja de ser un logit infinito: la clase
    verdadera ha de superar a cada una de las otras en
    :math:`\ln\!\left(\frac{1 - \varepsilon}{\varepsilon} K + 1\right)`.

    References
    ----------
    Szegedy, Vanhoucke, Ioffe, Shlens y Wojna (2016), sección 7, DOI 10.1109/CVPR.2016.308.

    Examples
    --------
    Con cuatro clases y :math:`\varepsilon = 0{,}2`, a cada una le toca 0,05 del reparto:

    >>> smooth_labels([0, 1, 0, 0], 0.2).round(6)
    array([0.05, 0.85, 0.05, 0.05])
    """
    y = as_float(y, "y")
    if y.ndim == 0:
        raise ValueError(
            "y es un solo número y se esperaba (..., K), con una probabilidad por clase; "
            "una etiqueta entera se convierte antes en one-hot."
        )
    if not 0 <= label_smoothing <= 1:
        raise ValueError(
            f"label_smoothing={label_smoothing} ha de estar entre 0 y 1: es la parte de la "
            "probabilidad que se reparte; lo habitual es 0.1."
        )
    return y * y.dtype.type(1 - label_smoothing) + y.dtype.type(label_smoothing / y.shape[-1])
