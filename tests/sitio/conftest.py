"""El sitio que se comprueba: el de la variable SITIO o, si no está definida, build/html."""

import os
import sys
from pathlib import Path

import pytest

from taller import render
from taller.workshop import Workshop

sys.path.insert(0, str(Path(__file__).parent))

from site_checks.site import Site

from sphinx_ext.execution import current_target


@pytest.fixture(scope="session")
def site():
    """El sitio construido, con los capítulos y las ejecuciones que muestra."""
    workshop = Workshop.default()
    folder = Path(os.environ.get("SITIO") or workshop.site)
    if not (folder / "index.html").is_file():
        pytest.fail(
            f"No hay ningún sitio en {folder}. Constrúyelo antes con «nox -s libro».",
            pytrace=False,
        )
    chapters, records = render.select(workshop, current_target())
    return Site(folder, workshop, chapters, records)
