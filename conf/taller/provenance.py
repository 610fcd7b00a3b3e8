"""De dónde sale un resultado: fecha, versión del libro, máquina, motor, coste."""

from __future__ import annotations

import datetime
import platform
import subprocess
from pathlib import Path
from typing import Any

from taller.chapters import Chapter
from taller.kernel import Execution
from taller.target import Target
from taller.workshop import Workshop


def collect(
    workshop: Workshop, chapter: Chapter, target: Target, execution: Execution
) -> dict[str, Any]:
    """La procedencia de una ejecución recién terminada."""
    device = target.device_for(chapter)
    return {
        "fecha": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        "revision": revision(workshop.root),
        "perfil": target.profile,
        "dispositivo": device,
        "procesador": _processor(),
        "sistema": f"{platform.system()} {platform.machine()}",
        "segundos": round(execution.seconds, 1),
        **execution.probe,
    }


def revision(root: Path) -> str:
    """La revisión de git, con «+» si hay cambios sin guardar; vacía si no hay git."""

    def git(*arguments: str) -> str:
        try:
            return subprocess.run(
                ["git", "-C", str(root), *arguments], capture_output=True, text=True, check=True
            ).stdout.strip()
        except (OSError, subprocess.CalledProcessError):
            return ""

    commit = git("rev-parse", "--short=12", "HEAD")
    return commit + "+" if commit and git("status", "--porcelain") else commit


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    if information.exists():
        for line in information.read_text("utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
