"""Las citas de figuras que todavía no existen."""

from types import SimpleNamespace

import pytest
from nbformat import v4
from sphinx.addnodes import pending_xref

from sphinx_ext.pending_figures import GAP, mark_gap


def chapter_with(name):
    cells = [v4.new_code_cell("", metadata={"mystnb": {"figure": {"name": name}}})]
    return SimpleNamespace(code_cells=[v4.new_code_cell(""), *cells])


@pytest.fixture
def env():
    chapters = {"hecho": chapter_with("fig-hecha"), "pendiente": chapter_with("fig-pendiente")}
    material = SimpleNamespace(chapters=chapters, records={"hecho": object()})
    return SimpleNamespace(app=SimpleNamespace(libro_material=material))


def cite(env, target, kind="numref"):
    return mark_gap(None, env, pending_xref(reftype=kind, reftarget=target), None)


def test_a_figure_of_a_pending_chapter_is_a_gap(env):
    assert cite(env, "fig-pendiente").astext() == GAP


@pytest.mark.parametrize("target", ["fig-hecha", "fig-mal-escrita"])
def test_any_other_broken_reference_is_still_broken(env, target):
    assert cite(env, target) is None


def test_other_kinds_of_reference_are_left_alone(env):
    assert cite(env, "fig-pendiente", kind="term") is None
