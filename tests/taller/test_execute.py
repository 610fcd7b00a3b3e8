"""El ejecutor con núcleos de verdad. Los fallos van en un solo libro, que se ejecuta una vez."""

import io
import shutil
from pathlib import Path

import pytest
from fixture_book import FixtureBook, cell
from rich.console import Console

import redes
from taller import chapters, kernel, plan
from taller.execute import EXECUTED, FAILED, SKIPPED, Executor
from taller.progress import Progress
from taller.target import Target

# nombre → (cómo se escribe, clase del fallo, celda, algo del detalle)
FAILING = {
    "excepcion": ([cell("x = 1"), cell("1 / 0")], {}, "excepción", "celda 2", "ZeroDivisionError"),
    "sintaxis": ([cell("def (")], {}, "excepción", "celda 1", "SyntaxError"),
    "cuelgue": (
        [cell("import time\ntime.sleep(60)")],
        {"seconds": 0.4},
        "tiempo agotado",
        "celda 1",
        "5 veces lo que declara",
    ),
    "muerte": (
        [cell("import os\nos.kill(os.getpid(), 9)")],
        {},
        "núcleo muerto",
        "celda 1",
        "terminó de repente",
    ),
    "memoria": (
        [cell("x = bytearray(700 * 2**20)\nimport time\ntime.sleep(20)")],
        {"memory": 200},
        "memoria agotada",
        "celda 1",
        "más de 2 veces",
    ),
    "stderr": (
        [cell("import sys\nprint('aviso', file=sys.stderr)")],
        {},
        "salida de error",
        "celda 1",
        "aviso",
    ),
    "warning": (
        [cell("import warnings\nwarnings.warn('ojo')")],
        {},
        "salida de error",
        "celda 1",
        "ojo",
    ),
    "registro": (
        [cell("print('WARNING:tensorflow:5 out of the last 5 calls')")],
        {},
        "salida de error",
        "celda 1",
        "5 out of",
    ),
    "anidada": (
        [cell("1"), ":::{note}\n" + cell("2") + ":::\n"],
        {},
        "celda sin ejecutar",
        "línea",
        "solution-start",
    ),
    "saltada": (
        [cell("1", tags="skip-execution")],
        {},
        "celda sin ejecutar",
        "celda 1",
        "no se ejec",
    ),
    "no-falla": (
        [cell("1", tags="raises-exception")],
        {},
        "excepción que no llegó",
        "celda 1",
        "terminó sin error",
    ),
    "desconocidos": (
        [cell("1")],
        {"datasets": "no-existe"},
        "datos desconocidos",
        "cabecera",
        "no-existe",
    ),
}
HEALTHY = {
    "sano": [cell("1 + 1")],
    "falla-y-se-espera": [cell("1 / 0", tags="raises-exception"), cell("'sigue'")],
}
DATASET = '''"""Datos de prueba."""
from redes.data.registry import Dataset, RemoteFile

DATASET = Dataset(
    name="lejanos",
    title="Datos lejanos",
    licence="CC0",
    source="https://ejemplo.invalid",
    files=(
        RemoteFile(
            name="a.csv", url="https://ejemplo.invalid/a.csv", sha256="0" * 64, size=10
        ),
    ),
)
'''


def run(book, *, require_data=False, names=()):
    """Ejecuta lo pendiente del libro; devuelve los desenlaces por nombre y lo que se vio."""
    target = Target()
    selected = chapters.select(chapters.discover(book.workshop.book), names)
    tasks = plan.make(book.workshop, book.store, target, selected)
    screen = io.StringIO()
    executor = Executor(book.workshop, book.store, target, processes=2)
    outcomes = executor.execute(
        [task for task in tasks if task.record is None],
        Progress(Console(file=screen)),
        require_data=require_data,
    )
    return {outcome.task.chapter.name: outcome for outcome in outcomes}, screen.getvalue()


