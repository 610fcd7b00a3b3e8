"""Comprobar que hay una GPU de verdad antes de ejecutar nada en ella."""

from __future__ import annotations

import os
import subprocess
import sys

from taller.errors import UsageError
from taller.target import Target

# Lista las GPU del motor y hace en la primera un producto de matrices; escribe cuántas hay.
_PROBES = {
    "tensorflow": """
import tensorflow as tf
gpus = tf.config.list_logical_devices("GPU")
if gpus:
    with tf.device(gpus[0].name):
        product = tf.linalg.matmul(tf.ones((64, 64)), tf.ones((64, 64)))
    assert "GPU" in product.device and float(product[0, 0]) == 64.0
print(len(gpus))
""",
    "jax": """
import jax
gpus = [device for device in jax.devices() if device.platform == "gpu"]
if gpus:
    ones = jax.device_put(jax.numpy.ones((64, 64)), gpus[0])
    assert float((ones @ ones)[0, 0]) == 64.0
print(len(gpus))
""",
    "torch": """
import torch
if torch.cuda.is_available():
    ones = torch.ones((64, 64), device="cuda")
    assert float((ones @ ones)[0, 0]) == 64.0
print(torch.cuda.device_count() if torch.cuda.is_available() else 0)
""",
}


def require(target: Target) -> str:
    """Los nombres de las GPU; lanza `UsageError` si el motor o el controlador no ven ninguna."""
    probe = subprocess.run(
        [sys.executable, "-c", _PROBES[target.backend]],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3", "XLA_PYTHON_CLIENT_PREALLOCATE": "false"},
    )
    found = probe.stdout.strip().splitlines()[-1:] if probe.returncode == 0 else []
    if not found or found[0] == "0":
        raise _missing(f"el motor {target.backend} no ve ninguna", probe.stderr)
    try:
        driver = subprocess.run(
            ["nvidia-smi", "--query-gpu=name", "--format=csv,noheader"],
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError) as error:
        raise _missing("el controlador de NVIDIA (nvidia-smi) no responde", str(error)) from error
    return "; ".join(driver.stdout.split("\n")).strip("; ")


def _missing(what: str, detail: str) -> UsageError:
    last = detail.strip().splitlines()[-1:] or [""]
    return UsageError(
        f"Se pidió una GPU y {what}. {last[0]}\n"
        "Instala el controlador y ejecuta en un equipo con GPU, o usa «--dispositivo cpu»."
    )
