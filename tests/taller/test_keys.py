import pytest
from fixture_book import cell

from taller.keys import changes, key_of
from taller.target import Target


@pytest.fixture
def key(book):
    return lambda name, target=None: key_of(book.workshop, book.read(name), target or Target())


def edit(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Prosa.", "Otra prosa.\n\nY más."),
        ("segundos: 10", "segundos: 20"),
        ("```{code-cell} python\nx = 1", "```{code-cell} python\n:tags: [hide-input]\nx = 1"),
        (
            "```{code-cell} python\nx = 1",
            '```{code-cell} python\n---\nmystnb:\n  image:\n    alt: "y"\n---\nx = 1',
        ),
    ],
)
def test_what_does_not_change_the_key(book, key, old, new):
    path = book.chapter("uno", "Prosa.", cell("x = 1"))
    before = key("uno")
    edit(path, old, new)
    assert key("uno") == before


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("x = 1", "x = 2", "celda 1"),
        ("x = 1", "x = 1\n```\n\n```{code-cell} python\ny = 1", "celda 2"),
        ("python\nx = 1", "python\n:tags: [raises-exception]\nx = 1", "celda 1"),
    ],
)
def test_what_changes_the_source_and_how_it_is_told(book, key, old, new, change):
    path = book.chapter("uno", "Prosa.", cell("x = 1"))
    before = key("uno")
    edit(path, old, new)
    after = key("uno")
    assert after.source != before.source
    assert after.environment == before.environment
    assert changes(before.ingredients, after.ingredients) == [change]


def test_editing_a_module_touches_only_the_chapters_that_import_it(book, key):
    module = book.module("paquete/base", "x = 1")
    book.module("paquete/medio", "from paquete.base import x")
    book.chapter("directo", cell("import paquete.base"))
    book.chapter("indirecto", cell("from paquete import medio"))
    book.chapter("ajeno", cell("x = 1"))
    before = {name: key(name) for name in ("directo", "indirecto", "ajeno")}
    module.write_text("x = 22", "utf-8")
    changed = {name for name in before if key(name).source != before[name].source}
    assert changed == {"directo", "indirecto"}
    assert changes(before["indirecto"].ingredients, key("indirecto").ingredients) == [
        "paquete/base.py cambiado"
    ]


def test_editing_a_dataset_touches_only_the_chapters_that_declare_it(book, key):
    module = book.module("redes/data/moda", "SHA = 'a'")
    book.module("redes/data/clima", "SHA = 'b'")
    book.chapter("con-moda", cell("1"), datasets="moda")
    book.chapter("con-clima", cell("1"), datasets="clima")
    before = {name: key(name) for name in ("con-moda", "con-clima")}
    module.write_text("SHA = 'cc'", "utf-8")
    changed = {name for name in before if key(name).source != before[name].source}
    assert changed == {"con-moda"}


def test_the_environment_follows_execution_packages_and_not_render_ones(book, key):
    book.chapter("uno", cell("1"))
    before = key("uno")
    edit(book.workshop.lock, 'version = "5.0"', 'version = "5.1"')
    assert key("uno") == before
    edit(book.workshop.lock, 'version = "1.0"', 'version = "1.1"')
    after = key("uno")
    assert after.source == before.source
    assert after.environment != before.environment
    assert changes(before.ingredients, after.ingredients) == ["libro-numerico: 1.0 → 1.1"]


def test_profile_is_source_and_device_and_backend_are_environment(book, key, monkeypatch):
    book.chapter("uno", cell("1"))
    before = key("uno")
    longer = key("uno", Target("cpu", "gpu"))
    assert longer.source != before.source and longer.environment == before.environment
    monkeypatch.setenv("KERAS_BACKEND", "jax")
    other = key("uno")
    assert other.source == before.source and other.environment != before.environment


def test_a_cpu_chapter_keeps_its_device_on_a_gpu_run(book, key):
    book.chapter("uno", cell("1"), device="cpu")
    gpu = key("uno", Target("gpu", "cpu"))
    assert gpu.ingredients["entorno"]["dispositivo"] == "cpu"


def test_many_changed_cells_are_told_in_a_few_words(book, key):
    path = book.chapter("uno", *[cell(f"x = {n}") for n in (1, 2, 3, 4, 55)])
    before = key("uno")
    for n in (1, 3, 4):
        edit(path, f"x = {n}\n", f"y = {n}\n")
    assert changes(before.ingredients, key("uno").ingredients) == ["celdas 1, 3–4"]
