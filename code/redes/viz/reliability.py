r"""Diagramas de fiabilidad: lo que el modelo anuncia frente a lo que ocurre."""

from collections.abc import Mapping

import numpy as np

from redes.viz import style, tokens

_LARGEST = 240


def reliability_diagram(
    panels: Mapping[str, tuple[np.ndarray, np.ndarray, np.ndarray]], *, xlabel: str, ylabel: str
):
    r"""Dibuja, en un panel por caso, la frecuencia de cada tramo frente a su probabilidad.

    La diagonal es la calibración perfecta: por debajo, el modelo promete de más. El área de cada
    punto crece con los ejemplos de su tramo.

    Parameters
    ----------
    panels : mapping of str to tuple of ndarray of shape (M,)
        Título de cada panel, con la probabilidad media, la frecuencia y los ejemplos de cada tramo;
        de uno a tres paneles.
    xlabel, ylabel : str
        Nombre de cada eje.

    Returns
    -------
    matplotlib.figure.Figure
        Figura con un panel por caso.

    Raises
    ------
    ValueError
        Si llegan cero paneles o más de tres, o los tres vectores de un panel no son iguales.

    Examples
    --------
    >>> bins = ([0.3, 0.9], [0.2, 0.7], [5, 40])
    >>> figure = reliability_diagram({"red": bins}, xlabel="probabilidad", ylabel="frecuencia")
    >>> figure.axes[0].get_title()
    'red'
    """
    _validate(panels)
    figure, axes = style.subplots(1, len(panels), height=3.4, sharex=True, sharey=True)
    for ax, (name, bins) in zip(np.atleast_1d(axes), panels.items(), strict=True):
        _draw_panel(ax, *map(np.asarray, bins))
        ax.set_title(name)
        ax.set_xlabel(xlabel)
    figure.axes[0].set_ylabel(ylabel)
    return figure


def _draw_panel(ax, probability, frequency, counts):
    ax.plot([0, 1], [0, 1], **style.REFERENCE_LINE)
    # La distancia a la diagonal es lo que promedia el error de calibración.
    ax.vlines(probability, frequency, probability, color=tokens.color("error"), linewidth=1.8)
    sizes = np.maximum(_LARGEST * counts / counts.max(), 18)
    face, edge = tokens.color("series-1"), tokens.color("surface")
    ax.scatter(probability, frequency, s=sizes, color=face, edgecolor=edge, zorder=3)
    ax.set(xlim=(-0.04, 1.06), ylim=(-0.06, 1.08), aspect="equal")


def _validate(panels):
    if not 1 <= len(panels) <= 3:
        raise ValueError(
            f"Han llegado {len(panels)} paneles y en el ancho de una figura caben de 1 a 3."
        )
    for name, bins in panels.items():
        shapes = [np.shape(values) for values in bins]
        if len(shapes) != 3 or len(set(shapes)) != 1 or len(shapes[0]) != 1 or shapes[0] == (0,):
            raise ValueError(
                f"El panel «{name}» ha llegado con formas {shapes}. Se esperaban tres vectores "
                "(M,): probabilidad, frecuencia y número de ejemplos de cada tramo."
            )
