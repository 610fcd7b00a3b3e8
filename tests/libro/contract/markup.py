"""Lo que hay en un texto MyST: directivas, papeles, párrafos y títulos, con su línea."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

EXTENSIONS = {
    *("amsmath", "attrs_block", "attrs_inline", "colon_fence", "deflist", "dollarmath"),
    *("fieldlist", "substitution"),
}
PARSER = create_md_parser(MdParserConfig(enable_extensions=EXTENSIONS), RendererHTML)
# Directivas cuyo cuerpo no es prosa.
LITERAL = {
    *("code-cell", "code", "code-block", "literalinclude", "math", "raw", "mermaid"),
    *("toctree", "bibliography", "list-table", "csv-table"),
}
INFO = re.compile(r"\{([^}]+)\}\s*(.*)")
OPTION = re.compile(r":([\w-]+):\s*(.*)")


@dataclass(frozen=True)
class Directive:
    """Una directiva: nombre, argumento, opciones y cuerpo (sin las opciones)."""

    name: str
    argument: str
    options: dict[str, str]
    body: str
    line: int


@dataclass(frozen=True)
class Role:
    """Un papel, como «{term}`sesgo`»."""

    name: str
    text: str
    line: int


@dataclass(frozen=True)
class Paragraph:
    """Un párrafo sin código, fórmulas ni papeles; `arithmetic` si lo anuncia su comentario."""

    text: str
    line: int
    arithmetic: bool
    section: str


@dataclass(frozen=True)
class Heading:
    """Un título y su nivel."""

    text: str
    level: int
    line: int


@dataclass
class Markup:
    """Todo lo anterior, en el orden del texto, también lo que está dentro de otras directivas."""

    directives: list[Directive] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)

    def named(self, *names: str) -> list[Directive]:
        """Las directivas con uno de esos nombres."""
        return [directive for directive in self.directives if directive.name in names]


def parse(text: str) -> Markup:
    """Lee un fichero entero."""
    markup = Markup()
    _collect(text, 0, markup)
    return markup


def _collect(text: str, offset: int, markup: Markup) -> None:
    """Añade a `markup` lo que hay en `text`, cuya primera línea es la `offset` + 1."""
    table = announced = False
    level = 0
    for token in PARSER.parse(text):
        line = offset + token.map[0] + 1 if token.map else 0
        if token.type in ("table_open", "table_close"):
            table = token.type == "table_open"
        elif token.type == "heading_open":
            level = int(token.tag[1])
        elif token.type == "myst_target":
            markup.targets.append(token.content)
        elif token.type == "html_block":
            announced = "<!-- aritmética -->" in token.content
        elif token.type in ("fence", "colon_fence"):
            _directive(token, line, markup)
        elif token.type == "inline":
            markup.roles += _roles(token, line)
            if level:
                markup.headings.append(Heading(_plain(token), level, line))
            elif not table:
                section = markup.headings[-1].text if markup.headings else ""
                markup.paragraphs.append(Paragraph(_plain(token), line, announced, section))
            announced = False
            level = 0


def _directive(token: Token, line: int, markup: Markup) -> None:
    match = INFO.match(token.info.strip())
    if not match:  # un bloque de código corriente
        return
    options, skipped = _options(token.content.splitlines())
    body = "\n".join(token.content.splitlines()[skipped:])
    markup.directives.append(Directive(match[1], match[2].strip(), options, body, line))
    if match[1] not in LITERAL:
        _collect(body, line + skipped, markup)


def _options(lines: list[str]) -> tuple[dict[str, str], int]:
    """Las opciones `:clave: valor` del principio y cuántas líneas ocupan."""
    options: dict[str, str] = {}
    for number, line in enumerate(lines):
        match = OPTION.match(line.strip())
        if not match:
            return options, number
        options[match[1]] = match[2].strip()
    return options, len(lines)


def _roles(token: Token, line: int) -> Iterator[Role]:
    for child in token.children or []:
        if child.type in ("softbreak", "hardbreak"):
            line += 1
        elif child.type == "myst_role":
            yield Role(child.meta["name"], child.content, line)


def _plain(token: Token) -> str:
    """El texto del párrafo; los saltos de línea son espacios y lo que no es prosa, «·»."""
    parts = []
    for child in token.children or []:
        if child.type == "text":
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type in ("code_inline", "math_inline", "myst_role"):
            parts.append("·")
    return "".join(parts)
