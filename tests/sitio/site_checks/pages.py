"""Cada página es una página bien hecha, en español, y sin avisos de la composición."""

from __future__ import annotations

import copy
import re
import runpy
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from site_checks.site import Site

# La lista de palabras inglesas es la de las pruebas de la interfaz.
INTERFACE = runpy.run_path(str(Path(__file__).parents[2] / "conf" / "test_interface.py"))
ENGLISH, SPOKEN, FOREIGN = (INTERFACE[name] for name in ("ENGLISH", "ATTRIBUTES", "FOREIGN"))
# Lo que está en inglés porque es código, o una palabra que se nombra como tal.
CODE = "script, style, svg, pre, code, em, .math, .sig, dl.field-list > dt, .descname, .output"
DOTTED_NAME = re.compile(r"\b\w+(\.\w+)+\b")


def declares_spanish(site: Site) -> Iterator[str]:
    """`<html lang="es">`."""
    for name, page in site.pages.items():
        if page.html.get("lang") != "es":
            yield f"{name}: la página dice lang={page.html.get('lang')!r}"


def one_main_title(site: Site) -> Iterator[str]:
    """Un solo `<h1>`."""
    for name, page in site.pages.items():
        count = len(page.find_all("h1"))
        if count != 1:
            yield f"{name}: {count} títulos <h1>"


def identifiers_are_unique(site: Site) -> Iterator[str]:
    """Ningún identificador repetido: un enlace llevaría a otro sitio."""
    for name, page in site.pages.items():
        ids = Counter(tag["id"] for tag in page.find_all(id=True))
        for identifier in sorted(key for key, times in ids.items() if times > 1):
            yield f"{name}: el identificador «{identifier}» está repetido"


def no_english_interface(site: Site) -> Iterator[str]:
    """Ni en lo que se lee ni en lo que dice un lector de pantalla.

    La referencia de `redes` nombra tipos y objetos en inglés: allí solo se mira la interfaz.
    """
    for name, page in site.pages.items():
        page = copy.copy(page)
        listing = name.startswith("api/") or name in ("genindex", "py-modindex")
        extra = ", article.bd-article, .bd-toc-nav" if listing else ""
        for tag in page.select(f"{CODE}, {FOREIGN}{extra}"):
            tag.decompose()
        spoken = [tag[key] for key in SPOKEN for tag in page.find_all(attrs={key: True})]
        text = DOTTED_NAME.sub("", " ".join([page.body.get_text(" "), *spoken]))
        for word in sorted(set(ENGLISH.findall(text.lower()))):
            yield f"{name}: «{word}» está en inglés"


def no_build_message(site: Site) -> Iterator[str]:
    """Ningún aviso de Sphinx o de MyST en la página."""
    for name, page in site.pages.items():
        for tag in page.select(".system-message, .problematic"):
            yield f"{name}: aviso de la composición: «{tag.get_text(' ', strip=True)[:80]}»"
        for word in ("WARNING:", "ERROR:"):
            if word in page.get_text():
                yield f"{name}: contiene «{word}»"


CHECKS = (
    declares_spanish,
    one_main_title,
    identifiers_are_unique,
    no_english_interface,
    no_build_message,
)
