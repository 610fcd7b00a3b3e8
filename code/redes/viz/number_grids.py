r"""Tablas de números como diagramas: un mapa, sus ventanas y lo que queda de cada una."""

from collections.abc import Mapping

import numpy as np

from redes.viz import tokens
from redes.viz.numerals import format_value
from redes.viz.svg import Diagram

_CELL = 38
_GAP = 44
_TITLE = 34
_FILLS = ("fill", "surface")


def number_grids(grids: Mapping[str, np.ndarray], *, blocks: Mapping[str, tuple[int, int]]):
    r"""Dibuja varias tablas en fila, con sus ventanas en dos tonos como un tablero de ajedrez.

    Parameters
    ----------
    grids : mapping of str to ndarray of shape (H, W)
        Título y números de cada tabla; enteros o con un par de decimales.
    blocks : mapping of str to tuple of int
        Alto y ancho de la ventana de cada tabla. Las ventanas empiezan arriba a la izquierda y no
        se solapan; la de una tabla que ya es el resumen es (1, 1).

    Returns
    -------
    Diagram
        Diagrama que un cuaderno muestra directamente.

    Raises
    ------
    ValueError
        Si una tabla no tiene dos ejes, no caben todas, o a alguna le falta su ventana.

    Examples
    --------
    >>> drawing = number_grids({"mapa": np.eye(2), "máximo": np.ones((1, 1))},
    ...                        blocks={"mapa": (2, 2), "máximo": (1, 1)})
    >>> drawing.title
    'Tablas: mapa, máximo'
    """
    tables = {title: np.asarray(values) for title, values in grids.items()}
    width = _validate(tables, blocks)
    tallest = max(len(values) for values in tables.values())
    drawing = Diagram(
        tokens.DIAGRAM_WIDTH,
        _TITLE + _CELL * tallest + 10,
        title=f"Tablas: {', '.join(tables)}",
        description=". ".join(f"{title}: {_spoken(values)}" for title, values in tables.items()),
    )
    left = (tokens.DIAGRAM_WIDTH - width) / 2
    middle = _TITLE + _CELL * tallest / 2
    for title, values in tables.items():
        top = middle - _CELL * len(values) / 2
        drawing.text(left + _CELL * values.shape[1] / 2, _TITLE / 2, title, role="text", bold=True)
        _draw_table(drawing, left, top, values, blocks[title])
        left += _CELL * values.shape[1] + _GAP
    return drawing


def _validate(tables, blocks):
    for title, values in tables.items():
        if values.ndim != 2 or title not in blocks:
            raise ValueError(
                f"La tabla «{title}» tiene forma {values.shape} y las ventanas son de "
                f"{', '.join(blocks) or 'ninguna'}. Se esperaba una tabla (H, W) con su ventana."
            )
    width = _CELL * sum(values.shape[1] for values in tables.values()) + _GAP * (len(tables) - 1)
    if width > tokens.DIAGRAM_WIDTH:
        raise ValueError(
            f"Las tablas miden {width} píxeles de ancho y el diagrama, {tokens.DIAGRAM_WIDTH}. "
            "Conviene repartirlas en dos diagramas."
        )
    return width


def _spoken(values):
    return "; ".join(" ".join(map(_written, row)) for row in values)


def _written(value):
    return format_value(float(value), 3)


def _draw_table(drawing, left, top, values, block):
    height, width = block
    for (row, column), value in np.ndenumerate(values):
        fill = _FILLS[(row // height + column // width) % 2]
        x, y = left + _CELL * (column + 0.5), top + _CELL * (row + 0.5)
        drawing.box(x, y, _CELL, _CELL, role="grid", fill=fill, radius=0)
        drawing.text(x, y, _written(value), role="text")
    for row in range(0, len(values), height):
        for column in range(0, values.shape[1], width):
            _frame(drawing, left, top, values.shape, (row, column), block)


def _frame(drawing, left, top, shape, corner, block):
    """El borde grueso de una ventana, aunque la última se quede a medias."""
    (row, column), (height, width) = corner, block
    bottom, right = min(row + height, shape[0]), min(column + width, shape[1])
    points = [
        (left + _CELL * x, top + _CELL * y)
        for x, y in ((column, row), (right, row), (right, bottom), (column, bottom))
    ]
    for start, end in zip(points, points[1:] + points[:1], strict=True):
        drawing.line(start, end, role="axis", width="strong")
