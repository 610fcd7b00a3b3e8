import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from fixture_book import FixtureBook


@pytest.fixture
def book(tmp_path):
    return FixtureBook(tmp_path / "libro")
