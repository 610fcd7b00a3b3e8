"""Los ejercicios del laboratorio «lab-moda-cnn»: pasos de un ciclo, espejos y bloques."""

import numpy as np

from redes.exercises.checker import Checker, Exercise, Mistake


def cycle_steps(examples, batch_size, epochs, rise):
    """Los pasos de subida y de bajada de un ciclo: (subida, bajada)."""
    total = epochs * -(-examples // batch_size)
    up = round(rise * total)
    return np.array([up, total - up])


def mirror(images, chosen):
    """Una copia de las imágenes (B, H, W, C) con las elegidas, (B,), reflejadas."""
    return np.where(chosen[:, None, None, None], images[:, :, ::-1], images)


def residual_parameters(channels, filters):
    """Los parámetros que se aprenden en un bloque residual con atajo de 1 × 1."""
    branch = 9 * channels * filters + 9 * filters * filters
    shortcut = channels * filters
    return branch + shortcut + 3 * 2 * filters


def _split(total, rise):
    up = round(rise * total)
    return np.array([up, total - up])


STEPS = Exercise(
    name="lab-moda-cnn-1",
    reference=cycle_steps,
    cases=(
        # 10 lotes de 100, el último de 50: 9 llenos y medio; 10 épocas son 100 pasos.
        (950, 100, 10, 0.3),
        (55_000, 128, 7, 0.3),
        # Un solo lote, más grande que los datos: un paso por época.
        (30, 64, 20, 0.25),
    ),
    mistakes=(
        Mistake(
            lambda examples, batch_size, epochs, rise: _split(
                epochs * (examples // batch_size), rise
            ),
            "El último lote de la época, aunque vaya incompleto, también es un paso: la división "
            "se redondea hacia arriba.",
        ),
        Mistake(
            lambda examples, batch_size, epochs, rise: _split(epochs, rise),
            "Esas son épocas; el plan cuenta pasos, y en una época hay uno por lote.",
        ),
        Mistake(
            lambda examples, batch_size, epochs, rise: _split(epochs * examples, rise),
            "Esos son ejemplos; el optimizador da un paso por lote, no por ejemplo.",
        ),
        Mistake(
            lambda examples, batch_size, epochs, rise: np.array(
                [
                    round(rise * epochs * -(-examples // batch_size)),
                    epochs * -(-examples // batch_size),
                ]
            ),
            "La bajada no dura todo el entrenamiento: empieza cuando acaba la subida, y entre las "
            "dos suman los pasos que hay.",
        ),
        Mistake(
            lambda examples, batch_size, epochs, rise: cycle_steps(
                examples, batch_size, epochs, rise
            )[::-1],
            "Van al revés: primero los pasos de subida y después los de bajada.",
        ),
    ),
    hint="Lotes por época redondeando hacia arriba, por épocas; una parte `rise` sube y el resto "
    "baja.",
    exact=True,
)


def _some_images(shape, seed):
    return np.random.default_rng(seed).normal(size=shape)


def _where(chosen, other, images):
    return np.where(chosen[:, None, None, None], other, images)


MIRROR = Exercise(
    name="lab-moda-cnn-2",
    reference=mirror,
    cases=(
        (np.arange(12.0).reshape(2, 2, 3, 1), np.array([True, False])),
        (_some_images((4, 3, 3, 2), 0), np.array([False, True, True, False])),
        (_some_images((3, 4, 2, 1), 1), np.array([False, False, False])),
    ),
    mistakes=(
        Mistake(
            lambda images, chosen: _where(chosen, images[:, ::-1], images),
            "Eso pone las imágenes cabeza abajo: las filas son el eje 1 y las columnas, el 2.",
        ),
        Mistake(
            lambda images, chosen: _where(chosen, images[..., ::-1], images),
            "El último eje son los canales; las columnas son el eje 2.",
        ),
        Mistake(
            lambda images, chosen: images[:, :, ::-1],
            "Se han reflejado todas; solo se piden las elegidas.",
        ),
        Mistake(
            lambda images, chosen: images[chosen][:, :, ::-1],
            "Faltan imágenes: las no elegidas también salen, sin tocar.",
        ),
        Mistake(
            lambda images, chosen: _where(~chosen, images[:, :, ::-1], images),
            "Se han reflejado justo las otras.",
        ),
    ),
    hint="El espejo recorre las columnas, el eje 2, al revés; `np.where` elige imagen por imagen.",
    exact=True,
)

BLOCK = Exercise(
    name="lab-moda-cnn-3",
    reference=residual_parameters,
    cases=((1, 1), (2, 3), (32, 48)),
    mistakes=(
        Mistake(
            lambda channels, filters: (
                residual_parameters(channels, filters) - channels * filters - 2 * filters
            ),
            "Falta el atajo: si cambian los canales, lleva una convolución de 1 × 1 y su "
            "normalización.",
        ),
        Mistake(
            lambda channels, filters: residual_parameters(channels, filters) + 3 * filters,
            "Las convoluciones no llevan sesgo: lo pone la normalización que va detrás.",
        ),
        Mistake(
            lambda channels, filters: residual_parameters(channels, filters) + 3 * 2 * filters,
            "La media y la varianza que guarda la normalización se acumulan, no se aprenden: por "
            "filtro se aprenden dos números.",
        ),
        Mistake(
            lambda channels, filters: (
                2 * 9 * channels * filters + channels * filters + 3 * 2 * filters
            ),
            "La segunda convolución recibe los mapas de la primera: sus canales de entrada son "
            "`filters`.",
        ),
        Mistake(
            lambda channels, filters: residual_parameters(channels, filters) - 3 * 2 * filters,
            "Faltan las tres normalizaciones, con dos parámetros por filtro cada una.",
        ),
    ),
    hint="Dos convoluciones de 3 × 3, una de 1 × 1 en el atajo, todas sin sesgo, y tres "
    "normalizaciones.",
    exact=True,
)

check = Checker(STEPS, MIRROR, BLOCK)
