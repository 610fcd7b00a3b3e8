"""La referencia del código, extraída sin importarlo."""

import pytest


@pytest.fixture
def module(page):
    return page("api/ejemplo/publico/index")


def test_the_index_is_in_spanish(page):
    assert page("api/ejemplo/index").h1.get_text().startswith("Referencia de redes")


def test_a_module_shows_what_it_exports_even_from_a_private_one(module):
    names = {name["id"].removeprefix("ejemplo.publico.") for name in module.select("dt.sig")}
    assert names == {
        *("CONSTANTE", "leer", "suma", "triple"),
        *("Par", "Par.primero", "Par.segundo", "Triple", "Triple.tercero"),
    }


def test_private_modules_have_no_page(site):
    assert not (site / "api" / "ejemplo" / "_interior").exists()


def test_the_parts_of_a_docstring_are_named_in_spanish(module):
    text = module.find(id="ejemplo.publico.suma").parent.get_text(" ")
    for name in ("Parámetros", "Devuelve", "Lanza", "Notas", "Referencias", "Ejemplos"):
        assert name in text


def test_a_type_defined_in_a_private_file_links_to_its_public_name(module):
    link = module.find(id="ejemplo.publico.triple").find("a", string="Triple")
    assert link["href"] == "#ejemplo.publico.Triple"
