import zipfile

import pytest

from redes.data.archives import read_text


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("a/texto.txt", "ñandú")
        target.writestr("../fuera.txt", "peligro")
        target.writestr("a/bomba.txt", "0" * 100_000)
    return path


def test_reads_one_member(archive):
    assert read_text(archive, "a/texto.txt", max_bytes=7) == "ñandú"  # 7 bytes en UTF-8


def test_writes_nothing(archive):
    before = sorted(archive.parent.parent.rglob("*"))
    read_text(archive, "../fuera.txt", max_bytes=100)
    assert sorted(archive.parent.parent.rglob("*")) == before


def test_missing_member(archive):
    with pytest.raises(ValueError, match=r"a\.zip no contiene «otro»; contiene a/texto\.txt"):
        read_text(archive, "otro", max_bytes=10)


@pytest.mark.parametrize("member", ["a/bomba.txt", "a/texto.txt"])
def test_too_big(archive, member):
    with pytest.raises(ValueError, match="pasa de 6 bytes"):
        read_text(archive, member, max_bytes=6)
