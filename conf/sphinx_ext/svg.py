"""Preparar un SVG para incrustarlo en una página: funciones puras, sin Sphinx."""

import re
from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
REFERENCES = ("aria-labelledby", "aria-describedby")
COLOUR = re.compile(r"(?<![\w(])#[0-9a-fA-F]{6}(?!\w)")
URL = re.compile(r"url\(\s*(['\"]?)#([^)'\"]+)\1\s*\)")
RULE = re.compile(r"([^{}]+)\{")


class SvgError(ValueError):
    """El fichero no es un SVG que se pueda incrustar."""


def inline(
    source: str, *, label: str, prefix: str, roles: dict[str, str], width: str | None = None
) -> str:
    """Devuelve el SVG listo para HTML.

    Parameters
    ----------
    source : str
        El fichero, con o sin prólogo de XML.
    label : str
        El nombre accesible: lo que la figura muestra.
    prefix : str
        Va delante de cada identificador, para que dos figuras de una página no choquen.
    roles : dict
        De color en claro (`"#1f2933"`) a variable de estilo (`"--fig-text"`).
    width : str, optional
        La anchura pedida en la página; si falta, la del propio SVG.

    Raises
    ------
    SvgError
        Si no es XML bien formado o su raíz no es `<svg>`.
    """
    try:
        root = ElementTree.fromstring(source)
    except ElementTree.ParseError as error:
        raise SvgError(f"no es XML bien formado ({error})") from error
    if root.tag not in (f"{SVG}svg", "svg"):
        raise SvgError(f"su elemento raíz es <{root.tag}>, y ha de ser <svg>")
    _drop_foreign(root)
    for element in root.iter():
        _rewrite(element, prefix=prefix, roles=roles)
    _drop_repeated_ids(root)
    _frame(root, label=label, prefix=prefix, width=width)
    return ElementTree.tostring(root, encoding="unicode")


def _drop_foreign(element: ElementTree.Element) -> None:
    """Quita `<metadata>` y lo que no es SVG, y deja las etiquetas sin espacio de nombres."""
    element.tag = element.tag.removeprefix(SVG)
    for child in list(element):
        name = child.tag if isinstance(child.tag, str) else "{comentario}"
        if name.removeprefix(SVG) == "metadata" or name.removeprefix(SVG).startswith("{"):
            element.remove(child)
        else:
            _drop_foreign(child)


def _drop_repeated_ids(root: ElementTree.Element) -> None:
    """Deja cada identificador una vez: Matplotlib da el mismo a dos imágenes iguales."""
    seen: set[str] = set()
    for element in root.iter():
        identifier = element.get("id")
        if identifier in seen:
            del element.attrib["id"]
        elif identifier:
            seen.add(identifier)


def _rewrite(element: ElementTree.Element, *, prefix: str, roles: dict[str, str]) -> None:
    """Cambia los identificadores y los colores de un elemento."""
    for name, value in list(element.attrib.items()):
        del element.attrib[name]
        name = "href" if name == XLINK_HREF else name
        if name.startswith("{") and not name.startswith("{http://www.w3.org/XML/"):
            continue
        element.set(name, _attribute(name, value, prefix=prefix, roles=roles))
    if element.tag == "style" and element.text:
        scoped = RULE.sub(lambda rule: _scope(rule[1], prefix), element.text)
        element.text = _values(scoped, prefix=prefix, roles=roles)


def _attribute(name: str, value: str, *, prefix: str, roles: dict[str, str]) -> str:
    if name == "id":
        return prefix + value
    if name in REFERENCES:
        return " ".join(prefix + identifier for identifier in value.split())
    if name == "href":
        return f"#{prefix}{value[1:]}" if value.startswith("#") else value
    return _values(value, prefix=prefix, roles=roles)


def _values(text: str, *, prefix: str, roles: dict[str, str]) -> str:
    """Cambia `url(#id)` y los colores que tienen un papel."""

    def colour(match: re.Match) -> str:
        role = roles.get(match[0].lower())
        return f"var({role}, {match[0].lower()})" if role else match[0]

    return COLOUR.sub(colour, URL.sub(lambda match: f"url(#{prefix}{match[2]})", text))


def _scope(selectors: str, prefix: str) -> str:
    """Encierra los selectores en la figura: `*` de una valdría para toda la página."""
    if selectors.lstrip().startswith("@"):
        return selectors + "{"
    scoped = (f"#{prefix}svg {selector.strip()}" for selector in selectors.split(","))
    return ", ".join(scoped) + " {"


def _frame(root: ElementTree.Element, *, label: str, prefix: str, width: str | None) -> None:
    """Da a la raíz su nombre accesible y un tamaño que cede en pantallas estrechas."""
    own_width, own_height = root.attrib.pop("width", None), root.attrib.pop("height", None)
    if "viewBox" not in root.attrib:
        if own_width is None or own_height is None:
            raise SvgError("no dice su tamaño: necesita viewBox, o width y height")
        sides = (re.sub(r"[a-z]+$", "", side) for side in (own_width, own_height))
        root.set("viewBox", "0 0 " + " ".join(sides))
    width = width or own_width or "100%"
    unit = "px" if re.fullmatch(r"[\d.]+", width) else ""
    root.set("style", f"width:{width}{unit};max-width:100%;height:auto")
    root.set("xmlns", SVG[1:-1])
    root.set("id", f"{prefix}svg")
    root.set("role", "img")
    root.set("aria-label", label)
