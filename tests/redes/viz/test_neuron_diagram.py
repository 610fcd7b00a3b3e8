import re

import pytest

from redes.viz.neuron_diagram import neuron_diagram
from redes.viz.tokens import color


def test_symbols_by_default(read_texts):
    texts = read_texts(neuron_diagram(["x_1", "x_2"])._repr_svg_())
    for expected in ("x1", "x2", "w1", "w2", "b", "z", "f", "a", "Σ", "entradas", "activación"):
        assert expected in texts
    assert "peso negativo" not in texts


def test_numbers_with_comma(read_texts):
    # 2·0,5 + 1·(−1,25) + 0,25 = 0
    diagram = neuron_diagram(
        [2, 1],
        weights=[0.5, -1.25],
        bias=0.25,
        pre_activation=0.0,
        activation="sigmoide",
        output=0.5,
    )
    texts = read_texts(diagram._repr_svg_())
    for expected in ("x1 = 2", "w2 = −1,25", "b = 0,25", "z = 0", "a = 0,5", "sigmoide"):
        assert expected in texts
    assert "x1 = 2 con peso w1 = 0,5" in diagram.description


def test_sign_is_colour_and_dash():
    svg = neuron_diagram([1, 1], weights=[1, -1])._repr_svg_()
    negative = re.findall(rf'<line[^>]*stroke="{color("negative")}"[^>]*>', svg)
    positive = re.findall(rf'<line[^>]*stroke="{color("positive")}"[^>]*>', svg)
    # Una línea en el dibujo y otra en la leyenda.
    assert len(negative) == len(positive) == 2
    assert all("stroke-dasharray" in line for line in negative)
    assert not any("stroke-dasharray" in line for line in positive)


@pytest.mark.parametrize("count", [1, 2, 3, 8])
def test_everything_fits_inside(count):
    diagram = neuron_diagram([-0.25] * count, weights=[-0.125] * count, activation="sigmoide")
    svg = diagram._repr_svg_()
    for axis, limit in (("x", diagram.width), ("y", diagram.height)):
        size = {"x": "width", "y": "height"}[axis]
        boxes = re.findall(rf'<rect[^>]*\b{axis}="([-\d.]+)"[^>]*\b{size}="([\d.]+)"', svg)
        assert boxes
        assert all(float(start) >= 0 and float(start) + float(s) <= limit for start, s in boxes)
    assert all(0 < float(y) < diagram.height for y in re.findall(r'<text[^>]*\by="([-\d.]+)"', svg))


def test_inputs_are_not_mutated():
    inputs, weights = [1, 2], [0.5, -0.5]
    neuron_diagram(inputs, weights=weights)
    assert (inputs, weights) == ([1, 2], [0.5, -0.5])


@pytest.mark.parametrize(
    ("inputs", "weights", "message"),
    [
        ([], None, "0 entradas"),
        (["x"] * 9, None, "9 entradas.*de 1 a 8"),
        ([1, 2], [1], "1 pesos para 2 entradas"),
    ],
)
def test_bad_sizes(inputs, weights, message):
    with pytest.raises(ValueError, match=message):
        neuron_diagram(inputs, weights=weights)
