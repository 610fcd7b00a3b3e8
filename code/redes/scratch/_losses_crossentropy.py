r"""Entropías cruzadas, siempre desde los logits: binaria, categórica y con etiquetas enteras.

Se importan desde `redes.scratch.losses`.
"""

import numpy as np

from redes.scratch._validation import as_float, as_targets
from redes.scratch.activations import log_softmax, sigmoid, softmax


def binary_crossentropy(y, logits):
    r"""Entropía cruzada binaria, con :math:`p = \sigma(z)`.

    Promedia :math:`-y \ln p - (1 - y)\ln(1 - p)` sobre todas las componentes.

    Parameters
    ----------
    y : array_like, (...), entre 0 y 1
        Clase, o probabilidad, verdadera.
    logits : array_like, (...)
        Preactivaciones z, antes de la sigmoide.

    Returns
    -------
    float
        No negativo, en nats, del tipo de `logits`.

    Raises
    ------
    ValueError
        Si las formas difieren, no hay ejemplos o `y` sale de [0, 1].

    Notes
    -----
    Equivale a :math:`\max(z, 0) - zy + \ln(1 + e^{-|z|})`, que nunca toma el logaritmo de 0.
    Keras da lo mismo con ``from_logits=True``; desde probabilidades las recorta en 1e-7.

    References
    ----------
    Cox (1958), DOI 10.1111/j.2517-6161.1958.tb00292.x.

    Examples
    --------
    Con :math:`z = \ln 3`, :math:`p = 3/4`; si la clase era 1, la pérdida es :math:`\ln(4/3)`:

    >>> binary_crossentropy([1.0], [np.log(3)]).round(6), np.log(4 / 3).round(6)
    (np.float64(0.287682), np.float64(0.287682))
    """
    y, z = _binary_targets(y, logits)
    return np.mean(np.maximum(z, 0.0) - z * y + np.log1p(np.exp(-np.abs(z))))


def binary_crossentropy_grad(y, logits):
    r"""Derivada de `binary_crossentropy` respecto de los logits: :math:`(\sigma(z) - y)/n`.

    Parameters
    ----------
    y, logits : array_like, (...)
        Los de `binary_crossentropy`.

    Returns
    -------
    ndarray, (...)
        Con la forma y el tipo de `logits`.

    Raises
    ------
    ValueError
        Si las formas difieren, no hay ejemplos o `y` sale de [0, 1].

    Examples
    --------
    >>> binary_crossentropy_grad([1.0, 0.0], [np.log(3), 0.0]).round(6)  # -1/4 y 1/2, entre 2
    array([-0.125,  0.25 ])
    """
    y, z = _binary_targets(y, logits)
    return (sigmoid(z) - y) / z.size


def categorical_crossentropy(y, logits):
    r"""Entropía cruzada entre distribuciones: el promedio de :math:`-\sum_k y_k \ln p_k`.

    Parameters
    ----------
    y : array_like, (..., K)
        Distribución verdadera: *one-hot* o suavizada, con suma 1 en el último eje.
    logits : array_like, (..., K)
        Preactivaciones z; :math:`p = \mathrm{softmax}(z)`.

    Returns
    -------
    float
        No negativo, en nats, del tipo de `logits`: el promedio sobre los ejemplos.

    Raises
    ------
    ValueError
        Si las formas difieren o no hay ejemplos.

    Notes
    -----
    Keras da lo mismo con ``from_logits=True``. Con etiquetas enteras, usa
    `sparse_categorical_crossentropy`.

    References
    ----------
    Bridle (1990), DOI 10.1007/978-3-642-76153-9_28.

    Examples
    --------
    >>> loss = categorical_crossentropy([[0.0, 0.0, 1.0]], np.log([[1.0, 2.0, 5.0]]))
    >>> loss.round(6), np.log(8 / 5).round(6)  # la clase verdadera tenía 5/8
    (np.float64(0.470004), np.float64(0.470004))
    """
    y, z = as_targets(y, logits, "logits")
    return -np.mean(np.sum(y * log_softmax(z), axis=-1))


