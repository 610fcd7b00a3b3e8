r"""Diagrama de una red densa: una columna por capa, con elipsis en las capas grandes."""

import itertools
import textwrap
from collections.abc import Sequence

from redes.viz import tokens
from redes.viz.svg import Diagram, text_width

_STEP = 38
_RADIUS = 13
_MARGIN = 64
_CAPTION_LINE = 21
_MOST_LAYERS = 5


def network_diagram(
    sizes: Sequence[int],
    *,
    labels: Sequence[str] | None = None,
    activations: Sequence[str | None] | None = None,
    max_units: int = 8,
):
    r"""Dibuja una red densa, con los datos avanzando de izquierda a derecha.

    Las entradas son cuadrados, porque no calculan nada; las unidades son círculos. De una capa
    con más unidades que `max_units` se dibujan las primeras y las últimas.

    Parameters
    ----------
    sizes : sequence of int
        Número de entradas y de unidades de cada capa, de dos a cinco números.
    labels : sequence of str, optional
        Nombre de cada columna. Sin ellos: entrada, oculta, salida.
    activations : sequence of str or None, optional
        Activación de cada columna; ``None`` donde no hay, como en la entrada.
    max_units : int
        Unidades que se dibujan como mucho en una columna, al menos cuatro.

    Returns
    -------
    Diagram
        Diagrama que un cuaderno muestra directamente.

    Raises
    ------
    ValueError
        Si hay menos de dos capas o más de cinco, un tamaño no es positivo, o los nombres o las
        activaciones no son tantos como las capas.

    Examples
    --------
    >>> drawing = network_diagram([64, 32, 10], activations=[None, "ReLU", "softmax"])
    >>> drawing.title
    'Red densa de 64-32-10'
    """
    sizes = [int(size) for size in sizes]
    labels = _default_labels(len(sizes)) if labels is None else list(labels)
    activations = [None] * len(sizes) if activations is None else list(activations)
    _validate(sizes, labels, activations, max_units)
    columns = [_column(size, max_units) for size in sizes]
    layers = zip(sizes, labels, activations, strict=True)
    gap = (tokens.DIAGRAM_WIDTH - 2 * _MARGIN) / (len(sizes) - 1)
    captions = [_caption(min(gap, 2 * _MARGIN), i, *layer) for i, layer in enumerate(layers)]
    tallest = max(len(column) for column in columns)
    bottom = 16 + _STEP * tallest
    height = bottom + 12 + _CAPTION_LINE * max(len(caption) for caption in captions)
    drawing = Diagram(
        tokens.DIAGRAM_WIDTH,
        height,
        title="Red densa de " + "-".join(map(str, sizes)),
        description=_description(sizes, labels, activations),
    )
    points = [
        _positions(column, _MARGIN + gap * i, (16 + bottom) / 2) for i, column in enumerate(columns)
    ]
    _draw_edges(drawing, points)
    _draw_units(drawing, points)
    for i, caption in enumerate(captions):
        _draw_caption(drawing, _MARGIN + gap * i, bottom + 16, caption)
    return drawing


def _default_labels(count):
    hidden = ["oculta"] if count == 3 else [f"oculta {i}" for i in range(1, count - 1)]
    return ["entrada", *hidden, "salida"]


def _validate(sizes, labels, activations, max_units):
    if not 2 <= len(sizes) <= _MOST_LAYERS:
        raise ValueError(
            f"Han llegado {len(sizes)} tamaños y el diagrama admite de 2 a {_MOST_LAYERS} "
            "columnas. El primero es el número de entradas."
        )
    if min(sizes) < 1:
        raise ValueError(f"Han llegado los tamaños {sizes} y todos tienen que ser positivos.")
    if max_units < 4:
        raise ValueError(
            f"Ha llegado max_units={max_units}. Hacen falta al menos 4 para dibujar la elipsis."
        )
    for name, given in (("nombres", labels), ("activaciones", activations)):
        if len(given) != len(sizes):
            raise ValueError(
                f"Han llegado {len(given)} {name} para {len(sizes)} columnas. "
                "Hace falta uno por columna, contando la entrada."
            )


def _column(size, max_units):
    """Da lo que se dibuja en una columna: ``True`` por unidad, ``False`` por la elipsis."""
    if size <= max_units:
        return [True] * size
    below = (max_units - 1) // 2
    return [True] * (max_units - 1 - below) + [False] + [True] * below


def _positions(column, x, centre):
    top = centre - _STEP * (len(column) - 1) / 2
    return [(x, top + _STEP * i, is_unit) for i, is_unit in enumerate(column)]


def _unit_count(size, index):
    singular, plural = ("entrada", "entradas") if index == 0 else ("unidad", "unidades")
    return f"{size} {singular if size == 1 else plural}"


def _caption(width, index, size, label, activation):
    """Reparte el pie de una columna en renglones que caben en su ancho."""
    letters = int((width - 8) / text_width("m", tokens.DIAGRAM_FONT_SIZES["caption"]))
    lines = []
    for text, role in ((label, "text"), (_unit_count(size, index), "muted"), (activation, "muted")):
        for line in textwrap.wrap(text or "", letters, break_long_words=False):
            lines.append((line, role))
    return lines


def _description(sizes, labels, activations):
    layers = []
    for i, (size, label, activation) in enumerate(zip(sizes, labels, activations, strict=True)):
        detail = _unit_count(size, i) + (f", {activation}" if activation else "")
        layers.append(f"{label} ({detail})")
    return (
        f"De izquierda a derecha: {'; '.join(layers)}. "
        "Cada unidad recibe todas las salidas de la capa anterior."
    )


def _draw_edges(drawing, points):
    for left, right in itertools.pairwise(points):
        for x1, y1, is_unit in left:
            for x2, y2, is_next in right:
                if is_unit and is_next:
                    drawing.line((x1, y1), (x2, y2), width="fine", opacity=0.6)


def _draw_units(drawing, points):
    last = len(points) - 1
    for index, column in enumerate(points):
        for x, y, is_unit in column:
            if not is_unit:
                for shift in (-8, 0, 8):
                    drawing.circle(x, y + shift, 1.2, role="muted", fill="muted")
                continue
            if index == 0:
                drawing.arrow((x - 54, y), (x - _RADIUS - 2, y))
                drawing.box(x, y, 2 * _RADIUS, 2 * _RADIUS, role="axis")
            else:
                drawing.circle(x, y, _RADIUS, role="series-1")
            if index == last:
                drawing.arrow((x + _RADIUS + 2, y), (x + 54, y))


def _draw_caption(drawing, x, top, lines):
    for i, (line, role) in enumerate(lines):
        drawing.text(x, top + _CAPTION_LINE * i, line, role=role, bold=role == "text")
