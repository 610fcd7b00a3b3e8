"""Las referencias a figuras de capítulos que no se han ejecutado.

La figura de una celda no existe hasta que la celda se ejecuta, y citarla sería un enlace roto. Si
el capítulo está pendiente, la cita se vuelve un hueco señalado; si la figura no es de ninguno,
Sphinx avisa como siempre.
"""

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from sphinx_ext.execution import material_of
from taller.chapters import Chapter

GAP = "[figura sin ejecutar]"


def figure_names(chapter: Chapter) -> set[str]:
    """Los nombres de las figuras que harán las celdas de un capítulo."""
    options = (cell.metadata.get("mystnb", {}) for cell in chapter.code_cells)
    return {option["figure"]["name"] for option in options if "name" in option.get("figure", {})}


def mark_gap(
    app: Sphinx, env: BuildEnvironment, node: addnodes.pending_xref, content: nodes.TextElement
) -> nodes.Node | None:
    """Pone el hueco donde se cita una figura pendiente."""
    if node.get("reftype") not in ("ref", "numref"):
        return None
    material = material_of(env)
    pending = (
        chapter for name, chapter in material.chapters.items() if name not in material.records
    )
    if any(node["reftarget"] in figure_names(chapter) for chapter in pending):
        return nodes.inline("", GAP, classes=["pendiente"])
    return None


def setup(app: Sphinx) -> dict:
    """Actúa sobre los enlaces que Sphinx no ha resuelto."""
    app.connect("missing-reference", mark_gap)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
