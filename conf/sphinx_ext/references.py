"""Las referencias numeradas dentro de una frase: «la figura 2.1», «el ejercicio 2.4».

Sphinx escribe el rótulo igual en el pie que en la cita. En español el pie empieza por mayúscula,
«Figura 2.1», y en medio de una frase va en minúscula.
"""

import re

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

NUMBERED = re.compile(r"[A-ZÁÉÍÓÚ][a-záéíóú]+ \d+(\.\d+)*")
END_OF_SENTENCE = re.compile(r"[.?!…]»?\s*$")


class LowercaseReferences(SphinxPostTransform):
    """Pone en minúscula el rótulo de una referencia que no abre frase."""

    default_priority = 700  # después de las de Sphinx y las de los ejercicios

    def run(self, **kwargs: object) -> None:
        """Recorre los enlaces ya resueltos de la página."""
        for link in self.document.findall(nodes.reference):
            text = link.astext()
            if NUMBERED.fullmatch(text) and not opens_sentence(link):
                written = next(link.findall(nodes.Text))
                written.parent.replace(written, nodes.Text(written[:1].lower() + written[1:]))


def opens_sentence(node: nodes.Node) -> bool:
    """Si delante de un nodo, en su párrafo, no hay nada o acaba una frase."""
    siblings = node.parent.children
    before = "".join(other.astext() for other in siblings[: siblings.index(node)])
    return not before.strip() or bool(END_OF_SENTENCE.search(before))


def setup(app: Sphinx) -> dict:
    """Registra la transformación."""
    app.add_post_transform(LowercaseReferences)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
