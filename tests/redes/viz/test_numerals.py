import pytest

from redes.viz.numerals import format_value, spanish_number

THIN = "\N{NARROW NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("0.5", "0,5"),
        ("-1.25", "−1,25"),
        ("9999", "9999"),
        ("10000", f"10{THIN}000"),
        ("1234567.25", f"1{THIN}234{THIN}567,25"),
        ("0.123456", "0,123456"),
        ("1e-05", "1e−05"),
    ],
)
def test_spanish_number(given, expected):
    assert spanish_number(given) == expected


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [
        (100, 3, "100"),
        (100, 0, "100"),
        (-0.0001, 2, "0"),
        (2.5, 2, "2,5"),
        (60000.0, 1, f"60{THIN}000"),
    ],
)
def test_format_value(value, digits, expected):
    assert format_value(value, digits) == expected
