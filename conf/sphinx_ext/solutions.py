"""Ejercicios con pista y solución plegadas, sin una línea de guion.

Los ejercicios y las soluciones son los de sphinx-exercise; las soluciones van entre
`{solution-start}` y `{solution-end}`; así sus celdas quedan en el primer nivel y se ejecutan. Aquí
se pliegan: en HTML, pista y solución son `<details>` con su `<summary>`, que se abre con el ratón y
con el teclado. En los demás formatos son bloques con título.
"""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective
from sphinx_exercise.nodes import exercise_enumerable_node, exercise_node, solution_node
from sphinx_exercise.utils import get_node_number

FOLDING_BUILDERS = ("html", "dirhtml", "singlehtml")


class details(nodes.General, nodes.Element):
    """Un bloque plegado; su primer hijo es un `summary`."""


class summary(nodes.Part, nodes.TextElement):
    """La línea siempre visible de un bloque plegado."""


class Hint(SphinxDirective):
    """`{pista}`: una pista plegada."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Devuelve el bloque plegado; una pista vacía es un error."""
        if not self.content:
            raise self.error("Pista vacía: escribe su texto entre las marcas de apertura y cierre.")
        block = details("", summary("", "Pista"), classes=["pista"])
        self.set_source_info(block)
        block += self.parse_content_to_nodes()
        return [block]


class FoldSolutions(SphinxPostTransform):
    """Convierte las soluciones en bloques plegados y quita a los ejercicios su sección interior."""

    default_priority = 30  # después de que sphinx-exercise haya resuelto los títulos (20 a 22)

    def run(self, **kwargs: object) -> None:
        """Recorre los ejercicios y las soluciones de la página."""
        for node in list(self.document.findall(_is_exercise)):
            _unwrap_sections(node)
            if self.app.builder.format not in ("html", "latex"):
                node.replace_self(self.plain_exercise(node))
        for node in list(self.document.findall(solution_node)):
            _unwrap_sections(node)
            block = details("", summary("", self.solution_title(node)), classes=["solucion"])
            block["ids"] = node["ids"]
            block += node.children[1:]
            node.replace_self(block)
        if self.app.builder.name not in FOLDING_BUILDERS:
            for block in list(self.document.findall(details)):
                title = nodes.title("", block.children[0].astext())
                block.replace_self(
                    nodes.admonition("", title, *block.children[1:], ids=block["ids"])
                )

    def solution_title(self, node: solution_node) -> str:
        """«Solución del ejercicio 3.2», según el número de su ejercicio."""
        registered = self.env.sphinx_exercise_registry.get(node["target_label"])
        if registered and isinstance(registered["node"], exercise_enumerable_node):
            return f"Solución del ejercicio {self.number(registered['node'])}"
        return "Solución"

    def number(self, node: exercise_enumerable_node) -> str:
        """El número de un ejercicio, con el de su capítulo."""
        return get_node_number(self.app, node, "exercise")

    def plain_exercise(self, node: nodes.Element) -> nodes.admonition:
        """El ejercicio como bloque con título, para los formatos que sphinx-exercise no conoce."""
        title = node.children[0].deepcopy()
        if isinstance(node, exercise_enumerable_node):
            title.insert(0, nodes.Text(f"Ejercicio {self.number(node)}"))
        return nodes.admonition("", title, *node.children[1:], ids=node["ids"])


def _is_exercise(node: nodes.Node) -> bool:
    return isinstance(node, (exercise_node, exercise_enumerable_node))


def _unwrap_sections(node: nodes.Element) -> None:
    """Sphinx-exercise mete el contenido en secciones que repiten identificador en la página."""
    for child in list(node.children):
        if isinstance(child, nodes.section):
            child["ids"] = []  # `replace_self` se los daría al primer párrafo
            child.replace_self(child.children)


def _visit_details(self: nodes.NodeVisitor, node: details) -> None:
    self.body.append(self.starttag(node, "details"))


def _depart_details(self: nodes.NodeVisitor, node: details) -> None:
    self.body.append("</details>\n")


def _visit_summary(self: nodes.NodeVisitor, node: summary) -> None:
    self.body.append(self.starttag(node, "summary", ""))


def _depart_summary(self: nodes.NodeVisitor, node: summary) -> None:
    self.body.append("</summary>\n")


def setup(app: Sphinx) -> dict:
    """Registra la directiva `pista`, los nodos y las transformaciones."""
    app.add_node(details, html=(_visit_details, _depart_details))
    app.add_node(summary, html=(_visit_summary, _depart_summary))
    app.add_directive("pista", Hint)
    app.add_post_transform(FoldSolutions)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
