r"""Las compuertas de la LSTM y de la GRU, con el camino por el que pasa la memoria."""

from redes.viz import tokens
from redes.viz.svg import Diagram

_MEMORY = 44  # la altura de la línea de la memoria
_GATES = 186  # la de las compuertas
_BUS = 254  # la de lo que leen
_HEIGHT = 280
_LEFT, _RIGHT = 88, 500
_SIDE = 40
_RADIUS = 12


def lstm_diagram():
    r"""Dibuja un paso de la LSTM: la memoria arriba, las compuertas debajo y la salida.

    Returns
    -------
    Diagram
        Diagrama que un cuaderno muestra directamente.

    Examples
    --------
    >>> lstm_diagram().title
    'Un paso de la LSTM'
    """
    drawing = Diagram(
        tokens.DIAGRAM_WIDTH,
        _HEIGHT,
        title="Un paso de la LSTM",
        description="La memoria se multiplica por el olvido y se le suma el candidato, filtrado "
        "por la entrada; la salida deja ver una parte de ella.",
    )
    forget, write, candidate, out = 140, 224, 316, 412
    _draw_memory(drawing, "c anterior", "c_t")
    _draw_bus(drawing, "h anterior, x_t", [forget, write, candidate, out])
    _draw_gate(drawing, forget, "f", "olvido", to=(forget, _MEMORY))
    middle = (write + candidate) / 2, 110
    _draw_gate(drawing, write, "i", "entrada", to=middle)
    _draw_gate(drawing, candidate, "tanh", "candidato", to=middle)
    drawing.arrow((middle[0], middle[1] - _RADIUS), (middle[0], _MEMORY + _RADIUS + 2))
    shown = 412, 110
    drawing.arrow((out, _MEMORY), (out, shown[1] - _RADIUS - 2))
    drawing.box(out, 74, 42, 22, role="axis", fill="surface")
    drawing.text(out, 74, "tanh", role="text")
    _draw_gate(drawing, out, "o", "salida", to=shown)
    drawing.arrow((out + _RADIUS, shown[1]), (_RIGHT, shown[1]))
    drawing.formula(_RIGHT + 16, shown[1], "h_t")
    _draw_operation(drawing, forget, _MEMORY, "×")
    _draw_operation(drawing, middle[0], _MEMORY, "+")
    _draw_operation(drawing, *middle, "×")
    _draw_operation(drawing, *shown, "×")
    return drawing


def gru_diagram():
    r"""Dibuja un paso de la GRU: el estado arriba y, debajo, reinicio, candidato y reparto.

    Returns
    -------
    Diagram
        Diagrama que un cuaderno muestra directamente.

    Examples
    --------
    >>> gru_diagram().title
    'Un paso de la GRU'
    """
    drawing = Diagram(
        tokens.DIAGRAM_WIDTH,
        _HEIGHT,
        title="Un paso de la GRU",
        description="La actualización reparte entre el estado anterior y el candidato, que ve el "
        "estado a través del reinicio.",
    )
    reset, candidate, keep, replace = 140, 240, 330, 424
    _draw_memory(drawing, "h anterior", "h_t")
    _draw_bus(drawing, "h anterior, x_t", [reset, candidate, keep])
    _draw_gate(drawing, reset, "r", "reinicio", to=None)
    drawing.arrow((reset + _SIDE / 2, _GATES), (candidate - _SIDE / 2 - 2, _GATES), role="series-2")
    _draw_gate(drawing, candidate, "tanh", "candidato", to=None)
    mixture = replace, 110
    drawing.line((candidate, _GATES - _SIDE / 2), (candidate, mixture[1]))
    drawing.arrow((candidate, mixture[1]), (replace - _RADIUS - 2, mixture[1]))
    # z cruza el camino del candidato: su línea, del color de las compuertas, no se une a él.
    _draw_gate(drawing, keep, "z", "actualización", to=(keep, _MEMORY))
    drawing.line((keep + _SIDE / 2, _GATES), (replace, _GATES), role="series-2")
    drawing.arrow((replace, _GATES), (replace, mixture[1] + _RADIUS + 2), role="series-2")
    drawing.formula(replace + 30, (_GATES + mixture[1]) / 2 + 8, "1 − z")
    drawing.arrow((replace, mixture[1] - _RADIUS), (replace, _MEMORY + _RADIUS + 2))
    _draw_operation(drawing, keep, _MEMORY, "×")
    _draw_operation(drawing, *mixture, "×")
    _draw_operation(drawing, replace, _MEMORY, "+")
    return drawing


def _draw_memory(drawing, before, after):
    """La línea por la que el estado pasa de un instante al siguiente sin ningún peso."""
    drawing.formula(_LEFT - 44, _MEMORY, before)
    drawing.arrow((_LEFT, _MEMORY), (_RIGHT, _MEMORY), role="series-1", width="strong")
    drawing.formula(_RIGHT + 16, _MEMORY, after)


def _draw_bus(drawing, content, places):
    """Lo que leen todas las compuertas, y una flecha a cada una."""
    drawing.formula(_LEFT - 28, _BUS, content)
    drawing.line((_LEFT + 34, _BUS), (max(places), _BUS))
    for x in places:
        drawing.arrow((x, _BUS), (x, _GATES + _SIDE / 2 + 2))


def _draw_gate(drawing, x, content, name, *, to):
    """Una compuerta con su nombre, o el candidato, y la flecha hasta donde actúa."""
    role = "axis" if content == "tanh" else "series-2"
    if to is not None:
        drawing.arrow((x, _GATES - _SIDE / 2), _edge((x, _GATES), to), role=role)
    drawing.box(x, _GATES, _SIDE, _SIDE, role=role, radius=8)
    if content == "tanh":
        drawing.text(x, _GATES, content, role="text")
    else:
        drawing.formula(x, _GATES, content)
    drawing.text(x + 8, _GATES + _SIDE / 2 + 14, name, anchor="start")  # junto a su flecha


def _edge(start, centre):
    """El punto del círculo de una operación al que llega una flecha."""
    dx, dy = start[0] - centre[0], start[1] - _SIDE / 2 - centre[1]
    scale = (_RADIUS + 2) / (dx**2 + dy**2) ** 0.5
    return centre[0] + scale * dx, centre[1] + scale * dy


def _draw_operation(drawing, x, y, symbol):
    drawing.circle(x, y, _RADIUS, role="text", fill="surface")
    drawing.text(x, y, symbol, size="label", role="text")
