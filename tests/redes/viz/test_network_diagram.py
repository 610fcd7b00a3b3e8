import itertools
import re

import pytest

from redes.viz.network_diagram import network_diagram


def count(svg, tag):
    return len(re.findall(f"<{tag} ", svg))


def test_small_network_draws_every_unit_and_weight():
    # 2-3-1: dos entradas, 3 + 1 unidades; 2·3 + 3·1 = 9 pesos, y 2 + 1 flechas de entrada y salida.
    svg = network_diagram([2, 3, 1])._repr_svg_()
    assert count(svg, "rect") == 2
    assert count(svg, "circle") == 4
    assert count(svg, "line") == 9 + 3
    assert count(svg, "polygon") == 3


def test_big_layers_have_an_ellipsis(read_texts):
    # De cada capa grande se dibujan 8 lugares: 7 unidades y una elipsis de tres puntos.
    svg = network_diagram([64, 32, 10], activations=[None, "ReLU", "softmax"])._repr_svg_()
    assert count(svg, "rect") == 7
    assert count(svg, "circle") == 14 + 9
    # Ningún peso sale de una elipsis ni llega a ella.
    assert count(svg, "line") == 2 * 7 * 7 + 2 * 7
    texts = read_texts(svg)
    for expected in ("entrada", "64 entradas", "oculta", "32 unidades", "ReLU", "softmax"):
        assert expected in texts


def test_layer_of_max_units_has_no_ellipsis():
    svg = network_diagram([2, 8])._repr_svg_()
    assert count(svg, "circle") == 8


def test_captions_do_not_meet(read_texts):
    svg = network_diagram([784, 128, 64, 32, 10])._repr_svg_()
    texts = re.findall(r'<text x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]+)<', svg)
    rows = itertools.groupby(sorted((float(y), float(x), t) for x, y, t in texts), lambda r: r[0])
    for _, row in rows:
        for (_, x1, first), (_, x2, second) in itertools.pairwise(row):
            assert x2 - x1 > 0.58 * 16 * (len(first) + len(second)) / 2
    assert "128" in read_texts(svg)


def test_singular_and_description():
    diagram = network_diagram([1, 1], labels=["dato", "salida"], activations=[None, "sigmoide"])
    assert diagram.title == "Red densa de 1-1"
    assert "dato (1 entrada); salida (1 unidad, sigmoide)" in diagram.description


@pytest.mark.parametrize(
    ("sizes", "options", "message"),
    [
        ([3], {}, "1 tamaños"),
        ([1] * 6, {}, "6 tamaños.*de 2 a 5"),
        ([3, 0], {}, r"\[3, 0\].*positivos"),
        ([3, 2], {"max_units": 3}, "max_units=3"),
        ([3, 2], {"labels": ["a"]}, "1 nombres para 2"),
        ([3, 2], {"activations": ["a"] * 3}, "3 activaciones para 2"),
    ],
)
def test_bad_arguments(sizes, options, message):
    with pytest.raises(ValueError, match=message):
        network_diagram(sizes, **options)
