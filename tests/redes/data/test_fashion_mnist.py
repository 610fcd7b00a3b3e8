import gzip
import os
import struct

import numpy as np
import pytest

from redes.data import fashion_mnist
from redes.data.fashion_mnist import CLASS_NAMES, load, read_idx

needs_data = pytest.mark.skipif(not os.environ.get("REDES_DATA"), reason="falta REDES_DATA")


def write_idx(path, shape, values):
    header = bytes([0, 0, 8, len(shape)]) + struct.pack(f">{len(shape)}I", *shape)
    path.write_bytes(gzip.compress(header + bytes(values)))
    return path


def test_reads_the_axes_in_order(tmp_path):
    path = write_idx(tmp_path / "x.gz", (2, 3, 2), range(12))
    table = read_idx(path)
    assert table.dtype == np.uint8
    np.testing.assert_array_equal(table, np.arange(12).reshape(2, 3, 2))
    table[0] = 0  # se puede modificar


@pytest.mark.parametrize("values", [range(11), range(13)])
def test_wrong_length(tmp_path, values):
    with pytest.raises(ValueError, match=r"\(2, 3, 2\), que son 12 bytes"):
        read_idx(write_idx(tmp_path / "x.gz", (2, 3, 2), values))


@pytest.mark.parametrize("content", [b"", b"\x00\x00\x0d\x01\x00\x00\x00\x00", b"\x00\x00\x08\x02"])
def test_not_an_idx(tmp_path, content):
    path = tmp_path / "x.gz"
    path.write_bytes(gzip.compress(content))
    with pytest.raises(ValueError, match="no es un fichero IDX"):
        read_idx(path)


def test_load_puts_each_file_in_its_place(tmp_path, monkeypatch):
    paths = {}
    for number, file in enumerate(fashion_mnist.DATASET.files):
        paths[file.name] = write_idx(tmp_path / file.name, (1,), [number])
    monkeypatch.setattr(fashion_mnist, "locate", lambda dataset: paths)
    (x_train, y_train), (x_test, y_test) = load()
    assert [int(a[0]) for a in (x_train, y_train, x_test, y_test)] == [0, 1, 2, 3]
    names = [file.name[:8] for file in fashion_mnist.DATASET.files]
    assert names == ["train-im", "train-la", "t10k-ima", "t10k-lab"]


@needs_data
def test_the_real_thing():
    (x_train, y_train), (x_test, y_test) = load()
    assert x_train.shape == (60000, 28, 28) and x_test.shape == (10000, 28, 28)
    assert (x_train.min(), x_train.max()) == (0, 255)
    for labels, n in ((y_train, 6000), (y_test, 1000)):
        np.testing.assert_array_equal(np.bincount(labels), [n] * len(CLASS_NAMES))
