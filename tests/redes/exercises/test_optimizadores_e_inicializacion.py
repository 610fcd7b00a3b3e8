"""Otras maneras de resolver los ejercicios de «optimizadores-e-inicializacion», y sus cuentas."""

import numpy as np

from redes.exercises.optimizadores_e_inicializacion import (
    adam_step,
    check,
    clip_together,
    warmup_cosine,
)


def test_the_first_step_by_hand():
    # m = 0,1·4, v = 0,001·16; corregidas, 4 y 16: el paso es 0,1·4/4.
    w, m, v = adam_step(np.array([1.0]), np.zeros(1), np.zeros(1), np.array([4.0]), 1, 0.1)
    np.testing.assert_allclose([w[0], m[0], v[0]], [0.9, 0.4, 0.016], rtol=1e-5)


def test_the_clip_by_hand():
    # √(9 + 16 + 144) = 13, y el tope es la mitad.
    kernel, bias = clip_together(np.array([[3.0, 4.0]]), np.array([12.0]), 6.5)
    np.testing.assert_allclose(kernel, [[1.5, 2]])
    np.testing.assert_allclose(bias, [6])


def test_the_plan_by_hand():
    # Sube de 0 a 0,4 en 10 pasos; a un tercio de los 60 que baja, cos 60° = 1/2: tres cuartos.
    rates = [warmup_cosine(step, 0.4, 10, 70) for step in (0, 5, 10, 30, 70)]
    np.testing.assert_allclose(rates, [0, 0.2, 0.4, 0.3, 0], atol=1e-12)


def test_other_ways_of_writing_them():
    def clip(kernel_grad, bias_grad, limit):
        whole = np.concatenate([kernel_grad.ravel(), bias_grad.ravel()])
        factor = min(1.0, limit / np.linalg.norm(whole))
        return factor * kernel_grad, factor * bias_grad

    def plan(step, peak, warmup, total):
        falling = np.cos(np.pi / 2 * max(step - warmup, 0) / (total - warmup)) ** 2
        return peak * min(step / warmup, falling)

    def adam(w, m, v, gradient, step, learning_rate):
        m, v = m + 0.1 * (gradient - m), v + 0.001 * (gradient**2 - v)
        rate = learning_rate * np.sqrt(1 - 0.999**step) / (1 - 0.9**step)
        return w - rate * m / (np.sqrt(v) + 1e-7), m, v

    for number, function in enumerate((adam, clip, plan), start=1):
        assert check(f"optimizadores-e-inicializacion-{number}", function)
