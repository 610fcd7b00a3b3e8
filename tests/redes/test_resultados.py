import math

import pytest

from redes.resultados import publicar


def test_outside_the_book_it_prints_in_spanish(capsys):
    publicar("neurona.error", 0.0416, std=0.0049, decimals=3)
    publicar("neurona.pesos", 266610, decimals=0)
    publicar("neurona.precio", -1.5, decimals=1, unit="°C")
    assert capsys.readouterr().out == (
        "neurona.error = 0,042 ± 0,005\n"
        "neurona.pesos = 266\N{NARROW NO-BREAK SPACE}610\n"
        "neurona.precio = −1,5\N{NARROW NO-BREAK SPACE}°C\n"
    )


@pytest.mark.parametrize("name", ["exactitud", "a.b.c", ".x", "x."])
def test_a_name_without_its_chapter(name):
    with pytest.raises(ValueError, match=r"capitulo\.resultado"):
        publicar(name, 1.0)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_a_value_that_is_not_finite(value):
    with pytest.raises(ValueError, match="número finito"):
        publicar("a.b", value)
