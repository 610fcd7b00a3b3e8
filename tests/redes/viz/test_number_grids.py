import re

import numpy as np
import pytest

from redes.viz import tokens
from redes.viz.number_grids import number_grids


def test_every_number_is_read_and_drawn():
    values = np.array([[1.5, 2.0, 3.0], [4.0, 5.0, 6.0]])
    drawing = number_grids(
        {"mapa": values, "resumen": np.array([[7.0]])}, blocks={"mapa": (2, 2), "resumen": (1, 1)}
    )
    assert drawing.description == "mapa: 1,5 2 3; 4 5 6. resumen: 7"
    svg = drawing._repr_svg_()
    assert re.findall(r">([\d,]+)</text>", svg) == ["1,5", "2", "3", "4", "5", "6", "7"]
    # Dos ventanas en el mapa, la segunda a medias, y una en el resumen: cuatro lados cada una.
    assert svg.count("<line") == 12


def read(svg, tag, *names):
    """Los atributos que se piden de cada elemento, como números si lo son."""
    found = re.findall(rf"<{tag} [^>]*>", svg)
    values = [[re.search(rf' {name}="([^"]*)"', item)[1] for name in names] for item in found]
    return [tuple(float(v) if re.match(r"[\d.]+$", v) else v for v in row) for row in values]


def test_cells_are_in_their_place_with_the_tone_of_their_window():
    values = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]])
    svg = number_grids({"mapa": values}, blocks={"mapa": (2, 2)})._repr_svg_()
    cells = read(svg, "rect", "x", "y", "fill")
    (left, top, _), side = cells[0], cells[1][0] - cells[0][0]
    first, second = tokens.color("fill"), tokens.color("surface")
    tones = [[first, first, second], [first, first, second], [second, second, first]]
    assert cells == [
        (left + side * column, top + side * row, tones[row][column])
        for row, column in np.ndindex(3, 3)
    ]
    centres = read(svg.split("</text>", 1)[1], "text", "x")
    assert centres == [(left + side * (column + 0.5),) for _, column in np.ndindex(3, 3)]


def test_the_last_window_ends_where_the_table_does():
    values = np.arange(15.0).reshape(3, 5)
    svg = number_grids({"mapa": values}, blocks={"mapa": (2, 2)})._repr_svg_()
    cells = read(svg, "rect", "x", "y", "width")
    ends = read(svg, "line", "x1", "y1")
    side = cells[0][2]
    assert max(x for x, _ in ends) == cells[-1][0] + side
    assert max(y for _, y in ends) == cells[-1][1] + side


def test_tables_do_not_overlap():
    wide, tall = np.ones((1, 6)), np.ones((3, 1))
    svg = number_grids(
        {"ancha": wide, "alta": tall}, blocks={"ancha": (1, 1), "alta": (1, 1)}
    )._repr_svg_()
    cells = read(svg, "rect", "x", "width")
    assert cells[6][0] > sum(cells[5])


def test_two_decimals_are_kept():
    drawing = number_grids({"mapa": np.array([[1.25, -0.5]])}, blocks={"mapa": (1, 1)})
    assert drawing.description == "mapa: 1,25 −0,5"


@pytest.mark.parametrize(
    ("grids", "blocks", "message"),
    [
        ({"mapa": np.ones(3)}, {"mapa": (1, 1)}, r"«mapa» tiene forma \(3,\)"),
        ({"mapa": np.ones((2, 2))}, {}, "las ventanas son de ninguna"),
        ({"mapa": np.ones((2, 20))}, {"mapa": (1, 1)}, "miden 760 píxeles"),
    ],
)
def test_bad_input(grids, blocks, message):
    with pytest.raises(ValueError, match=message):
        number_grids(grids, blocks=blocks)
