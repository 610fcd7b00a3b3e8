import xml.etree.ElementTree as ET

import pytest

from redes.viz.svg import Diagram

NS = "{http://www.w3.org/2000/svg}"


def drawing():
    return Diagram(200, 100, title="Título <uno>", description="Qué se ve & cómo.")


def parsed(diagram):
    return ET.fromstring(diagram._repr_svg_())


def test_title_and_description_name_the_image():
    root = parsed(drawing())
    assert root.get("role") == "img"
    title, description = root.find(f"{NS}title"), root.find(f"{NS}desc")
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert (title.text, description.text) == ("Título <uno>", "Qué se ve & cómo.")


def test_size_keeps_its_proportion():
    root = parsed(drawing())
    assert root.get("viewBox") == "0 0 200 100"
    assert (root.get("width"), root.get("height")) == ("200", "100")
    assert root.get("preserveAspectRatio") == "xMidYMid meet"


def test_identifiers_depend_on_the_content():
    other = drawing()
    other.circle(10, 10, 4)
    names = {parsed(d).get("aria-labelledby") for d in (drawing(), drawing(), other)}
    assert len(names) == 2


def test_formula_has_italic_letters_and_subscripts():
    diagram = drawing()
    diagram.formula(50, 50, "w_12 = −0,5")
    (text,) = parsed(diagram).iter(f"{NS}text")
    assert "".join(text.itertext()) == "w12 = −0,5"
    letter, subscript, rest = text.findall(f"{NS}tspan")
    assert (letter.text, letter.get("font-style")) == ("w", "italic")
    # El subíndice baja y el resto vuelve a la misma altura.
    assert float(subscript.get("dy")) == -float(rest.get("dy")) > 0


def test_words_are_not_variables():
    diagram = drawing()
    diagram.formula(50, 50, "ReLU")
    diagram.text(50, 50, "peso y sesgo x_1")
    assert [t.text for t in parsed(diagram).iter(f"{NS}text")] == ["ReLU", "peso y sesgo x_1"]


def test_arrow_head_ends_at_the_point():
    diagram = drawing()
    diagram.arrow((0, 50), (100, 50))
    root = parsed(diagram)
    head = root.find(f"{NS}polygon").get("points").split()
    assert head[0] == "100,50"
    # La línea acaba en la base de la punta, que mide 11.
    assert root.find(f"{NS}line").get("x2") == "89"


def test_unknown_role_is_an_error():
    with pytest.raises(ValueError, match="papel 'azul'"):
        drawing().circle(1, 1, 1, role="azul")
