import re

import numpy as np
import pytest
from matplotlib.colors import to_hex

from redes.viz import style, tokens
from redes.viz.probabilities import probability_figure

GRID = np.meshgrid(np.linspace(0, 1, 21), np.linspace(0, 1, 5))
X, LABELS = np.array([[0.1, 0.5], [0.9, 0.5]]), np.array([0, 1])
LOOK = {"names": ["no", "sí"], "axis_names": ("ancho", "alto")}


def test_bands_fade_towards_the_boundary():
    (ax,) = probability_figure(X, LABELS, GRID, GRID[0], **LOOK).axes
    colors = ax.collections[0].get_facecolor()
    assert [to_hex(c) for c in colors] == [tokens.color("series-1")] * 3 + [
        tokens.color("series-2")
    ] * 3
    opacity = colors[:, 3]
    assert opacity[0] > opacity[1] > opacity[2] and opacity[3] < opacity[4] < opacity[5]


def test_the_level_one_half_is_the_boundary():
    (ax,) = probability_figure(X, LABELS, GRID, GRID[0], **LOOK).axes
    lines = ax.collections[1]
    # La probabilidad es la propia x: la tercera curva está en x = 0,5, y es la más gruesa.
    np.testing.assert_allclose(lines.get_paths()[2].vertices[:, 0], 0.5)
    assert np.argmax(lines.get_linewidths()) == 2


def test_decimal_comma_and_names(read_texts):
    texts = read_texts(style.to_svg(probability_figure(X, LABELS, GRID, GRID[0], **LOOK)))
    assert {"0,25", "0,5", "0,9", "no", "sí", "ancho", "alto"} <= set(texts)


def test_only_token_colours():
    svg = style.to_svg(probability_figure(X, LABELS, GRID, GRID[0], **LOOK))
    found = set(re.findall(r"(?<![&\w])#[0-9a-fA-F]{6}\b(?!\))", svg))
    assert found <= {pair.light for pair in tokens.ROLES.values()}
    assert svg == style.to_svg(probability_figure(X, LABELS, GRID, GRID[0], **LOOK))


@pytest.mark.parametrize(
    ("probability", "message"),
    [(GRID[0].ravel(), "reshape"), (GRID[0] * 3, "de 0 a 3 .*sigmoide"), (-GRID[0], "sigmoide")],
)
def test_bad_probability(probability, message):
    with pytest.raises(ValueError, match=message):
        probability_figure(X, LABELS, GRID, probability, **LOOK)
