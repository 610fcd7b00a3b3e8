import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from redes import settings


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch):
    for variable in ("REDES_PERFIL", "REDES_DISPOSITIVO", "REDES_DATA", "KERAS_BACKEND"):
        monkeypatch.delenv(variable, raising=False)


@pytest.mark.parametrize(
    ("function", "variable"),
    [(settings.profile, "REDES_PERFIL"), (settings.device, "REDES_DISPOSITIVO")],
)
class TestChoice:
    def test_default_is_cpu(self, function, variable, monkeypatch):
        assert function() == "cpu"
        monkeypatch.setenv(variable, "")
        assert function() == "cpu"

    def test_reads_the_variable(self, function, variable, monkeypatch):
        monkeypatch.setenv(variable, "gpu")
        assert function() == "gpu"

    @pytest.mark.parametrize("value", ["GPU", "tpu", " cpu"])
    def test_anything_else_is_an_error(self, function, variable, value, monkeypatch):
        monkeypatch.setenv(variable, value)
        with pytest.raises(ValueError, match=f"{variable} vale «{value}».*«cpu» o «gpu»"):
            function()


def test_each_choice_reads_its_own_variable(monkeypatch):
    monkeypatch.setenv("REDES_PERFIL", "gpu")
    assert (settings.profile(), settings.device()) == ("gpu", "cpu")


def test_by_profile(monkeypatch):
    assert settings.by_profile(cpu=2, gpu="x") == 2
    monkeypatch.setenv("REDES_PERFIL", "gpu")
    assert settings.by_profile(cpu=2, gpu="x") == "x"


def test_backend_from_the_environment(monkeypatch):
    monkeypatch.delitem(sys.modules, "keras", raising=False)
    assert settings.backend() == "tensorflow"
    monkeypatch.setenv("KERAS_BACKEND", "jax")
    assert settings.backend() == "jax"


def test_backend_of_an_imported_keras_wins(monkeypatch):
    keras = SimpleNamespace(config=SimpleNamespace(backend=lambda: "torch"))
    monkeypatch.setitem(sys.modules, "keras", keras)
    monkeypatch.setenv("KERAS_BACKEND", "jax")
    assert settings.backend() == "torch"


def test_backend_does_not_import_keras():
    code = (
        "import sys; from redes import settings; settings.backend(); print('keras' in sys.modules)"
    )
    folder = Path(settings.__file__).parents[1]
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "False"


def test_data_folder(monkeypatch, tmp_path):
    assert settings.data_folder() is None
    monkeypatch.setenv("REDES_DATA", str(tmp_path))
    assert settings.data_folder() == tmp_path
