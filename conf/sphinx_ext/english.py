"""El papel `{en}`: una expresión en inglés, en cursiva y marcada como tal.

Un lector de pantalla que lee el libro en español cambia así de voz para pronunciarla:
``{en}`gradient descent` `` produce ``<em lang="en">gradient descent</em>``.
"""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxRole


class English(SphinxRole):
    """Texto en inglés."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Devuelve la cursiva; docutils convierte la clase `language-en` en `lang="en"`."""
        return [nodes.emphasis(self.rawtext, self.text, classes=["language-en"])], []


def setup(app: Sphinx) -> dict:
    """Registra el papel."""
    app.add_role("en", English())
    return {"parallel_read_safe": True, "parallel_write_safe": True}
