"""El papel `{resultado}`: un valor publicado por una celda, en medio de una frase.

``{resultado}`primera-red.exactitud` `` escribe el texto que `redes.resultados.publicar` guardó. Si
el capítulo no se ha ejecutado queda un hueco señalado; si el resultado no existe, es un aviso.
"""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.docutils import SphinxRole

from sphinx_ext.execution import material_of

logger = logging.getLogger(__name__)
GAP = "[sin ejecutar]"


class Result(SphinxRole):
    """El texto de un resultado publicado."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Busca el resultado en la ficha del capítulo que lo publica."""
        material = material_of(self.env)
        chapter = self.text.partition(".")[0]
        names = [name for name in material.chapters if name.rsplit("/", 1)[-1] == chapter]
        record = material.records.get(names[0]) if names else None
        if record and self.text in record.results:
            return [nodes.Text(unbroken(record.results[self.text]["texto"]))], []
        if record or not names:
            logger.warning(
                "No hay ningún resultado llamado «%s»: o el nombre está mal o falta el "
                "«publicar» en su capítulo.",
                self.text,
                location=self.get_location(),
            )
        return [nodes.inline("", GAP, classes=["resultado-pendiente"])], []


def unbroken(text: str) -> str:
    """El texto con espacios que no dejan partir el renglón: «0,95 ± 0,01» va junto."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def setup(app: Sphinx) -> dict:
    """Registra el papel."""
    app.add_role("resultado", Result())
    return {"parallel_read_safe": True, "parallel_write_safe": True}
