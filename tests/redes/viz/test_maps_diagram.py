import re
from itertools import pairwise

import pytest

from redes.viz import tokens
from redes.viz.maps_diagram import maps_diagram

SHAPES = [(8, 8, 1), (6, 6, 4), (3, 2, 4), (1, 1, 10)]
LABELS = ["imagen", "conv", "pool", "logits"]


def sheets(drawing):
    """Izquierda, arriba, ancho y alto de cada hoja, en el orden en que se dibujan."""
    found = re.findall(
        r'<rect x="([-\d.]+)" y="([-\d.]+)" width="([\d.]+)" height="([\d.]+)"',
        drawing._repr_svg_(),
    )
    return [tuple(map(float, numbers)) for numbers in found]


def test_one_sheet_per_map_and_sides_to_scale():
    found = sheets(maps_diagram(SHAPES, LABELS))
    assert len(found) == 1 + 4 + 4 + 10
    assert [each[2:] for each in found[:1]] == [(64, 64)]  # 8 lados de 8 píxeles
    assert {each[2:] for each in found[1:5]} == {(48, 48)}
    assert {each[2:] for each in found[5:9]} == {(16, 24)}  # 2 de ancho, 3 de alto
    assert {each[2:] for each in found[9:]} == {(8, 8)}


def test_the_same_step_between_sheets_and_a_common_floor():
    found = sheets(maps_diagram(SHAPES, LABELS))
    for first, last in ((1, 5), (9, 19)):
        lefts = [each[0] for each in found[first:last]]
        assert [a - b for a, b in pairwise(lefts)] == pytest.approx(
            [3.0] * (last - first - 1), abs=0.02
        )
    floors = {round(found[front][1] + found[front][3], 1) for front in (0, 4, 8, 18)}
    assert len(floors) == 1


def test_texts_and_description(read_texts):
    drawing = maps_diagram(SHAPES, LABELS)
    assert "imagen: 1 mapa de 8 × 8; conv: 4 mapas de 6 × 6" in drawing.description
    assert {"logits", "1 × 1 × 10", "3 × 2 × 4"} <= set(read_texts(drawing._repr_svg_()))


def test_deterministic_book_colours_and_everything_fits():
    shapes = [(28, 28, 1), (26, 26, 32), (13, 13, 64), (1, 1, 10)]
    drawing = maps_diagram(shapes, LABELS)
    svg = drawing._repr_svg_()
    assert svg == maps_diagram(shapes, LABELS)._repr_svg_()
    found = set(re.findall(r"(?<![&\w])#[0-9a-fA-F]{3,8}\b(?!\))", svg))
    assert found <= {pair.light for pair in tokens.ROLES.values()}
    for x, y, width, height in sheets(drawing):
        assert x >= 0 and x + width <= drawing.width
        assert y >= 0 and y + height <= drawing.height


@pytest.mark.parametrize(
    ("shapes", "labels", "message"),
    [
        ([], [], "un nombre por forma"),
        ([(8, 8, 1)], [], "0 nombres"),
        ([(10,)], ["logits"], "un vector es"),
        ([(8, 8, 0)], ["nada"], "los canales"),
        ([(8, 8, 65)], ["muchos"], "65 mapas"),
        ([(8, 8, 1)] * 8, ["convolución"] * 8, "píxeles"),
    ],
)
def test_bad_input(shapes, labels, message):
    with pytest.raises(ValueError, match=message):
        maps_diagram(shapes, labels)
