"""El sitio construido y el almacén del que salió."""

import pytest
from site_checks import chapters, figures, leaks, links, outputs, pages

CHECKS = [
    check for module in (links, pages, figures, leaks, chapters, outputs) for check in module.CHECKS
]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_site(site, check):
    problems = list(check(site))
    if problems:
        pytest.fail("\n".join(problems), pytrace=False)
