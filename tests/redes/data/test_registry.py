import hashlib
import os
from pathlib import Path

import pooch
import pytest

from redes.data import registry
from redes.data.registry import (
    DataCorruptedError,
    Dataset,
    DataUnavailableError,
    RemoteFile,
    fetch,
    locate,
)

CONTENT = b"hola"
DIGEST = hashlib.sha256(CONTENT).hexdigest()
FILE = RemoteFile("hola.txt", "https://ejemplo.invalid/hola.txt", DIGEST, len(CONTENT))
DATASET = Dataset("saludo", "Un saludo", "CC0", "inventado", (FILE,))


@pytest.fixture(autouse=True)
def folders(monkeypatch, tmp_path):
    """Una carpeta REDES_DATA y una caché vacías, y ninguna red."""

    def no_network(**options):
        raise AssertionError("una prueba ha intentado usar la red")

    monkeypatch.setenv("REDES_DATA", str(tmp_path / "datos"))
    monkeypatch.setattr(pooch, "os_cache", lambda name: tmp_path / "cache" / name)
    monkeypatch.setattr(pooch, "HTTPDownloader", no_network)
    return tmp_path


@pytest.fixture
def server(monkeypatch):
    """Un servidor fingido: lo que sirve está en la lista, y cuenta las descargas."""
    served = {"content": CONTENT, "downloads": 0, "timeout": None}

    def downloader(url, output_file, pooch):
        served["downloads"] += 1
        if isinstance(served["content"], Exception):
            raise served["content"]
        Path(output_file).write_bytes(served["content"])

    def build(*, timeout):
        served["timeout"] = timeout
        return downloader

    monkeypatch.setattr(pooch, "HTTPDownloader", build)
    return served


def put(root, content=CONTENT, folder="saludo"):
    path = root / folder / "hola.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


class TestLocate:
    def test_given_folder_comes_first(self, folders):
        given = put(folders / "datos")
        put(folders / "cache" / "redes")
        assert locate(DATASET) == {"hola.txt": given}

    def test_then_the_cache(self, folders):
        cached = put(folders / "cache" / "redes")
        assert locate(DATASET) == {"hola.txt": cached}

    def test_works_without_given_folder(self, folders, monkeypatch):
        monkeypatch.delenv("REDES_DATA")
        cached = put(folders / "cache" / "redes")
        assert locate(DATASET) == {"hola.txt": cached}

    def test_folder_with_another_name(self, folders):
        given = put(folders / "datos", folder="otra")
        dataset = Dataset("saludo", "Un saludo", "CC0", "inventado", (FILE,), folder="otra")
        assert locate(dataset) == {"hola.txt": given}

    def test_missing_says_what_where_and_how(self, folders):
        with pytest.raises(DataUnavailableError) as caught:
            locate(DATASET)
        text = str(caught.value)
        for part in (
            "Faltan ficheros de «Un saludo»",
            "hola.txt (4 bytes)",
            FILE.url,
            str(folders / "datos" / "saludo"),
            str(folders / "cache" / "redes" / "saludo"),
            "python -m redes.data obtener saludo",
            "REDES_DATA",
        ):
            assert part in text

    @pytest.mark.parametrize("wrong", [b"mala", b"hola y algo", b""])
    def test_wrong_given_file_is_never_skipped(self, folders, wrong):
        put(folders / "datos", wrong)
        put(folders / "cache" / "redes")  # una copia buena en la caché no lo disculpa
        with pytest.raises(DataCorruptedError) as caught:
            locate(DATASET)
        assert DIGEST in str(caught.value)
        assert hashlib.sha256(wrong).hexdigest() in str(caught.value)

    def test_wrong_size_is_an_error_even_with_the_right_hash(self, folders):
        put(folders / "datos")
        file = RemoteFile("hola.txt", FILE.url, DIGEST, 5)
        with pytest.raises(DataCorruptedError, match=r"tiene 4 bytes.*se esperaban 5 bytes"):
            locate(Dataset("saludo", "Un saludo", "CC0", "inventado", (file,)))

    def test_wrong_cached_file_counts_as_missing(self, folders):
        put(folders / "cache" / "redes", b"mala")
        with pytest.raises(DataUnavailableError):
            locate(DATASET)

    def test_hash_is_computed_once_a_process(self, folders):
        put(folders / "datos")
        locate(DATASET)
        before = registry._sha256.cache_info()
        locate(DATASET)
        after = registry._sha256.cache_info()
        assert (after.misses, after.hits) == (before.misses, before.hits + 1)

    def test_a_changed_file_is_hashed_again(self, folders):
        path = put(folders / "datos")
        locate(DATASET)
        path.write_bytes(b"mala")
        os.utime(path, ns=(1, 1))
        with pytest.raises(DataCorruptedError):
            locate(DATASET)


class TestFetch:
    def test_downloads_what_is_missing(self, folders, server):
        paths = fetch(DATASET)
        assert paths["hola.txt"].read_bytes() == CONTENT
        assert paths["hola.txt"].is_relative_to(folders / "cache")
        assert server["timeout"] == registry.TIMEOUT

    def test_does_not_download_what_is_there(self, folders, server):
        put(folders / "datos")
        fetch(DATASET)
        assert server["downloads"] == 0

    def test_renews_a_wrong_cached_file(self, folders, server):
        cached = put(folders / "cache" / "redes", b"mala")
        assert fetch(DATASET) == {"hola.txt": cached}
        assert cached.read_bytes() == CONTENT

    def test_wrong_download_leaves_nothing(self, folders, server):
        server["content"] = b"ataque"
        with pytest.raises(DataUnavailableError, match="No se han podido descargar"):
            fetch(DATASET)
        assert [path for path in folders.rglob("*") if path.is_file()] == []

    def test_without_network(self, folders, server):
        server["content"] = ConnectionError("sin red")
        with pytest.raises(DataUnavailableError, match="ConnectionError: sin red"):
            fetch(DATASET)
        assert server["downloads"] == 1

    def test_wrong_given_file_is_not_hidden_by_a_download(self, folders, server):
        put(folders / "datos", b"mala")
        with pytest.raises(DataCorruptedError):
            fetch(DATASET)
        assert server["downloads"] == 0


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"name": "../hola.txt"}, "sin carpetas"),
        ({"name": "a\\b"}, "sin carpetas"),
        ({"url": "http://ejemplo.invalid/hola.txt"}, "https://"),
        ({"sha256": DIGEST[:-1]}, "64 cifras"),
        ({"sha256": DIGEST.upper()}, "64 cifras"),
    ],
)
def test_remote_file_refuses_what_is_not_safe(change, message):
    fields = {"name": FILE.name, "url": FILE.url, "sha256": DIGEST, "size": 4} | change
    with pytest.raises(ValueError, match=message):
        RemoteFile(**fields)
