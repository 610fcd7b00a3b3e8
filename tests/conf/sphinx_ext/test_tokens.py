"""Los colores de las figuras, leídos de su hoja de estilo."""

import pytest

from sphinx_ext.inline_svg import TOKENS
from sphinx_ext.tokens import light_roles

SHEET = """/* ejemplo */
:root {
  --fig-text: #1F2933;
  --fig-axis: #75808c;
}
@media screen {
  html[data-theme="dark"] {
    --fig-text: #e3e8ee;
  }
}
"""


def test_only_the_light_colours_are_read():
    assert light_roles(SHEET) == {"#1f2933": "--fig-text", "#75808c": "--fig-axis"}


def test_the_sheet_of_the_book_can_be_read():
    assert "--fig-text" in light_roles(TOKENS.read_text(encoding="utf-8")).values()


def test_two_roles_with_one_colour_are_refused():
    with pytest.raises(ValueError, match=r"--fig-text y --fig-axis comparten el color #1F2933"):
        light_roles(SHEET.replace("#75808c", "#1F2933"))


def test_a_sheet_without_colours_is_refused():
    with pytest.raises(ValueError, match="no define ninguno"):
        light_roles("body { color: red }")
