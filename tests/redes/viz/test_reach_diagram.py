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
