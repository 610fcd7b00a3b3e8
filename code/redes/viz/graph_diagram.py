r"""Grafo dirigido: cajas en una rejilla y flechas entre ellas."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from redes.viz import tokens
from redes.viz.svg import Diagram, text_width

_ROW = 76
_MARGIN = 8
_PADDING = 18
_NARROWEST = 56
_LINE = 21
_LABEL_HEIGHT = 24


class Node(NamedTuple):
    """Una caja: su columna y su fila en la rejilla, su texto y, debajo, una nota."""

    column: float
    row: float
    text: str
    note: str = ""


class Edge(NamedTuple):
    """Una flecha entre dos cajas, con lo que lleva escrito en medio."""

    start: str
    end: str
    label: str = ""


def graph_diagram(
    nodes: Mapping[str, Node],
    edges: Sequence[Edge],
    *,
    title: str,
    description: str,
    note_role: str = "muted",
):
    r"""Dibuja un grafo: un grafo de cómputo con sus números, o los pasos de un proceso.

    En los textos y en los rótulos, las letras sueltas van en cursiva y ``x_1`` lleva subíndice. No
    se calcula nada: los valores se dan.

    Parameters
    ----------
    nodes : mapping of str to Node
        Las cajas, por nombre. Columnas y filas cuentan desde 0 y admiten fracciones.
    edges : sequence of Edge
        Las flechas, con los nombres de las cajas que unen.
    title : str
        Título corto, lo primero que anuncia un lector de pantalla.
    description : str
        Qué muestra el grafo, en una o dos frases.
    note_role : str
        Color de las notas, por su papel en `redes.viz.tokens`.

    Returns
    -------
    Diagram
        Diagrama que un cuaderno muestra directamente.

    Raises
    ------
    ValueError
        Si no hay cajas, una flecha nombra una que no existe o va de una a sí misma, o dos cajas
        se pisan.

    Examples
    --------
    >>> nodes = {"x": Node(0, 0, "x = 3"), "y": Node(1, 0, "y = x²", "9")}
    >>> drawing = graph_diagram(nodes, [Edge("x", "y")], title="Un cuadrado", description="x, y.")
    >>> drawing.width, drawing.title
    (540, 'Un cuadrado')
    """
    _validate(nodes, edges)
    sizes = {name: _size(node) for name, node in nodes.items()}
    centres = _centres(nodes, sizes)
    _check_overlaps(centres, sizes)
    bottom = max(y + sizes[name][1] / 2 for name, (_, y) in centres.items())
    drawing = Diagram(tokens.DIAGRAM_WIDTH, bottom + _MARGIN, title=title, description=description)
    for edge in edges:
        _draw_edge(drawing, edge, centres, sizes)
    for name, node in nodes.items():
        _draw_node(drawing, node, centres[name], sizes[name], note_role)
    return drawing


def _validate(nodes, edges):
    if not nodes:
        raise ValueError("No ha llegado ninguna caja. Hace falta al menos una.")
    for edge in edges:
        missing = [name for name in (edge.start, edge.end) if name not in nodes]
        if missing:
            raise ValueError(
                f"La flecha de {edge.start!r} a {edge.end!r} nombra {missing[0]!r}, que no es una "
                f"caja. Las cajas son: {', '.join(nodes)}."
            )
        if edge.start == edge.end:
            raise ValueError(f"La flecha de {edge.start!r} vuelve a la misma caja.")


def _size(node):
    label, caption = (tokens.DIAGRAM_FONT_SIZES[key] for key in ("label", "caption"))
    width = max(text_width(node.text, label), text_width(node.note, caption)) + _PADDING
    return max(width, _NARROWEST), 54 if node.note else 38


def _centres(nodes, sizes):
    """Reparte las columnas de borde a borde, sin que se salgan las cajas de los extremos."""
    columns = [node.column for node in nodes.values()]
    top = max(size[1] for size in sizes.values()) / 2 + _MARGIN
    left, right = (
        max(sizes[name][0] for name, node in nodes.items() if node.column == end) / 2 + _MARGIN
        for end in (min(columns), max(columns))
    )
    span = max(columns) - min(columns)
    if span == 0:
        return {
            name: (tokens.DIAGRAM_WIDTH / 2, top + _ROW * node.row) for name, node in nodes.items()
        }
    step = (tokens.DIAGRAM_WIDTH - left - right) / span
    return {
        name: (left + step * (node.column - min(columns)), top + _ROW * node.row)
        for name, node in nodes.items()
    }


def _check_overlaps(centres, sizes):
    names = list(centres)
    for i, first in enumerate(names):
        for second in names[i + 1 :]:
            apart = [abs(a - b) for a, b in zip(centres[first], centres[second], strict=True)]
            needed = [(a + b) / 2 for a, b in zip(sizes[first], sizes[second], strict=True)]
            if apart[0] < needed[0] and apart[1] < needed[1]:
                raise ValueError(
                    f"Las cajas {first!r} y {second!r} se pisan. Conviene separarlas una fila o "
                    "una columna, o acortar sus textos."
                )


def _border(start, end, size):
    """El punto en que el segmento sale de la caja centrada en `start`."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    reach = min(
        (size[axis] / 2 + 2) / abs(shift) for axis, shift in enumerate((dx, dy)) if shift != 0
    )
    return start[0] + reach * dx, start[1] + reach * dy


def _draw_edge(drawing, edge, centres, sizes):
    start, end = centres[edge.start], centres[edge.end]
    tail, head = _border(start, end, sizes[edge.start]), _border(end, start, sizes[edge.end])
    drawing.arrow(tail, head)
    if edge.label:
        x, y = (tail[0] + head[0]) / 2, (tail[1] + head[1]) / 2
        width = text_width(edge.label, tokens.DIAGRAM_FONT_SIZES["label"]) + 6
        # El rótulo interrumpe su flecha.
        drawing.box(x, y, width, _LABEL_HEIGHT, role=None, fill="surface")
        drawing.formula(x, y, edge.label)


def _draw_node(drawing, node, centre, size, note_role):
    drawing.box(*centre, *size, role="series-1", radius=8)
    x, y = centre
    if not node.note:
        drawing.formula(x, y, node.text)
        return
    drawing.formula(x, y - _LINE / 2, node.text)
    drawing.text(x, y + _LINE / 2 + 2, node.note, role=note_role, bold=True)
