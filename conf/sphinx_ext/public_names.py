"""Enlaces a los nombres públicos de `redes`.

Un módulo reparte a veces su código en ficheros privados y los reexporta. Las anotaciones de tipos
nombran entonces el fichero privado, que no tiene página: el enlace va al nombre público.
"""

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment


def resolve(
    app: Sphinx, env: BuildEnvironment, node: addnodes.pending_xref, content: nodes.TextElement
) -> nodes.reference | None:
    """Enlaza `redes.scratch._mlp.Params` con el único `redes.scratch.….Params` público."""
    if node.get("refdomain") != "py":
        return None
    package, private, name = _split(node["reftarget"])
    if not private:
        return None
    domain = env.domains.python_domain
    public = [
        target
        for target in domain.objects
        if target.startswith(f"{package}.") and target.endswith(f".{name}")
    ]
    if len(public) != 1:
        return None
    document = node.get("refdoc", env.docname)
    return domain.resolve_xref(env, document, app.builder, "obj", public[0], node, content)


def _split(target: str) -> tuple[str, str, str]:
    """«redes.scratch._mlp.Params» → («redes.scratch», «_mlp», «Params»)."""
    parts = target.split(".")
    private = next((n for n, part in enumerate(parts) if part.startswith("_")), None)
    if private is None:
        return target, "", ""
    return ".".join(parts[:private]), parts[private], ".".join(parts[private + 1 :])


def setup(app: Sphinx) -> dict:
    """Actúa sobre los enlaces que Sphinx no ha resuelto."""
    app.connect("missing-reference", resolve)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
