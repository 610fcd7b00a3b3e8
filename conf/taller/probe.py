# Se ejecuta en el núcleo tras la última celda del capítulo, como una celda que no se guarda.
def _taller_probe():
    import json
    import sys
    import time

    def peak_memory():
        try:
            import resource
        except ImportError:  # Windows
            import psutil

            return psutil.Process().memory_info().peak_wset / 2**20
        scale = 2**20 if sys.platform == "darwin" else 2**10
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / scale

    names = ("keras", "tensorflow", "jax", "torch", "numpy", "sklearn", "statsmodels", "matplotlib")
    loaded = {name: sys.modules[name].__version__ for name in names if name in sys.modules}
    keras = sys.modules.get("keras")
    print(
        json.dumps(
            {
                "memoria": round(peak_memory()),
                "segundos_cpu": round(time.process_time(), 1),
                "versiones": {"Python": sys.version.split()[0], **loaded},
                "motor": keras.backend.backend() if keras else "",
                "semillas": [int(seed) for seed in globals().get("SEEDS", ())],
            }
        )
    )


_taller_probe()
