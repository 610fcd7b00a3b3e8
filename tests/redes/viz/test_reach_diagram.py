import re

import pytest

from redes.viz import tokens
from redes.viz.reach_diagram import reach_diagram

LAYERS = [(3, 1), (2, 2), (3, 1)]
NAMES = ["entrada", "uno", "dos", "tres"]


def test_what_is_inked_is_what_is_reached():
    drawing = reach_diagram(14, LAYERS, NAMES, position=1)
    # 12, 6 y 4 posiciones; la segunda mira 3 de «dos», 6 de «uno» y 8 de la entrada.
    assert drawing.description == (
        "La posición 2 de tres depende de 3 de dos y de 6 de uno y de 8 de entrada."
    )
    svg = drawing._repr_svg_()
    assert svg.count("<circle") == 14 + 12 + 6 + 4
    assert svg.count(f'fill="{tokens.color("series-1")}"') == 8 + 6 + 3 + 1
    assert svg.count("<line") == 12 * 3 + 6 * 2 + 4 * 3


def numbers(svg, tag, *names):
    """Los atributos que se piden de cada elemento."""
    return [
        tuple(float(re.search(rf' {name}="([\d.]+)"', item)[1]) for name in names)
        for item in re.findall(rf"<{tag} [^>]*>", svg)
    ]


def test_each_position_is_joined_to_what_it_looks_at_and_over_its_centre():
    # De cinco posiciones, con ventanas de 3 y zancada 2, salen dos: miran 0, 1, 2 y 2, 3, 4.
    svg = reach_diagram(5, [(3, 2)], ["entrada", "uno"], position=1)._repr_svg_()
    places = numbers(svg, "circle", "cx", "cy")
    below, above = places[:5], places[5:]
    assert below[0][1] > above[0][1]  # la entrada, abajo
    assert [x for x, _ in above] == [below[1][0], below[3][0]]
    links = numbers(svg, "line", "x1", "y1", "x2", "y2")
    assert links == [
        (*below[start], *above[end])
        for end, starts in enumerate([(0, 1, 2), (2, 3, 4)])
        for start in starts
    ]


def test_the_links_of_what_is_reached_are_inked():
    svg = reach_diagram(14, LAYERS, NAMES, position=1)._repr_svg_()
    inked = [item for item in re.findall(r"<line [^>]*>", svg) if tokens.color("series-1") in item]
    # La elegida, las 3 de «dos» y las 6 de «uno», con los 3, 2 y 3 que mira cada una.
    assert len(inked) == 1 * 3 + 3 * 2 + 6 * 3


@pytest.mark.parametrize(
    ("length", "names", "position", "message"),
    [
        (30, NAMES, 0, "30 posiciones"),
        (14, NAMES[:2], 0, "2 nombres"),
        (14, NAMES, 4, "la última capa tiene 4"),
        (4, NAMES, 0, "la última capa tiene 0"),
    ],
)
def test_bad_input(length, names, position, message):
    with pytest.raises(ValueError, match=message):
        reach_diagram(length, LAYERS, names, position=position)
