"""Funciones de pérdida y sus derivadas, con los nombres de Keras.

Todas reciben primero lo verdadero y después lo predicho, promedian sobre los ejemplos y devuelven
un número del tipo de la predicción. `NOMBRE_grad` es la derivada respecto del segundo argumento,
y tiene su forma. Las entropías cruzadas parten de los logits, porque así son estables.

El código está en `_losses_regression`, `_losses_crossentropy` y `_losses_smoothing`; este es el
fichero que hay que importar.
"""

from redes.scratch._losses_crossentropy import (
    binary_crossentropy,
    binary_crossentropy_grad,
    categorical_crossentropy,
    categorical_crossentropy_grad,
    sparse_categorical_crossentropy,
    sparse_categorical_crossentropy_grad,
)
from redes.scratch._losses_regression import (
    huber,
    huber_grad,
    mean_absolute_error,
    mean_absolute_error_grad,
    mean_squared_error,
    mean_squared_error_grad,
    quadratic_cost,
    quadratic_cost_grad,
)
from redes.scratch._losses_smoothing import smooth_labels

__all__ = [
    "binary_crossentropy",
    "binary_crossentropy_grad",
    "categorical_crossentropy",
    "categorical_crossentropy_grad",
    "huber",
    "huber_grad",
    "mean_absolute_error",
    "mean_absolute_error_grad",
    "mean_squared_error",
    "mean_squared_error_grad",
    "quadratic_cost",
    "quadratic_cost_grad",
    "smooth_labels",
    "sparse_categorical_crossentropy",
    "sparse_categorical_crossentropy_grad",
]
