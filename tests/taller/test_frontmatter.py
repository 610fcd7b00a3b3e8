import pytest

from taller.errors import UsageError
from taller.frontmatter import FrontMatter, parse

COMPLETE = {
    "datos": ["moda"],
    "dispositivo": "cpu",
    "segundos": 30,
    "memoria": 1000,
    "requisitos": ["a/b"],
}


def test_complete_header():
    assert parse("c", {"libro": COMPLETE}) == FrontMatter(("moda",), "cpu", 30.0, 1000.0, ("a/b",))


def test_missing_header_shows_how_to_write_it():
    with pytest.raises(UsageError, match=r"c: falta la clave «libro»[\s\S]*dispositivo: cualq"):
        parse("c", {})


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("datos", "moda", "«datos» debe ser una lista de nombres y llegó 'moda'"),
        ("datos", None, "«datos: \\[\\]»"),
        ("dispositivo", "tpu", "cualquiera o cpu o gpu y llegó 'tpu'"),
        ("segundos", 0, "positivo \\(segundos\\) y llegó 0"),
        ("segundos", True, "positivo"),
        ("memoria", "1 GB", "positivo \\(MiB\\) y llegó '1 GB'"),
        ("requisitos", [1], "«requisitos»"),
    ],
)
def test_wrong_value(field, value, message):
    with pytest.raises(UsageError, match=message):
        parse("c", {"libro": COMPLETE | {field: value}})


@pytest.mark.parametrize("field", COMPLETE)
def test_every_key_is_required(field):
    with pytest.raises(UsageError, match=field):
        parse("c", {"libro": {k: v for k, v in COMPLETE.items() if k != field}})


def test_unknown_key():
    with pytest.raises(UsageError, match="clave desconocida en «libro»: gpu"):
        parse("c", {"libro": COMPLETE | {"gpu": True}})
