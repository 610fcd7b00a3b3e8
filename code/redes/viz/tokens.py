r"""Fichas de estilo: el único sitio donde se decide el aspecto de las figuras del libro.

Cada color tiene un **papel** (texto, serie 1, peso negativo…) y dos valores, uno para el fondo
claro y otro para el oscuro. Las figuras se dibujan con los valores claros; al componer la página,
cada valor claro se cambia por la variable CSS de su papel, y por eso ningún valor claro se repite.

El color nunca es la única pista: cada serie tiene además su trazo y su marcador.

Este módulo solo usa la biblioteca estándar. La hoja de estilo del sitio se genera así::

    python -m redes.viz.tokens > conf/static/figuras.css
"""

from types import MappingProxyType
from typing import NamedTuple


class Color(NamedTuple):
    """Los dos valores hexadecimales de un papel."""

    light: str
    dark: str


#: Papel de cada color. Las clases usan los colores de las series.
ROLES = MappingProxyType(
    {
        "text": Color("#1f2933", "#e3e8ee"),
        "muted": Color("#545e69", "#a7b1bc"),
        "axis": Color("#75808c", "#7f8a97"),
        "grid": Color("#dde2e8", "#303946"),
        "surface": Color("#ffffff", "#14181e"),
        "fill": Color("#eef3f9", "#232d39"),
        "series-1": Color("#1149cf", "#4a8cff"),
        "series-2": Color("#c96f0c", "#d9731f"),
        "series-3": Color("#1a9772", "#1f9f78"),
        "series-4": Color("#9263b0", "#b9b0ec"),
        "series-5": Color("#6b3000", "#fbef4a"),
        "series-6": Color("#45162f", "#c7ffe2"),
        "positive": Color("#2a6fdb", "#6aa5ff"),
        "negative": Color("#c8502e", "#ff9a76"),
        "hit": Color("#0b7d8c", "#4fc3d9"),
        "error": Color("#c4320a", "#ff8a5c"),
    }
)

SERIES = 6

#: Trazos, en el orden de las series; números en múltiplos del grosor (vacío: línea continua).
DASHES = ((), (5, 2), (1, 1.5), (5, 1.5, 1, 1.5), (8, 2), (3, 1.5, 1, 1.5, 1, 1.5))

#: Marcadores de Matplotlib, en el orden de las series.
MARKERS = ("o", "s", "^", "D", "v", "P")

#: Anchos de línea en puntos.
LINE_WIDTHS = MappingProxyType({"fine": 0.8, "normal": 1.8, "strong": 2.6})

#: Ancho de una figura en pulgadas. Con estas letras y en una pantalla de 390 px, que deja 350 px
#: a la figura, la letra menor mide más de 9 px.
WIDTH = 5.8

#: Tamaños de letra de las gráficas, en puntos.
FONT_SIZES = MappingProxyType({"small": 11.0, "normal": 11.5, "title": 12.5})

#: Ancho y tamaños de letra de los diagramas, en píxeles.
DIAGRAM_WIDTH = 540
DIAGRAM_FONT_SIZES = MappingProxyType({"subscript": 14, "caption": 16, "label": 18})

#: La primera viene con Matplotlib (mismas medidas en toda máquina) y es la más ancha: el texto que
#: cabe con ella cabe con las demás, que son las que hay en un teléfono o en otro ordenador.
FONTS = ("DejaVu Sans", "Verdana", "Segoe UI", "Helvetica Neue", "Helvetica", "Arial", "sans-serif")

#: Los diagramas no los mide Matplotlib: usan la letra estrecha que haya.
DIAGRAM_FONTS = ("Helvetica Neue", "Helvetica", "Arial", "sans-serif")


def color(role):
    """Da el valor claro de un papel, con el que se dibujan todas las figuras.

    Parameters
    ----------
    role : str
        Una de las claves de `ROLES`.

    Returns
    -------
    str
        Color en la forma ``#rrggbb``.

    Raises
    ------
    ValueError
        Si el papel no existe.

    Examples
    --------
    >>> color("surface")
    '#ffffff'
    """
    if role not in ROLES:
        raise ValueError(
            f"No hay ningún color con el papel {role!r}. Los papeles son: {', '.join(ROLES)}."
        )
    return ROLES[role].light


def series_role(index):
    """Da el papel de la serie o clase número `index`, contando desde cero.

    Parameters
    ----------
    index : int
        Número de la serie. A partir de la sexta se repiten los colores.

    Returns
    -------
    str
        Papel de la serie, clave de `ROLES`.

    Examples
    --------
    >>> series_role(0), series_role(7)
    ('series-1', 'series-2')
    """
    return f"series-{index % SERIES + 1}"


def css():
    """Escribe la hoja de estilo que da valor a las variables de las figuras.

    Los valores oscuros solo rigen en pantalla: en papel se usan siempre los claros.

    Returns
    -------
    str
        Contenido de ``conf/static/figuras.css``.
    """
    light = "".join(f"  --fig-{role}: {value.light};\n" for role, value in ROLES.items())
    dark = "".join(f"    --fig-{role}: {value.dark};\n" for role, value in ROLES.items())
    return (
        "/* Se genera con «python -m redes.viz.tokens»: los cambios se hacen allí. */\n"
        f":root {{\n{light}}}\n\n"
        f'@media screen {{\n  html[data-theme="dark"] {{\n{dark}  }}\n}}\n'
    )


if __name__ == "__main__":
    print(css(), end="")
