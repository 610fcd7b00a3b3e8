"""Don Quijote de la Mancha, en la edición del Proyecto Gutenberg.

Dominio público; 2,2 MB. El fichero trae una cabecera y un pie legales que no son de Cervantes y que
un modelo de lenguaje no debe aprender: los quitamos.
"""

from redes.data.registry import Dataset, RemoteFile, locate

DATASET = Dataset(
    name="quijote",
    title="Don Quijote de la Mancha",
    licence="Dominio público",
    source="Miguel de Cervantes (1605 y 1615); Proyecto Gutenberg, libro 2000",
    files=(
        RemoteFile(
            "pg2000.txt",
            "https://raw.githubusercontent.com/fernandocruzp/LectorQuijote/"
            "199d3a208ad453d86ff2583f2364ac4addbbb250/pg2000.txt",
            "485be638d952a55acbb944c964d0429418ca2da711df7bc48a36c612129ead9b",
            2225769,
        ),
    ),
)


def body(text: str) -> str:
    r"""Lo que hay entre las líneas de asteriscos que marcan el principio y el fin del libro.

    Parameters
    ----------
    text : str
        El fichero entero del Proyecto Gutenberg.

    Returns
    -------
    str
        El libro, con sus líneas en blanco.

    Raises
    ------
    ValueError
        Si falta alguna de las dos marcas.

    Examples
    --------
    >>> body("aviso *** START OF X ***\nEn un lugar\n*** END OF X *** licencia")
    '\nEn un lugar\n'
    """
    _, start, rest = text.partition("*** START OF")
    _, close, rest = rest.partition("***")
    content, end, _ = rest.partition("*** END OF")
    if not (start and close and end):
        raise ValueError(
            "el texto no trae las marcas «*** START OF … ***» y «*** END OF» del Proyecto Gutenberg"
        )
    return content


def load() -> str:
    r"""Carga el texto del libro.

    Returns
    -------
    str
        2 110 738 caracteres, con 92 símbolos distintos; los saltos de línea son ``\n``.

    Raises
    ------
    DataUnavailableError
        Si el fichero no está; el mensaje dice cómo conseguirlo.
    """
    path = locate(DATASET)["pg2000.txt"]
    return body(path.read_text(encoding="utf-8"))
