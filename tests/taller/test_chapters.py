import pytest
from fixture_book import cell

from taller import chapters
from taller.errors import UsageError


def test_name_lines_and_cells(book):
    book.chapter("parte/uno", "Prosa.", cell("x = 1"), "Más.", cell("x + 1"))
    (chapter,) = chapters.discover(book.workshop.book)
    assert chapter.name == "parte/uno"
    assert [c.source for c in chapter.code_cells] == ["x = 1", "x + 1"]
    text = chapter.path.read_text("utf-8").splitlines()
    second = chapter.notebook.cells.index(chapter.code_cells[1])
    assert chapter.describe_cell(second) == f"celda 2 (línea {text.index('x + 1')})"


def test_plain_markdown_is_not_a_chapter(book):
    (book.workshop.book / "index.md").write_text("# Hola\n", "utf-8")
    assert chapters.discover(book.workshop.book) == []


def test_cells_without_notebook_header_are_an_error(book):
    (book.workshop.book / "x.md").write_text("# Hola\n\n" + cell("1"), "utf-8")
    with pytest.raises(UsageError, match=r"x: tiene celdas pero .*file_format: mystnb"):
        chapters.discover(book.workshop.book)


def test_nested_cells_are_found_with_their_line(book):
    path = book.chapter("uno", cell("1"), ":::{note}\n" + cell("2") + ":::\n")
    line = path.read_text("utf-8").splitlines().index(":::{note}") + 2
    assert book.read("uno").nested_cell_lines() == [line]


def test_select_by_full_or_short_name(book):
    book.chapter("parte/uno", cell("1"))
    book.chapter("parte/dos", cell("1"))
    found = chapters.discover(book.workshop.book)
    for name in ("uno", "parte/uno", "book/parte/uno.md"):
        assert [c.name for c in chapters.select(found, [name])] == ["parte/uno"]
    assert len(chapters.select(found, [])) == 2


def test_select_unknown_names_the_ones_there_are(book):
    book.chapter("parte/uno", cell("1"))
    with pytest.raises(UsageError, match=r"llamado «tres».*parte/uno"):
        chapters.select(chapters.discover(book.workshop.book), ["tres"])


def test_broken_yaml_is_a_usage_error(book):
    book.chapter("uno", cell("1"))
    path = book.workshop.book / "uno.md"
    path.write_text(path.read_text("utf-8").replace("datos: []", "datos: ["), "utf-8")
    with pytest.raises(UsageError, match="uno"):
        chapters.discover(book.workshop.book)


def test_the_kernel_must_be_named_with_its_language(book):
    path = book.chapter("uno", cell("1"))
    path.write_text(path.read_text("utf-8").replace("  language: python\n", ""), "utf-8")
    with pytest.raises(UsageError, match="language: python"):
        chapters.discover(book.workshop.book)
