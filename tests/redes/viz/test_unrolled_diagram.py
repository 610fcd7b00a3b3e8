import re

import pytest

from redes.viz import tokens
from redes.viz.unrolled_diagram import unrolled_diagram


@pytest.mark.parametrize("times", [2, 3, 4])
def test_one_cell_for_each_time_and_the_folded_one(times, read_texts):
    drawing = unrolled_diagram(times)
    svg = drawing._repr_svg_()
    assert svg.count("<rect") == times + 1
    assert f"{times} copias" in drawing.description
    texts = list(read_texts(svg))
    assert texts.count("tanh") == texts.count("W") == texts.count("U") == times + 1
    for t in range(1, times + 1):
        assert any(text.startswith(f"x{t}") for text in texts)
        assert any(text.startswith(f"h{t}") for text in texts)


def test_the_state_goes_from_one_cell_to_the_next():
    svg = unrolled_diagram(3)._repr_svg_()
    boxes = [float(x) for x in re.findall(r'<rect x="([\d.]+)"', svg)]
    tips = re.findall(rf'points="([\d.]+),100 [^>]*fill="{tokens.color("series-2")}"', svg)
    # Una punta de flecha justo antes de cada celda, también la plegada.
    assert sorted(map(float, tips)) == [x - 2 for x in sorted(boxes)]


def test_everything_is_inside():
    drawing = unrolled_diagram(4)
    places = [float(x) for x in re.findall(r' (?:x1|x2|x)="([\d.-]+)"', drawing._repr_svg_())]
    assert min(places) > 0 and max(places) < drawing.width


@pytest.mark.parametrize("times", [1, 5])
def test_too_few_or_too_many(times):
    with pytest.raises(ValueError, match=f"pedido {times} instantes.*de 2 a 4"):
        unrolled_diagram(times)
