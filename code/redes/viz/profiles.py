r"""Lo que pasa de capa en capa: varias curvas por panel, en escala logarítmica."""

from collections.abc import Mapping

import numpy as np

from redes.viz import style, tokens

_ROW_INCHES = 2.3


def profile_panels(
    x: np.ndarray,
    panels: Mapping[str, Mapping[str, np.ndarray]],
    *,
    xlabel: str,
    ylabel: str,
    columns: int = 2,
):
    r"""Dibuja las mismas curvas en varios paneles, con una sola leyenda y las mismas escalas.

    Parameters
    ----------
    x : ndarray of shape (N,)
        Valores de la variable; por ejemplo, el número de capa.
    panels : mapping of str to mapping of str to ndarray of shape (N,)
        Título de cada panel, y nombre y valores, mayores que cero, de cada curva.
    xlabel, ylabel : str
        Nombre y unidad de cada eje.
    columns : int
        Paneles por fila.

    Returns
    -------
    matplotlib.figure.Figure
        Figura con un panel por título.

    Raises
    ------
    ValueError
        Si no hay paneles, no todos tienen las mismas curvas, o una curva no tiene la forma de `x` o
        algún valor no es positivo.

    Examples
    --------
    >>> x = np.arange(1, 4)
    >>> figure = profile_panels(x, {"tanh": {"Glorot": 1.0 / x}}, xlabel="capa", ylabel="tamaño")
    >>> figure.axes[0].get_title(), figure.axes[0].get_yscale()
    ('tanh', 'log')
    """
    _validate(x, panels)
    columns = min(columns, len(panels))
    rows = -(-len(panels) // columns)
    figure, axes = style.subplots(
        rows, columns, height=0.9 + _ROW_INCHES * rows, sharex=True, sharey=True
    )
    cells = np.atleast_1d(axes).ravel()
    for ax in cells[len(panels) :]:
        ax.set_axis_off()
    for index, (ax, (title, curves)) in enumerate(zip(cells, panels.items(), strict=False)):
        for number, (name, values) in enumerate(curves.items()):
            ax.plot(x, values, label=name, **style.line_style(number))
        ax.set_yscale("log")
        ax.set_title(title)
        if index % columns == 0:
            ax.set_ylabel(ylabel)
        if index + columns >= len(panels):
            ax.set_xlabel(xlabel)
            ax.tick_params(labelbottom=True)
    figure.legend(*cells[0].get_legend_handles_labels(), loc="outside upper center", ncols=2)
    return figure


def _validate(x, panels):
    if not panels:
        raise ValueError("No ha llegado ningún panel. Hace falta al menos uno.")
    names = list(next(iter(panels.values())))
    for title, curves in panels.items():
        if list(curves) != names or not 1 <= len(names) <= tokens.SERIES:
            raise ValueError(
                f"El panel «{title}» tiene las curvas {list(curves)}. Se esperaban las mismas en "
                f"todos, de 1 a {tokens.SERIES}; el primero tiene {names}."
            )
        for name, values in curves.items():
            if np.shape(values) != np.shape(x) or not np.all(np.asarray(values) > 0):
                raise ValueError(
                    f"La curva «{name}» de «{title}» ha llegado con forma {np.shape(values)} y los "
                    f"valores con {np.shape(x)}. Hace falta un número mayor que cero por valor."
                )
