import pytest
from fixture_book import FixtureBook


@pytest.fixture
def book(tmp_path):
    return FixtureBook(tmp_path / "libro")