def categorical_crossentropy_grad(y, logits):
    r"""Derivada de `categorical_crossentropy` respecto de los logits: :math:`(p - y)/B`.

    Parameters
    ----------
    y, logits : array_like, (..., K)
        Los de `categorical_crossentropy`.

    Returns
    -------
    ndarray, (..., K)
        Con la forma y el tipo de `logits`.

    Raises
    ------
    ValueError
        Si las formas difieren o no hay ejemplos.

    Notes
    -----
    Escribimos :math:`p \sum_k y_k - y`, que es la derivada también cuando `y` no suma 1.

    Examples
    --------
    >>> categorical_crossentropy_grad([[0.0, 0.0, 1.0]], np.log([[1.0, 2.0, 5.0]])).round(6)
    array([[ 0.125,  0.25 , -0.375]])
    """
    y, z = as_targets(y, logits, "logits")
    return (softmax(z) * y.sum(axis=-1, keepdims=True) - y) / _examples(z)


def sparse_categorical_crossentropy(labels, logits):
    r"""Entropía cruzada con la clase verdadera, c, como entero: el promedio de :math:`-\ln p_c`.

    Parameters
    ----------
    labels : array_like of int, (...), de 0 a K - 1
        La clase verdadera de cada ejemplo.
    logits : array_like, (..., K)
        Preactivaciones z; :math:`p = \mathrm{softmax}(z)`.

    Returns
    -------
    float
        No negativo, en nats, del tipo de `logits`.

    Raises
    ------
    ValueError
        Si las formas no encajan, o alguna etiqueta no es un entero de 0 a K - 1.

    Notes
    -----
    Es `categorical_crossentropy` con `labels` en *one-hot*, sin construir esa matriz. Una red que
    no sabe nada cuesta :math:`\ln K`: buena referencia para el primer valor de la pérdida.

    References
    ----------
    Bridle (1990), DOI 10.1007/978-3-642-76153-9_28.

    Examples
    --------
    >>> loss = sparse_categorical_crossentropy([2], np.log([[1.0, 2.0, 5.0]]))
    >>> loss.round(6), np.log(8 / 5).round(6)
    (np.float64(0.470004), np.float64(0.470004))
    """
    labels, z = _sparse_targets(labels, logits)
    return -np.mean(np.take_along_axis(log_softmax(z), labels[..., None], axis=-1))


def sparse_categorical_crossentropy_grad(labels, logits):
    r"""Derivada de `sparse_categorical_crossentropy` respecto de los logits.

    Es :math:`p/B`, menos :math:`1/B` en la clase verdadera.

    Parameters
    ----------
    labels : array_like of int, (...)
        Las de `sparse_categorical_crossentropy`.
    logits : array_like, (..., K)
        Los de `sparse_categorical_crossentropy`.

    Returns
    -------
    ndarray, (..., K)
        Con la forma y el tipo de `logits`; cada fila suma 0.

    Raises
    ------
    ValueError
        Si las formas no encajan, o alguna etiqueta no es un entero de 0 a K - 1.

    Examples
    --------
    >>> sparse_categorical_crossentropy_grad([2], np.log([[1.0, 2.0, 5.0]])).round(6)
    array([[ 0.125,  0.25 , -0.375]])
    """
    labels, z = _sparse_targets(labels, logits)
    gradient = softmax(z)
    chosen = np.take_along_axis(gradient, labels[..., None], axis=-1)
    np.put_along_axis(gradient, labels[..., None], chosen - 1.0, axis=-1)
    return gradient / _examples(z)


def _examples(z):
    return z.size // z.shape[-1]


def _binary_targets(y, logits):
    y, z = as_targets(y, logits, "logits")
    if y.min() < 0 or y.max() > 1:
        raise ValueError(
            f"y va de {y.min():g} a {y.max():g} y ha de estar entre 0 y 1; "
            "si usas las clases -1 y 1, conviértelas con (y + 1) / 2."
        )
    return y, z


def _sparse_targets(labels, logits):
    labels, z = np.asarray(labels), as_float(logits, "logits")
    if z.ndim == 0 or labels.shape != z.shape[:-1] or z.size == 0:
        raise ValueError(
            f"labels tiene forma {labels.shape} y logits tiene forma {z.shape}; se esperaba una "
            "etiqueta por ejemplo y un logit por clase: labels (...) y logits (..., K). "
            "Si labels es one-hot, usa categorical_crossentropy."
        )
    if labels.dtype.kind not in "iu":
        raise ValueError(
            f"labels tiene dtype {labels.dtype} y ha de contener enteros; "
            "conviértelas con labels.astype(int)."
        )
    if labels.min() < 0 or labels.max() >= z.shape[-1]:
        raise ValueError(
            f"labels va de {labels.min()} a {labels.max()} y con {z.shape[-1]} clases ha de estar "
            f"entre 0 y {z.shape[-1] - 1}; numera las clases desde 0 o añade logits."
        )
    return labels, z
