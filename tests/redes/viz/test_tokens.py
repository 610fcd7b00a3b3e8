import itertools
import re
from pathlib import Path

import numpy as np
import pytest

from redes.viz import tokens

STYLESHEET = Path(__file__).parents[3] / "conf" / "static" / "figuras.css"
THEMES = ("light", "dark")
SERIES = [f"series-{i}" for i in range(1, tokens.SERIES + 1)]
LINES = [*SERIES, "axis", "positive", "negative", "hit", "error"]

# Machado, Oliveira y Fernandes (2009), severidad 1, sobre RGB lineal.
VISION = {
    "normal": np.eye(3),
    "protanopía": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopía": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
}


def rgb(text):
    return np.array([int(text[i : i + 2], 16) for i in (1, 3, 5)]) / 255


def linear(channels):
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def contrast(first, second):
    weights = np.array([0.2126, 0.7152, 0.0722])
    high, low = sorted((linear(c) @ weights for c in (first, second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def lab(linear_rgb):
    to_xyz = np.array(
        [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
         [0.0193339, 0.1191920, 0.9503041]]
    )  # fmt: skip
    xyz = to_xyz @ linear_rgb / np.array([0.95047, 1.0, 1.08883])
    f = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def value(role, theme):
    return rgb(getattr(tokens.ROLES[role], theme))


def distance(first, second, theme, vision):
    seen = [
        lab(np.clip(np.asarray(VISION[vision]) @ linear(value(role, theme)), 0, 1))
        for role in (first, second)
    ]
    return np.linalg.norm(seen[0] - seen[1])


def test_known_contrast_and_lab():
    # Negro sobre blanco: (1 + 0,05) / (0 + 0,05) = 21. El blanco es L = 100, a = b = 0.
    assert contrast(np.zeros(3), np.ones(3)) == pytest.approx(21)
    np.testing.assert_allclose(lab(np.ones(3)), [100, 0, 0], atol=0.01)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("background", ["surface", "fill"])
@pytest.mark.parametrize("role", ["text", "muted"])
def test_text_contrast(role, background, theme):
    assert contrast(value(role, theme), value(background, theme)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("role", ["hit", "error"])
def test_marked_titles_contrast_as_text(role, theme):
    assert contrast(value(role, theme), value("surface", theme)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("role", LINES)
def test_line_contrast(role, theme):
    assert contrast(value(role, theme), value("surface", theme)) >= 3


@pytest.mark.parametrize("role", ["positive", "negative"])
def test_raster_colours_work_on_both_surfaces(role):
    # Una imagen incrustada no cambia de color con el tema.
    for theme in THEMES:
        assert contrast(rgb(tokens.color(role)), value("surface", theme)) >= 3


@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize("theme", THEMES)
def test_series_are_distinguishable(theme, vision):
    pairs = [*itertools.combinations(SERIES, 2), ("positive", "negative"), ("hit", "error")]
    distances = {pair: distance(*pair, theme, vision) for pair in pairs}
    assert min(distances.values()) >= 25, min(distances, key=distances.get)


def test_light_values_are_unique_and_well_formed():
    lights = [pair.light for pair in tokens.ROLES.values()]
    assert len(set(lights)) == len(lights)
    assert all(
        re.fullmatch(r"#[0-9a-f]{6}", text) for pair in tokens.ROLES.values() for text in pair
    )


def test_every_series_has_its_dash_and_marker():
    for cues in (tokens.DASHES, tokens.MARKERS):
        assert len(cues) == len(set(cues)) == tokens.SERIES


def test_stylesheet_is_in_step():
    message = "Hay que rehacerla: python -m redes.viz.tokens > conf/static/figuras.css"
    assert STYLESHEET.read_text(encoding="utf-8") == tokens.css(), message


def test_css_defines_every_role_twice():
    for role, (light, dark) in tokens.ROLES.items():
        assert re.findall(rf"--fig-{role}: (#\w+);", tokens.css()) == [light, dark]


def test_smallest_text_on_a_phone():
    # 350 px de figura; 1 pulgada = 96 px y 1 punto = 96/72 px.
    plot = min(tokens.FONT_SIZES.values()) * 96 / 72 * 350 / (tokens.WIDTH * 96)
    diagram = min(tokens.DIAGRAM_FONT_SIZES.values()) * 350 / tokens.DIAGRAM_WIDTH
    assert min(plot, diagram) >= 9


def test_unknown_role():
    with pytest.raises(ValueError, match=r"papel 'rojo'.*text"):
        tokens.color("rojo")
