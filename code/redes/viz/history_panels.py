r"""Muchos entrenamientos en paneles pequeños, para leerlos de un vistazo."""

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.ticker import MaxNLocator

from redes.viz import style

_ROW_INCHES = 1.75

History = Mapping[str, Sequence[float]]


def history_panels(
    histories: Mapping[str, History],
    *,
    metric: str = "loss",
    ylabel: str = "pérdida",
    reference: float | None = None,
    columns: int = 2,
):
    r"""Dibuja una medida por época, un panel por entrenamiento.

    Cada panel tiene su escala, que empieza en cero: la referencia, igual en todos, da la medida.

    Parameters
    ----------
    histories : mapping of str to mapping
        Título de cada panel y su ``History.history``, con la medida y su ``val_``.
    metric : str
        Medida, no negativa.
    ylabel : str
        Nombre y unidad de la medida.
    reference : float, optional
        Valor con el que se compara, que se marca en todos los paneles.
    columns : int
        Paneles por fila.

    Returns
    -------
    matplotlib.figure.Figure
        Figura con un panel por entrenamiento.

    Raises
    ------
    ValueError
        Si no llega ningún entrenamiento o a alguno le falta la medida.

    Examples
    --------
    >>> run = {"loss": [1.0, 0.1], "val_loss": [1.0, 0.5]}
    >>> figure = history_panels({"sano": run, "enfermo": run}, reference=2.3)
    >>> [ax.get_title() for ax in figure.axes]
    ['sano', 'enfermo']
    """
    keys = {"entrenamiento": metric, "validación": f"val_{metric}"}
    _validate(histories, keys)
    columns = min(columns, len(histories))
    rows = -(-len(histories) // columns)
    height = _ROW_INCHES * rows + 0.7
    figure, axes = style.subplots(rows, columns, height=height, sharex=True)
    cells = np.atleast_1d(axes).ravel()
    for ax in cells[len(histories) :]:
        ax.set_axis_off()
    for ax, (name, history) in zip(cells, histories.items(), strict=False):
        _draw_panel(ax, {label: history[key] for label, key in keys.items()}, reference)
        ax.set_title(name)
    for ax in cells[len(histories) - columns : len(histories)]:
        ax.set_xlabel("época")
        ax.tick_params(labelbottom=True)
    figure.supylabel(ylabel)
    figure.legend(*cells[0].get_legend_handles_labels(), loc="outside upper center", ncols=3)
    return figure


def _draw_panel(ax, curves, reference):
    for index, (label, values) in enumerate(curves.items()):
        ax.plot(np.arange(1, len(values) + 1), values, label=label, **style.line_style(index))
    if reference is not None:
        ax.axhline(reference, label="referencia", **style.REFERENCE_LINE)
    ax.set_ylim(bottom=0)
    ax.yaxis.set_major_locator(MaxNLocator(4))
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, steps=[1, 2, 5, 10]))


def _validate(histories, keys):
    if not histories:
        raise ValueError("No ha llegado ningún entrenamiento. Hace falta al menos uno.")
    for name, history in histories.items():
        missing = [key for key in keys.values() if key not in history]
        if missing:
            raise ValueError(
                f"Al entrenamiento «{name}» le falta {', '.join(missing)}; tiene "
                f"{', '.join(history)}. La validación se pide con «validation_data»."
            )
