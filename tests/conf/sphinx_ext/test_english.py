"""El inglés, marcado como inglés."""


def test_an_english_expression_is_marked_as_such(page):
    expression = page("uno").find("em", string="forward pass")
    assert expression["lang"] == "en"
