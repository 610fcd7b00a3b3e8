import re

import pytest

from redes.viz import tokens
from redes.viz.taps_diagram import taps_diagram

# Longitud 4 y núcleo 2: con relleno, la última ventana toca la posición 4, que no existe.
CASES = {
    "valid": [[0, 1], [1, 2], [2, 3]],
    "same": [[0, 1], [1, 2], [2, 3], [3, 4]],
    "dilatación 2": [[-1, 1]],
}


def test_one_dot_per_position_and_one_cell_per_place():
    svg = taps_diagram(4, CASES)._repr_svg_()
    assert svg.count("<circle") == 2 * (3 + 4 + 1)
    assert svg.count("<rect") == 4 + 5 + 5
    white = tokens.color("surface")
    assert len(re.findall(rf'<rect[^>]*fill="{white}"', svg)) == 2  # las dos celdas de relleno


def test_dots_are_under_their_cell():
    svg = taps_diagram(4, {"uno": [[1, 3]]})._repr_svg_()
    cells = [
        float(x) + float(w) / 2
        for x, w in re.findall(r'<rect[^>]*\bx="([\d.]+)"[^>]*(?<![-\w])width="([\d.]+)"', svg)
    ]
    dots = [float(x) for x in re.findall(r'<circle[^>]*\bcx="([\d.]+)"', svg)]
    assert dots == [cells[1], cells[3]]


def test_description_and_texts(read_texts):
    drawing = taps_diagram(4, CASES)
    assert "valid: 3 ventanas, en 0 y 1; 1 y 2; 2 y 3." in drawing.description
    assert "dilatación 2: 1 ventana, en −1 y 1." in drawing.description
    texts = read_texts(drawing._repr_svg_())
    assert {"valid", "same", "dilatación 2", "3"} <= set(texts)
    assert "4" not in texts and "−1" not in texts  # el relleno no tiene número


def test_deterministic_book_colours_and_everything_fits():
    drawing = taps_diagram(7, {**CASES, "otro": [[-1, 0, 1], [7, 8, 9]]})
    svg = drawing._repr_svg_()
    assert svg == taps_diagram(7, {**CASES, "otro": [[-1, 0, 1], [7, 8, 9]]})._repr_svg_()
    found = set(re.findall(r"(?<![&\w])#[0-9a-fA-F]{3,8}\b(?!\))", svg))
    assert found <= {pair.light for pair in tokens.ROLES.values()}
    for axis, size, limit in (("x", "width", drawing.width), ("y", "height", drawing.height)):
        boxes = re.findall(rf'<rect[^>]*\b{axis}="([-\d.]+)"[^>]*(?<![-\w]){size}="([\d.]+)"', svg)
        assert all(float(a) >= 0 and float(a) + float(b) <= limit for a, b in boxes)
    ys = [float(y) for y in re.findall(r'<circle[^>]*\bcy="([\d.]+)"', svg)]
    assert max(ys) < drawing.height - 7


def test_inputs_are_not_mutated():
    cases = {"a": [[0, 1]]}
    taps_diagram(2, cases)
    assert cases == {"a": [[0, 1]]}


@pytest.mark.parametrize(
    ("length", "cases", "message"),
    [
        (4, {}, "al menos un caso"),
        (4, {"a": []}, "al menos un caso"),
        (4, {"a": [[]]}, "al menos un caso"),
        (10, {"a": [[-1, 0], [9, 10]]}, "«a» ocupa 12 celdas, con longitud 10"),
    ],
)
def test_bad_arguments(length, cases, message):
    with pytest.raises(ValueError, match=message):
        taps_diagram(length, cases)
