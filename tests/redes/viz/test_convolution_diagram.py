import re

import numpy as np
import pytest

from redes.viz import tokens
from redes.viz.convolution_diagram import convolution_diagram

X = np.arange(25.0).reshape(5, 5)
KERNEL = np.array([[1.0, 0.0, -1.0], [0.0, 2.5, 0.0], [0.0, 0.0, 0.0]])
# En (1, 2), la ventana empieza en (1, 2): 7·1 − 9·1 + 13·2,5 = 30,5.
OUTPUT = np.array([[0.0, 0.0, 0.0], [0.0, 0.0, 30.5], [0.0, 0.0, 0.0]])


def bold(svg):
    return re.findall(r'<text[^>]*font-weight="bold"[^>]*>([^<]*)<', svg)


def test_the_window_the_filter_and_the_cell_are_marked():
    drawing = convolution_diagram(X, KERNEL, OUTPUT, position=(1, 2))
    window = ["7", "8", "9", "12", "13", "14", "17", "18", "19"]
    kernel = ["1", "0", "−1", "0", "2,5", "0", "0", "0", "0"]
    assert bold(drawing._repr_svg_()) == [*window, *kernel, "30,5"]


def test_stride_moves_the_window():
    drawing = convolution_diagram(X, KERNEL, OUTPUT[:2, :2], position=(1, 1), strides=2)
    assert bold(drawing._repr_svg_())[:9] == ["12", "13", "14", "17", "18", "19", "22", "23", "24"]
    assert "fila 3 y la columna 3 de la entrada" in drawing.description


def test_description_tells_the_sum():
    drawing = convolution_diagram(X, KERNEL, OUTPUT, position=(1, 2))
    assert "7 por 1; 9 por −1; 13 por 2,5" in drawing.description
    assert "El resultado, 30,5, va a la fila 2 y la columna 3 de la salida" in drawing.description
    assert drawing.title == "Una ventana de 3 × 3 sobre una entrada de 5 × 5"


def test_deterministic_with_texts_and_book_colours(read_texts):
    svgs = [convolution_diagram(X, KERNEL, OUTPUT)._repr_svg_() for _ in range(2)]
    assert svgs[0] == svgs[1]
    assert {"entrada", "filtro", "salida", "×", "="} <= set(read_texts(svgs[0]))
    found = set(re.findall(r"(?<![&\w])#[0-9a-fA-F]{3,8}\b(?!\))", svgs[0]))
    assert found <= {pair.light for pair in tokens.ROLES.values()}


@pytest.mark.parametrize("side", [5, 6])
def test_everything_fits_inside(side):
    drawing = convolution_diagram(
        np.ones((side, side)), KERNEL, np.ones((side - 2, side - 2))[:, :3]
    )
    svg = drawing._repr_svg_()
    for axis, size, limit in (("x", "width", drawing.width), ("y", "height", drawing.height)):
        boxes = re.findall(rf'<rect[^>]*\b{axis}="([-\d.]+)"[^>]*(?<![-\w]){size}="([\d.]+)"', svg)
        assert boxes
        assert all(float(a) >= 1 and float(a) + float(b) <= limit - 1 for a, b in boxes)


@pytest.mark.parametrize(
    ("shapes", "options", "message"),
    [
        (((5,), (3, 3), (3, 3)), {}, r"\(5,\).*tres matrices"),
        (((9, 9), (3, 3), (7, 7)), {}, "no caben"),
        (((5, 5), (3, 3), (3, 3)), {"position": (3, 0)}, r"posición \(3, 0\) se sale"),
        (((5, 5), (3, 3), (3, 3)), {"position": (2, 2), "strides": 2}, r"empieza en \(4, 4\)"),
    ],
)
def test_bad_arguments(shapes, options, message):
    with pytest.raises(ValueError, match=message):
        convolution_diagram(*map(np.ones, shapes), **options)
