import re

import numpy as np
import pytest

from redes.viz import style, tokens
from redes.viz.history_panels import history_panels

RUN = {"loss": [2.0, 0.2, 0.02], "val_loss": [1.5, 0.5, 0.4]}
WORSE = {"loss": [20.0, 2.0], "val_loss": [30.0, 40.0]}


def test_a_panel_for_each_run():
    figure = history_panels({"sano": RUN, "tasa alta": WORSE, "otro": RUN}, reference=2.3)
    used = [ax for ax in figure.axes if ax.axison]
    assert [ax.get_title() for ax in used] == ["sano", "tasa alta", "otro"]
    for ax, run in zip(used, (RUN, WORSE, RUN), strict=True):
        train, validation, reference = ax.lines
        np.testing.assert_array_equal(train.get_xdata(), np.arange(1, len(run["loss"]) + 1))
        np.testing.assert_array_equal(train.get_ydata(), run["loss"])
        np.testing.assert_array_equal(validation.get_ydata(), run["val_loss"])
        assert set(reference.get_ydata()) == {2.3}
        assert train.get_linestyle() != validation.get_linestyle()
        assert ax.get_ylim()[0] == 0
    # Cada panel tiene su escala.
    assert used[0].get_ylim()[1] < 3 < 40 < used[1].get_ylim()[1]
    assert [ax.get_xlabel() for ax in used] == ["", "época", "época"]
    (legend,) = figure.legends
    expected = ["entrenamiento", "validación", "referencia"]
    assert [text.get_text() for text in legend.get_texts()] == expected


def test_decimal_comma_and_same_bytes(read_texts):
    first, second = (style.to_svg(history_panels({"sano": RUN})) for _ in range(2))
    assert first == second
    found = set(re.findall(r"(?<![&\w])#[0-9a-fA-F]{3,8}\b(?!\))", first))
    assert found <= {pair.light for pair in tokens.ROLES.values()}
    numbers = [text for text in read_texts(first) if text[:1].isdigit()]
    assert any("," in text for text in numbers)
    assert not any("." in text for text in numbers)


@pytest.mark.parametrize(
    ("histories", "message"),
    [
        ({}, "ningún entrenamiento"),
        ({"a": {"loss": [1.0]}}, "falta val_loss"),
    ],
)
def test_bad_arguments(histories, message):
    with pytest.raises(ValueError, match=message):
        history_panels(histories)
