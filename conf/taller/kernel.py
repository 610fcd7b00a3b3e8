"""Ejecutar un capítulo en su núcleo, de principio a fin, y comprobar que quedó bien ejecutado."""

from __future__ import annotations

import asyncio
import copy
import json
import logging
import os
import re
import sysconfig
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import psutil
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from taller import kernel_environment
from taller.chapters import Chapter
from taller.failures import ChapterFailed
from taller.target import Target
from taller.workshop import Workshop

# Un portátil lento tarda varias veces lo que el presupuesto dice; más que esto es un cuelgue.
TIME_MARGIN = 5.0
MEMORY_MARGIN = 2.0
MINIMUM_SECONDS = 20.0
STARTUP_SECONDS = 120

_PROBE = (Path(__file__).with_name("probe.py")).read_text("utf-8")
# Un registro de TensorFlow o de absl, que a veces va a la salida corriente.
_LOG = re.compile(r"^(?:(?:WARNING|ERROR|INFO):\w+:|[IWEF]\d{4} \d\d:)", re.MULTILINE)
_SAMPLING_SECONDS = 0.5


@dataclass(frozen=True)
class Execution:
    """Un capítulo bien ejecutado."""

    notebook: nbformat.NotebookNode
    seconds: float
    probe: dict[str, Any]


class ChapterRun:
    """Una ejecución en marcha: sabe por qué celda va y puede pararse desde otro hilo."""

    def __init__(
        self,
        workshop: Workshop,
        chapter: Chapter,
        target: Target,
        on_cell: Callable[[int], None] = lambda done: None,
    ):
        self._workshop = workshop
        self._chapter = chapter
        self._target = target
        self._on_cell = on_cell
        self._cell = 0
        self._limit = max(MINIMUM_SECONDS, TIME_MARGIN * chapter.front_matter.seconds)
        self._memory_limit = MEMORY_MARGIN * chapter.front_matter.memory
        self._started = 0.0
        self._over_memory = 0.0
        self._finished = threading.Event()
        self._client: NotebookClient | None = None

    def run(self) -> Execution:
        """Ejecuta el capítulo; lanza `ChapterFailed` si algo no va bien."""
        _check_nested_cells(self._chapter)
        notebook = self._fresh_notebook()
        with tempfile.TemporaryDirectory(prefix="capitulo-") as folder:
            environment = kernel_environment.build(self._workshop, self._chapter, self._target)
            self._client = NotebookClient(
                notebook,
                # El núcleo `python3` de este mismo entorno, diga lo que diga el de la persona.
                km=AsyncKernelManager(kernel_name="python3"),
                timeout_func=lambda cell: max(1, round(self._remaining())),
                startup_timeout=STARTUP_SECONDS,
                record_timing=False,
                coalesce_streams=True,  # si no, se parten según la carga de la máquina
                extra_arguments=["--IPKernelApp.log_level=40"],  # solo errores
                on_cell_start=self._cell_started,
                on_notebook_start=self._kernel_started,
                log=_silent_log(),
            )
            self._client.owns_km = True
            self._execute(environment, Path(folder))
        seconds = time.monotonic() - self._started
        probe = json.loads(_stream(notebook.cells.pop(), "stdout"))
        for cell in notebook.cells:
            cell.metadata.pop("execution", None)
            _shorten_paths(cell, self._workshop)
        check_outputs(self._chapter, notebook)
        return Execution(notebook, seconds, probe)

    def _fresh_notebook(self) -> nbformat.NotebookNode:
        notebook = copy.deepcopy(self._chapter.notebook)
        for cell in notebook.cells:
            cell.pop("id", None)  # al azar en cada lectura: no puede quedar en el almacén
        notebook.cells.append(nbformat.v4.new_code_cell(_PROBE))
        notebook.nbformat_minor = 4
        notebook.cells[-1].pop("id")
        return notebook

    def _execute(self, environment: dict[str, str], folder: Path) -> None:
        self._started = time.monotonic()
        log = folder.with_suffix(".log")  # lo que el proceso diga fuera de las celdas
        try:
            with log.open("w") as file:
                asyncio.run(
                    self._client.async_execute(
                        env=environment, cwd=str(folder), stdout=file, stderr=file
                    )
                )
        except CellExecutionError as error:
            raise self._failed("excepción", str(error)) from error
        except CellTimeoutError as error:
            raise self._failed(
                "tiempo agotado",
                f"El capítulo pasó de {self._limit:.0f} s: {TIME_MARGIN:.0f} veces lo que declara "
                f"en «segundos» ({self._chapter.front_matter.seconds:.0f}).",
            ) from error
        except DeadKernelError as error:
            raise self._dead(log.read_text("utf-8", errors="replace")) from error
        except RuntimeError as error:
            raise self._failed("núcleo sin arrancar", str(error)) from error
        finally:
            self._finished.set()
            log.unlink(missing_ok=True)

    def _dead(self, log: str) -> ChapterFailed:
        if self._over_memory:
            return self._failed(
                "memoria agotada",
                f"El núcleo llegó a {self._over_memory:.0f} MiB: más de {MEMORY_MARGIN:.0f} veces "
                f"lo que el capítulo declara en «memoria» "
                f"({self._chapter.front_matter.memory:.0f} MiB).",
            )
        return self._failed("núcleo muerto", f"{log}\nEl proceso del núcleo terminó de repente.")

    def _failed(self, kind: str, detail: str) -> ChapterFailed:
        return ChapterFailed(kind, self._chapter.describe_cell(self._cell), detail)

    def _remaining(self) -> float:
        return self._limit - (time.monotonic() - self._started)

    def _cell_started(self, cell: nbformat.NotebookNode, cell_index: int) -> None:
        if cell_index < len(self._chapter.notebook.cells):
            self._cell = cell_index
            self._on_cell(cell_index)

    def _kernel_started(self, notebook: nbformat.NotebookNode) -> None:
        # El reloj del capítulo empieza cuando el núcleo está listo.
        self._started = time.monotonic()
        threading.Thread(target=self._watch_memory, daemon=True).start()

    def _watch_memory(self) -> None:
        process = psutil.Process(self._client.km.provisioner.process.pid)
        while not self._finished.wait(_SAMPLING_SECONDS):
            try:
                used = process.memory_info().rss / 2**20
            except psutil.Error:
                return
            if used > self._memory_limit:
                self._over_memory = used
                process.kill()
                return

    def stop(self) -> None:
        """Mata el núcleo, si lo hay; `run` termina entonces con «núcleo muerto»."""
        manager = self._client and self._client.km
        if manager and manager.provisioner and manager.provisioner.process:
            manager.provisioner.process.kill()


