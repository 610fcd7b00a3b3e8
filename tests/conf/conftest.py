"""Un libro mínimo, compuesto una vez con la configuración de verdad."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent


def run_sphinx(
    folder: Path, builder: str = "html", spoil: Callable[[Path], None] = lambda book: None
) -> tuple[Path, subprocess.CompletedProcess]:
    """Compone una copia del libro mínimo con `conf/conf.py`; `spoil` la estropea antes."""
    book = folder / "libro"
    output = folder / builder
    shutil.copytree(HERE / "libro_minimo", book)
    spoil(book)
    options = ["-q", "-E", "-n", "-W", "--keep-going", "-b", builder]
    options += ["-D", f"autoapi_dirs={HERE / 'paquete_minimo' / 'ejemplo'}"]
    places = ["-c", ROOT / "conf", "-d", folder / ".doctrees", book, output]
    result = subprocess.run(
        [sys.executable, "-m", "sphinx", *options, *map(str, places)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT / "conf")},
    )
    return output, result


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """La carpeta del sitio compuesto."""
    output, result = run_sphinx(tmp_path_factory.mktemp("sitio"))
    assert result.returncode == 0, result.stderr
    return output


@pytest.fixture(scope="session")
def page(site):
    """Lee una página del sitio: `page("uno")`."""

    def read(name: str) -> BeautifulSoup:
        return BeautifulSoup((site / f"{name}.html").read_text(encoding="utf-8"), "html.parser")

    return read


@pytest.fixture(scope="session")
def plain_text(tmp_path_factory):
    """El primer capítulo en texto sin formato."""
    output, result = run_sphinx(tmp_path_factory.mktemp("texto"), "text")
    assert result.returncode == 0, result.stderr
    return (output / "uno.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def complaints(tmp_path_factory):
    """Lo que dice Sphinx de un libro con un fallo de cada clase; componer cuesta segundos."""

    def spoil(book: Path) -> None:
        (book / "rota.svg").write_text("<svg")
        chapter = (book / "dos.md").read_text(encoding="utf-8").replace(":alt: Una capa.\n", "")
        chapter += "\n:::{pista}\n:::\n\n```{image} rota.svg\n:alt: Rota.\n```\n"
        (book / "dos.md").write_text(chapter, encoding="utf-8")

    _, result = run_sphinx(tmp_path_factory.mktemp("roto"), spoil=spoil)
    assert result.returncode != 0
    return result.stderr
