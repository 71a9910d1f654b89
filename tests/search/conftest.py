"""A page of the small search site, open in Chromium."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.search.small_site import records, write_site


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site with the search alone."""
    return write_site(tmp_path_factory.mktemp("search"), records())


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Page]:
    """An empty tab; an exception in a page fails the test."""
    page = chromium.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.close()
    assert not errors


@pytest.fixture
def from_disk(tab: Page, small_site: Path) -> Page:
    """The search page opened from disk."""
    tab.goto((small_site / "search.html").as_uri())
    return tab
