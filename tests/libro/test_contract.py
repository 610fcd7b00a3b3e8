"""El contrato de los capítulos: se lee la fuente; no se ejecuta ni se compone nada."""

import pytest
from contract.book import Book
from contract.registry import BOOK_RULES, CHAPTER_RULES, PAGE_RULES

from taller.workshop import Workshop

BOOK = Book(Workshop.default())
PLAIN = [name for name in BOOK.pages if name not in BOOK.chapters]


def rule_name(rule):
    return rule.__name__


def complain(problems):
    """Falla enseñando solo los problemas, uno por línea."""
    found = list(problems)
    if found:
        pytest.fail("\n".join(found), pytrace=False)


@pytest.mark.parametrize("name", BOOK.pages)
def test_every_page_can_be_read(name):
    complain([BOOK.unreadable[name]] if name in BOOK.unreadable else [])


def test_the_indexes_name_pages_that_exist_and_each_once():
    generated = [name for name in BOOK.order if name.startswith("api/")]
    written = [name for name in BOOK.order if name not in generated]
    assert sorted(written) == sorted(set(BOOK.pages) - {"index"})


@pytest.mark.parametrize("rule", CHAPTER_RULES, ids=rule_name)
@pytest.mark.parametrize("name", BOOK.chapters)
def test_chapter(name, rule):
    complain(rule(BOOK, BOOK.chapters[name]))


@pytest.mark.parametrize("rule", PAGE_RULES, ids=rule_name)
@pytest.mark.parametrize("name", PLAIN)
def test_page_without_cells(name, rule):
    complain(rule(BOOK, BOOK.pages[name]))


@pytest.mark.parametrize("rule", BOOK_RULES, ids=rule_name)
def test_whole_book(rule):
    complain(rule(BOOK))
