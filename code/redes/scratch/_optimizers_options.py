"""Comprobaciones de las opciones que comparten los optimizadores."""

import math


def check_options(learning_rate, *, positive=None, **fractions):
    """La tasa como número de Python, tras exigir que las opciones estén en su intervalo."""
    # float(): un escalar float64 de NumPy convertiría en float64 unos parámetros float32.
    rate = float(learning_rate)
    if not 0 <= rate < math.inf:
        raise ValueError(
            f"learning_rate={rate:g} no sirve: la tasa ha de ser un número finito y no negativo; "
            "el signo menos de la bajada ya lo pone el optimizador."
        )
    for name, value in fractions.items():
        if not 0 <= value < 1:
            raise ValueError(
                f"{name}={value:g} no sirve: es la parte del pasado que se conserva, de 0 a 1 sin "
                "llegar a 1; 0.9 es lo corriente."
            )
    for name, value in (positive or {}).items():
        if not value >= 0:
            raise ValueError(f"{name}={value:g} no sirve: ha de ser un número no negativo.")
    return rate
