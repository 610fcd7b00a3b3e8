r"""El campo receptivo dibujado: qué posiciones de cada capa alcanza una sola posición del final."""

from collections.abc import Sequence

from redes.viz import tokens
from redes.viz.svg import Diagram

_ROW = 62
_TOP = 26
_RADIUS = 6.5
_LEFT = 150
_RIGHT = 14
_MOST_POSITIONS = 24


def reach_diagram(
    length: int, layers: Sequence[tuple[int, int]], names: Sequence[str], *, position: int
):
    r"""Dibuja un eje por capa y une cada posición con las que mira en la capa anterior.

    La entrada queda abajo. En tinta, las posiciones de las que depende la elegida de la última
    capa; las demás, en gris.

    Parameters
    ----------
    length : int
        Posiciones de la entrada, hasta 24.
    layers : sequence of tuple of int
        Tamaño y zancada de la ventana de cada capa, sin relleno, de la entrada a la salida.
    names : sequence of str
        Nombre de la entrada y de cada capa.
    position : int
        Posición de la última capa que se estudia, contando desde cero.

    Returns
    -------
    Diagram
        Diagrama que un cuaderno muestra directamente.

    Raises
    ------
    ValueError
        Si no hay un nombre por eje, la entrada es muy larga, alguna ventana no cabe o la posición
        no existe.

    Examples
    --------
    >>> drawing = reach_diagram(5, [(3, 1), (3, 1)], ["entrada", "una", "dos"], position=0)
    >>> drawing.description
    'La posición 1 de dos depende de 3 de una y de 5 de entrada.'
    """
    starts = _positions(length, layers)
    _validate(length, layers, names, starts, position)
    reached = _reached(layers, position)
    counted = [
        f"{len(places)} de {name}"
        for name, places in zip(names[-2::-1], reached[-2::-1], strict=True)
    ]
    drawing = Diagram(
        tokens.DIAGRAM_WIDTH,
        2 * _TOP + _ROW * len(layers),
        title="Campo receptivo",
        description=f"La posición {position + 1} de {names[-1]} depende de "
        f"{' y de '.join(counted)}.",
    )
    step = (tokens.DIAGRAM_WIDTH - _LEFT - _RIGHT - 2 * _RADIUS) / (length - 1)
    points = [
        [(_LEFT + _RADIUS + step * x, _TOP + _ROW * (len(layers) - level)) for x in row]
        for level, row in enumerate(starts)
    ]
    _draw_links(drawing, points, layers, reached)
    for name, row, places in zip(names, points, reached, strict=True):
        drawing.text(_LEFT - 16, row[0][1], name, anchor="end", role="text")
        for index, (x, y) in enumerate(row):
            inside = index in places
            fill = "series-1" if inside else "surface"
            drawing.circle(x, y, _RADIUS, role="series-1" if inside else "muted", fill=fill)
    return drawing


def _positions(length, layers):
    """Dónde se dibuja cada posición de cada capa: en el centro de lo que mira."""
    rows = [[float(x) for x in range(length)]]
    for size, stride in layers:
        below = rows[-1]
        firsts = range(0, len(below) - size + 1, stride)
        rows.append([(below[first] + below[first + size - 1]) / 2 for first in firsts])
    return rows


def _validate(length, layers, names, starts, position):
    if not 2 <= length <= _MOST_POSITIONS or len(names) != len(layers) + 1:
        raise ValueError(
            f"Han llegado {length} posiciones, {len(layers)} capas y {len(names)} nombres. Se "
            f"esperaban de 2 a {_MOST_POSITIONS} posiciones y un nombre por eje, con la entrada."
        )
    if not 0 <= position < len(starts[-1]):
        raise ValueError(
            f"Se ha pedido la posición {position} y la última capa tiene {len(starts[-1])}. Con "
            "una entrada más larga habría más."
        )


def _reached(layers, position):
    """Las posiciones de cada eje, de la entrada a la salida, que alcanza la elegida."""
    rows = [range(position, position + 1)]
    for size, stride in reversed(layers):
        first, last = rows[0][0] * stride, rows[0][-1] * stride + size - 1
        rows.insert(0, range(first, last + 1))
    return rows


def _draw_links(drawing, points, layers, reached):
    for level, (size, stride) in enumerate(layers):
        for index, end in enumerate(points[level + 1]):
            inside = index in reached[level + 1]
            for start in points[level][index * stride : index * stride + size]:
                role, width = ("series-1", "normal") if inside else ("grid", "fine")
                drawing.line(start, end, role=role, width=width)
