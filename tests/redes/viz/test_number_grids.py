import re

import numpy as np
import pytest

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
