"""Las directivas `{ficha}` (qué hace falta y cuánto cuesta) y `{procedencia}` (de dónde salió).

Todo sale de la cabecera del capítulo y del registro de su ejecución: nada se escribe a mano.
"""

from __future__ import annotations

from collections.abc import Iterable

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from sphinx_ext.execution import material_of
from sphinx_ext.solutions import details, summary
from taller.chapters import Chapter
from taller.store import Record

Row = tuple[str, list[nodes.Node]]


class ChapterDirective(SphinxDirective):
    """Una directiva que habla del capítulo en que está."""

    def chapter(self) -> Chapter:
        """El capítulo; es un error usarla fuera de uno con celdas."""
        found = material_of(self.env).chapters.get(self.env.current_document.docname)
        if found is None:
            raise self.error(f"«{self.name}» solo tiene sentido en un capítulo con celdas.")
        return found

    def record(self) -> Record | None:
        """La ficha de su ejecución, si la hay."""
        return material_of(self.env).records.get(self.chapter().name)


class Card(ChapterDirective):
    """`{ficha}`: antes de empezar, qué hace falta y cuánto cuesta ejecutarlo."""

    def run(self) -> list[nodes.Node]:
        """Una lista de definiciones con los requisitos, el coste y los datos."""
        front_matter, record = self.chapter().front_matter, self.record()
        rows = [
            ("Antes", self._requirements(front_matter.requirements)),
            ("Tiempo", _text(_time(record, front_matter.seconds))),
            ("Memoria", _text(_memory(record, front_matter.memory))),
            ("Datos", _text(", ".join(front_matter.datasets) or "incluidos en el libro")),
        ]
        return [_list(rows, "ficha")]

    def _requirements(self, names: Iterable[str]) -> list[nodes.Node]:
        links = ", ".join(f"{{doc}}`/{name}`" for name in names)
        return self.parse_inline(links or "nada más que Python")[0]


class Provenance(ChapterDirective):
    """`{procedencia}`: cómo se obtuvieron las salidas de la página."""

    def run(self) -> list[nodes.Node]:
        """Un bloque plegado; nada si el capítulo no se ha ejecutado."""
        record = self.record()
        if record is None:
            return []
        data = record.provenance
        versions = ", ".join(f"{name} {number}" for name, number in data["versiones"].items())
        seeds = ", ".join(map(str, data["semillas"]))
        rows = [
            ("Ejecutado", data["fecha"].replace("T", " ").replace("+00:00", " UTC")),
            ("Revisión del libro", data["revision"]),
            ("Dispositivo", f"{data['dispositivo'].upper()} ({data['procesador']})"),
            ("Sistema", data["sistema"]),
            ("Motor", data["motor"]),
            ("Versiones", versions),
            ("Perfil", data["perfil"]),
            ("Semillas", seeds),
            ("Coste", f"{_time(record, 0)} ({_cpu(record)} s de procesador); {_memory(record, 0)}"),
            ("Clave", f"fuente {record.source[:12]}, entorno {record.environment[:12]}"),
        ]
        block = details("", summary("", "Procedencia de los resultados"), classes=["procedencia"])
        block += _list([(name, _text(value)) for name, value in rows if value], "ficha")
        return [block]


def _time(record: Record | None, declared: float) -> str:
    if record is None:
        return f"hasta unos {declared:.0f} s en CPU (sin medir todavía)"
    return f"{max(1, round(record.seconds))} s en {record.provenance['dispositivo'].upper()}"


def _cpu(record: Record) -> str:
    return f"{record.provenance['segundos_cpu']:.0f}"


def _memory(record: Record | None, declared: float) -> str:
    if record is None:
        return f"hasta unos {declared:.0f} MiB (sin medir todavía)"
    return f"{record.provenance['memoria']} MiB"


def _text(text: str) -> list[nodes.Node]:
    return [nodes.Text(text)]


def _list(rows: Iterable[Row], name: str) -> nodes.definition_list:
    result = nodes.definition_list("", classes=[name, "simple"])
    for term, content in rows:
        definition = nodes.definition("", nodes.paragraph("", "", *content))
        result += nodes.definition_list_item("", nodes.term("", term), definition)
    return result


def setup(app: Sphinx) -> dict:
    """Registra las dos directivas."""
    app.add_directive("ficha", Card)
    app.add_directive("procedencia", Provenance)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