def use_redes_data(book):
    """Copia en el libro de prueba la parte de `redes` que registra los datos."""
    source = Path(redes.__file__).parent
    target = book.workshop.code / "redes"
    shutil.copytree(source / "data", target / "data", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("__init__.py", "settings.py"):
        shutil.copy(source / name, target / name)
    (target / "data" / "lejanos.py").write_text(DATASET, "utf-8")


@pytest.fixture(scope="module")
def failed(tmp_path_factory):
    book = FixtureBook(tmp_path_factory.mktemp("fallos") / "libro")
    for name, (parts, options, *_) in FAILING.items():
        book.chapter(name, *parts, **options)
    for name, parts in HEALTHY.items():
        book.chapter(name, *parts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kernel, "MINIMUM_SECONDS", 2.0)
        outcomes, screen = run(book)
    return book, outcomes, screen


@pytest.mark.parametrize("name", FAILING)
def test_each_failure_is_told_by_chapter_cell_and_kind(failed, name):
    book, outcomes, _ = failed
    *_, kind, where, detail = FAILING[name]
    failure = outcomes[name].failure
    assert outcomes[name].state == FAILED
    assert failure.kind == kind
    assert where in failure.cell
    report = (book.workshop.reports / f"{name}.txt").read_text("utf-8")
    assert detail in report and kind in report and name in report
    assert "\x1b" not in report


def test_the_healthy_ones_are_kept(failed):
    book, outcomes, screen = failed
    assert {name for name, o in outcomes.items() if o.state == EXECUTED} == set(HEALTHY)
    assert set(book.pending()) == set(FAILING)
    assert "✔ sano: ejecutado" in screen and "✘ muerte: fallo" in screen


def test_the_stored_notebook_is_clean(failed):
    book, *_ = failed
    record = book.store.latest("sano")
    notebook = book.store.notebook(record)
    (executed,) = [c for c in notebook.cells if c.cell_type == "code"]
    assert executed.outputs[0].data["text/plain"] == "2"
    assert not any("id" in c or "execution" in c.metadata for c in notebook.cells)
    assert record.provenance["memoria"] > 10 and record.provenance["versiones"]["Python"]


def test_a_mended_chapter_loses_its_report(book):
    path = book.chapter("uno", cell("1 / 0"))
    run(book)
    report = book.workshop.reports / "uno.txt"
    assert report.exists()
    path.write_text(path.read_text("utf-8").replace("1 / 0", "1 / 2"), "utf-8")
    outcomes, _ = run(book)
    assert outcomes["uno"].state == EXECUTED and not report.exists()


def test_the_kernel_sees_a_small_deterministic_environment(book, monkeypatch):
    monkeypatch.setenv("CONTRASENA", "secreta")
    book.chapter(
        "uno",
        cell("import os, sys\nassert 'CONTRASENA' not in os.environ"),
        cell("assert os.environ['OMP_NUM_THREADS'] == '1'"),
        cell("assert os.environ['PYTHONHASHSEED'] == '0'\nassert not os.listdir()"),
        cell("assert os.environ['CUDA_VISIBLE_DEVICES'] == '-1'"),
    )
    outcomes, _ = run(book)
    assert outcomes["uno"].state == EXECUTED, outcomes["uno"].failure


def test_a_damaged_result_is_executed_again(book):
    book.chapter("uno", cell("1"))
    run(book)
    assert book.pending() == {}
    (path,) = book.workshop.store.glob("objetos/*.ipynb")
    path.write_bytes(path.read_bytes() + b" ")
    assert "dañado" in book.pending()["uno"] or "nunca" in book.pending()["uno"]
    outcomes, _ = run(book)
    assert outcomes["uno"].state == EXECUTED and book.pending() == {}


def test_absent_data_is_a_notice_and_with_the_flag_a_failure(book, monkeypatch):
    monkeypatch.setenv("REDES_DATA", str(book.workshop.root / "vacia"))
    use_redes_data(book)
    book.chapter("laboratorio", cell("1"), datasets="lejanos")
    book.chapter("otro", cell("1"))
    outcomes, _ = run(book)
    assert outcomes["laboratorio"].state == SKIPPED and outcomes["otro"].state == EXECUTED
    outcomes, _ = run(book, require_data=True)
    assert outcomes["laboratorio"].state == FAILED
    assert outcomes["laboratorio"].failure.kind == "datos ausentes"
    assert "a.csv" in outcomes["laboratorio"].failure.detail


def test_the_output_does_not_depend_on_when_it_was_flushed(book):
    book.chapter(
        "uno", cell("import time\nprint(1, flush=True)\ntime.sleep(0.5)\nprint(2, flush=True)")
    )
    run(book)
    (executed,) = [
        c for c in book.store.notebook(book.store.latest("uno")).cells if c.cell_type == "code"
    ]
    assert [output.text for output in executed.outputs] == ["1\n2\n"]


def test_published_tracebacks_do_not_say_where_the_book_is(book):
    book.module("paquete/base", "def f():\n    raise ValueError('malo')")
    book.chapter("uno", cell("from paquete.base import f\nf()", tags="raises-exception"))
    run(book)
    notebook = book.store.notebook(book.store.latest("uno"))
    (error,) = [o for c in notebook.cells for o in c.get("outputs", [])]
    assert "paquete/base.py" in str(error.traceback)
    assert str(book.workshop.root) not in str(notebook)


def test_a_gpu_chapter_waits_for_a_gpu(book):
    book.chapter("uno", cell("1"), device="gpu")
    outcomes, _ = run(book)
    assert outcomes["uno"].state == SKIPPED and "GPU" in outcomes["uno"].reason


def test_published_results_reach_the_record(book):
    source = Path(redes.__file__).parent
    for name in ("resultados", "viz/numerals"):
        book.module(f"redes/{name}", (source / f"{name}.py").read_text("utf-8"))
    book.chapter(
        "uno", cell("from redes.resultados import publicar\npublicar('uno.x', 0.5, std=0.1)")
    )
    run(book)
    result = book.store.latest("uno").results["uno.x"]
    assert (result["valor"], result["desviacion"], result["texto"]) == (0.5, 0.1, "0,500 ± 0,100")
