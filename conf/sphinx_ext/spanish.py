"""La interfaz en español: nuestros catálogos delante de los de Sphinx y del tema.

El español del tema es traducción automática y el de Sphinx tiene huecos. Los catálogos de
`conf/locale/es/LC_MESSAGES/*.po` se compilan en memoria, sin ficheros `.mo`, y van los primeros: lo
que ellos no dicen lo siguen diciendo los de siempre.
"""

from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from sphinx.errors import ConfigError
from sphinx.locale import translators

CATALOGUES = Path(__file__).resolve().parents[1] / "locale" / "es" / "LC_MESSAGES"


def load(path: Path) -> GNUTranslations:
    """Lee un catálogo `.po` y lo devuelve compilado en memoria."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale="es", abort_invalid=True)
    empty = [message.id for message in catalogue if message.id and not message.string]
    if empty:
        raise ConfigError(
            f"En {path.name} hay mensajes sin traducir: {empty}. "
            "Escribe su traducción o borra la entrada."
        )
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)


def install() -> None:
    """Pone nuestros catálogos donde Sphinx buscará los suyos.

    Se llama al leer `conf.py`, no al cargar las extensiones: para entonces los módulos de Sphinx ya
    han traducido sus rótulos. Los catálogos de siempre se añaden detrás de los que aquí encuentran.
    """
    for path in sorted(CATALOGUES.glob("*.po")):
        translators["general", path.stem] = load(path)
