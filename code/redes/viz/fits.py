r"""Ajustes de un mismo modelo a muestras distintas, junto a la función que las produjo."""

from collections.abc import Mapping

import numpy as np

from redes.viz import style, tokens

_MOST_PANELS = 4


def fit_panels(
    x: np.ndarray,
    truth: np.ndarray,
    fits: Mapping[str, np.ndarray],
    *,
    sample: tuple[np.ndarray, np.ndarray] | None = None,
    xlabel: str = "$x$",
    ylabel: str = "$y$",
):
    r"""Dibuja un panel por modelo: un ajuste por muestra, fino, y la función verdadera, gruesa.

    La escala vertical la fijan la verdad y los puntos: un ajuste que se dispara se sale del panel.

    Parameters
    ----------
    x : ndarray of shape (N,)
        Dónde se han calculado las curvas.
    truth : ndarray of shape (N,)
        La función sin ruido.
    fits : mapping of str to ndarray of shape (S, N)
        Título de cada panel y un ajuste por fila; de uno a cuatro paneles.
    sample : tuple of ndarray of shape (B,), optional
        Los ejemplos de una de las muestras, que se dibujan en todos los paneles.
    xlabel, ylabel : str
        Nombre y unidad de cada eje.

    Returns
    -------
    matplotlib.figure.Figure
        Figura con los paneles en una fila y las mismas escalas.

    Raises
    ------
    ValueError
        Si no llega ningún panel o llegan más de cuatro, o alguna forma no encaja.

    Examples
    --------
    >>> x = np.array([0.0, 1.0])
    >>> figure = fit_panels(x, x, {"grado 0": np.array([[0.4, 0.4], [0.6, 0.6]])})
    >>> len(figure.axes[0].lines)  # dos ajustes y la verdad
    3
    """
    _validate(x, truth, fits, sample)
    figure, axes = style.subplots(1, len(fits), height=2.9, sharex=True, sharey=True)
    look = style.line_style(0)
    for ax, (name, values) in zip(np.atleast_1d(axes), fits.items(), strict=True):
        for row, curve in enumerate(values):
            label = "ajustes" if row == 0 else None
            ax.plot(x, curve, "-", color=look["color"], alpha=0.45, linewidth=0.9, label=label)
        reference = {"color": tokens.color("text"), "linewidth": tokens.LINE_WIDTHS["strong"]}
        ax.plot(x, truth, linestyle=(0, (4, 2)), label="sin ruido", **reference)
        if sample is not None:
            orange = tokens.color(tokens.series_role(1))
            ax.plot(*sample, linestyle="none", marker="o", markersize=3.5, color=orange,
                    label="una muestra")  # fmt: skip
        ax.set_title(name)
        ax.set_xlabel(xlabel)
    figure.axes[0].set_ylim(*_limits(truth, sample))
    figure.axes[0].set_ylabel(ylabel)
    figure.legend(*figure.axes[0].get_legend_handles_labels(), loc="outside upper center", ncols=3)
    return figure


def _limits(truth, sample):
    """De la menor a la mayor ordenada de la verdad y de los ejemplos, con un margen."""
    values = truth if sample is None else np.concatenate([truth, sample[1]])
    low, high = float(np.min(values)), float(np.max(values))
    margin = 0.15 * (high - low)
    return low - margin, high + margin


def _validate(x, truth, fits, sample):
    if not 1 <= len(fits) <= _MOST_PANELS:
        raise ValueError(f"Han llegado {len(fits)} modelos. Caben de 1 a {_MOST_PANELS} paneles.")
    if np.ndim(x) != 1 or np.shape(truth) != np.shape(x):
        raise ValueError(
            f"x ha llegado con forma {np.shape(x)} y la función con {np.shape(truth)}. Se "
            "esperaban dos vectores iguales, (N,)."
        )
    for name, values in fits.items():
        if np.ndim(values) != 2 or np.shape(values)[1] != len(x):
            raise ValueError(
                f"Los ajustes de «{name}» han llegado con forma {np.shape(values)}. Se esperaba "
                f"(S, {len(x)}): un ajuste por fila."
            )
    if sample is not None and (
        np.ndim(sample[0]) != 1 or np.shape(sample[0]) != np.shape(sample[1])
    ):
        raise ValueError(
            f"La muestra ha llegado con formas {np.shape(sample[0])} y {np.shape(sample[1])}. Se "
            "esperaban dos vectores iguales, (B,)."
        )
