"""Medir dos funciones, la nuestra y la de Keras, por turnos y en un solo núcleo."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CODE = Path(__file__).parents[1] / "code"
ONE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "TF_NUM_INTRAOP_THREADS": "1",
    "TF_NUM_INTEROP_THREADS": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "CUDA_VISIBLE_DEVICES": "",
    "PYTHONPATH": str(CODE),
}
BEFORE = """
import json, os, time
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])
"""
AFTER = """
def seconds(function):
    # Segundos de procesador: no cuentan lo que espera el proceso si la máquina hace otras cosas.
    start = time.process_time()
    function()
    return time.process_time() - start

ours(), theirs()  # calentamiento: aquí compila Keras
print(json.dumps([[seconds(ours), seconds(theirs)] for _ in range(21)]))
"""


@pytest.fixture
def one_core_rounds():
    """Lo que tardan ``ours`` y ``theirs``, que define el programa, en 21 rondas alternas."""

    def measure(program):
        # Los hilos se fijan antes de importar NumPy y el motor: la medida va en otro proceso.
        run = subprocess.run(
            [sys.executable, "-c", BEFORE + program + AFTER],
            env={**os.environ, **ONE_THREAD},
            capture_output=True,
            text=True,
        )
        assert run.returncode == 0, run.stderr
        return json.loads(run.stdout.splitlines()[-1])

    return measure
