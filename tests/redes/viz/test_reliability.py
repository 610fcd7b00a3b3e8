import re

import numpy as np
import pytest

from redes.viz import style, tokens
from redes.viz.reliability import reliability_diagram

BINS = (np.array([0.25, 0.75, 0.95]), np.array([0.5, 0.7, 0.9]), np.array([2, 10, 40]))
NAMES = {"xlabel": "confianza", "ylabel": "exactitud"}


def test_points_gaps_and_sizes():
    figure = reliability_diagram({"antes": BINS, "después": BINS}, **NAMES)
    assert [ax.get_title() for ax in figure.axes] == ["antes", "después"]
    assert [ax.get_ylabel() for ax in figure.axes] == ["exactitud", ""]
    for ax in figure.axes:
        assert ax.get_xlabel() == "confianza"
        np.testing.assert_array_equal(ax.lines[0].get_xydata(), [[0, 0], [1, 1]])
        gaps, points = ax.collections
        ends = [sorted(segment[:, 1]) for segment in gaps.get_segments()]
        np.testing.assert_array_equal(ends, np.sort(np.column_stack(BINS[:2]), axis=1))
        np.testing.assert_array_equal(points.get_offsets(), np.column_stack(BINS[:2]))
        sizes = points.get_sizes()
        assert sizes[0] < sizes[1] < sizes[2]
        assert sizes[2] == pytest.approx(4 * sizes[1])  # área proporcional a los ejemplos


def test_same_bytes_and_no_mutation():
    before = [values.copy() for values in BINS]
    first, second = (style.to_svg(reliability_diagram({"red": BINS}, **NAMES)) for _ in range(2))
    assert first == second
    found = set(re.findall(r"(?<![&\w])#[0-9a-fA-F]{3,8}\b(?!\))", first))
    assert found <= {pair.light for pair in tokens.ROLES.values()}
    for values, copy in zip(BINS, before, strict=True):
        np.testing.assert_array_equal(values, copy)


@pytest.mark.parametrize(
    ("panels", "message"),
    [
        ({}, "0 paneles"),
        ({str(i): BINS for i in range(4)}, "4 paneles"),
        ({"red": BINS[:2]}, "«red».*tres vectores"),
        ({"red": ([0.5], [0.5], [1, 2])}, r"\(1,\), \(2,\)"),
    ],
)
def test_bad_arguments(panels, message):
    with pytest.raises(ValueError, match=message):
        reliability_diagram(panels, **NAMES)
