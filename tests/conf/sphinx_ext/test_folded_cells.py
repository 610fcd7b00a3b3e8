"""Las celdas plegadas."""


def test_the_labels_of_a_folded_cell_are_in_spanish(page):
    summary = page("uno").find("details", class_="hide").summary
    labels = [paragraph.get_text() for paragraph in summary.find_all("p")]
    assert labels == ["Mostrar el código", "Ocultar el código"]
    assert not summary.has_attr("aria-label")
