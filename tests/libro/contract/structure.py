"""Las partes que todo capítulo tiene, y dónde."""

from __future__ import annotations

from collections.abc import Iterator

from contract.book import Book, Page


def requirements_come_before(book: Book, page: Page) -> Iterator[str]:
    """El capítulo está en un índice de la portada, después de todos sus requisitos."""
    if page.name not in book.order:
        yield f"{page.name} no está en ningún índice de book/index.md"
        return
    for name in page.chapter.front_matter.requirements:
        if name not in book.pages:
            yield f"el requisito «{name}» no existe"
        elif name not in book.order[: book.order.index(page.name)]:
            yield f"el requisito «{name}» no va antes en los índices de book/index.md"


def one_title_with_its_label(book: Book, page: Page) -> Iterator[str]:
    """Un solo título de primer nivel, con la etiqueta `(nombre)=` del fichero."""
    titles = [heading for heading in page.markup.headings if heading.level == 1]
    if len(titles) != 1:
        yield f"tiene {len(titles)} títulos de primer nivel y ha de tener uno"
    if page.short not in page.markup.targets:
        yield f"falta la etiqueta «({page.short})=» delante del título"


def card_near_the_top(book: Book, page: Page) -> Iterator[str]:
    """Una `{ficha}`, antes del primer apartado y de la primera celda."""
    cards = page.markup.named("ficha")
    if len(cards) != 1:
        yield f"tiene {len(cards)} directivas «ficha» y ha de tener una"
        return
    later = [heading.line for heading in page.markup.headings if heading.level > 1]
    later += [cell.line for cell in page.cells]
    if later and cards[0].line > min(later):
        yield f"línea {cards[0].line}: la «ficha» va antes del primer apartado y de las celdas"


def provenance_at_the_end(book: Book, page: Page) -> Iterator[str]:
    """Una `{procedencia}`, y nada detrás."""
    found = page.markup.named("procedencia")
    if len(found) != 1:
        yield f"tiene {len(found)} directivas «procedencia» y ha de tener una"
        return
    rest = page.text.splitlines()[found[0].line :]
    if [line.strip(" `:") for line in rest if line.strip(" `:")]:
        yield f"línea {found[0].line}: detrás de la «procedencia» no va nada"


def summary_and_reading(book: Book, page: Page) -> Iterator[str]:
    """Los apartados «En resumen» y «Para seguir leyendo», este con alguna cita."""
    if not page.teaches:
        return
    lines = {heading.text: heading.line for heading in page.markup.headings}
    for title in ("En resumen", "Para seguir leyendo"):
        if title not in lines:
            yield f"falta el apartado «{title}»"
    start = lines.get("Para seguir leyendo")
    cites = [role for role in page.markup.roles if role.name.startswith("cite")]
    if start and not any(role.line > start for role in cites):
        yield "«Para seguir leyendo» no cita ninguna obra"


def cells_at_top_level(book: Book, page: Page) -> Iterator[str]:
    """Ninguna celda dentro de otra directiva, donde nunca se ejecutaría."""
    for line in page.chapter.nested_cell_lines():
        yield f"línea {line}: una celda dentro de otra directiva no se ejecuta nunca"


RULES = (
    requirements_come_before,
    one_title_with_its_label,
    card_near_the_top,
    provenance_at_the_end,
    summary_and_reading,
    cells_at_top_level,
)
