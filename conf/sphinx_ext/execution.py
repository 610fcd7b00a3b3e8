"""Lo que el taller ejecutó, puesto al alcance de MyST-NB y de las páginas.

Antes de empezar se llena la caché de MyST-NB con el almacén y se excluyen de la ejecución los
capítulos sin resultado: Sphinx nunca arranca un núcleo. Cada capítulo sin resultado lo dice al
principio de su página.
"""

from __future__ import annotations

import os
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment

from taller import render
from taller.target import Target
from taller.workshop import Workshop


def current_target() -> Target:
    """El dispositivo y el perfil cuyos resultados se muestran."""
    profile = os.environ.get("TALLER_PERFIL")
    return Target.parse(os.environ.get("TALLER_DISPOSITIVO", "cpu"), profile)


def use_store(app: Sphinx, config: Config) -> None:
    """Da a MyST-NB los resultados guardados, y a las demás extensiones, sus fichas."""
    workshop = Workshop(Path(app.srcdir).parent)
    if workshop.book != Path(app.srcdir):
        app.libro_material = render.Material({}, {}, workshop.cache)
        config.nb_execution_mode = "off"
        return
    material = render.prepare(workshop, current_target())
    config.nb_execution_mode = "cache"
    config.nb_execution_cache_path = str(material.cache)
    config.nb_execution_excludepatterns = material.excluded
    app.libro_material = material


def material_of(env: BuildEnvironment) -> render.Material:
    """Los capítulos y las fichas de esta composición."""
    return env.app.libro_material


def announce_pending(app: Sphinx, document: nodes.document) -> None:
    """Pone un aviso tras el título de un capítulo que no se ha ejecutado."""
    material = app.libro_material
    name = app.env.current_document.docname
    if name not in material.chapters or name in material.records:
        return
    section = next(document.findall(nodes.section))
    section.insert(1, pending_notice(material.chapters[name].front_matter.datasets))


def pending_notice(datasets: tuple[str, ...]) -> nodes.admonition:
    """El aviso de que faltan las salidas, y de qué hacer para tenerlas."""
    text = (
        "En esta copia del libro el código de este capítulo no se ha ejecutado: se ve sin sus "
        "salidas, y donde la prosa cita un resultado hay un hueco señalado. "
    )
    if datasets:
        text += (
            f"Usa datos que no vienen con el libro ({', '.join(datasets)}): hay que construirlo "
            "con conexión, para que los descargue, o señalar con la variable REDES_DATA la "
            "carpeta donde ya están. "
        )
    notice = nodes.admonition("", classes=["warning", "pendiente"])
    notice += nodes.title("", "Sin ejecutar")
    notice += nodes.paragraph("", text + "La orden que lo ejecuta es «nox -s libro».")
    return notice


def setup(app: Sphinx) -> dict:
    """Actúa en cuanto se conoce la configuración, antes de que MyST-NB lea la suya."""
    app.connect("config-inited", use_store)
    app.connect("doctree-read", announce_pending)
    return {"parallel_read_safe": False, "parallel_write_safe": True}
