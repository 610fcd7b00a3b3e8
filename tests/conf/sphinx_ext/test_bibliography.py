"""Bibliografía y citas."""

from pybtex.database import Person

from sphinx_ext.bibliography import AlphabeticalOrder


def test_citations_are_by_author_and_year_in_spanish(page):
    paragraph = page("uno").article.p.get_text()
    assert "Rosenblatt (1958)" in paragraph
    assert "(Glorot y Bengio, 2010; Rumelhart et al., 1986)" in paragraph


def test_the_entries_speak_spanish(page):
    entries = page("final").find("div", class_="citation-list").get_text().replace("\xa0", " ")
    assert "David E. Rumelhart, Geoffrey E. Hinton y Ronald J. Williams" in entries
    assert "En Proceedings of the 13th" in entries
    assert "págs. 249–256" in entries


def test_titles_keep_their_capitals(page):
    entries = page("final").find("div", class_="citation-list").get_text()
    assert "(AISTATS)" in entries


def test_an_entry_links_its_doi(page):
    assert page("final").find("a", href="https://doi.org/10.1038/323533a0")


def test_institutions_and_accents_keep_the_alphabetical_order():
    names = ["{Equipo de Keras}", "Álvarez, Ana", "Zuse, Konrad", "Fisher, Ronald A."]
    ordered = sorted((Person(name) for name in names), key=AlphabeticalOrder().person_key)
    assert [str(person) for person in ordered] == [names[i] for i in (1, 0, 3, 2)]
