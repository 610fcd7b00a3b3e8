"""Los ejercicios de «optimizadores-e-inicializacion»: Adam, el recorte y el calentamiento."""

import math

import numpy as np

from redes.exercises.checker import Checker, Exercise, Mistake
from redes.scratch.clipping import clip_by_global_norm, clip_by_norm, clip_by_value, global_norm
from redes.scratch.optimizers import AdamState, adam
from redes.scratch.schedules import cosine_decay


def adam_step(w, m, v, gradient, step, learning_rate):
    """Los parámetros y las dos medias tras el paso `step`, que empieza en 1."""
    state = AdamState(step - 1, m, v, v)
    w, state = adam(w, gradient, state, learning_rate=learning_rate)
    return w, state.m, state.v


def clip_together(kernel_grad, bias_grad, limit):
    """Los dos gradientes, acortados por el mismo factor si su norma conjunta pasa del tope."""
    return clip_by_global_norm((kernel_grad, bias_grad), limit)


def warmup_cosine(step, peak, warmup, total):
    """La tasa del paso: sube en línea recta durante `warmup` pasos y baja hasta `total`."""
    rate = cosine_decay(
        step,
        initial_learning_rate=0.0,
        decay_steps=total - warmup,
        warmup_target=peak,
        warmup_steps=warmup,
    )
    return float(rate)


def _adam(w, m, v, gradient, step, learning_rate, *, m_fix=True, v_fix=True, root=True, shift=0):
    m, v = 0.9 * m + 0.1 * gradient, 0.999 * v + 0.001 * gradient**2
    m_hat = m / (1 - 0.9 ** (step + shift)) if m_fix else m
    v_hat = v / (1 - 0.999 ** (step + shift)) if v_fix else v
    return w - learning_rate * m_hat / ((np.sqrt(v_hat) if root else v_hat) + 1e-7), m, v


def _corrected(step, w, m, v):
    return w, m / (1 - 0.9**step), v / (1 - 0.999**step)


ADAM = Exercise(
    name="optimizadores-e-inicializacion-1",
    reference=adam_step,
    cases=(
        (np.array([1.0, -2.0]), np.zeros(2), np.zeros(2), np.array([4.0, -0.5]), 1, 0.1),
        (
            np.array([0.5, 2.0, -1.0]),
            np.array([0.3, -0.2, 0.1]),
            np.array([0.02, 0.5, 0.004]),
            np.array([1.0, -0.25, -2.0]),
            7,
            0.05,
        ),
    ),
    mistakes=(
        Mistake(
            lambda w, m, v, gradient, step, learning_rate: _adam(
                w, m, v, gradient, step, learning_rate, m_fix=False, v_fix=False
            ),
            "Falta corregir las dos medias, que empiezan en cero: m entre 1 − 0.9**step y v entre "
            "1 − 0.999**step.",
        ),
        Mistake(
            lambda w, m, v, gradient, step, learning_rate: _adam(
                w, m, v, gradient, step, learning_rate, v_fix=False
            ),
            "La media de los cuadrados también empieza en cero: falta dividirla por "
            "1 − 0.999**step.",
        ),
        Mistake(
            lambda w, m, v, gradient, step, learning_rate: _adam(
                w, m, v, gradient, step, learning_rate, m_fix=False
            ),
            "La media de los gradientes también empieza en cero: falta dividirla por "
            "1 − 0.9**step.",
        ),
        Mistake(
            lambda w, m, v, gradient, step, learning_rate: _adam(
                w, m, v, gradient, step, learning_rate, root=False
            ),
            "Se divide por la raíz de la media de los cuadrados: sin la raíz, el paso no mide lo "
            "que dice la tasa.",
        ),
        Mistake(
            lambda w, m, v, gradient, step, learning_rate: _adam(
                w, m, v, gradient, step, learning_rate, shift=1
            ),
            "El contador ya viene en 1 en el primer paso: no hay que sumarle otro.",
        ),
        Mistake(
            lambda w, m, v, gradient, step, learning_rate: (
                _adam(w, m, v, gradient, step, learning_rate)[0],
                m,
                v,
            ),
            "Los parámetros están bien, pero las medias que se devuelven son las de antes del "
            "paso.",
        ),
        Mistake(
            lambda w, m, v, gradient, step, learning_rate: _corrected(
                step, *_adam(w, m, v, gradient, step, learning_rate)
            ),
            "Los parámetros están bien, pero las medias se devuelven sin corregir: la corrección "
            "del paso siguiente las corregiría otra vez.",
        ),
    ),
    hint="Primero las dos medias, con lo que llega; después se corrigen las dos, y solo entonces "
    "se divide una por la raíz de la otra. Lo que se devuelve son las medias sin corregir.",
)

