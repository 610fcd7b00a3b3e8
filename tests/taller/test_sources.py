import pytest
from fixture_book import cell

from taller.errors import UsageError
from taller.sources import check


def test_a_sound_book_passes(book):
    (book.workshop.book / "foto.png").touch()
    book.chapter("uno", "(etiqueta)=\n## Título\n", "![alternativa](foto.png)")
    check(book.workshop.book)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("(igual)=\n## A", "(igual)=\n## B"),
        (":::{math}\n:label: igual\n1\n:::", "(igual)=\n## B"),
        ("(igual)=\n## A", ":::{table} T\n:name: igual\n:::"),
    ],
)
def test_repeated_label_names_both_places(book, first, second):
    book.chapter("uno", first)
    book.chapter("dos", second)
    with pytest.raises(UsageError, match=r"«igual» está repetida en dos\.md:\d+ y uno\.md:\d+"):
        check(book.workshop.book)


def test_repeated_figure_name_in_cells(book):
    header = "---\nmystnb:\n  figure:\n    name: fig-x\n---\n1"
    book.chapter("uno", cell(header), cell(header))
    with pytest.raises(UsageError, match="fig-x"):
        check(book.workshop.book)


@pytest.mark.parametrize(
    "text",
    ["![a](no.png)", "```{figure} no.png\nPie\n```", "```{literalinclude} /no.png\n```"],
)
def test_missing_file_names_line_and_file(book, text):
    path = book.chapter("uno", "Prosa.", text)
    line = path.read_text("utf-8").splitlines().index(text.splitlines()[0]) + 1
    with pytest.raises(UsageError, match=rf"uno\.md:{line} pide el fichero /?no\.png"):
        check(book.workshop.book)


def test_links_to_the_network_are_not_files(book):
    book.chapter("uno", "![a](https://ejemplo.org/x.png)")
    check(book.workshop.book)
