r"""Matriz de confusión con los números legibles sobre cualquier fondo."""

from collections.abc import Sequence

import numpy as np
from matplotlib.patches import Rectangle

from redes.viz import style, tokens
from redes.viz.numerals import format_value

#: Opacidad de una celda con toda la fila. Con más, el texto perdería contraste.
STRONGEST_CELL = 0.5


def confusion_matrix_figure(matrix: np.ndarray, labels: Sequence[str]):
    r"""Dibuja una matriz de confusión: filas verdaderas, columnas predichas.

    La intensidad de una celda es su parte de la fila. Los aciertos, en la diagonal, van en otro
    color. Las celdas son translúcidas: el número contrasta en claro y en oscuro.

    Parameters
    ----------
    matrix : ndarray of shape (K, K)
        Recuentos, o proporciones, no negativos.
    labels : sequence of str
        Nombre de cada clase.

    Returns
    -------
    matplotlib.figure.Figure
        Figura con una gráfica.

    Raises
    ------
    ValueError
        Si la matriz no es cuadrada, hay negativos o los nombres no son tantos como las clases.

    Examples
    --------
    >>> figure = confusion_matrix_figure([[8, 2], [1, 9]], ["gato", "perro"])
    >>> [text.get_text() for text in figure.axes[0].texts]
    ['8', '2', '1', '9']
    """
    matrix = _validated(matrix, labels)
    classes = len(matrix)
    figure, ax = style.subplots(height=5.2 if classes > 4 else 3.8)
    totals = matrix.sum(axis=1, keepdims=True)
    shares = np.divide(matrix, totals, out=np.zeros(matrix.shape), where=totals > 0)
    for row, column in np.ndindex(matrix.shape):
        _draw_cell(ax, row, column, matrix[row, column], shares[row, column])
    ax.set(xlim=(-0.5, classes - 0.5), ylim=(classes - 0.5, -0.5), aspect="equal")
    ax.set_xlabel("clase predicha")
    ax.set_ylabel("clase verdadera")
    long_names = max(len(str(label)) for label in labels) * classes > 36
    ax.set_xticks(range(classes), labels, rotation=90 if long_names else 0)
    ax.set_yticks(range(classes), labels)
    ax.grid(False)
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)
    return figure


def _validated(matrix, labels):
    matrix = np.array(matrix, dtype=float)
    if matrix.ndim != 2 or matrix.shape[0] != matrix.shape[1] or matrix.size == 0:
        raise ValueError(
            f"La matriz ha llegado con forma {matrix.shape} y se esperaba (K, K): "
            "una fila y una columna por clase."
        )
    if len(labels) != len(matrix):
        raise ValueError(
            f"Han llegado {len(labels)} nombres para {len(matrix)} clases. "
            "Hace falta uno por clase, en el orden de las filas."
        )
    if not np.all(matrix >= 0):
        raise ValueError(
            "La matriz tiene valores negativos o que no son números. Se esperaban recuentos."
        )
    return matrix


def _draw_cell(ax, row, column, value, share):
    is_hit = row == column
    ax.add_patch(
        Rectangle(
            (column - 0.5, row - 0.5),
            1,
            1,
            facecolor=(tokens.color("hit" if is_hit else "error"), STRONGEST_CELL * share),
            edgecolor=tokens.color("grid"),
            linewidth=tokens.LINE_WIDTHS["fine"],
        )
    )
    ax.text(
        column,
        row,
        format_value(value, 2),
        ha="center",
        va="center",
        fontsize=tokens.FONT_SIZES["small"],
        color=tokens.color("text" if value else "muted"),
    )
