r"""La red recurrente, plegada y desplegada en el tiempo."""

import itertools

from redes.viz import tokens
from redes.viz.svg import Diagram

_OUTPUT, _CELL, _INPUT = 24, 100, 176
_HEIGHT = 200
_SIDE = 44
_GAP = 12  # de una flecha al texto que la empieza o la acaba
_FOLDED = 62
_INITIAL, _FIRST, _LAST = 180, 262, 478
_MOST_TIMES = 4


def unrolled_diagram(times: int):
    r"""Dibuja una celda con su bucle y, al lado, la misma celda una vez por instante.

    A la izquierda, el estado vuelve a la celda; a la derecha, pasa al instante siguiente. Las
    flechas llevan el nombre de sus pesos, que son los mismos en todos los instantes: W, los de la
    entrada, y U, los del estado.

    Parameters
    ----------
    times : int
        Instantes que se despliegan, de 2 a 4.

    Returns
    -------
    Diagram
        Diagrama que un cuaderno muestra directamente.

    Raises
    ------
    ValueError
        Si no caben tantos instantes, o no hay al menos dos.

    Examples
    --------
    >>> unrolled_diagram(3).description
    'Una celda cuyo estado vuelve a ella es lo mismo que 3 copias que se pasan el estado.'
    """
    if not 2 <= times <= _MOST_TIMES:
        raise ValueError(
            f"Se han pedido {times} instantes; en el ancho de la página caben de 2 a {_MOST_TIMES}."
        )
    drawing = Diagram(
        tokens.DIAGRAM_WIDTH,
        _HEIGHT,
        title="Una red recurrente, plegada y desplegada",
        description="Una celda cuyo estado vuelve a ella es lo mismo que "
        f"{times} copias que se pasan el estado.",
    )
    _draw_cell(drawing, _FOLDED, "t")
    _draw_loop(drawing)
    drawing.text((_FOLDED + _INITIAL) / 2 + 20, _CELL, "=", size="label", role="text")
    drawing.formula(_INITIAL, _CELL, "h_0")
    step = (_LAST - _FIRST) / (times - 1)
    for t in range(times):
        x = _FIRST + step * t
        _draw_cell(drawing, x, str(t + 1))
        start = _INITIAL + _GAP if t == 0 else x - step + _SIDE / 2
        drawing.arrow((start, _CELL), (x - _SIDE / 2 - 2, _CELL), role="series-2")
        drawing.formula((start + x - _SIDE / 2) / 2, _CELL - 14, "U")
    drawing.line((_LAST + _SIDE / 2, _CELL), (_LAST + 36, _CELL), role="series-2", dash=(4, 3))
    return drawing


def _draw_cell(drawing, x, time):
    """La celda, su entrada debajo y su salida encima."""
    drawing.arrow((x, _INPUT - _GAP), (x, _CELL + _SIDE / 2 + 2))
    drawing.arrow((x, _CELL - _SIDE / 2), (x, _OUTPUT + _GAP))
    drawing.box(x, _CELL, _SIDE, _SIDE, role="series-1", radius=8)
    drawing.text(x, _CELL, "tanh", role="text")
    drawing.formula(x, _INPUT, f"x_{time}")
    drawing.formula(x, _OUTPUT, f"h_{time}")
    drawing.formula(x + 13, (_INPUT - _GAP + _CELL + _SIDE / 2) / 2, "W")


def _draw_loop(drawing):
    """El estado sale por la derecha de la celda y vuelve a ella por encima, desde la izquierda."""
    right, left = _FOLDED + _SIDE / 2 + 14, _FOLDED - _SIDE / 2 - 22
    top = _CELL - _SIDE / 2 - 20
    corners = [(_FOLDED + _SIDE / 2, _CELL), (right, _CELL), (right, top), (left, top)]
    corners.append((left, _CELL))
    for start, end in itertools.pairwise(corners):
        drawing.line(start, end, role="series-2")
    drawing.arrow((left, _CELL), (_FOLDED - _SIDE / 2 - 2, _CELL), role="series-2")
    drawing.formula(right + 12, (top + _CELL) / 2, "U")
