"""Las figuras SVG, dentro de la página.

Un SVG enlazado con `<img>` no ve los colores de la página: en modo oscuro se queda claro. Aquí cada
figura se incrusta como `<svg role="img">`, con el texto alternativo de su imagen por nombre
accesible, y sus colores pasan a ser variables de estilo, que valen en claro y en oscuro.
"""

from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging

from sphinx_ext.svg import SvgError, inline
from sphinx_ext.tokens import light_roles

logger = logging.getLogger(__name__)
TOKENS = Path(__file__).resolve().parents[1] / "static" / "figuras.css"


class InlineSvg(SphinxPostTransform):
    """Sustituye las imágenes SVG por su contenido."""

    default_priority = 900  # cuando MyST-NB ya ha elegido el formato de cada salida
    formats = ("html",)

    def run(self, **kwargs: object) -> None:
        """Recorre las imágenes de la página."""
        if self.app.builder.name == "epub":
            return
        images = [
            image
            for image in self.document.findall(nodes.image)
            if image["uri"].endswith(".svg") and "://" not in image["uri"]
        ]
        roles = light_roles(TOKENS.read_text(encoding="utf-8")) if images else {}
        for number, image in enumerate(images, start=1):
            self.replace(image, prefix=f"fig{number}-", roles=roles)

    def replace(self, image: nodes.image, *, prefix: str, roles: dict[str, str]) -> None:
        """Incrusta una imagen; si no puede, avisa y la deja como estaba."""
        label = " ".join(image.get("alt", "").split())
        if not label:
            logger.warning(
                "Figura sin texto alternativo: di qué muestra, con `:alt:` en la directiva o con "
                "`mystnb: image: alt:` en la cabecera de la celda.",
                location=image,
            )
        path = Path(self.env.srcdir, image["uri"])
        try:
            svg = inline(
                path.read_text(encoding="utf-8"),
                label=label,
                prefix=prefix,
                roles=roles,
                width=image.get("width"),
            )
        except (OSError, SvgError) as error:
            logger.warning(
                "No se puede incrustar la figura %s: %s.", image["uri"], error, location=image
            )
            return
        classes = ["figura-svg", *image["classes"]]
        if "align" in image:
            classes.append(f"align-{image['align']}")
        html = f'<div class="{" ".join(classes)}">{svg}</div>'
        raw = nodes.raw("", html, format="html")
        raw.source, raw.line = image.source, image.line
        image.replace_self(raw)


def setup(app: Sphinx) -> dict:
    """Registra la transformación."""
    app.add_post_transform(InlineSvg)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
