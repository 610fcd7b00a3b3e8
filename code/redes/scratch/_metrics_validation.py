"""Comprobaciones de entrada que comparten las métricas de `redes.scratch.metrics`."""

import numpy as np

from redes.scratch._validation import as_float


def as_pair(y, other, name):
    """Las etiquetas y otra cosa, dos vectores (B,) con algún ejemplo."""
    y, other = np.asarray(y), np.asarray(other)
    if y.ndim != 1 or y.shape != other.shape:
        raise ValueError(
            f"y tiene forma {y.shape} y {name} tiene forma {other.shape}; han de ser dos vectores "
            "de la misma longitud (B,). Una columna (B, 1) se pasa a vector con [:, 0]."
        )
    if y.size == 0:
        raise ValueError("no ha llegado ningún ejemplo; hace falta al menos uno para medir.")
    return y, other


def as_scores(y, scores):
    """Etiquetas lógicas y puntuaciones finitas, con al menos un positivo y un negativo."""
    y, scores = as_pair(y, scores, "scores")
    positive, scores = as_positive(y), as_float(scores, "scores")
    if not np.isfinite(scores).all():
        raise ValueError("scores contiene valores que no son finitos; sin orden no hay curva.")
    if positive.all() or not positive.any():
        raise ValueError(
            f"las {len(y)} etiquetas son todas {int(y[0])} y hacen falta de las dos clases: sin "
            "positivos o sin negativos no hay nada que separar."
        )
    return positive, scores


def as_probabilities(y, probabilities):
    """Etiquetas 0 y 1 en coma flotante y probabilidades de 0 a 1."""
    y, probabilities = as_pair(y, probabilities, "probabilities")
    probabilities = as_float(probabilities, "probabilities")
    if not ((probabilities >= 0) & (probabilities <= 1)).all():
        raise ValueError(
            f"probabilities va de {probabilities.min():.3g} a {probabilities.max():.3g} y ha de "
            "estar entre 0 y 1; de logits se pasa a probabilidades con la sigmoide."
        )
    return as_positive(y).astype(probabilities.dtype), probabilities


def as_positive(y):
    """Qué etiquetas son 1, tras exigir que todas sean 0 o 1."""
    if not np.isin(y, (0, 1)).all():
        raise ValueError(
            f"y contiene {np.unique(y)[:5]} y las etiquetas han de ser 0 y 1. Con más clases, "
            "compara antes: y == clase."
        )
    return y.astype(bool)
