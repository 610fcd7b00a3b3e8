"""Las figuras, incrustadas en la página."""


def test_the_figures_are_inside_the_page(page):
    first, second = page("uno").find_all("svg", role="img")
    assert first["aria-label"] == "Dos entradas que llegan a una neurona."
    assert second["aria-label"] == "La misma neurona otra vez."
    assert page("uno").find("img") is None


def test_two_figures_of_a_page_share_no_identifier(page):
    identifiers = [element["id"] for element in page("uno").article.find_all(id=True)]
    assert len(identifiers) == len(set(identifiers))


def test_the_caption_and_its_number_stay(page):
    figure = page("uno").find("figure", id="fig-neurona")
    assert figure.svg
    assert figure.figcaption.get_text().strip().startswith("Figura 1.1 Una neurona.")


def test_a_figure_without_alternative_text_is_reported_with_its_line(complaints):
    assert "dos.md:3: WARNING: Figura sin texto alternativo" in complaints


def test_a_broken_figure_is_reported(complaints):
    assert "No se puede incrustar la figura rota.svg: no es XML bien formado" in complaints
