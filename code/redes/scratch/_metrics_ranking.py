r"""Métricas del orden: cómo separa una puntuación los positivos de los negativos.

Se importan desde `redes.scratch.metrics`.
"""

from typing import NamedTuple

import numpy as np

from redes.scratch._metrics_validation import as_scores


class RocCurve(NamedTuple):
    """Puntos de la curva ROC, del umbral más alto al más bajo; los tres de forma (M,)."""

    false_positive_rate: np.ndarray
    true_positive_rate: np.ndarray
    thresholds: np.ndarray


class PrecisionRecallCurve(NamedTuple):
    """Puntos de la curva, del umbral más alto al más bajo; los tres de forma (M,)."""

    precision: np.ndarray
    recall: np.ndarray
    thresholds: np.ndarray


def roc_curve(y, scores):
    r"""Curva ROC: qué parte de cada clase pasa de cada umbral.

    Para cada umbral :math:`u` se responde «sí» si la puntuación es :math:`\ge u`. La tasa de
    verdaderos positivos es :math:`VP/P` y la de falsos, :math:`FP/N`, con P positivos y N
    negativos.

    Parameters
    ----------
    y : array_like of int, (B,)
        Etiquetas 0 y 1, con al menos una de cada.
    scores : array_like, (B,)
        Puntuación de cada ejemplo: probabilidades, logits o cualquier número que ordene.

    Returns
    -------
    RocCurve
        Empieza en (0, 0), con un umbral infinito, y acaba en (1, 1). Hay un punto por valor
        distinto: los ejemplos empatados pasan juntos.

    Raises
    ------
    ValueError
        Si las formas difieren, hay etiquetas que no son 0 ni 1, o falta una de las clases.

    Notes
    -----
    Es la de ``sklearn.metrics.roc_curve`` con ``drop_intermediate=False``.

    References
    ----------
    Fawcett (2006), algoritmo 1, DOI 10.1016/j.patrec.2005.10.010.

    Examples
    --------
    El primero en pasar es un positivo; después, un negativo; al final, el otro positivo.

    >>> curve = roc_curve([1, 0, 1], [0.9, 0.5, 0.2])
    >>> curve.false_positive_rate.tolist(), curve.true_positive_rate.tolist()
    ([0.0, 0.0, 1.0, 1.0], [0.0, 0.5, 0.5, 1.0])
    """
    positive, scores = as_scores(y, scores)
    hits, false_alarms, thresholds = _accepted(positive, scores)
    return RocCurve(false_alarms / np.sum(~positive), hits / np.sum(positive), thresholds)


def roc_auc(y, scores):
    r"""Área bajo la curva ROC: la probabilidad de que un positivo puntúe más que un negativo.

    Contando como medio cada empate, sobre las :math:`P \cdot N` parejas,

    .. math:: \mathrm{AUC} = \frac{1}{PN} \sum_{i \in P} \sum_{j \in N}
              \left( [s_i > s_j] + \tfrac12 [s_i = s_j] \right)

    Parameters
    ----------
    y : array_like of int, (B,)
        Etiquetas 0 y 1, con al menos una de cada.
    scores : array_like, (B,)
        Puntuación de cada ejemplo.

    Returns
    -------
    float
        De 0 a 1; 1/2 es no separar nada, y 0, separar del revés.

    Raises
    ------
    ValueError
        Si las formas difieren, hay etiquetas que no son 0 ni 1, o falta una de las clases.

    Notes
    -----
    Es exacta y cuesta :math:`O(B \log B)`: con los negativos en orden, cada positivo busca su
    sitio. ``keras.metrics.AUC`` reparte las puntuaciones entre 200 umbrales y da una aproximación.

    References
    ----------
    Hanley y McNeil (1982), «The meaning and use of the area under a receiver operating
    characteristic (ROC) curve», DOI 10.1148/radiology.143.1.7063747.

    Examples
    --------
    De las dos parejas, una está en orden y la otra empatada: (1 + 1/2)/2.

    >>> roc_auc([1, 1, 0], [0.9, 0.4, 0.4])
    0.75
    """
    positive, scores = as_scores(y, scores)
    negatives, positives = np.sort(scores[~positive]), scores[positive]
    below = np.searchsorted(negatives, positives, side="left").sum()
    below_or_equal = np.searchsorted(negatives, positives, side="right").sum()
    return float((below + below_or_equal) / (2 * len(positives) * len(negatives)))


