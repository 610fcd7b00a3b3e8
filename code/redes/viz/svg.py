r"""Escritor de diagramas SVG: pequeño, determinista y con texto que se puede leer en voz alta.

Solo sabe dibujar lo que usan los diagramas del libro. Los colores se nombran por su papel en
`redes.viz.tokens`; las coordenadas son píxeles, con el origen arriba a la izquierda.
"""

import hashlib
import math
import re
from xml.sax.saxutils import escape, quoteattr

from redes.viz import tokens

_VARIABLE = re.compile(r"(?<!\w)([^\W\d_])(?:_(\w+))?(?!\w)")
_ARROW_LENGTH = 11
_ARROW_HALF_WIDTH = 5


def _number(value):
    """Escribe una coordenada con dos decimales como mucho."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _tag(name, content="", **attributes):
    """Escribe un elemento; el guion bajo de los atributos hace de guion."""
    written = "".join(
        f" {key.rstrip('_').replace('_', '-')}="
        + quoteattr(value if isinstance(value, str) else _number(value))
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def _spans(text, size):
    """Pone en cursiva las letras sueltas, y como subíndice lo que sigue al guion bajo."""
    plain, *rest = _VARIABLE.split(text)
    pieces, drop = [escape(plain)], size * 0.25
    # Tras la división van, de tres en tres: letra, subíndice y texto corriente.
    for letter, subscript, after in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
        small = tokens.DIAGRAM_FONT_SIZES["subscript"]
        pieces.append(_tag("tspan", escape(letter), font_style="italic"))
        if subscript is None:
            pieces.append(escape(after))
            continue
        pieces.append(_tag("tspan", escape(subscript), dy=drop, font_size=small))
        # Un texto vacío no mueve la línea base: el espacio de ancho nulo la devuelve a su sitio.
        pieces.append(_tag("tspan", escape(after) or "\N{ZERO WIDTH SPACE}", dy=-drop))
    return "".join(pieces)


def text_width(text, size):
    r"""Estima el ancho de un texto en la letra de los diagramas.

    Parameters
    ----------
    text : str
        Texto, con los subíndices escritos con ``_``.
    size : float
        Tamaño de la letra en píxeles.

    Returns
    -------
    float
        Ancho en píxeles: $0{,}58$ veces el tamaño por cada carácter.

    Examples
    --------
    >>> text_width("x_1", 10)
    11.6
    """
    return 0.58 * size * len(text.replace("_", ""))


class Diagram:
    """Un diagrama SVG que se va dibujando, con título y descripción.

    Parameters
    ----------
    width, height : float
        Medidas en píxeles. La página puede estrecharlo: conserva la proporción.
    title : str
        Título corto, lo primero que anuncia un lector de pantalla.
    description : str
        Qué muestra el diagrama, en una o dos frases.

    Examples
    --------
    >>> drawing = Diagram(100, 50, title="Un punto", description="Un círculo.")
    >>> drawing.circle(50, 25, 5, role="series-1")
    >>> drawing
    Diagram('Un punto')
    >>> "<title" in drawing._repr_svg_()
    True
    """

    def __init__(self, width, height, *, title, description):
        self.width = width
        self.height = height
        self.title = title
        self.description = description
        self._elements = []

    def __repr__(self):
        """El título: la dirección de memoria de Python cambiaría en cada ejecución."""
        return f"Diagram({self.title!r})"

    def line(self, start, end, *, role="axis", dash=(), width="normal", opacity=None):
        """Traza un segmento entre dos puntos ``(x, y)``."""
        (x1, y1), (x2, y2) = start, end
        self._elements.append(
            _tag(
                "line",
                x1=x1,
                y1=y1,
                x2=x2,
                y2=y2,
                stroke=tokens.color(role),
                stroke_width=tokens.LINE_WIDTHS[width],
                stroke_dasharray=" ".join(map(_number, dash)) or None,
                stroke_opacity=opacity,
            )
        )

    def arrow(self, start, end, *, role="axis", dash=(), width="normal"):
        """Traza una flecha del primer punto al segundo."""
        (x1, y1), (x2, y2) = start, end
        length = math.hypot(x2 - x1, y2 - y1)
        ux, uy = (x2 - x1) / length, (y2 - y1) / length
        base = (x2 - _ARROW_LENGTH * ux, y2 - _ARROW_LENGTH * uy)
        self.line(start, base, role=role, dash=dash, width=width)
        corners = [(x2, y2)] + [
            (base[0] - side * uy * _ARROW_HALF_WIDTH, base[1] + side * ux * _ARROW_HALF_WIDTH)
            for side in (1, -1)
        ]
        points = " ".join(f"{_number(x)},{_number(y)}" for x, y in corners)
        self._elements.append(_tag("polygon", points=points, fill=tokens.color(role)))

    def circle(self, x, y, radius, *, role="axis", fill="fill"):
        """Dibuja un círculo de centro ``(x, y)``; `role` es el color del borde."""
        self._elements.append(
            _tag(
                "circle",
                cx=x,
                cy=y,
                r=radius,
                fill=tokens.color(fill),
                stroke=tokens.color(role),
                stroke_width=tokens.LINE_WIDTHS["normal"],
            )
        )

    def box(self, x, y, width, height, *, role="axis", fill="fill", radius=4):
        """Dibuja un rectángulo de centro ``(x, y)``; `role` vacío lo deja sin borde."""
        self._elements.append(
            _tag(
                "rect",
                x=x - width / 2,
                y=y - height / 2,
                width=width,
                height=height,
                rx=radius,
                fill=tokens.color(fill),
                stroke=tokens.color(role) if role else None,
                stroke_width=tokens.LINE_WIDTHS["normal"] if role else None,
            )
        )

    def formula(self, x, y, content):
        """Escribe un texto con variables: letras sueltas en cursiva y ``x_1`` con subíndice."""
        pixels = tokens.DIAGRAM_FONT_SIZES["label"]
        self._add_text(x, y, _spans(content, pixels), pixels)

    def text(self, x, y, content, *, size="caption", role="muted", anchor="middle", bold=False):
        """Escribe un texto corriente centrado en la altura `y`."""
        pixels = tokens.DIAGRAM_FONT_SIZES[size]
        self._add_text(x, y, escape(content), pixels, role=role, anchor=anchor, bold=bold)

    def _add_text(self, x, y, content, pixels, *, role="text", anchor="middle", bold=False):
        self._elements.append(
            _tag(
                "text",
                content,
                x=x,
                # No todos los lectores de libros centran con «dominant-baseline».
                y=y + 0.35 * pixels,
                font_size=pixels,
                fill=tokens.color(role),
                text_anchor=anchor,
                font_weight="bold" if bold else None,
            )
        )

    def _repr_svg_(self):
        """Da el documento SVG, que es lo que muestra un cuaderno."""
        body = "\n".join(self._elements)
        content = "\n".join([self.title, self.description, body])
        # Un nombre sacado del contenido no choca con los de otras figuras de la página.
        name = "fig-" + hashlib.sha256(content.encode()).hexdigest()[:12]
        inner = "\n".join(
            [
                "",
                _tag("title", escape(self.title), id=f"{name}-t"),
                _tag("desc", escape(self.description), id=f"{name}-d"),
                body,
                "",
            ]
        )
        return _tag(
            "svg",
            inner,
            xmlns="http://www.w3.org/2000/svg",
            width=self.width,
            height=self.height,
            viewBox=f"0 0 {_number(self.width)} {_number(self.height)}",
            preserveAspectRatio="xMidYMid meet",
            role="img",
            aria_labelledby=f"{name}-t {name}-d",
            font_family=", ".join(tokens.DIAGRAM_FONTS),
        )
