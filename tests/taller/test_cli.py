"""Las órdenes, como las llama nox: en un proceso aparte, con su estado de salida."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from fixture_book import cell

from taller import cli, render

CONF = Path(__file__).resolve().parents[2] / "conf"


@pytest.fixture
def taller(book, monkeypatch, capsys):
    """Da una orden al taller sobre el libro de prueba; devuelve su estado y lo que se ve."""
    monkeypatch.setenv("TALLER_RAIZ", str(book.workshop.root))
    monkeypatch.setenv("COLUMNS", "200")

    def run(*arguments):
        capsys.readouterr()
        status = cli.main(arguments)
        return status, capsys.readouterr().out

    return run


def start(book, *arguments, **options):
    """La misma orden en un proceso aparte, para matarlo."""
    return subprocess.Popen(
        [sys.executable, "-m", "taller.cli", *arguments],
        env={
            **os.environ,
            "PYTHONPATH": str(CONF),
            "PYTHONUTF8": "1",
            "TALLER_RAIZ": str(book.workshop.root),
        },
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        **options,
    )


def counting(counter, *, seconds=0):
    """Una celda que deja constancia, fuera del libro, de cada vez que se ejecuta."""
    return cell(
        f"import time, pathlib\nwith pathlib.Path({str(counter)!r}).open('a') as file:\n"
        f"    file.write('x')\ntime.sleep({seconds})"
    )


def test_execute_then_nothing_to_do(book, taller, tmp_path):
    counter = tmp_path / "veces"
    path = book.chapter("parte/uno", "Prosa.", counting(counter))
    status, output = taller("ejecutar")
    assert status == 0 and "✔ parte/uno: ejecutado" in output
    path.write_text(path.read_text("utf-8").replace("Prosa.", "Otra prosa."), "utf-8")
    status, output = taller("ejecutar")
    assert status == 0 and "Nada que ejecutar" in output
    assert counter.read_text() == "x"


def test_status_says_what_changed(book, taller):
    module = book.module("paquete/base", "x = 1")
    book.chapter("uno", cell("import paquete.base"))
    assert "nunca ejecutado" in taller("estado")[1]
    taller("ejecutar")
    assert "al día" in taller("estado")[1]
    module.write_text("x = 22", "utf-8")
    assert "paquete/base.py cambiado" in taller("estado")[1]


def test_only_the_chapter_asked_for(book, taller):
    book.chapter("uno", cell("1"))
    book.chapter("dos", cell("2"))
    assert taller("ejecutar", "--capitulo", "dos")[0] == 0
    assert set(book.pending()) == {"uno"}


def test_a_failure_gives_status_one_and_the_site_stays(book, taller, monkeypatch):
    monkeypatch.setattr(render, "publish", lambda *_: pytest.fail("se compuso"))
    book.workshop.site.mkdir(parents=True)
    (book.workshop.site / "index.html").write_text("antes", "utf-8")
    book.chapter("malo", cell("1 / 0"))
    book.chapter("bueno", cell("1"))
    status, output = taller("libro")
    assert status == 1
    assert "excepción: ZeroDivisionError" in output and "malo.txt" in output
    assert set(book.pending()) == {"malo"}
    assert (book.workshop.site / "index.html").read_text("utf-8") == "antes"


def test_a_result_out_of_range_fails_even_if_nothing_is_executed(book, taller):
    for name in ("resultados", "viz/numerals"):
        source = CONF.parent / "code" / "redes" / f"{name}.py"
        book.module(f"redes/{name}", source.read_text("utf-8"))
    book.chapter("uno", cell("from redes.resultados import publicar\npublicar('uno.x', 2)"))
    ranges = book.workshop.book / "resultados.toml"
    ranges.write_text('["uno.x"]\ncpu.tensorflow = [2.0, 2.001]\n', "utf-8")
    assert taller("ejecutar")[0] == 0
    ranges.write_text('["uno.x"]\ncpu.tensorflow = [3.0, 3.001]\n', "utf-8")
    status, output = taller("ejecutar")
    assert status == 1 and "uno.x = 2 cae fuera" in output
    assert book.pending() == {}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["ejecutar", "--capitulo", "tres"], "No hay ningún capítulo ejecutable llamado «tres»"),
        (["ejecutar", "--procesos", "0"], "--procesos debe ser un número entero desde 1"),
        (["ejecutar", "--procesos", "dos"], "llegó «dos»"),
        (["ejecutar", "--dispositivo", "tpu"], "--dispositivo debe ser cpu o gpu y llegó «tpu»"),
        (["ejecutar", "--perfil", "grande"], "--perfil debe ser cpu o gpu"),
        (["ejecutar", "--nada"], "No se entiende la orden"),
        (["cocinar"], "No se entiende la orden"),
        (["ejecutar", "--dispositivo", "gpu"], "Se pidió una GPU"),
    ],
)
def test_bad_requests_are_refused_with_status_two(book, taller, arguments, message):
    book.chapter("uno", cell("1"))
    status, output = taller(*arguments)
    assert status == 2 and message in output
    assert not book.workshop.build.exists()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("dispositivo: cualquiera", "dispositivo: tpu", "«dispositivo» debe ser"),
        ("dispositivo: cualquiera", "dispositivo: [", "no se entiende la cabecera"),
        ("Prosa.", "(a)=\n## A\n\n(a)=\n## B\n", "La etiqueta «a» está repetida"),
        ("Prosa.", "![x](falta.png)", "falta.png, que no existe"),
    ],
)
def test_bad_sources_are_refused_with_status_two(book, taller, old, new, message):
    path = book.chapter("uno", "Prosa.", cell("1"))
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    status, output = taller("libro")
    assert status == 2 and message in output
    assert not book.workshop.build.exists()


def test_a_store_of_another_schema_is_refused_with_status_two(book, taller):
    book.chapter("uno", cell("1"))
    taller("ejecutar")
    marker = book.workshop.store / "ESQUEMA"
    marker.write_text("99\n", "utf-8")
    for order in ("libro", "ejecutar", "estado", "componer"):
        status, output = taller(order)
        assert status == 2 and "esquema 99" in output
    marker.write_text("1\n", "utf-8")
    assert book.pending() == {}


def _wait_for(condition, process):
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline and process.poll() is None, "no llegó a tiempo"
        time.sleep(0.05)


def _orphans(counter):
    """Núcleos que siguen vivos y ejecutan una celda de esta prueba."""
    return [
        process
        for process in psutil.process_iter(["cmdline", "environ"])
        if str(counter.parent) in str((process.info["environ"] or {}).get("PYTHONPATH", ""))
    ]


def test_killed_in_the_middle_it_goes_on_where_it_was(book, taller, tmp_path):
    quick, slow = tmp_path / "rapido", tmp_path / "lento"
    book.chapter("a-rapido", counting(quick), seconds=20)
    book.chapter("b-lento", counting(slow, seconds=4))
    process = start(book, "ejecutar", "--procesos", "1", start_new_session=True)
    _wait_for(slow.exists, process)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    assert set(book.pending()) == {"b-lento"}
    for orphan in _orphans(tmp_path / "x"):
        orphan.kill()
    assert taller("ejecutar")[0] == 0
    assert (quick.read_text(), slow.read_text()) == ("x", "xx")


def test_interrupted_it_stops_soon_keeps_what_ended_and_leaves_no_kernel(book, tmp_path):
    quick, slow = tmp_path / "rapido", tmp_path / "lento"
    book.chapter("a-rapido", counting(quick), seconds=20)
    book.chapter("b-lento", counting(slow, seconds=60), seconds=15)
    process = start(book, "ejecutar", "--procesos", "1")
    _wait_for(slow.exists, process)
    process.send_signal(signal.SIGINT)
    output, _ = process.communicate(timeout=20)
    assert process.returncode == 130 and "Interrumpido" in output
    assert set(book.pending()) == {"b-lento"}
    assert _orphans(tmp_path / "x") == []
