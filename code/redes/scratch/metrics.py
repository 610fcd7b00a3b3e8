"""Métricas de clasificación, calculadas a la vista.

Primero lo verdadero y después lo predicho, como en `redes.scratch.losses`. Hay tres familias: las
que cuentan respuestas (`confusion_matrix`, `precision`, `recall`, `f1_score`), las que miran el
orden de las puntuaciones (`roc_curve`, `roc_auc`, `precision_recall_curve`, `average_precision`) y
las que miran las probabilidades (`calibration_bins`, `expected_calibration_error`, `brier`).

El código está en `_metrics_counts`, `_metrics_ranking` y `_metrics_calibration`; este es el fichero
que hay que importar.
"""

from redes.scratch._metrics_calibration import brier, calibration_bins, expected_calibration_error
from redes.scratch._metrics_counts import confusion_matrix, f1_score, precision, recall
from redes.scratch._metrics_ranking import (
    average_precision,
    precision_recall_curve,
    roc_auc,
    roc_curve,
)

__all__ = [
    "average_precision",
    "brier",
    "calibration_bins",
    "confusion_matrix",
    "expected_calibration_error",
    "f1_score",
    "precision",
    "precision_recall_curve",
    "recall",
    "roc_auc",
    "roc_curve",
]
