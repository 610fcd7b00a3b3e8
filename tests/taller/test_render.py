"""La composición estricta de un libro pequeño, con un núcleo que no puede arrancar."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from fixture_book import FixtureBook, cell

from taller import render
from taller.cli import main
from taller.target import Target

TRIPWIRE = """
import pathlib
import jupyter_client.launcher
import jupyter_client.provisioning.local_provisioner as local

def refuse(*arguments, **options):
    pathlib.Path({marker!r}).touch()
    raise RuntimeError("se intentó arrancar un núcleo")

jupyter_client.launcher.launch_kernel = refuse
local.launch_kernel = refuse
"""
SOLUTION = f"""
```{{exercise}} Sumar
:label: ej-suma
¿Cuánto es uno más uno?
```

```{{solution-start}} ej-suma
```

Se suma:

{cell("1 + 1")}

```{{solution-end}}
```

```{{ficha}}
```

```{{procedencia}}
```
"""
INDEX = """# Libro de prueba

```{toctree}
guardado
pendiente
laboratorio
```
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Un libro con un capítulo guardado, uno por ejecutar y uno sin datos, ya compuesto."""
    folder = tmp_path_factory.mktemp("composicion")
    book = FixtureBook(folder / "libro con espacios")
    (book.workshop.book / "index.md").write_text(INDEX, "utf-8")
    book.chapter("guardado", cell("'salida guardada'"), SOLUTION)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TALLER_RAIZ", str(book.workshop.root))
        assert main(["ejecutar"]) == 0
        book.chapter("pendiente", cell("'nunca ejecutado'"), "Vale {resultado}`pendiente.x`.")
        book.chapter("laboratorio", cell("'sin datos'"), datasets="lejanos")
        (folder / "trampa").mkdir()
        (folder / "trampa" / "sitecustomize.py").write_text(
            TRIPWIRE.format(marker=str(folder / "arranque")), "utf-8"
        )
        patch.setenv("PYTHONPATH", str(folder / "trampa"))
        assert publish(book)
        yield book, folder


def publish(book):
    _, records = render.select(book.workshop, Target())
    return render.publish(book.workshop, Target(), records)


def page(book, name):
    return BeautifulSoup((book.workshop.site / f"{name}.html").read_text("utf-8"), "html.parser")


def article(book, name):
    return page(book, name).find("article").get_text(" ", strip=True)


def test_no_kernel_was_started(built):
    _, folder = built
    assert not (folder / "arranque").exists()


def test_the_tripwire_does_trip(built):
    _, folder = built
    code = "from jupyter_client.manager import start_new_kernel as s\ns()"
    finished = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=os.environ
    )
    assert "se intentó arrancar un núcleo" in finished.stderr
    (folder / "arranque").unlink()


def test_the_stored_chapter_shows_its_outputs(built):
    book, _ = built
    text = article(book, "guardado")
    assert "'salida guardada'" in text
    assert "Sin ejecutar" not in text


def test_the_executed_solution_is_folded_with_its_output(built):
    book, _ = built
    folded = page(book, "guardado").find("details", class_="solucion")
    assert "Solución" in folded.summary.get_text() and not folded.has_attr("open")
    assert folded.find("div", class_="cell_output").get_text(strip=True) == "2"


def test_the_pending_chapters_say_so(built):
    book, _ = built
    for name in ("pendiente", "laboratorio"):
        assert "nox -s libro" in article(book, name)
        assert not page(book, name).find("div", class_="cell_output")
    assert "lejanos" in article(book, "laboratorio")
    gap = page(book, "pendiente").find(class_="resultado-pendiente")
    assert gap.get_text() == "[sin ejecutar]"


def test_the_order_says_which_chapters_go_without_outputs(built, capsys):
    assert main(["componer"]) == 0
    assert "se verán sin sus salidas: laboratorio, pendiente" in capsys.readouterr().out


def test_cost_and_provenance_come_from_the_record(built):
    book, _ = built
    record = book.store.latest("guardado")
    text = article(book, "guardado")
    assert f"{record.provenance['memoria']} MiB" in text
    assert record.provenance["versiones"]["Python"] in text
    assert record.source[:12] in text


def test_nothing_to_do_when_nothing_changed(built, monkeypatch):
    book, _ = built

    def never(*_):
        raise AssertionError("se llamó a Sphinx")

    monkeypatch.setattr(render, "run_sphinx", never)
    assert not publish(book)


@pytest.mark.parametrize(
    "text", ["{resultado}`guardado.inventado`", "{doc}`no-existe`", "{cosa-rara}`x`"]
)
def test_one_warning_is_enough_to_refuse_and_the_site_stays(built, text):
    book, _ = built
    path = book.workshop.book / "pendiente.md"
    good = path.read_text("utf-8")
    before = (book.workshop.site / "index.html").read_bytes()
    path.write_text(good + f"\n{text}\n", "utf-8")
    try:
        with pytest.raises(render.RenderError, match="sigue como estaba"):
            publish(book)
    finally:
        path.write_text(good, "utf-8")
    assert (book.workshop.site / "index.html").read_bytes() == before


def test_prose_and_alternative_text_are_the_present_ones(book, monkeypatch):
    monkeypatch.setenv("TALLER_RAIZ", str(book.workshop.root))
    path = book.chapter("uno", "Antes.", cell("---\nmystnb:\n  image:\n    alt: viejo\n---\n1"))
    assert main(["ejecutar"]) == 0
    text = path.read_text("utf-8").replace("viejo", "nuevo").replace("Antes.", "Después.")
    path.write_text(text, "utf-8")
    (record,) = render.select(book.workshop, Target())[1].values()
    merged = render.with_outputs(book.read("uno").notebook, book.store.notebook(record))
    executed = next(c for c in merged.cells if c.cell_type == "code")
    assert executed.metadata.mystnb.image.alt == "nuevo"
    assert executed.outputs[0].data["text/plain"] == "1"
    assert "Después." in merged.cells[0].source
    assert merged.metadata.language_info.name == "python"
    assert Path(book.workshop.book, "uno.md").exists()
