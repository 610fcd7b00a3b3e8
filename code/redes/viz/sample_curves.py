r"""Una medida según cuántos ejemplos hay para aprender, en varios modelos y con varias semillas."""

from collections.abc import Mapping, Sequence

import numpy as np

from redes.viz import style, tokens


def sample_curves(
    sizes: Sequence[int],
    runs: Mapping[str, np.ndarray],
    *,
    xlabel: str,
    ylabel: str,
):
    r"""Dibuja la media de cada modelo y una banda de una desviación típica a cada lado.

    El eje horizontal es logarítmico, con una marca en cada tamaño: de 2 a 4 ejemplos hay tanto
    trecho como de 20 a 40.

    Parameters
    ----------
    sizes : sequence of int
        Número de ejemplos de cada medida, en orden creciente.
    runs : mapping of str to ndarray of shape (S, N)
        Por modelo, la medida con cada semilla (filas) y cada tamaño (columnas).
    xlabel, ylabel : str
        Nombre y unidad de cada eje.

    Returns
    -------
    matplotlib.figure.Figure
        Figura con una gráfica.

    Raises
    ------
    ValueError
        Si los tamaños no crecen desde 1, una tabla no tiene una columna por tamaño y al menos dos
        filas, o hay más modelos que colores.

    Examples
    --------
    >>> runs = {"con": [[0.5, 0.75], [0.75, 1.0]], "sin": [[0.25, 0.5], [0.5, 0.75]]}
    >>> figure = sample_curves([2, 20], runs, xlabel="ejemplos por clase", ylabel="exactitud")
    >>> figure.axes[0].lines[0].get_ydata().tolist()
    [0.625, 0.875]
    """
    tables = {name: np.asarray(values, dtype=float) for name, values in runs.items()}
    _validate(sizes, tables)
    figure, ax = style.subplots()
    for index, (name, values) in enumerate(tables.items()):
        look = style.line_style(index)
        mean, spread = values.mean(axis=0), values.std(axis=0, ddof=1)
        ax.plot(sizes, mean, marker=style.marker(index), label=name, **look)
        ax.fill_between(
            sizes, mean - spread, mean + spread, color=look["color"], alpha=0.18, linewidth=0
        )
    ax.set_xscale("log")
    ax.set_xticks(sizes, [str(size) for size in sizes])
    ax.set_xticks([], minor=True)
    ax.set_xlabel(xlabel)
    ax.set_ylabel(ylabel)
    figure.legend(*ax.get_legend_handles_labels(), loc="outside upper center", ncols=2)
    return figure


def _validate(sizes, tables):
    if (
        np.ndim(sizes) != 1
        or len(sizes) == 0
        or min(sizes) < 1
        or min(np.diff(sizes), default=1) <= 0
    ):
        raise ValueError(
            f"han llegado los tamaños {list(np.ravel(sizes))}; se esperaban números de ejemplos en "
            "orden creciente, desde 1."
        )
    if not 1 <= len(tables) <= tokens.SERIES:
        raise ValueError(
            f"han llegado {len(tables)} modelos y se distinguen de 1 a {tokens.SERIES}; con más, "
            "conviene repartirlos en varias figuras."
        )
    for name, values in tables.items():
        if values.ndim != 2 or values.shape[1] != len(sizes) or len(values) < 2:
            raise ValueError(
                f"las medidas de «{name}» han llegado con forma {values.shape}; se esperaba "
                f"(semillas, {len(sizes)}), con al menos dos semillas."
            )
