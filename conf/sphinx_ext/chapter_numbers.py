"""Capítulos numerados seguidos a través de las partes.

Sphinx empieza otra vez en 1 en cada índice numerado. El libro tiene un índice por parte, y con esa
cuenta habría varias «Figura 1.2». Aquí se corren los números de cada parte y se recalculan los de
figuras, tablas, programas y ejercicios.
"""

from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.environment.collectors.toctree import TocTreeCollector


def renumber(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Corre los números de los capítulos de cada parte tras los de la anterior."""
    offset = 0
    for toctree in env.get_doctree(app.config.root_doc).findall(addnodes.toctree):
        if not toctree.get("numbered"):
            continue
        chapters = [document for _title, document in toctree["entries"]]
        for chapter in chapters:
            shift(env, chapter, offset)
        offset += len(chapters)
    return TocTreeCollector().assign_figure_numbers(env)


def shift(env: BuildEnvironment, document: str, offset: int) -> None:
    """Suma `offset` al primer número de todo lo numerado en `document`."""

    def moved(number: tuple[int, ...] | list[int] | None) -> tuple[int, ...] | None:
        return (number[0] + offset, *number[1:]) if number else None

    env.toc_secnumbers[document] = {
        anchor: moved(number) or () for anchor, number in env.toc_secnumbers[document].items()
    }
    numbered = [env.titles[document], *env.tocs[document].findall(addnodes.nodes.reference)]
    for node in numbered:
        if node.get("secnumber"):
            node["secnumber"] = moved(node["secnumber"])


def setup(app: Sphinx) -> dict:
    """Actúa justo después de que Sphinx haya repartido sus números."""
    app.connect("env-get-updated", renumber, priority=600)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
