import re

import numpy as np
import pytest

from redes.viz import style, tokens
from redes.viz.sensitivity import sensitivity_panels

RATES = [0.001, 0.01, 0.1]
LOSSES = {
    "descenso": np.array([[2.0, 2.2], [1.0, 1.2], [0.5, 0.7]]),
    "Adam": np.array([[0.4, 0.6], [0.1, 0.3], [np.nan, 7.0]]),
    "AdaGrad": np.array([[2.0, 2.0], [1.5, 1.7], [0.6, 0.6]]),
}
OPTIONS = {"ceiling": 2.5, "ylabel": "pérdida"}


def test_means_best_rate_and_default():
    figure = sensitivity_panels(RATES, LOSSES, defaults={"Adam": 0.001}, **OPTIONS)
    drawn = figure.axes[:3]
    assert [ax.get_title() for ax in drawn] == list(LOSSES)
    assert not figure.axes[3].axison
    mean, best = drawn[0].lines
    np.testing.assert_allclose(mean.get_ydata(), [2.1, 1.1, 0.6])
    np.testing.assert_allclose(best.get_xydata(), [[0.1, 0.6]])
    # Lo que estalla se queda en el tope, y no puede ser lo mejor.
    mean, best, usual = drawn[1].lines
    np.testing.assert_allclose(mean.get_ydata(), [0.5, 0.2, 2.5])
    np.testing.assert_allclose(best.get_xydata(), [[0.01, 0.2]])
    assert list(usual.get_xdata()) == [0.001, 0.001]
    assert len(drawn[0].lines) == 2  # sin costumbre no hay línea
    assert drawn[0].get_xscale() == "log" and drawn[0].get_ylim()[1] >= 2.5
    assert [ax.get_xlabel() != "" for ax in drawn] == [False, True, True]


def test_the_band_goes_from_the_lowest_seed_to_the_highest():
    (ax, *_) = sensitivity_panels(RATES, LOSSES, **OPTIONS).axes
    (band,) = ax.collections
    y = band.get_paths()[0].vertices[:, 1]
    assert (y.min(), y.max()) == (0.5, 2.2)


def test_same_bytes_book_colours_commas_and_no_mutation(read_texts):
    before = LOSSES["Adam"].copy()
    first, second = (style.to_svg(sensitivity_panels(RATES, LOSSES, **OPTIONS)) for _ in range(2))
    assert first == second
    found = set(re.findall(r"(?<![&\w])#[0-9a-fA-F]{3,8}\b(?!\))", first))
    assert found <= {pair.light for pair in tokens.ROLES.values()}
    assert "0,01" in read_texts(first)
    assert not any(re.search(r"\d\.\d", text) for text in read_texts(first))
    np.testing.assert_array_equal(LOSSES["Adam"], before)


@pytest.mark.parametrize("rates", [[0.1], [0.1, 0.01, 1], [0.0, 0.1, 1.0], [[0.1, 1.0]]])
def test_bad_rates(rates):
    with pytest.raises(ValueError, match="positivas y crecientes"):
        sensitivity_panels(rates, LOSSES, **OPTIONS)


@pytest.mark.parametrize("values", [np.ones(3), np.ones((2, 4))])
def test_bad_values(values):
    with pytest.raises(ValueError, match=r"«x».*3 tasas"):
        sensitivity_panels(RATES, {"x": values}, **OPTIONS)
