import re
from collections import Counter

import pytest

from redes.viz import tokens
from redes.viz.gates_diagram import gru_diagram, lstm_diagram


@pytest.mark.parametrize(
    ("draw", "names", "operations"),
    [
        (lstm_diagram, ["olvido", "entrada", "candidato", "salida"], {"×": 3, "+": 1}),
        (gru_diagram, ["reinicio", "candidato", "actualización"], {"×": 2, "+": 1}),
    ],
)
def test_gates_and_operations(draw, names, operations, read_texts):
    drawing = draw()
    svg = drawing._repr_svg_()
    found = Counter(read_texts(svg))
    for name in names:
        assert found[name] == 1
    assert {symbol: found[symbol] for symbol in operations} == operations
    assert svg.count("<circle") == sum(operations.values())
    # La compuerta se distingue del candidato por el color de su borde.
    gates = re.findall(rf'<rect [^>]*stroke="{tokens.color("series-2")}"', svg)
    assert len(gates) == len(names) - 1


@pytest.mark.parametrize("draw", [lstm_diagram, gru_diagram])
def test_the_memory_crosses_from_side_to_side_in_one_stroke(draw):
    svg = draw()._repr_svg_()
    (line,) = re.findall(rf'<line [^>]*stroke="{tokens.color("series-1")}"[^>]*>', svg)
    x1, y1, x2, y2 = (
        float(re.search(rf' {k}="([\d.]+)"', line)[1]) for k in ("x1", "y1", "x2", "y2")
    )
    assert y1 == y2 and x2 - x1 > 0.7 * draw().width
    on_it = [c for c in re.findall(r'<circle [^>]*cy="([\d.]+)"', svg) if float(c) == y1]
    assert len(on_it) == 2  # lo que se conserva y lo que se suma


@pytest.mark.parametrize("draw", [lstm_diagram, gru_diagram])
def test_everything_is_inside(draw):
    drawing = draw()
    places = [float(x) for x in re.findall(r' (?:x1|x2|x|cx)="([\d.-]+)"', drawing._repr_svg_())]
    assert min(places) > 0 and max(places) < drawing.width
