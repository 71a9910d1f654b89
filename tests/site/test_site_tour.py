"""A reader's way through the real site in a real browser: over http below a sub-path and from disk."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

pytestmark = pytest.mark.browser

LEAST_CONTRAST_TO_PAPER = 8
"""Difference of one colour channel (0 to 255) by which a highlight must differ from the page."""


@pytest.fixture(params=["http", "file"])
def home(request: pytest.FixtureRequest, site: Path, serve: Callable[[Path, str], str]) -> str:
    """The address of the first page."""
    folder = serve(site, "archive") if request.param == "http" else f"{site.as_uri()}/"
    return f"{folder}index.html"


@pytest.fixture
def reader(chromium: Browser, home: str) -> Iterator[Page]:
    """A new browser window on the first page; whatever goes wrong in it fails the test."""
    context = chromium.new_context()
    page = context.new_page()
    trouble: list[str] = []
    page.on("console", lambda message: trouble.append(message.text))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("requestfailed", lambda asked: trouble.extend(failures(asked)))
    origin = home.removesuffix("index.html")
    page.on("request", lambda asked: None if asked.url.startswith(origin) else trouble.append(asked.url))
    page.goto(home)
    yield page
    context.close()
    assert trouble == []


def failures(asked: Request) -> list[str]:
    """What failed; a request given up because the reader went on to another page did not."""
    return [] if asked.failure == "net::ERR_ABORTED" else [f"{asked.url}: {asked.failure}"]


def background(page: Page, selector: str) -> list[int]:
    """Red, green, blue of the first background that is not transparent, from the element outwards."""
    colour = page.locator(selector).first.evaluate(
        r"""element => {
            for (let at = element; at; at = at.parentElement) {
                const colour = getComputedStyle(at).backgroundColor;
                if (!/^rgba\(.*, 0\)$|^transparent$/.test(colour)) return colour;
            }
            return "rgb(255, 255, 255)";
        }"""
    )
    return [int(float(part)) for part in re.findall(r"[\d.]+", colour)[:3]]


def stands_out(page: Page, selector: str) -> bool:
    pairs = zip(background(page, selector), background(page, "main"), strict=True)
    return max(abs(one - other) for one, other in pairs) >= LEAST_CONTRAST_TO_PAPER


def test_from_home_to_a_briefing_to_the_cited_sentence(reader: Page) -> None:
    reader.get_by_role("link", name="Venezuela, January 2019").first.click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Venezuela, January 2019")
    quoted = reader.locator(".bottom-line q").first.inner_text()
    reader.locator(".bottom-line a.cite").first.click()
    sentence = reader.locator(":target")
    expect(sentence).to_be_in_viewport()
    assert quoted.startswith(sentence.inner_text())
    assert stands_out(reader, ":target")
    reader.go_back()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Venezuela, January 2019")


@pytest.mark.parametrize("words", ["guaido", "Guaid\u00f3", "GUAIDO"])
def test_a_search_finds_a_name_however_it_is_written(reader: Page, words: str) -> None:
    box = reader.locator("input[type=search]").first
    box.fill(words)
    box.press("Enter")
    expect(reader).to_have_url(re.compile(r"search\.html"))
    results = reader.locator("[data-search-results] a")
    expect(results.first).to_be_visible()
    shown = reader.locator("[data-search-results]").inner_text()
    assert "Guaid" in shown
    marks = reader.locator("[data-search-results] mark").all_inner_texts()
    assert any(mark.startswith("Guaid") for mark in marks)


def test_a_result_lands_on_the_passage(reader: Page) -> None:
    box = reader.locator("input[type=search]").first
    box.fill("usurpation")
    box.press("Enter")
    result = reader.locator("[data-search-results] a[href*='texts/']").first
    result.click()
    passage = reader.locator(":target")
    expect(passage).to_be_in_viewport()
    expect(passage).to_contain_text("usurpation")


def test_nonsense_finds_nothing_and_says_so(reader: Page) -> None:
    box = reader.locator("input[type=search]").first
    box.fill("qqzzxxy")
    box.press("Enter")
    expect(reader.get_by_role("status")).to_contain_text(
        re.compile(r"nothing|no text|no result", re.IGNORECASE)
    )
    expect(reader.locator("[data-search-results] a")).to_have_count(0)


def test_a_name_leads_to_its_page_and_back_to_its_mention(reader: Page) -> None:
    reader.get_by_role("link", name="People").first.click()
    reader.get_by_role("link", name="Nicol\u00e1s Maduro", exact=True).first.click()
    expect(reader.get_by_role("heading", level=1)).to_contain_text("Nicol\u00e1s Maduro")
    expect(reader.locator("main")).to_contain_text("Venezuela, January 2019")
    expect(reader.locator("main")).to_contain_text("Venezuela, January 2026")
    reader.locator("main a[href*='texts/'][href*='#p']").first.click()
    expect(reader.locator(":target")).to_be_in_viewport()


def test_a_missing_page_leads_on(chromium: Browser, site: Path, serve: Callable[[Path, str], str]) -> None:
    page = chromium.new_page()
    answer = page.goto(serve(site, "archive") + "no/such/page.html")
    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    link = page.locator("header a").first
    assert link.get_attribute("href") == "/archive/index.html" or link.get_attribute("href") == "/archive/"
    page.close()


def test_nothing_is_kept_on_the_reader_s_machine(reader: Page) -> None:
    reader.locator("input[type=search]").first.fill("guaido")
    reader.locator("input[type=search]").first.press("Enter")
    expect(reader.locator("[data-search-results] a").first).to_be_visible()
    assert reader.context.cookies() == []
    assert reader.evaluate("Object.keys(localStorage)") == []
