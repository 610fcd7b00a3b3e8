"""Los enlaces llevan a donde dicen y nada se pide a terceros."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup
from site_checks.site import Site

ATTRIBUTES = ("href", "src", "data", "poster")
# Lo que el navegador pide por su cuenta al abrir la página.
REQUESTS = {
    "src": ("script", "img", "iframe", "source", "audio", "video", "embed", "track", "input"),
    "href": ("link", "image", "use"),
    "data": ("object",),
    "poster": ("video",),
}
FOREIGN = re.compile(r"^\s*(https?:)?//", re.I)
CSS_URL = re.compile(r"(?:url\(\s*|@import\s+)['\"]?\s*((?:https?:)?//[^'\")\s]+)", re.I)
# Dicen dónde está algo, pero no lo cargan.
PASSIVE_LINKS = {"canonical", "license", "next", "prev", "author", "alternate"}


def broken_links(site: Site) -> Iterator[str]:
    """Enlaces internos cuyo fichero o cuyo destino dentro de él no existe."""
    for name, page in site.pages.items():
        for attribute in ATTRIBUTES:
            for tag in page.find_all(attrs={attribute: True}):
                problem = _problem(site, name, str(tag[attribute]))
                if problem:
                    yield f"{name}: «{tag[attribute]}» {problem}"


def _problem(site: Site, name: str, address: str) -> str | None:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or address in ("", "#"):
        return None
    target = unquote(parts.path)
    if target.startswith("/"):
        return "empieza por «/»: no sirve en un sitio que se abre desde una carpeta"
    folder = PurePosixPath(name).parent
    path = normpath(folder / target) if target else f"{name}.html"
    if path.startswith(".."):
        return "sale del sitio"
    if (site.folder / path).is_dir():
        path = f"{path}/index.html"
    if not (site.folder / path).is_file():
        return "no existe"
    fragment = unquote(parts.fragment)
    linked = path.removesuffix(".html")
    if fragment and linked in site.pages and fragment not in site.anchors[linked]:
        return "no tiene ese destino"
    return None


def foreign_requests(site: Site) -> Iterator[str]:
    """Lo que una página o una hoja de estilo pediría a otro sitio al abrirse."""
    for name, page in site.pages.items():
        for attribute, tags in REQUESTS.items():
            for tag in page.find_all(tags, attrs={attribute: FOREIGN}):
                if not PASSIVE_LINKS.intersection(tag.get("rel", [])):
                    yield f"{name}: <{tag.name}> pide {tag[attribute]}"
        for address in CSS_URL.findall(_inline_style(page)):
            yield f"{name}: un estilo pide {address}"
        for tag in page.find_all(srcset=re.compile("//")):
            yield f"{name}: srcset pide {tag['srcset']}"
    for path in sorted(site.folder.rglob("*.css")):
        for address in CSS_URL.findall(path.read_text("utf-8")):
            yield f"{path.relative_to(site.folder)}: pide {address}"


def _inline_style(page: BeautifulSoup) -> str:
    blocks = [tag.get_text() for tag in page.find_all("style")]
    return "\n".join(blocks + [tag["style"] for tag in page.find_all(style=True)])


CHECKS = (broken_links, foreign_requests)
