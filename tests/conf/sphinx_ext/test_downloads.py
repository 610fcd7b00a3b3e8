"""Lo que se puede descargar de cada página."""

import nbformat


def test_a_chapter_is_downloadable_as_notebook_and_as_source(site, page):
    links = {link["href"]: link for link in page("uno").select(".dropdown-download-buttons a")}
    assert set(links) == {"_sources/uno.ipynb", "_sources/uno.md"}
    assert links["_sources/uno.ipynb"].get_text().strip() == "Cuaderno (.ipynb)"
    assert all((site / href).is_file() for href in links)


def test_the_notebook_has_the_cells_of_the_chapter(site):
    notebook = nbformat.read(site / "_sources" / "uno.ipynb", as_version=4)
    nbformat.validate(notebook)
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    assert code == ["1 + 1", "2 + 2", "1 + 1"]


def test_a_page_without_cells_has_no_notebook(site):
    assert not (site / "_sources" / "dos.ipynb").exists()
