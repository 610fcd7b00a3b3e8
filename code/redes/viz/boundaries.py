r"""La frontera de una neurona en el plano: la recta, su normal y las distancias a ella."""

from collections.abc import Mapping, Sequence

import numpy as np

from redes.viz import style, tokens
from redes.viz.regions import scatter_classes

Neuron = tuple[Sequence[float], float]


def boundary_figure(
    x: np.ndarray,
    labels: np.ndarray,
    boundaries: Mapping[str, Neuron] | None = None,
    *,
    names: Sequence[str],
    axis_names: tuple[str, str],
):
    r"""Dibuja ejemplos de dos medidas y la recta frontera de una o varias neuronas.

    Parameters
    ----------
    x : ndarray of shape (B, 2)
        Los ejemplos.
    labels : ndarray of int, shape (B,)
        Clase de cada ejemplo, desde cero.
    boundaries : mapping of str to (weights, bias), optional
        Nombre de cada neurona, con sus dos pesos y su sesgo.
    names : sequence of str
        Nombre de cada clase.
    axis_names : tuple of str
        Nombre y unidad de cada eje.

    Returns
    -------
    matplotlib.figure.Figure
        Figura con una gráfica.

    Raises
    ------
    ValueError
        Si una neurona no tiene dos pesos, o los dos son cero.

    Examples
    --------
    >>> x, labels = np.array([[0.0, 0.0], [2.0, 2.0]]), np.array([0, 1])
    >>> figure = boundary_figure(x, labels, {"a ojo": ([1.0, 1.0], -2.0)},
    ...                          names=["no", "sí"], axis_names=("ancho", "alto"))
    >>> [line.get_label() for line in figure.axes[0].lines]
    ['a ojo']
    """
    figure, ax = style.subplots(height=4.0)
    _set_axes(ax, x, axis_names)
    for index, (name, (weights, bias)) in enumerate((boundaries or {}).items()):
        # Los colores de las clases ya están usados: las rectas empiezan en el siguiente.
        _draw_line(ax, weights, bias, label=name, **style.line_style(index + len(names)))
    scatter_classes(ax, x, labels, names)
    return figure


def distance_figure(
    x: np.ndarray,
    labels: np.ndarray,
    neuron: Neuron,
    feet: np.ndarray,
    *,
    notes: Sequence[str],
    axis_names: tuple[str, str],
):
    r"""Dibuja unos pocos puntos, la frontera, su normal y la perpendicular de cada punto a ella.

    Los dos ejes tienen la misma escala: si no, la normal no se vería perpendicular.

    Parameters
    ----------
    x : ndarray of shape (B, 2)
        Los puntos.
    labels : ndarray of int, shape (B,)
        Clase de cada punto, desde cero.
    neuron : (weights, bias)
        Los dos pesos y el sesgo.
    feet : ndarray of shape (B, 2)
        El pie de cada perpendicular, sobre la recta.
    notes : sequence of str
        Un texto al lado de cada punto.
    axis_names : tuple of str
        Nombre y unidad de cada eje.

    Returns
    -------
    matplotlib.figure.Figure
        Figura con una gráfica.

    Raises
    ------
    ValueError
        Si no hay un pie y un texto por punto, o la neurona no tiene dos pesos distintos de cero.

    Examples
    --------
    >>> figure = distance_figure(np.array([[2.0, 1.0]]), np.array([1]), ([1.0, 0.0], 0.0),
    ...                          np.array([[0.0, 1.0]]), notes=["A"], axis_names=("", ""))
    >>> [text.get_text() for text in figure.axes[0].texts]
    ['A', '$w$']
    """
    if np.shape(feet) != np.shape(x) or len(notes) != len(x):
        raise ValueError(
            f"Han llegado {len(x)} puntos, pies con forma {np.shape(feet)} y {len(notes)} textos. "
            "Hace falta un pie, con sus dos coordenadas, y un texto por punto."
        )
    weights, bias = np.asarray(neuron[0], dtype=float), neuron[1]
    figure, ax = style.subplots(height=4.4)
    _set_axes(ax, np.concatenate([x, feet]), axis_names)
    _draw_line(ax, weights, bias, color=tokens.color("text"))
    for point, foot, note in zip(x, feet, notes, strict=True):
        ax.plot(*np.transpose([point, foot]), **style.REFERENCE_LINE)
        # Al otro lado de la recta que el pie, para que el trazo no tache el texto.
        below = point[1] < foot[1]
        place = {"xytext": (0, -9 if below else 9), "va": "top" if below else "bottom"}
        ax.annotate(note, point, textcoords="offset points", ha="center", **place)
    _draw_normal(ax, feet.mean(axis=0), weights)
    scatter_classes(ax, x, labels)
    ax.set_aspect("equal")
    return figure


def _set_axes(ax, points, axis_names):
    # Los límites se fijan antes de la recta, que así los cruza de lado a lado sin ensancharlos.
    low, high = np.min(points, axis=0), np.max(points, axis=0)
    # Si todos los puntos están a la misma altura, o en la misma vertical, también hace falta sitio.
    margin = 0.15 * np.where(high > low, high - low, 1)
    ax.set_xlim(low[0] - margin[0], high[0] + margin[0])
    ax.set_ylim(low[1] - margin[1], high[1] + margin[1])
    ax.set_xlabel(axis_names[0])
    ax.set_ylabel(axis_names[1])


def _draw_line(ax, weights, bias, **look):
    weights = np.asarray(weights, dtype=float)
    if weights.shape != (2,) or not weights.any():
        raise ValueError(
            f"Los pesos han llegado con forma {weights.shape} y valores {weights.tolist()}. Una "
            "recta del plano necesita dos pesos, y que no sean los dos cero."
        )
    nearest = -bias * weights / (weights @ weights)  # el punto de la recta más cercano al origen
    direction = np.array([-weights[1], weights[0]])
    ax.axline(nearest, nearest + direction, linewidth=tokens.LINE_WIDTHS["normal"], **look)


def _draw_normal(ax, start, weights):
    tip = start + 0.2 * np.diff(ax.get_xlim())[0] * weights / np.linalg.norm(weights)
    arrow = {"arrowstyle": "<|-", "color": tokens.color("text")}  # la punta, del lado del texto
    ax.annotate("$w$", start, xytext=tip, ha="center", va="center", arrowprops=arrow)
