"""The box in the header of every page but the search page."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

HEADER = """<!DOCTYPE html><html lang="en"><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">
<title>A page</title><script defer src="../theme/search/suggest.js"></script>
<form class="search-box" action="../search.html"><input name="q" type="search" aria-label="Search"></form>"""


@pytest.fixture
def page(tab: Page, small_site: Path) -> Page:
    """A page in a folder of the site, opened from disk."""
    file = small_site / "texts" / "header.html"
    file.write_text(HEADER, "utf-8")
    tab.goto(file.as_uri())
    return tab


def test_names_and_titles_are_suggested(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("hospi")
    expect(page.locator("datalist option")).to_have_text(["Hospitals in need"])
    page.locator("input").fill("h")
    expect(page.locator("datalist option")).to_have_count(0)


def test_nothing_is_loaded_before_the_reader_types(page: Page) -> None:
    expect(page.locator("datalist")).to_have_count(1)
    assert page.evaluate("typeof lunr") == "undefined"


def test_enter_leads_to_the_search_page(page: Page) -> None:
    page.locator("input").fill("staff")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=staff")
    expect(page.locator("[data-search-results] a")).to_have_count(2)
