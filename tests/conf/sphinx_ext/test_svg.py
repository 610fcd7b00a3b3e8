"""Los SVG que se incrustan en la página."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from sphinx_ext.svg import SvgError, inline

FIGURE = Path(__file__).parents[1] / "libro_minimo" / "neurona.svg"
ROLES = {"#1149cf": "--fig-series-1", "#1f2933": "--fig-text"}


def prepared(source=None, **options):
    options = {"label": "Una neurona.", "prefix": "fig1-", "roles": ROLES} | options
    return inline(source or FIGURE.read_text(encoding="utf-8"), **options)


def svg_of(*args, **options):
    return BeautifulSoup(prepared(*args, **options), "html.parser").svg


def test_the_figure_has_an_accessible_name():
    svg = svg_of(label='Dice «a < b» y "c".')
    assert svg["role"] == "img"
    assert svg["aria-label"] == 'Dice «a < b» y "c".'


def test_every_identifier_and_every_reference_carries_the_prefix():
    svg = svg_of()
    identifiers = {element["id"] for element in svg.find_all(id=True)} | {svg["id"]}
    assert identifiers == {"fig1-svg", "fig1-recorte", "fig1-punto"}
    assert svg.g["clip-path"] == "url(#fig1-recorte)"
    assert {use["href"] for use in svg.find_all("use")} == {"#fig1-punto"}


def test_labels_by_reference_follow_their_identifiers():
    source = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">'
        '<g aria-labelledby="a b"><title id="a">x</title><desc id="b">y</desc></g></svg>'
    )
    assert svg_of(source).g["aria-labelledby"] == "fig1-a fig1-b"


def test_a_style_sheet_inside_a_figure_does_not_leave_it():
    assert svg_of().style.string.startswith("#fig1-svg * {stroke-linejoin: round")


def test_prologue_and_metadata_are_gone():
    text = prepared()
    assert "<?xml" not in text
    assert "DOCTYPE" not in text
    assert "metadata" not in text
    assert "fuera" not in text


def test_the_size_yields_to_the_screen():
    svg = svg_of()
    assert svg["viewbox"] == "0 0 460.8 200"
    assert not svg.has_attr("width")
    assert not svg.has_attr("height")
    assert svg["style"] == "width:460.8pt;max-width:100%;height:auto"
    assert svg_of(width="60%")["style"].startswith("width:60%;")
    assert svg_of(width="320")["style"].startswith("width:320px;")


def test_a_missing_view_box_comes_from_the_size():
    source = '<svg xmlns="http://www.w3.org/2000/svg" width="30pt" height="20pt"/>'
    assert svg_of(source)["viewbox"] == "0 0 30 20"


def test_colours_with_a_role_become_variables_and_the_others_stay():
    svg = svg_of()
    first, second = svg.find_all("use")
    assert first["style"] == "fill: var(--fig-series-1, #1149cf)"
    assert second["fill"] == "var(--fig-series-1, #1149cf)"
    assert svg.find("text")["fill"] == "var(--fig-text, #1f2933)"
    assert svg.find_all("circle")[1]["stroke"] == "#123456"


def test_an_identifier_that_looks_like_a_colour_is_not_one():
    source = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><defs>'
        '<g id="1149cf"/></defs><use href="#1149cf"/><g clip-path="url(#1149cf)"/></svg>'
    )
    text = prepared(source)
    assert "var(" not in text
    assert "url(#fig1-1149cf)" in text


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("<svg", "no es XML bien formado"),
        ("<html/>", "su elemento raíz es <html>"),
        ('<svg xmlns="http://www.w3.org/2000/svg"/>', "no dice su tamaño"),
    ],
)
def test_what_is_not_a_usable_svg_is_refused(source, problem):
    with pytest.raises(SvgError, match=problem):
        prepared(source)


def test_an_identifier_given_twice_stays_once():
    twice = '<g id="a"/><g id="a"/>'
    source = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">{twice}</svg>'
    assert prepared(source).count('id="fig1-a"') == 1
