"""Frases en inglés con su traducción al español, del proyecto Tatoeba.

Licencia CC BY 2.0 FR (hay que citar a manythings.org/anki y a tatoeba.org); 2,8 MB.
"""

from typing import NamedTuple

from redes.data.archives import read_text
from redes.data.registry import Dataset, RemoteFile, locate

DATASET = Dataset(
    name="spa-eng",
    title="Frases en inglés y español de Tatoeba",
    licence="CC BY 2.0 FR",
    source="manythings.org/anki y tatoeba.org, versión del 13 de mayo de 2018",
    files=(
        RemoteFile(
            "spa-eng.zip",
            "https://raw.githubusercontent.com/Hoangduc212001/hoang/"
            "2cfd26f9551f5c2d614e8000500891801840a438/spa-eng.zip",
            "f80e581ae291aa34dd3aba7bd98b5e9505234da4318e2f3295df70a1520c7f61",
            2767131,
        ),
    ),
)

# El texto ocupa 8 MB.
MAX_BYTES = 50_000_000


class Pairs(NamedTuple):
    """Las frases; la número i de una lista traduce la número i de la otra."""

    english: list[str]
    spanish: list[str]


def parse(text: str) -> Pairs:
    r"""Separa las dos lenguas de un texto con una pareja por línea.

    Parameters
    ----------
    text : str
        Cada línea lleva la frase inglesa, un tabulador y la española.

    Returns
    -------
    Pairs
        Las dos listas.

    Raises
    ------
    ValueError
        Si una línea no tiene exactamente dos partes.

    Examples
    --------
    >>> parse("Go.\tVe.\nHi.\tHola.\n")
    Pairs(english=['Go.', 'Hi.'], spanish=['Ve.', 'Hola.'])
    """
    english, spanish = [], []
    # split y no splitlines: este último corta también en separadores raros de dentro de una frase.
    for number, line in enumerate(text.rstrip("\n").split("\n"), start=1):
        parts = line.split("\t")
        if len(parts) != 2:
            raise ValueError(
                f"la línea {number} debería tener dos frases separadas por un tabulador, "
                f"y tiene {len(parts)}: «{line}»"
            )
        english.append(parts[0])
        spanish.append(parts[1])
    return Pairs(english, spanish)


def load() -> Pairs:
    """Carga las parejas de frases, de la más corta a la más larga en inglés.

    Ese orden obliga a barajarlas antes de separar entrenamiento, validación y prueba, y a mantener
    juntas las parejas con la misma frase inglesa, que tiene a menudo varias traducciones: si
    cayeran en partes distintas, habría fuga de datos.

    Returns
    -------
    Pairs
        118 964 parejas.

    Raises
    ------
    DataUnavailableError
        Si el fichero no está; el mensaje dice cómo conseguirlo.
    """
    return parse(read_text(locate(DATASET)["spa-eng.zip"], "spa-eng/spa.txt", max_bytes=MAX_BYTES))
