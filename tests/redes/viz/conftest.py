"""Lo común de las pruebas de figuras: el estilo del libro y la lectura de un SVG."""

import re
import xml.etree.ElementTree as ET

import matplotlib
import pytest

matplotlib.use("Agg")

from redes.viz import style


@pytest.fixture(autouse=True)
def book_style():
    with matplotlib.rc_context():
        style.use()
        yield


@pytest.fixture
def read_texts():
    """Da los textos de un SVG, en orden."""

    def read(svg):
        root = ET.fromstring(svg.encode())
        found = ("".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text"))
        return [re.sub(r"[\s\N{ZERO WIDTH SPACE}]+", " ", text).strip() for text in found]

    return read
