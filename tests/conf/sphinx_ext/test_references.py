"""Las referencias numeradas, en minúscula dentro de una frase."""

import pytest
from docutils import nodes

from sphinx_ext.references import opens_sentence


def test_inside_a_sentence_the_label_is_lowercase(page):
    paragraph = " ".join(page("uno").article.p.get_text().split())
    assert "Véanse la figura 1.1, el ejercicio 1.1 y la ecuación (1.1)" in paragraph


def test_a_caption_keeps_its_capital(page):
    assert page("uno").figcaption.get_text().strip().startswith("Figura 1.1")


@pytest.mark.parametrize(
    ("before", "opens"),
    [("", True), ("Se ve. ", True), ("(¿Se ve?) ", False), ("La ", False), ("véase: ", False)],
)
def test_only_the_beginning_of_a_sentence_keeps_it(before, opens):
    link = nodes.reference("", "Figura 1.1")
    nodes.paragraph("", "", *([nodes.Text(before)] if before else []), link)
    assert opens_sentence(link) is opens
