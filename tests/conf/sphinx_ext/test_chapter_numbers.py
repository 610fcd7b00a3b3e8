"""La numeración, seguida a través de las partes."""


def test_the_second_part_goes_on_counting(page):
    assert page("dos").h1.get_text().startswith("2. La capa")
    assert page("dos").h2.get_text().startswith("2.1. Un apartado")
    assert page("final").h1.get_text().startswith("3. Final")


def test_figures_take_the_number_of_their_chapter(page):
    assert "Figura 2.1" in page("dos").figcaption.get_text()


def test_the_index_of_the_book_agrees(page):
    entries = [entry.get_text().strip() for entry in page("index").nav.find_all("a")]
    assert entries[:3] == ["1. La neurona", "2. La capa", "3. Final"]


def test_a_reference_to_another_chapter_agrees(page):
    assert page("dos").figcaption.find("a", class_="reference").get_text() == "figura 1.1"
