"""Las imágenes dicen lo que muestran también a quien no las ve."""

from __future__ import annotations

from collections.abc import Iterator

from site_checks.site import Site

CONTENT = "figure, .cell_output, .figura-svg"


def images_have_alternatives(site: Site) -> Iterator[str]:
    """Cada `<img>` tiene `alt`; vacío solo si no es una figura."""
    for name, page in site.pages.items():
        for image in page.find_all("img"):
            if image.get("alt") is None:
                yield f"{name}: <img src={image.get('src')}> sin alt"
            elif not image["alt"].strip() and image.find_parent(["figure"]):
                yield f"{name}: la figura {image.get('src')} tiene el alt vacío"
            elif not image["alt"].strip() and image.find_parent(class_="cell_output"):
                yield f"{name}: la salida {image.get('src')} tiene el alt vacío"


def drawings_have_names(site: Site) -> Iterator[str]:
    """Cada SVG que es una figura tiene `role="img"` y `aria-label`."""
    for name, page in site.pages.items():
        for svg in page.find_all("svg"):
            if svg.find_parent("svg") or svg.get("aria-hidden") == "true":
                continue
            if svg.get("role") != "img" or not svg.get("aria-label", "").strip():
                yield f"{name}: el SVG {svg.get('id')} no tiene role=img y aria-label"


def figures_are_numbered(site: Site) -> Iterator[str]:
    """Cada pie empieza por «Figura» y su número."""
    for name, page in site.pages.items():
        for caption in page.select("figure figcaption"):
            number = caption.select_one(".caption-number")
            if number is None or not number.get_text().startswith("Figura "):
                text = caption.get_text(" ", strip=True)[:60]
                yield f"{name}: el pie «{text}» no lleva «Figura» y su número"


CHECKS = (images_have_alternatives, drawings_have_names, figures_are_numbered)
