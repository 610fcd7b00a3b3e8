r"""Curvas que recorren todos los umbrales: ROC y precisión frente a exhaustividad."""

from collections.abc import Mapping

import numpy as np

from redes.viz import style, tokens

Curve = tuple[np.ndarray, np.ndarray]


def roc_figure(
    curves: Mapping[str, Curve], *, points: Mapping[str, tuple[float, float]] | None = None
):
    r"""Dibuja la curva ROC de varios modelos y la diagonal de quien responde al azar.

    Parameters
    ----------
    curves : mapping of str to tuple of ndarray of shape (M,)
        Nombre de cada modelo, con sus tasas de falsos y de verdaderos positivos, de 0 a 1.
    points : mapping of str to tuple of float, optional
        Un punto de algunas curvas, con el nombre de la suya; por ejemplo, el umbral elegido.

    Returns
    -------
    matplotlib.figure.Figure
        Figura con una gráfica.

    Raises
    ------
    ValueError
        Si una curva no son dos vectores iguales entre 0 y 1, hay más curvas que colores, o un punto
        no es de ninguna.

    Examples
    --------
    >>> figure = roc_figure({"red": ([0, 0, 1], [0, 0.8, 1])}, points={"red": (0, 0.8)})
    >>> figure.axes[0].get_xlabel()
    'tasa de falsos positivos'
    """
    figure, ax = _draw(curves, dict(points or {}), "default")
    ax.plot([0, 1], [0, 1], label="al azar", **style.REFERENCE_LINE)
    ax.set_xlabel("tasa de falsos positivos")
    ax.set_ylabel("tasa de verdaderos positivos")
    return _with_legend(figure, ax)


def precision_recall_figure(
    curves: Mapping[str, Curve],
    *,
    prevalence: float,
    points: Mapping[str, tuple[float, float]] | None = None,
):
    r"""Dibuja la precisión frente a la exhaustividad y la precisión de decir siempre «sí».

    Parameters
    ----------
    curves : mapping of str to tuple of ndarray of shape (M,)
        Nombre de cada modelo, con sus exhaustividades y sus precisiones, de 0 a 1.
    prevalence : float
        Proporción de positivos, de 0 a 1.
    points : mapping of str to tuple of float, optional
        Un punto de algunas curvas, con el nombre de la suya.

    Returns
    -------
    matplotlib.figure.Figure
        Figura con una gráfica.

    Raises
    ------
    ValueError
        Si una curva no son dos vectores iguales entre 0 y 1, hay más curvas que colores, o un punto
        no es de ninguna.

    Examples
    --------
    >>> figure = precision_recall_figure({"red": ([0, 0.5, 1], [1, 1, 0.4])}, prevalence=0.4)
    >>> figure.axes[0].get_ylabel()
    'precisión'
    """
    # Al bajar el umbral la precisión no cambia en línea recta: la curva es una escalera.
    figure, ax = _draw(curves, dict(points or {}), "steps-pre")
    ax.axhline(prevalence, label="decir siempre «sí»", **style.REFERENCE_LINE)
    ax.set_xlabel("exhaustividad")
    ax.set_ylabel("precisión")
    return _with_legend(figure, ax)


def _draw(curves, points, drawstyle):
    _validate(curves, points)
    figure, ax = style.subplots(height=4.4)
    for index, (name, (x, y)) in enumerate(curves.items()):
        ax.plot(x, y, label=name, drawstyle=drawstyle, **style.line_style(index))
        if name in points:
            color = tokens.color(tokens.series_role(index))
            ax.plot(*points[name], marker=style.marker(index), color=color, markersize=9)
    # Un margen mínimo: lo que importa suele estar pegado a un borde.
    ax.set(xlim=(-0.02, 1.02), ylim=(-0.02, 1.02))
    return figure, ax


def _with_legend(figure, ax):
    figure.legend(*ax.get_legend_handles_labels(), loc="outside upper center", ncols=3)
    return figure


def _validate(curves, points):
    if not 1 <= len(curves) <= tokens.SERIES:
        raise ValueError(
            f"Han llegado {len(curves)} curvas y se distinguen de 1 a {tokens.SERIES}. "
            "Con más, conviene repartirlas en varias figuras."
        )
    for name, (x, y) in curves.items():
        if np.ndim(x) != 1 or np.shape(x) != np.shape(y):
            raise ValueError(
                f"La curva «{name}» ha llegado con formas {np.shape(x)} y {np.shape(y)}. Se "
                "esperaban dos vectores (M,) de la misma longitud."
            )
        if np.min([x, y]) < 0 or np.max([x, y]) > 1:
            raise ValueError(f"La curva «{name}» se sale de 0 a 1. Se esperaban proporciones.")
    unknown = [name for name in points if name not in curves]
    if unknown:
        raise ValueError(
            f"Hay puntos sin curva: {', '.join(unknown)}. Los nombres tienen que ser los mismos: "
            f"{', '.join(curves)}."
        )
