"""El entorno explícito y pequeño con que arranca el núcleo de un capítulo."""

from __future__ import annotations

import os
import tempfile

from taller.chapters import Chapter
from taller.target import Target
from taller.workshop import Workshop

# Un hilo por núcleo de ejecución: los resultados no dependen de cuántos procesadores haya.
THREADS = 1

# Lo único que pasa del entorno de quien construye; nada más (ni secretos) llega a un capítulo.
_INHERITED = (
    "PATH", "HOME", "LD_LIBRARY_PATH", "REDES_DATA",
    "USERPROFILE", "SYSTEMROOT", "APPDATA", "LOCALAPPDATA", "TEMP", "TMP",
)  # fmt: skip

_DETERMINISTIC = {
    "PYTHONHASHSEED": "0",
    "SOURCE_DATE_EPOCH": "0",  # Matplotlib no escribe la fecha en los SVG
    "TF_DETERMINISTIC_OPS": "1",
    "TF_ENABLE_ONEDNN_OPTS": "0",  # su suma depende del procesador, y avisa al arrancar
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC",
}

# Los avisos de TensorFlow y XLA se callan en su origen: lo demás que llegue a stderr es un error.
_QUIET = {
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "GRPC_VERBOSITY": "NONE",
    "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    "PYTHONIOENCODING": "utf-8",
}


def build(workshop: Workshop, chapter: Chapter, target: Target) -> dict[str, str]:
    """Las variables del núcleo de `chapter`."""
    caches = workshop.cache
    device = target.device_for(chapter)
    environment = {name: os.environ[name] for name in _INHERITED if name in os.environ}
    environment |= _DETERMINISTIC | _QUIET | _device_variables(device)
    environment |= {
        "PYTHONPATH": str(workshop.code),
        "PYTHONDONTWRITEBYTECODE": "1",
        "KERAS_BACKEND": target.backend,
        "KERAS_HOME": str(caches / "keras"),
        "MPLCONFIGDIR": str(caches / "matplotlib"),
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "IPYTHONDIR": str(caches / "ipython"),
        "TMPDIR": tempfile.gettempdir(),
        "REDES_PERFIL": target.profile,
        "REDES_DISPOSITIVO": device,
    }
    return environment


def settings(device: str) -> dict[str, str]:
    """Los ajustes de determinismo e hilos: los que, si cambian, pueden cambiar un resultado."""
    return _DETERMINISTIC | _device_variables(device)


def _device_variables(device: str) -> dict[str, str]:
    if device == "gpu":
        return {
            "TF_FORCE_GPU_ALLOW_GROWTH": "true",
            "XLA_PYTHON_CLIENT_PREALLOCATE": "false",
            "CUBLAS_WORKSPACE_CONFIG": ":4096:8",
            "XLA_FLAGS": "--xla_gpu_deterministic_ops=true",
        }
    threads = str(THREADS)
    return {
        "CUDA_VISIBLE_DEVICES": "-1",
        "JAX_PLATFORMS": "cpu",
        "XLA_FLAGS": "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1",
        "TF_NUM_INTRAOP_THREADS": threads,
        "TF_NUM_INTEROP_THREADS": threads,
        "OMP_NUM_THREADS": threads,
        "OPENBLAS_NUM_THREADS": threads,
        "MKL_NUM_THREADS": threads,
    }
