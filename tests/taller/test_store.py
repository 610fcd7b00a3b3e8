import json

import nbformat
import pytest
from fixture_book import cell

from taller import store as store_module
from taller.errors import UsageError
from taller.keys import key_of
from taller.target import Target


@pytest.fixture
def stored(book):
    """Un libro con un capítulo guardado; devuelve el libro, la clave y el cuaderno."""
    book.chapter("uno", cell("x = 1"))
    key = key_of(book.workshop, book.read("uno"), Target())
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("x = 1")])
    book.store.put("uno", key, notebook, {"fecha": "2000", "segundos": 1.5}, {})
    return book, key, notebook


def files(book):
    return {p: p.read_bytes() for p in book.workshop.store.rglob("*") if p.is_file()}


def test_what_is_put_is_got(stored):
    book, key, notebook = stored
    record = book.store.get(key)
    assert (record.chapter, record.seconds) == ("uno", 1.5)
    assert book.store.notebook(record) == notebook
    assert book.store.latest("uno") == record
    assert book.store.latest("dos") is None


@pytest.mark.parametrize("pattern", ["objetos/*.ipynb", "resultados/*/*.json"])
@pytest.mark.parametrize("damage", ["edit", "cut", "remove"])
def test_damage_is_noticed(stored, pattern, damage):
    book, key, _ = stored
    (path,) = book.workshop.store.glob(pattern)
    content = path.read_bytes()
    if damage == "remove":
        path.unlink()
    else:
        path.write_bytes(content.replace(b"1", b"2") if damage == "edit" else content[:-20])
    assert book.store.get(key) is None
    assert book.store.latest("uno") is None


def test_one_digit_changed_in_a_record_is_noticed(stored):
    book, key, _ = stored
    (path,) = book.workshop.store.glob("resultados/*/*.json")
    text = path.read_text("utf-8")
    assert '"segundos": 1.5' in text
    path.write_text(text.replace('"segundos": 1.5', '"segundos": 0.5'), "utf-8")
    assert book.store.get(key) is None


def test_another_schema_is_refused_and_left_alone(stored):
    book, key, notebook = stored
    (book.workshop.store / "ESQUEMA").write_text("99\n", "utf-8")
    before = files(book)
    with pytest.raises(UsageError, match="es del esquema 99 y este programa usa el 1"):
        book.pending()
    with pytest.raises(UsageError, match="99"):
        book.store.put("uno", key, notebook, {}, {})
    assert files(book) == before


def test_a_folder_that_is_not_a_store_is_refused(book):
    book.workshop.store.mkdir(parents=True)
    (book.workshop.store / "tesis.txt").write_text("mía", "utf-8")
    with pytest.raises(UsageError, match="no es un almacén"):
        book.store.check_schema()


def test_a_write_that_fails_leaves_nothing_behind(stored, monkeypatch):
    book, key, notebook = stored
    before = files(book)

    def full(_descriptor):
        raise OSError("No queda espacio")

    monkeypatch.setattr(store_module.os, "fsync", full)
    notebook.cells[0].source = "x = 2"
    with pytest.raises(OSError, match="espacio"):
        book.store.put("uno", key, notebook, {"fecha": "2001", "segundos": 9}, {})
    assert files(book) == before


def test_rendering_prefers_the_same_environment_and_then_the_newest(stored):
    book, key, notebook = stored
    for environment, date in (("b" * 64, "2002"), ("c" * 64, "2001")):
        other = store_module.Key(key.source, environment, key.ingredients)
        book.store.put("uno", other, notebook, {"fecha": date, "segundos": 1}, {})
    assert book.store.rendered_by(key).environment == key.environment
    absent = store_module.Key(key.source, "d" * 64, key.ingredients)
    assert book.store.rendered_by(absent).provenance["fecha"] == "2002"


def test_records_hold_no_absolute_path(stored):
    book, *_ = stored
    for content in files(book).values():
        assert str(book.workshop.root).encode() not in content


def test_the_record_is_readable_json(stored):
    book, key, _ = stored
    (path,) = book.workshop.store.glob("resultados/*/*.json")
    assert json.loads(path.read_text("utf-8"))["ficha"]["source"] == key.source
