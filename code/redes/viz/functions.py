r"""Funciones de una variable en paneles pequeños, con su derivada si se da."""

from collections.abc import Mapping

import numpy as np

from redes.viz import style, tokens

_ROW_INCHES = 2.1


def function_panels(
    z: np.ndarray,
    curves: Mapping[str, np.ndarray],
    *,
    derivatives: Mapping[str, np.ndarray] | None = None,
    columns: int = 2,
):
    r"""Dibuja una función por panel, todas con las mismas escalas.

    La función va en línea continua y la derivada, a trazos.

    Parameters
    ----------
    z : ndarray of shape (N,)
        Puntos en los que se han evaluado.
    curves : mapping of str to ndarray of shape (N,)
        Nombre y valores de cada función.
    derivatives : mapping of str to ndarray of shape (N,), optional
        Valores de la derivada de las funciones que la tengan, con los mismos nombres.
    columns : int
        Paneles por fila.

    Returns
    -------
    matplotlib.figure.Figure
        Figura con un panel por función.

    Raises
    ------
    ValueError
        Si alguna curva no tiene la forma de `z` o una derivada no corresponde a ninguna función.

    Examples
    --------
    >>> import numpy as np
    >>> z = np.array([-1.0, 0.0, 1.0])
    >>> figure = function_panels(z, {"identidad": z, "ReLU": np.maximum(z, 0)})
    >>> [ax.get_title() for ax in figure.axes]
    ['identidad', 'ReLU']
    """
    z, derivatives = np.asarray(z), dict(derivatives or {})
    _validate(z, curves, derivatives)
    columns = min(columns, len(curves))
    rows = -(-len(curves) // columns)
    height = _ROW_INCHES * rows + (0.9 if derivatives else 0.5)
    figure, axes = style.subplots(rows, columns, height=height, sharex=True, sharey=True)
    cells = np.atleast_1d(axes).ravel()
    for ax in cells[len(curves) :]:
        ax.set_axis_off()
    for index, (ax, name) in enumerate(zip(cells, curves, strict=False)):
        _draw_panel(ax, name, z, curves[name], derivatives.get(name))
        if index + columns >= len(curves):
            ax.set_xlabel("$z$")
            ax.tick_params(labelbottom=True)
    if derivatives:
        handles, names = max(
            (ax.get_legend_handles_labels() for ax in cells), key=lambda found: len(found[0])
        )
        figure.legend(handles, names, loc="outside upper center", ncols=2)
    return figure


def _validate(z, curves, derivatives):
    if z.ndim != 1 or not curves:
        raise ValueError(
            f"Han llegado puntos con forma {z.shape} y {len(curves)} funciones. "
            "Se esperaba un vector (N,) y al menos una función."
        )
    for name, values in [*curves.items(), *derivatives.items()]:
        if np.shape(values) != z.shape:
            raise ValueError(
                f"La curva «{name}» ha llegado con forma {np.shape(values)} y los puntos con "
                f"{z.shape}. Hace falta un valor por punto."
            )
    unknown = [name for name in derivatives if name not in curves]
    if unknown:
        raise ValueError(
            f"Hay derivadas sin función: {', '.join(unknown)}. Los nombres tienen que ser los "
            f"mismos: {', '.join(curves)}."
        )


def _draw_panel(ax, name, z, values, derivative):
    for draw in (ax.axhline, ax.axvline):
        draw(0, color=tokens.color("axis"), linewidth=tokens.LINE_WIDTHS["fine"])
    ax.plot(z, values, label="función", **style.line_style(0))
    if derivative is not None:
        ax.plot(z, derivative, label="derivada", **style.line_style(1))
    ax.set_title(name)
