r"""Métricas que cuentan aciertos y fallos: matriz de confusión, precisión, exhaustividad, F1.

Se importan desde `redes.scratch.metrics`.
"""

import numpy as np

from redes.scratch._metrics_validation import as_pair


def confusion_matrix(y, predicted, *, num_classes=None):
    r"""Cuenta cuántos ejemplos de cada clase recibieron cada respuesta.

    Parameters
    ----------
    y : array_like of int, (B,)
        Clase verdadera de cada ejemplo, de 0 a K − 1.
    predicted : array_like of int, (B,)
        Clase respondida.
    num_classes : int, optional
        K. Sin él, una más que la mayor que aparezca.

    Returns
    -------
    ndarray of int, (K, K)
        Fila, la clase verdadera; columna, la respondida. La diagonal son los aciertos.

    Raises
    ------
    ValueError
        Si las formas difieren, no hay ejemplos o alguna clase no es un entero de 0 a K − 1.

    Notes
    -----
    Con dos clases y la 1 como positiva, las filas son (VN, FP) y (FN, VP). scikit-learn usa el
    mismo orden; otros textos, el traspuesto.

    References
    ----------
    Fawcett (2006), «An introduction to ROC analysis», sección 2, DOI 10.1016/j.patrec.2005.10.010.

    Examples
    --------
    Un 0 tomado por 1, un 1 acertado y otro perdido:

    >>> confusion_matrix([0, 0, 1, 1], [0, 1, 1, 0])
    array([[1, 1],
           [1, 1]])
    """
    y, predicted = as_pair(y, predicted, "predicted")
    if y.dtype.kind not in "biu" or predicted.dtype.kind not in "biu":
        raise ValueError(
            f"y llegó con dtype {y.dtype} y predicted con {predicted.dtype}; las clases son "
            "enteros. De probabilidades se pasa a clases con un umbral o con argmax."
        )
    y, predicted = y.astype(np.int64), predicted.astype(np.int64)
    highest = int(max(y.max(), predicted.max()))
    classes = highest + 1 if num_classes is None else num_classes
    if min(y.min(), predicted.min()) < 0 or highest >= classes:
        raise ValueError(
            f"las clases van de {min(y.min(), predicted.min())} a {highest} y han de estar entre "
            f"0 y {classes - 1}."
        )
    matrix = np.zeros((classes, classes), dtype=np.int64)
    np.add.at(matrix, (y, predicted), 1)  # suma 1 en cada pareja, también en las repetidas
    return matrix


def precision(y, predicted, *, positive=1):
    r"""De lo que el modelo atribuye a una clase, la parte que es de ella: :math:`VP/(VP + FP)`.

    Parameters
    ----------
    y, predicted : array_like of int, (B,)
        Clases verdaderas y respondidas.
    positive : int
        La clase que se mira; las demás cuentan como negativas.

    Returns
    -------
    float
        De 0 a 1. Si el modelo no la responde nunca, 0, como hace Keras.

    Raises
    ------
    ValueError
        Si las formas difieren o no hay ejemplos.

    Examples
    --------
    Dice 1 tres veces y acierta dos:

    >>> round(precision([1, 1, 0, 1], [1, 1, 1, 0]), 3)
    0.667
    """
    hits, false_alarms, _ = _counts(y, predicted, positive)
    return _ratio(hits, hits + false_alarms)


def recall(y, predicted, *, positive=1):
    r"""De lo que es de una clase, la parte que el modelo encuentra: :math:`VP/(VP + FN)`.

    Parameters
    ----------
    y, predicted : array_like of int, (B,)
        Clases verdaderas y respondidas.
    positive : int
        La clase que se mira; las demás cuentan como negativas.

    Returns
    -------
    float
        De 0 a 1. Si no hay ningún ejemplo de la clase, 0, como hace Keras.

    Raises
    ------
    ValueError
        Si las formas difieren o no hay ejemplos.

    Examples
    --------
    De tres positivos encuentra dos:

    >>> round(recall([1, 1, 0, 1], [1, 1, 0, 0]), 3)
    0.667
    """
    hits, _, misses = _counts(y, predicted, positive)
    return _ratio(hits, hits + misses)


def f1_score(y, predicted, *, positive=1):
    r"""Media armónica de la precisión y la exhaustividad: :math:`2VP/(2VP + FP + FN)`.

    Parameters
    ----------
    y, predicted : array_like of int, (B,)
        Clases verdaderas y respondidas.
    positive : int
        La clase que se mira; las demás cuentan como negativas.

    Returns
    -------
    float
        De 0 a 1. Si la clase ni está ni se responde, 0.

    Raises
    ------
    ValueError
        Si las formas difieren o no hay ejemplos.

    Notes
    -----
    Los verdaderos negativos no intervienen: no dice nada de lo bien que se descarta.

    References
    ----------
    Van Rijsbergen (1979), *Information Retrieval*, capítulo 7.

    Examples
    --------
    VP = 2, FP = 1 y FN = 0: 4/5.

    >>> f1_score([1, 1, 0], [1, 1, 1])
    0.8
    """
    hits, false_alarms, misses = _counts(y, predicted, positive)
    return _ratio(2 * hits, 2 * hits + false_alarms + misses)


def _counts(y, predicted, positive):
    """Verdaderos positivos, falsos positivos y falsos negativos de una clase."""
    y, predicted = as_pair(y, predicted, "predicted")
    real, said = y == positive, predicted == positive
    return tuple(int(np.sum(rows)) for rows in (real & said, ~real & said, real & ~said))


def _ratio(part, whole):
    return part / whole if whole else 0.0
