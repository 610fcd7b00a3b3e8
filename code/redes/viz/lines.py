r"""Varias curvas de la misma variable: juntas, o cada una en su panel con su escala."""

from collections.abc import Mapping

import numpy as np
from matplotlib.ticker import MaxNLocator

from redes.viz import style, tokens


def lines_figure(
    x: np.ndarray,
    curves: Mapping[str, np.ndarray],
    *,
    xlabel: str,
    ylabel: str,
    points: Mapping[str, tuple[float, float]] | None = None,
):
    r"""Dibuja varias curvas en la misma gráfica y marca un punto de las que se pida.

    Parameters
    ----------
    x : ndarray of shape (N,)
        Valores de la variable; si son enteros, sus marcas también.
    curves : mapping of str to ndarray of shape (N,)
        Nombre y valores de cada curva.
    xlabel, ylabel : str
        Nombre y unidad de cada eje.
    points : mapping of str to tuple of float, optional
        Un punto de algunas curvas, con el nombre de la suya; por ejemplo, su mínimo.

    Returns
    -------
    matplotlib.figure.Figure
        Figura con una gráfica.

    Raises
    ------
    ValueError
        Si una curva no tiene la forma de `x`, hay más curvas que colores, o un punto no es de
        ninguna.

    Examples
    --------
    >>> x = np.array([-1.0, 0.0, 1.0])
    >>> figure = lines_figure(x, {"cuadrado": x**2, "valor absoluto": abs(x)},
    ...                       xlabel="error", ylabel="pérdida", points={"cuadrado": (0, 0)})
    >>> [line.get_label() for line in figure.axes[0].lines[:2]]
    ['cuadrado', 'valor absoluto']
    """
    points = dict(points or {})
    _validate(x, curves, points)
    figure, ax = style.subplots()
    for index, (name, values) in enumerate(curves.items()):
        ax.plot(x, values, label=name, **style.line_style(index))
    for index, name in enumerate(curves):
        if name in points:
            color = tokens.color(tokens.series_role(index))
            ax.plot(*points[name], marker=style.marker(index), color=color, markersize=9)
    if np.issubdtype(np.asarray(x).dtype, np.integer):
        # Épocas, capas, columnas: media época no existe.
        ax.xaxis.set_major_locator(MaxNLocator(integer=True, steps=[1, 2, 5, 10]))
    ax.set_xlabel(xlabel)
    ax.set_ylabel(ylabel)
    figure.legend(*ax.get_legend_handles_labels(), loc="outside upper center", ncols=3)
    return figure


def stacked_lines(x: np.ndarray, curves: Mapping[str, np.ndarray], *, xlabel: str):
    r"""Dibuja cada curva en su panel, uno debajo de otro, con la variable común.

    Parameters
    ----------
    x : ndarray of shape (N,)
        Valores de la variable.
    curves : mapping of str to ndarray of shape (N,)
        Nombre y unidad de cada curva, que rotula su eje, y sus valores.
    xlabel : str
        Nombre y unidad de la variable.

    Returns
    -------
    matplotlib.figure.Figure
        Figura con un panel por curva.

    Raises
    ------
    ValueError
        Si una curva no tiene la forma de `x`, o hay más curvas que colores.

    Examples
    --------
    >>> x = np.array([-1.0, 0.0, 1.0])
    >>> figure = stacked_lines(x, {"exactitud": x > 0, "pérdida": x**2}, xlabel="sesgo")
    >>> [ax.get_ylabel() for ax in figure.axes]
    ['exactitud', 'pérdida']
    """
    _validate(x, curves, {})
    figure, axes = style.subplots(len(curves), 1, height=1.7 * len(curves) + 0.4, sharex=True)
    for index, (ax, (name, values)) in enumerate(
        zip(np.atleast_1d(axes), curves.items(), strict=True)
    ):
        ax.plot(x, values, color=tokens.color(tokens.series_role(index)))
        ax.set_ylabel(name)
    figure.axes[-1].set_xlabel(xlabel)
    figure.align_ylabels()
    return figure


def _validate(x, curves, points):
    if np.ndim(x) != 1 or not 1 <= len(curves) <= tokens.SERIES:
        raise ValueError(
            f"Han llegado valores con forma {np.shape(x)} y {len(curves)} curvas. Se esperaba un "
            f"vector (N,) y de 1 a {tokens.SERIES} curvas."
        )
    for name, values in curves.items():
        if np.shape(values) != np.shape(x):
            raise ValueError(
                f"La curva «{name}» ha llegado con forma {np.shape(values)} y los valores con "
                f"{np.shape(x)}. Hace falta uno por valor."
            )
    unknown = [name for name in points if name not in curves]
    if unknown:
        raise ValueError(
            f"Hay puntos sin curva: {', '.join(unknown)}. Los nombres tienen que ser los mismos: "
            f"{', '.join(curves)}."
        )
