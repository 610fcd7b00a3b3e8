"""Celdas plegadas de MyST-NB, con sus rótulos en español.

MyST-NB compone el rótulo con una palabra inglesa («source», «output»…) y escribe en inglés el
nombre accesible del bloque. Aquí la palabra se traduce y el nombre accesible es el propio rótulo.
"""

from html import escape

from docutils import nodes
from myst_nb.sphinx_ import HideCodeCellNode
from sphinx.application import Sphinx

FOLDED = {
    "content": "el código y su salida",
    "source": "el código",
    "output": "la salida",
    "outputs": "la salida",
}


def _label(prompt: str) -> str:
    """«Mostrar source» → «Mostrar el código»."""
    verb, _, what = prompt.partition(" ")
    return escape(f"{verb} {FOLDED.get(what, what)}")


def visit(self: nodes.NodeVisitor, node: HideCodeCellNode) -> None:
    """Abre el bloque; los dos rótulos se alternan por estilo, según esté abierto o cerrado."""
    self.body.append(
        f'<details class="admonition hide {" ".join(node["classes"])}">\n<summary>\n'
        f'<p class="collapsed admonition-title">{_label(node["prompt_show"])}</p>\n'
        f'<p class="expanded admonition-title">{_label(node["prompt_hide"])}</p>\n'
        "</summary>\n"
    )


def depart(self: nodes.NodeVisitor, node: HideCodeCellNode) -> None:
    """Cierra el bloque."""
    self.body.append("</details>\n")


def setup(app: Sphinx) -> dict:
    """Sustituye la escritura del nodo de MyST-NB."""
    app.add_node(HideCodeCellNode, override=True, html=(visit, depart))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
