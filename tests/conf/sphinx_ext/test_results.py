"""El papel `{resultado}`."""

from sphinx_ext.results import unbroken


def test_a_result_is_never_split_between_two_lines():
    assert unbroken("0,95 ± 0,01") == "0,95\N{NO-BREAK SPACE}±\N{NO-BREAK SPACE}0,01"
