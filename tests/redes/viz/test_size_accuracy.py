import re

import numpy as np
import pytest

from redes.viz import style, tokens
from redes.viz.size_accuracy import Point, size_accuracy_figure

MODELS = {"grande": Point(20000, 0.95, 0.9, 0.97), "pequeña": Point(2000, 0.9, 0.85, 0.94)}
OPTIONS = {"ticks": [2000, 20000], "ylabel": "exactitud"}


def test_each_model_in_its_place():
    figure = size_accuracy_figure(MODELS, references={"vecino": 0.96}, **OPTIONS)
    (ax,) = figure.axes
    stems, dots = ax.collections[::2], ax.collections[1::2]
    for (name, point), stem, dot, text in zip(MODELS.items(), stems, dots, ax.texts, strict=True):
        np.testing.assert_allclose(dot.get_offsets(), [[point.size, point.mean]])
        (segment,) = stem.get_segments()
        np.testing.assert_allclose(segment, [[point.size, point.low], [point.size, point.high]])
        assert text.get_text() == name
        assert text.xy == (point.size, point.high)
    assert ax.get_xscale() == "log"
    (line,) = ax.lines
    assert set(line.get_ydata()) == {0.96}
    (legend,) = figure.legends
    assert [text.get_text() for text in legend.get_texts()] == ["vecino"]


def test_ticks_and_names():
    (ax,) = size_accuracy_figure(MODELS, **OPTIONS).axes
    ticks = [ax.xaxis.get_major_formatter()(x, 0) for x in ax.get_xticks()]
    assert ticks == ["2000", "20\N{NARROW NO-BREAK SPACE}000"]
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("parámetros", "exactitud")
    assert not ax.lines


def test_same_bytes_and_book_colours():
    first, second = (style.to_svg(size_accuracy_figure(MODELS, **OPTIONS)) for _ in range(2))
    assert first == second
    found = set(re.findall(r"(?<![&\w])#[0-9a-fA-F]{3,8}\b(?!\))", first))
    assert found <= {pair.light for pair in tokens.ROLES.values()}


@pytest.mark.parametrize(
    ("models", "message"),
    [
        ({}, "ningún modelo"),
        ({"m": Point(0, 0.5, 0.4, 0.6)}, "«m».*0 parámetros"),
        ({"m": Point(10, 0.7, 0.4, 0.6)}, r"«m».*media 0\.7"),
        ({"m": Point(10, 0.3, 0.4, 0.6)}, r"«m».*media 0\.3"),
    ],
)
def test_bad_models(models, message):
    with pytest.raises(ValueError, match=message):
        size_accuracy_figure(models, **OPTIONS)
