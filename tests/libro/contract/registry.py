"""Todas las reglas del contrato: de un capítulo, de cualquier página y del libro entero."""

from __future__ import annotations

from contract import cells, exercises, figures, prose, references, results, structure

CHAPTER_RULES = (
    *structure.RULES,
    *cells.RULES,
    *figures.RULES,
    *references.RULES,
    *exercises.RULES,
    *results.RULES,
    *prose.RULES,
)
# Las que valen también para una página sin celdas.
PAGE_RULES = (
    cells.no_absolute_path,
    figures.figures_have_names,
    figures.figures_have_captions,
    figures.alternatives_say_what_is_seen,
    references.terms_exist,
    references.citations_exist,
    results.cited_results_exist,
    prose.book_terms,
)
BOOK_RULES = (results.intervals_without_publisher,)
