"""Los catálogos de la interfaz."""

import pytest
from sphinx.errors import ConfigError

from sphinx_ext.spanish import CATALOGUES, load


def catalogue(folder, text):
    path = folder / "prueba.po"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_message_is_translated(tmp_path):
    path = catalogue(tmp_path, 'msgid "Raises"\nmsgstr "Lanza"\n')
    assert load(path).gettext("Raises") == "Lanza"


def test_an_untranslated_message_is_an_error(tmp_path):
    path = catalogue(tmp_path, 'msgid "Raises"\nmsgstr ""\n')
    with pytest.raises(ConfigError, match=r"prueba\.po hay mensajes sin traducir: \['Raises'\]"):
        load(path)


@pytest.mark.parametrize("path", sorted(CATALOGUES.glob("*.po")), ids=lambda path: path.stem)
def test_the_catalogues_of_the_book_are_complete(path):
    load(path)