def _check_nested_cells(chapter: Chapter) -> None:
    lines = chapter.nested_cell_lines()
    if lines:
        raise ChapterFailed(
            "celda sin ejecutar",
            f"línea {lines[0]}",
            "Hay celdas dentro de otra directiva, y esas no se ejecutan nunca: líneas "
            f"{', '.join(map(str, lines))}. Sácalas al primer nivel; para una solución, ponlas "
            "entre «solution-start» y «solution-end».",
        )


def check_outputs(chapter: Chapter, notebook: nbformat.NotebookNode) -> None:
    """Lanza `ChapterFailed` si una celda no se ejecutó, escribió en stderr o no falló y debía."""
    for index, cell in enumerate(notebook.cells):
        if cell.cell_type != "code":
            continue
        where = chapter.describe_cell(index)
        tags = cell.metadata.get("tags", [])
        if cell.source.strip() and cell.execution_count is None:
            raise ChapterFailed(
                "celda sin ejecutar", where, "La celda no se ejecutó (¿«skip-execution»?)."
            )
        text = _stream(cell, "stderr")
        if text or _LOG.search(_stream(cell, "stdout")):
            raise ChapterFailed("salida de error", where, text or _stream(cell, "stdout"))
        raised = any(output.output_type == "error" for output in cell.outputs)
        if "raises-exception" in tags and not raised:
            raise ChapterFailed(
                "excepción que no llegó",
                where,
                "La celda lleva «raises-exception» pero terminó sin error.",
            )


def _shorten_paths(cell: nbformat.NotebookNode, workshop: Workshop) -> None:
    """Quita de las trazas que se publican dónde está el libro en esta máquina."""
    folders = [f"{workshop.code}{os.sep}", f"{sysconfig.get_path('purelib')}{os.sep}"]
    for output in cell.get("outputs", []):
        if output.output_type == "error":
            for folder in folders:
                output.traceback = [line.replace(folder, "") for line in output.traceback]


def _stream(cell: nbformat.NotebookNode, name: str) -> str:
    return "".join(output.text for output in cell.outputs if output.get("name") == name)


def _silent_log() -> logging.Logger:
    """Lo que nbclient contaría por su cuenta en la terminal ya va en nuestro informe."""
    logger = logging.getLogger("taller.nbclient")
    logger.addHandler(logging.NullHandler())
    logger.propagate = False
    return logger
