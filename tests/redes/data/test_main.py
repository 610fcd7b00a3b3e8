import json
import subprocess
import sys
from pathlib import Path

import pooch
import pytest

from redes.data import __main__ as command
from redes.data import fashion_mnist, registry


@pytest.fixture(autouse=True)
def nothing_there(monkeypatch, tmp_path):
    monkeypatch.setenv("REDES_DATA", str(tmp_path / "datos"))
    monkeypatch.setattr(pooch, "os_cache", lambda name: tmp_path / "cache" / name)


def answer(capsys, *arguments):
    command.main(arguments)
    return json.loads(capsys.readouterr().out)


def test_missing(capsys):
    state = answer(capsys, "estado", "fashion-mnist")["fashion-mnist"]
    assert state["estado"] == "ausente"
    assert state["bytes"] == 30878645
    assert state["sha256"] == {file.name: file.sha256 for file in fashion_mnist.DATASET.files}
    assert "python -m redes.data obtener fashion-mnist" in state["detalle"]


def test_state_never_downloads_and_obtain_tries(capsys, monkeypatch):
    tried = []

    def download(dataset, file):
        tried.append(dataset.name)
        raise ConnectionError("sin red")

    monkeypatch.setattr(registry, "_download", download)
    answer(capsys, "estado", "quijote")
    assert tried == []
    state = answer(capsys, "obtener", "quijote", "beijing")
    assert tried == ["quijote", "beijing"]
    assert {entry["estado"] for entry in state.values()} == {"ausente"}
    assert "sin red" in state["quijote"]["detalle"]


def test_corrupt(capsys, tmp_path):
    path = tmp_path / "datos" / "quijote" / "pg2000.txt"
    path.parent.mkdir(parents=True)
    path.write_text("En un lugar de otro libro", encoding="utf-8")
    state = answer(capsys, "estado", "quijote")["quijote"]
    assert state["estado"] == "corrupto"
    assert "no es el fichero declarado" in state["detalle"]


@pytest.mark.parametrize(
    "name", ["no-existe", "digits", "../quijote", "registry.os", "registry", ""]
)
def test_unknown(capsys, name):
    state = answer(capsys, "estado", name)[name]
    assert (state["estado"], state["sha256"], state["bytes"]) == ("desconocido", {}, 0)


def test_available(capsys, monkeypatch):
    monkeypatch.setattr(command, "locate", lambda dataset: {})
    state = answer(capsys, "estado", "head_qa")["head_qa"]
    assert state["estado"] == "disponible"
    assert "MIT" in state["detalle"]


def test_as_a_command_it_imports_only_what_is_named():
    code = (
        "import sys; from redes.data import __main__ as m; m.main(['estado', 'spa-eng']);"
        "heavy = {'keras', 'sklearn', 'tensorflow', 'matplotlib', 'redes.data.beijing'};"
        "print(sorted(heavy & set(sys.modules)), 'redes.data.spa_eng' in sys.modules)"
    )
    folder = Path(registry.__file__).parents[2]
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True
    )
    assert result.stdout.splitlines()[-1] == "[] True"


@pytest.mark.parametrize("name", ["fashion-mnist", "quijote", "beijing", "head-qa", "spa-eng"])
def test_every_name_leads_to_its_own_module(name):
    dataset = command.dataset_named(name)
    assert dataset.name == name
    assert dataset.title and dataset.licence and dataset.source and dataset.files
