import os

import pytest

from redes.data import quijote
from redes.data.quijote import body, load

MARKS = "cabecera\n*** START OF THE BOOK ***\ntexto\n*** END OF THE BOOK ***\nlicencia"


def test_keeps_only_the_book():
    assert body(MARKS) == "\ntexto\n"


@pytest.mark.parametrize("mark", ["*** START OF", "*** END OF"])
def test_missing_mark(mark):
    with pytest.raises(ValueError, match="marcas"):
        body(MARKS.replace(mark, "***"))


def test_load_leaves_neither_byte_order_mark_nor_carriage_returns(tmp_path, monkeypatch):
    path = tmp_path / "pg2000.txt"
    path.write_bytes(b"\xef\xbb\xbf" + MARKS.replace("\n", "\r\n").encode())
    monkeypatch.setattr(quijote, "locate", lambda dataset: {"pg2000.txt": path})
    assert load() == "\ntexto\n"


@pytest.mark.skipif(not os.environ.get("REDES_DATA"), reason="falta REDES_DATA")
def test_the_real_thing():
    text = load()
    assert (len(text), len(set(text))) == (2110738, 92)
    assert "En un lugar de la Mancha" in text
    assert "Gutenberg" not in text and "\ufeff" not in text and "\r" not in text
