"""Cada capítulo, descargable como cuaderno de Jupyter y como MyST.

El `.md` es la fuente, que Sphinx ya copia en `_sources`. El `.ipynb` se hace de ella con el lector
de MyST-NB. El menú de descarga del tema enlaza los dos.
"""

from pathlib import Path

import nbformat
from myst_nb.core.read import create_nb_reader
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from sphinx_ext.execution import material_of
from sphinx_ext.notebook import portable

SOURCES = "_sources"


def notebook_of(env: BuildEnvironment, document: str) -> nbformat.NotebookNode | None:
    """El cuaderno de un capítulo, sin salidas; nada si la página no tiene celdas."""
    path = Path(env.doc2path(document))
    if path.suffix != ".md":
        return None
    text = path.read_text(encoding="utf-8")
    reader = create_nb_reader(str(path), env.myst_config, env.mystnb_config, text)
    return portable(reader.read(text), published(env)) if reader else None


def published(env: BuildEnvironment) -> dict[str, str]:
    """El texto de todos los resultados que las celdas del libro publicaron."""
    records = material_of(env).records.values()
    return {name: found["texto"] for record in records for name, found in record.results.items()}


def link(app: Sphinx, page: str, template: str, context: dict, doctree: object) -> None:
    """Escribe el cuaderno de la página y lo anuncia al menú de descarga del tema."""
    if not doctree or app.builder.name != "html":
        return
    notebook = notebook_of(app.env, page)
    if notebook is None:
        return
    path = app.outdir / SOURCES / f"{page}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(nbformat.writes(notebook), encoding="utf-8")
    context["ipynb_source"] = f"{page}.ipynb"


def setup(app: Sphinx) -> dict:
    """Actúa antes que los botones del tema, que leen `ipynb_source`."""
    app.connect("html-page-context", link, priority=400)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
