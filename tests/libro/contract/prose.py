"""La prosa: ningún resultado tecleado, los términos del libro y el trato a quien lee."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contract.book import Book, Page

# Un resultado tecleado: una magnitud que se mide cerca de un número con decimales.
MEASURE = (
    r"\b(exactitud(es)?|pérdidas?|error(es)?|medias?|precisión|exhaustividad|aciertos?|acierta"
    r"|desviación)\b"
)
NUMBER = r"(?<![\d,.])\d+[,.]\d+(?![\d,]|\.\d)"
TYPED = re.compile(
    rf"{MEASURE}[^.;:]{{0,60}}?{NUMBER}"  # «la exactitud sube a 0,95»
    rf"|{NUMBER}( ?%| ± [\d,]+)* (de|en) ((la|el|su|cada) )?{MEASURE}",  # «0,95 de exactitud»
    re.I,
)
BY_HAND = re.compile(r"\b(a mano|a lápiz|con lápiz|con papel|papel y lápiz)\b", re.I)

# Lo que el libro no dice, y lo que dice en su lugar.
FORBIDDEN = {
    r"lineal(es)? reacias?|reluctant": "lineal rectificada",
    r"recurrentes? cerradas?": "recurrente con compuertas",
    r"puertas? lógicas?": "compuerta",
    r"(capas?|tasas?|técnicas?) de (abandono|deserción)|\babandono\b": "dropout",
    r"descensos? (de|por) gradientes?": "descenso del gradiente",
    r"(ratio|ritmo|velocidad) de aprendizaje": "tasa de aprendizaje",
    r"sobreentrenamiento|sobre-ajuste|overfitting": "sobreajuste",
    r"underfitting": "subajuste",
    r"retro-?propagación hacia atrás|propagación hacia atrás|backpropagation": "retropropagación",
    r"mini-lotes?|mini-?batch(es)?|\bbatch(es)?\b": "minilote o lote",
    r"learning rate": "tasa de aprendizaje",
    r"\baccuracy\b": "exactitud",
    r"\bbackends?\b": "motor",
    r"\bdatasets?\b": "conjunto de datos",
    r"\bcheckpoints?\b": "punto de control",
    r"(conjuntos?|datos) de test(eo)?": "conjunto de prueba",
    r"neuronas? de salida cerradas?|memoria a largo y corto plazo": "memoria larga a corto plazo",
    r"\b(el|al|del|los|la|las) lector(es|as?)?\b(?! de pantalla)": "quien lee",
    r"[¡!]": "ninguna exclamación",
}
# El glosario y la fe de erratas nombran lo que no se dice, para decirlo.
QUOTING = ("fe-de-erratas", "glosario", "de-keras-2-a-keras-3")


def no_typed_result(book: Book, page: Page) -> Iterator[str]:
    """Ninguna medida escrita a mano: se publica y se cita con `{resultado}`.

    Se libran los apartados que calculan a mano, y un párrafo que sea aritmética lo dice con
    `<!-- aritmética -->` en la línea de antes.
    """
    for paragraph in page.markup.paragraphs:
        if paragraph.arithmetic or BY_HAND.search(paragraph.section):
            continue
        for match in TYPED.finditer(paragraph.text):
            yield (
                f"línea {paragraph.line}: «{match[0]}» parece un resultado tecleado; cítalo con "
                "«{resultado}» o, si es aritmética, ponle delante «<!-- aritmética -->»"
            )


def book_terms(book: Book, page: Page) -> Iterator[str]:
    """Los términos del libro, y no sus variantes."""
    if page.short in QUOTING:
        return
    for pattern, ours in FORBIDDEN.items():
        for line, text in _readable(page):
            match = re.search(pattern, text, re.I)
            if match:
                yield f"línea {line}: «{match[0].strip()}»; el libro dice: {ours}"


def _readable(page: Page) -> Iterator[tuple[int, str]]:
    """Todo lo que se lee de seguido: párrafos, títulos, pies y alternativas."""
    for piece in (*page.markup.paragraphs, *page.markup.headings):
        yield piece.line, piece.text
    for cell in page.cells:
        if cell.figure:
            yield cell.line, f"{cell.figure.get('caption', '')} {cell.alt}"


RULES = (no_typed_result, book_terms)