def precision_recall_curve(y, scores):
    r"""Precisión y exhaustividad en cada umbral.

    Parameters
    ----------
    y : array_like of int, (B,)
        Etiquetas 0 y 1, con al menos una de cada.
    scores : array_like, (B,)
        Puntuación de cada ejemplo.

    Returns
    -------
    PrecisionRecallCurve
        Empieza con exhaustividad 0 y, por convenio, precisión 1 (todavía no se ha dicho «sí» a
        nadie); acaba con exhaustividad 1 y la proporción de positivos como precisión.

    Raises
    ------
    ValueError
        Si las formas difieren, hay etiquetas que no son 0 ni 1, o falta una de las clases.

    Notes
    -----
    scikit-learn da los mismos puntos en orden contrario, sin el umbral infinito.

    References
    ----------
    Saito y Rehmsmeier (2015), «The precision-recall plot is more informative than the ROC plot
    when evaluating binary classifiers on imbalanced datasets», DOI 10.1371/journal.pone.0118432.

    Examples
    --------
    >>> curve = precision_recall_curve([1, 0, 1], [0.9, 0.5, 0.2])
    >>> curve.precision.round(2).tolist(), curve.recall.tolist()
    ([1.0, 1.0, 0.5, 0.67], [0.0, 0.5, 0.5, 1.0])
    """
    positive, scores = as_scores(y, scores)
    hits, false_alarms, thresholds = _accepted(positive, scores)
    accepted = np.maximum(hits + false_alarms, 1)
    precision = np.where(thresholds == np.inf, 1.0, hits / accepted)
    return PrecisionRecallCurve(precision, hits / np.sum(positive), thresholds)


def average_precision(y, scores):
    r"""Precisión media: la de cada umbral, ponderada por la exhaustividad que se gana en él.

    .. math:: \mathrm{AP} = \sum_m (R_m - R_{m-1})\, P_m

    Parameters
    ----------
    y : array_like of int, (B,)
        Etiquetas 0 y 1, con al menos una de cada.
    scores : array_like, (B,)
        Puntuación de cada ejemplo.

    Returns
    -------
    float
        De 0 a 1; al azar vale, más o menos, la proporción de positivos.

    Raises
    ------
    ValueError
        Si las formas difieren, hay etiquetas que no son 0 ni 1, o falta una de las clases.

    Notes
    -----
    No une los puntos con rectas, que daría de más. Es ``sklearn.metrics.average_precision_score``.

    References
    ----------
    Davis y Goadrich (2006), «The relationship between precision-recall and ROC curves»,
    DOI 10.1145/1143844.1143874.

    Examples
    --------
    Los positivos llegan con precisión 1 y 2/3: la media es 5/6.

    >>> round(average_precision([1, 0, 1], [0.9, 0.5, 0.2]), 4)
    0.8333
    """
    curve = precision_recall_curve(y, scores)
    return float(np.sum(np.diff(curve.recall) * curve.precision[1:]))


def _accepted(positive, scores):
    """Positivos y negativos que pasan de cada umbral, y los umbrales, de mayor a menor."""
    thresholds, place = np.unique(-scores, return_inverse=True)
    hits = np.cumsum(np.bincount(place, weights=positive))
    false_alarms = np.cumsum(np.bincount(place, weights=~positive))
    # Delante, el umbral que no pasa nadie.
    return tuple(
        np.concatenate([[first], rest])
        for first, rest in ((0.0, hits), (0.0, false_alarms), (np.inf, -thresholds))
    )
