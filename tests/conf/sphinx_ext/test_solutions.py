"""Ejercicios, pistas y soluciones."""


def test_a_hint_is_folded_without_a_script(page):
    hint = page("uno").find("details", class_="pista")
    assert not hint.has_attr("open")
    assert hint.summary.get_text() == "Pista"
    assert hint.em.get_text() == "dedos"


def test_a_solution_is_folded_and_named_after_its_exercise(page):
    first, second = page("uno").find_all("details", class_="solucion")
    assert first.summary.get_text() == "Solución del ejercicio 1.1"
    assert second.summary.get_text() == "Solución del ejercicio 1.2"
    assert first["id"] == "sol-suma"


def test_the_cells_of_a_solution_are_cells(page):
    solution = page("uno").find("details", id="sol-suma")
    assert solution.find("div", class_="cell").get_text().strip() == "1 + 1"


def test_the_statement_is_not_folded(page):
    exercise = page("uno").find(id="ej-suma")
    assert exercise.find_parent("details") is None
    assert exercise.p.get_text().split() == ["Ejercicio", "1.1", "(Una", "suma)"]


def test_a_reference_to_an_exercise_says_its_number(page):
    link = page("uno").find("a", href="#ej-suma")
    assert link.get_text() == "ejercicio 1.1"


def test_in_plain_text_everything_has_a_title(plain_text):
    for title in ("Ejercicio 1.1 (Una suma)", "Pista", "Solución del ejercicio 1.1"):
        assert title in plain_text


def test_an_empty_hint_is_an_error(complaints):
    assert "dos.md:13: ERROR: Pista vacía" in complaints