CLIP = Exercise(
    name="optimizadores-e-inicializacion-2",
    reference=clip_together,
    cases=(
        (np.array([[3.0, 4.0]]), np.array([12.0]), 6.5),  # norma 13: a la mitad
        (np.array([[0.3], [-0.4]]), np.array([0.0]), 2.0),  # no llega: intacto
        (np.array([[1.0, -2.0], [2.0, 4.0]]), np.array([0.5, -1.0]), 1.5),
    ),
    mistakes=(
        Mistake(
            lambda kernel_grad, bias_grad, limit: clip_by_norm((kernel_grad, bias_grad), limit),
            "Cada gradiente se ha recortado por su cuenta: el factor ha de ser uno, el de la norma "
            "de los dos juntos.",
        ),
        Mistake(
            lambda kernel_grad, bias_grad, limit: clip_by_value((kernel_grad, bias_grad), limit),
            "Recortar componente a componente cambia la dirección: hay que multiplicar todo por "
            "el mismo factor.",
        ),
        Mistake(
            lambda kernel_grad, bias_grad, limit: _scale(
                kernel_grad, bias_grad, limit / global_norm((kernel_grad, bias_grad))
            ),
            "Un gradiente que no llega al tope se queda como está: recortar no es alargar.",
        ),
        Mistake(
            lambda kernel_grad, bias_grad, limit: _scale(
                kernel_grad,
                bias_grad,
                min(1, limit / (np.linalg.norm(kernel_grad) + np.linalg.norm(bias_grad))),
            ),
            "La norma conjunta no es la suma de las normas, sino la raíz de la suma de sus "
            "cuadrados.",
        ),
    ),
    hint="Una sola norma, la de todas las componentes juntas, y un solo factor, que no pasa de 1.",
)

WARMUP = Exercise(
    name="optimizadores-e-inicializacion-3",
    reference=warmup_cosine,
    cases=(
        (0, 0.4, 10, 50),
        (5, 0.4, 10, 50),
        (10, 0.4, 10, 50),
        (20, 0.4, 10, 50),
        (50, 1, 5, 50),
    ),
    mistakes=(
        Mistake(
            lambda step, peak, warmup, total: (
                peak * step / warmup
                if step < warmup
                else peak * (1 + math.cos(math.pi * step / total)) / 2
            ),
            "El coseno empieza cuando acaba la subida: hay que contar los pasos desde ahí, y dura "
            "total − warmup.",
        ),
        Mistake(
            lambda step, peak, warmup, total: (
                peak * step / warmup
                if step < warmup
                else peak * (1 + math.cos(math.pi * (step - warmup) / total)) / 2
            ),
            "El coseno dura total − warmup pasos, no total: así no llega a cero.",
        ),
        Mistake(
            lambda step, peak, warmup, total: (
                peak * step / warmup
                if step < warmup
                else peak * math.cos(math.pi * (step - warmup) / (total - warmup))
            ),
            "La tasa no puede ser negativa: el coseno va de 1 a −1, y hay que llevarlo al "
            "intervalo de 0 a 1.",
        ),
        Mistake(
            lambda step, peak, warmup, total: (
                peak * (1 + math.cos(math.pi * max(0, step - warmup) / (total - warmup))) / 2
            ),
            "Falta la subida: en los primeros pasos la tasa va de 0 al máximo en línea recta.",
        ),
    ),
    hint="Son dos tramos: una recta de 0 al máximo y, después, media onda de coseno hasta 0.",
)


def _scale(kernel_grad, bias_grad, factor):
    return kernel_grad * factor, bias_grad * factor


check = Checker(ADAM, CLIP, WARMUP)
