"""Las ventanas de la agrupación: comprobar lo que llega, rellenar y colocarlas sin copiar."""

from typing import NamedTuple

import numpy as np

from redes.scratch._convolution_geometry import output_length, pair, same_padding


class Layout(NamedTuple):
    """Cómo se reparten las ventanas por los dos ejes espaciales de una entrada."""

    sizes: tuple[int, int]
    strides: tuple[int, int]
    margins: tuple[tuple[int, int], tuple[int, int]]  # relleno delante y detrás de cada eje
    outputs: tuple[int, int]


def plan(x, pool_size, strides, padding):
    """Resuelve tamaño, zancada (la del tamaño si es None), relleno y salida de cada eje."""
    check_maps(x)
    sizes = pair("pool_size", pool_size)
    strides = sizes if strides is None else pair("strides", strides)
    axes = list(zip(x.shape[1:3], sizes, strides, strict=True))
    try:
        outputs = tuple(output_length(n, k, strides=s, padding=padding) for n, k, s in axes)
    except ValueError as error:
        raise ValueError(
            f"x tiene forma {x.shape} y la ventana, {sizes}, con zancada {strides}: {error}"
        ) from None
    margins = tuple(
        same_padding(n, k, strides=s) if padding == "same" else (0, 0) for n, k, s in axes
    )
    return Layout(sizes, strides, margins, outputs)


def windows(x, layout, *, fill):
    """Las ventanas de `x`, rodeada de `fill`: (B, H', W', C, ph, pw)."""
    padded = np.pad(x, [(0, 0), *layout.margins, (0, 0)], constant_values=fill)
    every = np.lib.stride_tricks.sliding_window_view(padded, layout.sizes, axis=(1, 2))
    rows, columns = layout.strides
    return every[:, ::rows, ::columns]


def scatter(contributions, x, layout):
    """Suma lo que las ventanas, (B, H', W', C, ph, pw), aportan a cada número."""
    sides = zip(x.shape[1:3], layout.margins, strict=True)
    padded = [n + sum(margin) for n, margin in sides]
    total = np.zeros((len(x), *padded, x.shape[-1]), contributions.dtype)
    steps = zip(layout.strides, layout.outputs, strict=True)
    (row_step, rows), (column_step, columns) = steps
    for u, v in np.ndindex(layout.sizes):
        # El número (u, v) de todas las ventanas: no hay dos que se pisen.
        places = (
            slice(u, u + row_step * rows, row_step),
            slice(v, v + column_step * columns, column_step),
        )
        total[:, places[0], places[1]] += contributions[..., u, v]
    inside = (
        slice(before, before + n)
        for n, (before, _) in zip(x.shape[1:3], layout.margins, strict=True)
    )
    return total[:, next(inside), next(inside)]


def check_maps(x):
    """Exige mapas (B, H, W, C) que no estén vacíos."""
    if x.ndim != 4 or x.size == 0:
        raise ValueError(
            f"x tiene forma {x.shape} y se esperaba (B, H, W, C), sin ningún eje vacío. A una "
            "imagen sola le falta el lote, x[None]; a una en gris, el canal, x[..., None]."
        )
