"""Las órdenes del libro. «nox -l» las lista; «nox -s libro» es la que hace todo."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import nox

ROOT = Path(__file__).parent
USAGE_ERROR = 2  # una petición que no se puede atender
SUPPORTED_PYTHONS = ((3, 11), (3, 12), (3, 13))
# Donde TensorFlow publica ruedas.
TENSORFLOW_PLATFORMS = (
    ("linux", "x86_64"),
    ("linux", "aarch64"),
    ("darwin", "arm64"),
    ("win32", "AMD64"),
)
# Sin red más que para instalar, un hilo por prueba y ningún aviso de TensorFlow.
TEST_ENVIRONMENT = {
    "KERAS_BACKEND": "tensorflow",
    "CUDA_VISIBLE_DEVICES": "-1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "MPLBACKEND": "agg",
}

nox.options.sessions = ["libro"]
nox.options.default_venv_backend = "none"  # los entornos los hace `uv sync` con `uv.lock`
nox.options.error_on_missing_interpreters = True


def _stop(message: str) -> None:
    print(message, file=sys.stderr)
    sys.exit(USAGE_ERROR)


if sys.version_info[:2] not in SUPPORTED_PYTHONS:
    _stop(
        f"El libro se construye con Python 3.11, 3.12 o 3.13 y nox corre con "
        f"{platform.python_version()}.\nInstala nox con uno de ellos; por ejemplo:\n"
        '  python3.12 -m pip install "nox[uv]" && python3.12 -m nox -s libro\n'
        '  uvx --python 3.12 --from "nox[uv]" nox -s libro'
    )


def _uv() -> str:
    """El programa `uv` que acompaña a nox o, si no, el del sistema."""
    try:
        from uv import find_uv_bin
    except ImportError:
        found = shutil.which("uv")
        if found is None:
            _stop('Falta uv. Instálalo junto a nox:\n  python -m pip install "nox[uv]"')
        return found
    return find_uv_bin()


def _environment(session: nox.Session, name: str, *what: str) -> str:
    """Pone al día el entorno `.nox/NAME` según `uv.lock` y devuelve su Python.

    Las sesiones comparten entorno: el completo pesa unos 2 GB y basta con uno.
    """
    folder = ROOT / ".nox" / name
    session.run(
        _uv(),
        "sync",
        "--frozen",
        "--compile-bytecode",  # una vez: importar TensorFlow pasa de 15 s a 5 s por capítulo
        *what,
        external=True,
        silent=False,
        env={
            "UV_PROJECT_ENVIRONMENT": str(folder),
            "UV_PYTHON": sys.executable,
            "VIRTUAL_ENV": "",
        },
    )
    return str(folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))


def _complete(session: nox.Session, device: str = "cpu") -> str:
    """El entorno que ejecuta, prueba y compone."""
    if (sys.platform, platform.machine()) not in TENSORFLOW_PLATFORMS:
        _stop(
            f"TensorFlow no publica paquetes para {platform.system()} {platform.machine()}, así "
            "que aquí no se pueden ejecutar los capítulos.\nSí se puede leer el libro con lo que "
            "haya ejecutado otra máquina:\n  nox -s leer"
        )
    name = "completo" if device == "cpu" else "completo-gpu"
    return _environment(session, name, "--extra", device, "--group", "libro", "--group", "tests")


def _reading(session: nox.Session) -> str:
    """El entorno que solo compone: sin TensorFlow."""
    return _environment(session, "lectura", "--only-group", "libro")


def _taller(session: nox.Session, python: str, *arguments: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "conf"), "PYTHONUTF8": "1"}
    command = [python, "-m", "taller.cli", *arguments]
    status = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    if status == USAGE_ERROR:
        sys.exit(USAGE_ERROR)  # nox lo convertiría en 1
    if status:
        session.error("No ha terminado bien; arriba está el porqué.")


def _pytest(session: nox.Session, *arguments: str) -> None:
    command = (_complete(session), "-m", "pytest", *arguments, *session.posargs)
    session.run(*command, external=True, env=TEST_ENVIRONMENT)


def _device(session: nox.Session) -> str:
    arguments = session.posargs
    wants_gpu = "--dispositivo=gpu" in arguments or (
        "--dispositivo" in arguments and "gpu" in arguments[arguments.index("--dispositivo") :][:2]
    )
    return "gpu" if wants_gpu else "cpu"


@nox.session
def libro(session: nox.Session) -> None:
    """Ejecuta lo pendiente, compone el sitio y dice dónde está (admite lo que «ejecutar»)."""
    _taller(session, _complete(session, _device(session)), "libro", *session.posargs)


@nox.session
def ejecutar(session: nox.Session) -> None:
    """Ejecuta lo pendiente (--capitulo, --procesos, --dispositivo, --perfil, --exigir-datos)."""
    _taller(session, _complete(session, _device(session)), "ejecutar", *session.posargs)


@nox.session
def estado(session: nox.Session) -> None:
    """Dice qué capítulos están pendientes y qué ingrediente cambió."""
    _taller(session, _complete(session, _device(session)), "estado", *session.posargs)


@nox.session
def leer(session: nox.Session) -> None:
    """Compone lo que ya está ejecutado y lo sirve en este equipo; no instala TensorFlow."""
    python = _reading(session)
    _taller(session, python, "componer", *session.posargs)
    session.log("Abre http://localhost:8000 en el navegador; Ctrl-C para terminar.")
    site = ROOT / "build" / "html"
    session.run(
        python, "-m", "http.server", "8000", "-b", "127.0.0.1", "-d", str(site), external=True
    )


@nox.session
def vivo(session: nox.Session) -> None:
    """Vista previa que se recompone al guardar un capítulo; no ejecuta celdas."""
    python = _reading(session)
    session.run(
        *(python, "-m", "sphinx_autobuild", "-c", "conf", "-E", "book", "build/vivo"),
        *("--watch", "conf", "--watch", "code", "--open-browser"),
        *("--re-ignore", "__pycache__|book/api"),  # la referencia se escribe y se borra al componer
        external=True,
        env={"PYTHONPATH": str(ROOT / "conf")},
    )


@nox.session
def tests(session: nox.Session) -> None:
    """Las pruebas rápidas (admite los argumentos de pytest)."""
    _pytest(session)


@nox.session
def sitio(session: nox.Session) -> None:
    """Comprueba el sitio construido: enlaces, accesibilidad de las figuras, idioma, rutas."""
    _pytest(session, "tests/sitio")


@nox.session
def doctest(session: nox.Session) -> None:
    """Los ejemplos de las docstrings de «redes»."""
    _pytest(session, "--doctest-modules", "code/redes")


@nox.session
def medidas(session: nox.Session) -> None:
    """Cocientes de tiempos, cada uno medido en una sola ejecución (lento)."""
    _pytest(session, "benchmarks", "-s")


@nox.session
def estilo(session: nox.Session) -> None:
    """Formato y reglas del código."""
    python = _environment(session, "estilo", "--only-group", "estilo")
    session.run(python, "-m", "ruff", "check", ".", external=True)
    session.run(python, "-m", "ruff", "format", "--check", ".", external=True)


@nox.session
def limpiar(session: nox.Session) -> None:
    """Borra el sitio y las cachés; con «-- --todo», también las ejecuciones guardadas."""
    if session.posargs not in ([], ["--todo"]):
        _stop(f"«limpiar» solo admite «--todo» y llegó {' '.join(session.posargs)}.")
    build = ROOT / "build"
    for path in sorted(build.iterdir()) if build.exists() else []:
        if path.name == "ejecuciones" and not session.posargs:
            continue
        shutil.rmtree(path) if path.is_dir() else path.unlink()
        session.log(f"Borrado {path.relative_to(ROOT)}")
