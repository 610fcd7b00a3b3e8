import re

import numpy as np
import pytest

from redes.viz import style, tokens
from redes.viz.profiles import profile_panels

X = np.arange(1, 5)
PANELS = {
    "tanh": {"Glorot": 1.0 / X, "He": 2.0 * X},
    "ReLU": {"Glorot": 0.5**X, "He": np.ones(4)},
    "lineal": {"Glorot": np.ones(4), "He": np.ones(4)},
}
NAMES = {"xlabel": "capa", "ylabel": "tamaño"}


def test_each_panel_has_its_curves_on_a_common_log_scale():
    figure = profile_panels(X, PANELS, **NAMES)
    drawn = figure.axes[:3]
    assert [ax.get_title() for ax in drawn] == list(PANELS)
    assert not figure.axes[3].axison  # la celda que sobra
    for ax, curves in zip(drawn, PANELS.values(), strict=True):
        assert ax.get_yscale() == "log"
        assert ax.get_ylim() == drawn[0].get_ylim()
        for line, values in zip(ax.lines, curves.values(), strict=True):
            np.testing.assert_array_equal(line.get_ydata(), values)
    assert [ax.get_ylabel() for ax in drawn] == ["tamaño", "", "tamaño"]
    assert [ax.get_xlabel() for ax in drawn] == ["", "capa", "capa"]
    (legend,) = figure.legends
    assert [text.get_text() for text in legend.get_texts()] == ["Glorot", "He"]


def test_same_bytes_and_book_colours():
    first, second = (style.to_svg(profile_panels(X, PANELS, **NAMES)) for _ in range(2))
    assert first == second
    found = set(re.findall(r"(?<![&\w])#[0-9a-fA-F]{3,8}\b(?!\))", first))
    assert found <= {pair.light for pair in tokens.ROLES.values()}


@pytest.mark.parametrize(
    ("panels", "message"),
    [
        ({}, "ningún panel"),
        ({"a": {"f": X}, "b": {"g": X}}, "«b».*'g'.*'f'"),
        ({"a": {}}, r"«a».*\[\]"),
        ({"a": {"f": X[:2]}}, r"«f» de «a».*\(2,\).*\(4,\)"),
        ({"a": {"f": X - 1}}, "mayor que cero"),
        ({"a": {"f": np.full(4, np.nan)}}, "mayor que cero"),
    ],
)
def test_bad_arguments(panels, message):
    with pytest.raises(ValueError, match=message):
        profile_panels(X, panels, **NAMES)
