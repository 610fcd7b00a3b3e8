r"""Lo que un método depende de una opción: una medida contra la tasa de aprendizaje."""

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.ticker import FuncFormatter, LogLocator, NullLocator

from redes.viz import style, tokens
from redes.viz.numerals import format_value

_ROW_INCHES = 1.75


def sensitivity_panels(
    rates: Sequence[float],
    losses: Mapping[str, np.ndarray],
    *,
    defaults: Mapping[str, float] | None = None,
    ceiling: float,
    ylabel: str,
    xlabel: str = "tasa de aprendizaje",
):
    r"""Dibuja un panel por método: la medida en cada tasa, media y extremos.

    El marcador hueco señala la mejor tasa, la de menor media; la línea vertical, la de costumbre.

    Parameters
    ----------
    rates : sequence of float
        Las tasas, positivas y crecientes.
    losses : mapping of str to ndarray of shape (R, S)
        Nombre de cada método y su medida con cada tasa y semilla. Lo que no es finito se dibuja en
        el tope.
    defaults : mapping of str to float, optional
        La tasa que se usa si no se dice nada, de los métodos que la tengan.
    ceiling : float
        Tope del eje vertical.
    ylabel, xlabel : str
        Nombre y unidad de cada eje.

    Returns
    -------
    matplotlib.figure.Figure
        Figura con dos paneles por fila y las mismas escalas en todos.

    Raises
    ------
    ValueError
        Si las tasas no son positivas y crecientes o un método no tiene un valor por tasa y semilla.

    Examples
    --------
    >>> figure = sensitivity_panels([0.01, 0.1], {"sgd": np.array([[2.0, 1.8], [0.3, 0.5]])},
    ...                             defaults={"sgd": 0.01}, ceiling=2.5, ylabel="pérdida")
    >>> figure.axes[0].get_title()
    'sgd'
    """
    rates = np.asarray(rates, dtype=float)
    _validate(rates, losses)
    rows = -(-len(losses) // 2)
    columns = min(2, len(losses))
    figure, axes = style.subplots(
        rows, columns, height=0.4 + _ROW_INCHES * rows, sharex=True, sharey=True
    )
    cells = np.atleast_1d(axes).ravel()
    for ax in cells[len(losses) :]:
        ax.set_axis_off()
    for index, (ax, (name, values)) in enumerate(zip(cells, losses.items(), strict=False)):
        _draw(ax, rates, np.minimum(np.nan_to_num(values, nan=np.inf), ceiling))
        if name in (defaults or {}):
            ax.axvline(defaults[name], **style.REFERENCE_LINE)
        ax.set_title(name)
        if index % columns == 0:
            ax.set_ylabel(ylabel)
        if index + columns >= len(losses):
            ax.set_xlabel(xlabel)
            ax.tick_params(labelbottom=True)
    _set_scales(cells[0], rates, ceiling)
    return figure


def _validate(rates, losses):
    if rates.ndim != 1 or rates.size < 2 or rates[0] <= 0 or np.any(np.diff(rates) <= 0):
        raise ValueError(
            f"Han llegado las tasas {rates.tolist()}. Hacen falta dos o más, positivas y "
            "crecientes."
        )
    for name, values in losses.items():
        if np.ndim(values) != 2 or len(values) != len(rates):
            raise ValueError(
                f"«{name}» ha llegado con forma {np.shape(values)} y hay {len(rates)} tasas. Se "
                "esperaba (tasas, semillas)."
            )


def _draw(ax, rates, values):
    mean, color = values.mean(axis=1), tokens.color("series-1")
    ax.fill_between(
        rates, values.min(axis=1), values.max(axis=1), color=color, alpha=0.2, linewidth=0
    )
    ax.plot(rates, mean, color=color, marker="o", markersize=3)
    best = mean.argmin()
    ax.plot(
        rates[best],
        mean[best],
        marker="o",
        markersize=11,
        markerfacecolor="none",
        markeredgecolor=tokens.color("series-2"),
        markeredgewidth=tokens.LINE_WIDTHS["normal"],
        linestyle="none",
    )


def _set_scales(ax, rates, ceiling):
    ax.set_xscale("log")
    ax.set_xlim(rates[0] / 1.3, rates[-1] * 1.3)
    ax.set_ylim(0, ceiling * 1.03)
    ax.xaxis.set_major_locator(LogLocator(numticks=4))
    ax.xaxis.set_minor_locator(NullLocator())
    ax.xaxis.set_major_formatter(FuncFormatter(lambda x, _: format_value(x, 6)))
