r"""Los mapas de una red convolucional, capa a capa y a escala."""

from collections.abc import Sequence

from redes.viz import tokens
from redes.viz.svg import Diagram, text_width

_SIDE = 64
_DEPTH = 46
_MOST_STEP = 3
_GAP = 10
_TOP = 12
_LINE = 24
_MOST_MAPS = 64


def maps_diagram(shapes: Sequence[tuple[int, int, int]], labels: Sequence[str]):
    r"""Dibuja la salida de cada capa como un montón de hojas, una por mapa.

    El lado de las hojas y el número de ellas van a escala, la misma en todas las capas. Un vector
    de $U$ números se da como $U$ mapas de $1 \times 1$.

    Parameters
    ----------
    shapes : sequence of tuple of int
        Alto, ancho y canales de cada salida, empezando por la entrada; hasta 64 canales.
    labels : sequence of str
        Nombre de cada una, que se escribe debajo.

    Returns
    -------
    Diagram
        Diagrama que un cuaderno muestra directamente.

    Raises
    ------
    ValueError
        Si no hay un nombre por forma, alguna no es de tres números positivos o no caben a lo ancho.

    Examples
    --------
    >>> drawing = maps_diagram([(8, 8, 1), (6, 6, 4)], ["imagen", "convolución"])
    >>> drawing.description
    'imagen: 1 mapa de 8 × 8; convolución: 4 mapas de 6 × 6.'
    """
    shapes, labels = [tuple(shape) for shape in shapes], list(labels)
    _validate(shapes, labels)
    cell = _SIDE / max(max(shape[:2]) for shape in shapes)
    step = min(_MOST_STEP, _DEPTH / max(1, max(shape[2] for shape in shapes) - 1))
    slots = [_slot(shape, label, cell, step) for shape, label in zip(shapes, labels, strict=True)]
    free = tokens.DIAGRAM_WIDTH - sum(slots)
    if free < _GAP * (len(slots) - 1):
        raise ValueError(
            f"Las {len(slots)} capas necesitan {sum(slots) + _GAP * (len(slots) - 1):.0f} píxeles "
            f"y el diagrama mide {tokens.DIAGRAM_WIDTH}. Conviene acortar los nombres o quitar "
            "alguna."
        )
    floor = _TOP + _SIDE + _DEPTH
    drawing = Diagram(
        tokens.DIAGRAM_WIDTH,
        floor + 2.6 * _LINE,
        title="Los mapas de cada capa, a escala",
        description="; ".join(map(_sentence, shapes, labels)) + ".",
    )
    left, gap = 0.0, free / max(1, len(slots) - 1)
    for shape, label, slot in zip(shapes, labels, slots, strict=True):
        middle = left + slot / 2
        _draw_stack(drawing, (middle, floor), shape, cell, step)
        drawing.text(middle, floor + _LINE, label, role="text")
        drawing.text(middle, floor + 2 * _LINE, _size(shape))
        left += slot + gap
    return drawing


def _validate(shapes, labels):
    right = all(len(shape) == 3 and min(shape) >= 1 for shape in shapes)
    if not shapes or len(shapes) != len(labels) or not right:
        raise ValueError(
            f"Han llegado las formas {shapes} y {len(labels)} nombres. Se esperaba un nombre por "
            "forma, y en cada forma el alto, el ancho y los canales; un vector es (1, 1, U)."
        )
    most = max(shape[2] for shape in shapes)
    if most > _MOST_MAPS:
        raise ValueError(
            f"Una capa tiene {most} mapas y se distinguen hasta {_MOST_MAPS}. Conviene dejarla "
            "fuera del diagrama."
        )


def _size(shape):
    return " × ".join(map(str, shape))


def _sentence(shape, label):
    height, width, maps = shape
    return f"{label}: {maps} {'mapa' if maps == 1 else 'mapas'} de {height} × {width}"


def _slot(shape, label, cell, step):
    """El ancho que ocupa una capa: el de su montón o el de su rótulo, el mayor."""
    stack = cell * shape[1] + step * (shape[2] - 1)
    letters = tokens.DIAGRAM_FONT_SIZES["caption"]
    return max(stack, text_width(label, letters), text_width(_size(shape), letters))


def _draw_stack(drawing, base, shape, cell, step):
    """Las hojas, de la del fondo a la primera; de las de detrás se ven dos bordes."""
    (middle, floor), (rows, columns, maps) = base, shape
    height, width = cell * rows, cell * columns
    left = middle - (width + step * (maps - 1)) / 2
    for sheet in range(maps - 1, -1, -1):
        x, y = left + step * sheet, floor - height - step * sheet
        front = sheet == 0
        centre = (x + width / 2, y + height / 2)
        drawing.box(*centre, width, height, role="series-1" if front else "", radius=0)
        if not front:
            drawing.line((x, y), (x + width, y), role="series-1", width="fine")
            drawing.line((x + width, y), (x + width, y + height), role="series-1", width="fine")
