import os
import zipfile

import pytest

from redes.data import spa_eng
from redes.data.spa_eng import load, parse


def test_a_rare_separator_does_not_cut_a_sentence():
    assert parse("One\u2028line\tUna\x85línea\n").spanish == ["Una\x85línea"]


@pytest.mark.parametrize("line", ["solo una", "una\tdos\ttres"])
def test_wrong_line(line):
    with pytest.raises(ValueError, match="la línea 2 debería tener dos frases"):
        parse(f"Go.\tVe.\n{line}\n")


def test_load(tmp_path, monkeypatch):
    path = tmp_path / "spa-eng.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("spa-eng/spa.txt", "Who?\t¿Quién?\n")
    monkeypatch.setattr(spa_eng, "locate", lambda dataset: {"spa-eng.zip": path})
    assert load() == (["Who?"], ["¿Quién?"])


@pytest.mark.skipif(not os.environ.get("REDES_DATA"), reason="falta REDES_DATA")
def test_the_real_thing():
    pairs = load()
    assert len(pairs.english) == len(pairs.spanish) == 118964
    assert (pairs.english[0], pairs.spanish[0]) == ("Go.", "Ve.")
    assert all(pairs.english) and all(pairs.spanish)
