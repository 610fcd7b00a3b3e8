"""Los ejercicios del capítulo «arquitecturas»: el cuello de botella, lo separable y las etapas."""

from redes.exercises.checker import Checker, Exercise, Mistake


def bottleneck_parameters(channels, reduced):
    """Los parámetros, con sesgos, de 1 × 1, 3 × 3 y 1 × 1: de C canales a R, R y C."""
    shrink = (channels + 1) * reduced
    look = (9 * reduced + 1) * reduced
    grow = (reduced + 1) * channels
    return shrink + look + grow


def separable_ratio(filters, kernel_size):
    """Las multiplicaciones de una convolución separable entre las de la corriente."""
    return 1 / filters + 1 / kernel_size**2


def stages_output(side, filters, stages):
    """La forma (H, W, C) que dejan `stages` etapas residuales."""
    for _ in range(stages - 1):
        side, filters = -(-side // 2), 2 * filters
    return side, side, filters


def _stages(side, filters, stages, *, halvings=None, double=True, ceil=True):
    for _ in range(stages - 1 if halvings is None else halvings):
        side = -(-side // 2) if ceil else side // 2
        filters = 2 * filters if double else filters
    return side, side, filters


BOTTLENECK = Exercise(
    name="arquitecturas-1",
    reference=bottleneck_parameters,
    cases=(
        (8, 2),  # 9·2 + 19·2 + 3·8 = 18 + 38 + 24 = 80
        (256, 64),  # 16 448 + 36 928 + 16 640 = 70 016
        (12, 5),
    ),
    mistakes=(
        Mistake(
            lambda channels, reduced: 2 * channels * reduced + 9 * reduced**2,
            "Faltan los sesgos: uno por filtro en cada una de las tres convoluciones.",
        ),
        Mistake(
            lambda channels, reduced: (
                (channels + 1) * reduced + (9 * channels + 1) * reduced + (reduced + 1) * channels
            ),
            "La convolución de 3 × 3 lee los canales reducidos, no los de la entrada.",
        ),
        Mistake(
            lambda channels, reduced: (channels + 1) * reduced + (9 * reduced + 1) * reduced,
            "Falta la última convolución de 1 × 1, la que devuelve los canales de la entrada.",
        ),
        Mistake(
            lambda channels, reduced: (
                (channels + 1) * reduced + (3 * reduced + 1) * reduced + (reduced + 1) * channels
            ),
            "Una ventana de 3 × 3 tiene nueve posiciones, no tres.",
        ),
    ),
    hint="Una convolución de k × k tiene (k·k·entran + 1)·salen parámetros; súmense las tres.",
    exact=True,
)

SEPARABLE = Exercise(
    name="arquitecturas-2",
    reference=separable_ratio,
    cases=((10, 3), (16, 5), (64, 3)),  # 1/10 + 1/9 = 19/90
    mistakes=(
        Mistake(
            lambda filters, kernel_size: 1 / filters + 1 / kernel_size,
            "La ventana tiene k·k posiciones: es 1/k², no 1/k.",
        ),
        Mistake(
            lambda filters, kernel_size: 1 / (1 / filters + 1 / kernel_size**2),
            "El cociente está del revés: el de la separable va arriba y es menor que uno.",
        ),
        Mistake(
            lambda filters, kernel_size: 1 / (filters * kernel_size**2),
            "Los dos pasos se hacen uno detrás de otro: sus costes se suman, no se multiplican.",
        ),
        Mistake(
            lambda filters, kernel_size: 1 / filters,
            "Falta el segundo paso, el de 1 × 1, que mezcla los canales.",
        ),
    ),
    hint="Por posición: k·k·C la primera parte y C·F la segunda; la corriente, k·k·C·F.",
)

STAGES = Exercise(
    name="arquitecturas-3",
    reference=stages_output,
    cases=(
        (8, 16, 2),  # (4, 4, 32)
        (7, 4, 3),  # 7 → 4 → 2; 4 → 8 → 16
        (56, 64, 4),  # (7, 7, 512)
        (5, 3, 1),
    ),
    mistakes=(
        Mistake(
            lambda side, filters, stages: _stages(side, filters, stages, halvings=stages),
            "La primera etapa no reduce: las reducciones son una menos que las etapas.",
        ),
        Mistake(
            lambda side, filters, stages: _stages(side, filters, stages, ceil=False),
            "Con relleno «same», un lado impar se redondea hacia arriba: de 7 salen 4.",
        ),
        Mistake(
            lambda side, filters, stages: _stages(side, filters, stages, double=False),
            "Cada etapa, salvo la primera, dobla los filtros.",
        ),
    ),
    hint="Lleva dos números de etapa en etapa, el lado y los filtros, y empieza en la segunda.",
    exact=True,
)

check = Checker(BOTTLENECK, SEPARABLE, STAGES)
