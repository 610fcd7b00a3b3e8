"""La bibliografía y las citas, en español.

Los estilos de pybtex y de sphinxcontrib-bibtex llevan el inglés dentro del programa («and», «In»,
«pages»…). Aquí está el estilo `libro`: orden alfabético, y citas por autoría y año.
"""

import unicodedata
from dataclasses import dataclass, field

from pybtex.database import Person
from pybtex.plugin import register_plugin as register_pybtex
from pybtex.style.formatting import toplevel
from pybtex.style.formatting.alpha import Style as AlphaStyle
from pybtex.style.formatting.unsrt import pages
from pybtex.style.sorting.author_year_title import SortingStyle
from pybtex.style.template import (
    Node,
    href,
    join,
    names,
    optional,
    optional_field,
    sentence,
    tag,
    words,
)
from pybtex.style.template import field as entry_field
from sphinx.application import Sphinx
from sphinxcontrib.bibtex.plugin import register_plugin as register_citation
from sphinxcontrib.bibtex.style.referencing import BracketStyle, PersonStyle
from sphinxcontrib.bibtex.style.referencing.author_year import AuthorYearReferenceStyle

ONLY_PAGES = words["págs.", pages]
YEAR = entry_field("year")


class AlphabeticalOrder(SortingStyle):
    """Por autoría, año y título, sin que cuenten las llaves de una institución ni las tildes."""

    def person_key(self, person: Person) -> str:
        """Lo que se compara de cada nombre."""
        letters = unicodedata.normalize("NFKD", super().person_key(person))
        return "".join(c for c in letters if c not in "{}" and not unicodedata.combining(c))


class BookStyle(AlphaStyle):
    """Las entradas de la bibliografía, con los títulos tal como se escribieron."""

    default_sorting_style = "libro"

    def format_names(self, role: str, as_sentence: bool = True) -> Node:
        """«A, B y C»."""
        formatted = names(role, sep=", ", sep2=" y ", last_sep=" y ")
        return sentence[formatted] if as_sentence else formatted

    def format_title(self, e: object, which_field: str, as_sentence: bool = True) -> Node:
        """El título sin cambiar sus mayúsculas."""
        title = entry_field(which_field)
        return sentence[title] if as_sentence else title

    def format_edition(self, e: object) -> Node:
        """«2.ª ed.»: el campo `edition` dice «2.ª»."""
        return optional[words[entry_field("edition"), "ed."]]

    def format_web_refs(self, e: object) -> Node:
        """Los enlaces de la obra: DOI, arXiv y dirección."""
        address = entry_field("url", raw=True)
        return sentence[
            optional[self.format_doi(e)],
            optional[self.format_eprint(e)],
            optional[href(address)[address]],
        ]

    def get_article_template(self, e: object) -> Node:
        """Un artículo: revista, volumen(número), páginas y año."""
        volume = join[entry_field("volume"), optional["(", entry_field("number"), ")"]]
        return toplevel[
            self.format_names("author"),
            self.format_title(e, "title"),
            sentence[
                tag("em")[entry_field("journal")], optional[volume], optional[ONLY_PAGES], YEAR
            ],
            sentence[optional_field("note")],
            self.format_web_refs(e),
        ]

    def get_inproceedings_template(self, e: object) -> Node:
        """Un trabajo en unas actas, o un capítulo: «En» y dónde."""
        place = sentence[
            tag("em")[entry_field("booktitle")],
            optional_field("series"),
            optional[words["vol.", entry_field("volume")]],
            optional[ONLY_PAGES],
            optional_field("publisher"),
            YEAR,
        ]
        return toplevel[
            self.format_names("author"),
            self.format_title(e, "title"),
            words["En", place],
            sentence[optional_field("note")],
            self.format_web_refs(e),
        ]

    get_incollection_template = get_inproceedings_template


@dataclass
class BookCitations(AuthorYearReferenceStyle):
    """Las citas: «(Glorot y Bengio, 2010)» y «Glorot y Bengio (2010)»."""

    bracket_parenthetical: BracketStyle = field(
        default_factory=lambda: BracketStyle(left="(", right=")", sep="; ")
    )
    bracket_textual: BracketStyle = field(
        default_factory=lambda: BracketStyle(left="(", right=")", sep="; ")
    )
    person: PersonStyle = field(default_factory=lambda: PersonStyle(sep2=" y ", last_sep=" y "))


def setup(app: Sphinx) -> dict:
    """Registra los dos estilos con el nombre `libro`."""
    register_pybtex("pybtex.style.formatting", "libro", BookStyle)
    register_pybtex("pybtex.style.sorting", "libro", AlphabeticalOrder)
    register_citation("sphinxcontrib.bibtex.style.referencing", "libro", BookCitations)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
