"""The search page in Chromium, under a sub-path and from disk: every interaction that a reader has."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Locator, Page, Route, expect

from crisis_archive.search.buckets import hash_of
from tests.search.small_site import TEXTS, records, write_site

pytestmark = pytest.mark.browser

Serve = Callable[[Path, str], str]


@pytest.fixture(params=["http", "disk"])
def page(request: pytest.FixtureRequest, tab: Page, small_site: Path, serve: Serve) -> Page:
    """The search page, under a sub-path or from disk."""
    from_disk = request.param == "disk"
    tab.goto(
        (small_site / "search.html").as_uri() if from_disk else serve(small_site, "archive") + "search.html"
    )
    return tab


def box(page: Page) -> Locator:
    return page.locator("input[type=search]")


def links(page: Page) -> Locator:
    return page.locator("[data-search-results] a")


def status(page: Page) -> Locator:
    return page.locator("[role=status]")


def notes(page: Page) -> Locator:
    return page.locator("[data-search-notes]")


def test_results_come_while_typing_with_marked_excerpts(page: Page) -> None:
    box(page).press_sequentially("guaido")
    expect(status(page)).to_have_text("2 results")
    expect(links(page)).to_have_count(2)
    expect(page.locator(".excerpt mark").first).to_have_text("Guaidó")
    expect(page.locator(".result a mark").first).to_have_text(re.compile("Guaid[oó]"))


def test_a_result_lands_on_the_passage(page: Page) -> None:
    box(page).fill("ministry")
    links(page).first.click()
    page.wait_for_url("**/texts/4.html#p1")
    assert page.locator(":target").count() == 1


def test_there_is_one_box_and_nothing_before_a_search(page: Page) -> None:
    expect(box(page)).to_have_count(1)
    expect(links(page)).to_have_count(0)
    expect(status(page)).to_have_text("")


def test_all_words_must_match(page: Page) -> None:
    box(page).fill("embassy staff")
    expect(links(page)).to_have_count(2)
    box(page).fill("embassy staff monday")
    expect(links(page)).to_have_count(1)


def test_where_nothing_has_all_words_it_says_so(page: Page) -> None:
    box(page).fill("money monday")
    expect(notes(page)).to_contain_text("Nothing holds all of these words")
    expect(links(page)).to_have_count(2)


def test_common_words_are_left_out(page: Page) -> None:
    box(page).fill("the staff of")
    expect(links(page)).to_have_count(2)
    box(page).fill("of the")
    expect(notes(page)).to_contain_text("of the")
    expect(links(page)).to_have_count(0)


def test_a_word_that_is_nowhere_gives_nothing_and_a_near_one_is_offered(page: Page) -> None:
    box(page).fill("qzxjvkwqy")
    expect(status(page)).to_have_text("Nothing found.")
    expect(links(page)).to_have_count(0)
    box(page).fill("hospitls")
    page.get_by_role("button", name="hospitals").click()
    expect(box(page)).to_have_value("Hospitals")
    expect(links(page)).to_have_count(1)


def test_an_unfinished_word_stands_for_all_that_begin_so(page: Page) -> None:
    box(page).fill("hospit")
    expect(links(page)).to_have_count(1)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ('"staff of other"', 1),
        ('"other staff"', 0),
        ('staff -"staff of other"', 1),
        ("“embassy staff”", 1),
        ("staff -ministry", 1),
        ("title:staff", 1),
        ("embass*", 2),
        ("*bassi", 2),
        ("e*", 0),  # would stand for a tenth of all words
        ("stafg~1", 2),
        ("programmers~99", 1),  # would stop the browser: two edits are the most
        ("*s*t*a*f*f*", 2),
        ("u.s. officials", 1),
        ("US", 1),
        ("nobody/expected", 1),
        ("1,000", 1),
        ("peace-keeping", 1),
        ("nobody:staff", 3),  # no such field: two words, and no text has both
        ("+ - * ~ ^ :", 0),
        ("staff from:2019", 1),
        ("staff to:2018", 0),
        ("staff from:2019-01-25 to:2019-02", 1),
        ("staff from:2019-01-27", 0),
        ("from:2019 to:2019-01", 8),  # days alone: all that stands in them
        ("from:2020", 0),
    ],
)
def test_the_language_of_queries(from_disk: Page, query: str, count: int) -> None:
    box(from_disk).fill(query)
    box(from_disk).press("Enter")
    expect(status(from_disk)).not_to_have_text("")
    expect(links(from_disk)).to_have_count(count)


def test_a_hostile_query_runs_nothing(page: Page) -> None:
    asked: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)
    box(page).fill('"><img src=x onerror=alert(1)> __proto__ constructor +-*~^:')
    expect(status(page)).not_to_have_text("")
    assert page.locator("main img").count() == 0
    assert not asked


def test_filters_narrow_and_count(page: Page) -> None:
    box(page).fill("staff")
    expect(page.locator("#filter-kind option")).to_have_text(["all", "text (2)"])
    page.locator(".search-page summary").click()
    expect(page.locator("#filter-crisis option")).to_have_text(["all", "The flood (1)"])
    expect(page.locator("#filter-year option")).to_have_text(["all", "2019 (1)"])
    expect(page.locator("#filter-language option")).to_have_text(["all", "en (2)"])
    page.select_option("#filter-crisis", "flood")
    expect(links(page)).to_have_count(1)
    expect(status(page)).to_have_text("1 result")
    assert "crisis=flood" in page.url


def test_the_state_is_in_the_address_and_back_works(page: Page) -> None:
    box(page).fill("staff")
    box(page).press("Enter")
    expect(links(page)).to_have_count(2)
    box(page).fill("border")
    box(page).press("Enter")
    expect(links(page)).to_have_count(1)
    assert page.url.endswith("search.html?q=border")
    page.go_back()
    expect(box(page)).to_have_value("staff")
    expect(links(page)).to_have_count(2)
    page.goto(page.url.split("?")[0] + "?q=staff&crisis=flood")
    expect(links(page)).to_have_count(1)
    expect(page.locator("#filter-crisis")).to_have_value("flood")


def test_coming_back_from_a_result_shows_the_results_again(page: Page) -> None:
    box(page).fill("staff")
    links(page).first.click()
    page.wait_for_url("**/texts/*")
    page.go_back()
    expect(links(page)).to_have_count(2)


def test_the_keyboard(page: Page) -> None:
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()
    expect(box(page)).to_have_value("")
    page.keyboard.type("staff")
    expect(links(page)).to_have_count(2)
    page.keyboard.press("ArrowDown")
    expect(links(page).first).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(links(page).last).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Escape")
    expect(box(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/texts/*")


def test_a_missing_shard_can_be_asked_for_again(tab: Page, small_site: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(small_site, site)
    hidden = site / "search" / "terms"
    hidden.rename(site / "search" / "elsewhere")
    tab.goto((site / "search.html").as_uri())
    box(tab).fill("staff")
    expect(status(tab)).to_have_text("A part of the search index could not be loaded.")
    (site / "search" / "elsewhere").rename(hidden)
    tab.get_by_role("button", name="Try again").click()
    expect(links(tab)).to_have_count(2)


def test_a_slow_shard_is_said_to_be_slow(tab: Page, small_site: Path, serve: Serve) -> None:
    held: list[Route] = []
    tab.route("**/search/terms/*", lambda route: held.append(route))
    tab.goto(serve(small_site, "slow") + "search.html")
    box(tab).fill("staff")
    expect(status(tab)).to_have_text("Still loading a part of the search index.")
    for route in held:
        route.continue_()
    expect(links(tab)).to_have_count(2)


def publish_anew(site: Path) -> None:
    """One text more before all others, so that each has another number, and every shard other postings."""
    newer = write_site(site.with_name("newer"), records([("One more", "Staff at the border", ""), *TEXTS]))
    shutil.copytree(newer / "search", site / "search", dirs_exist_ok=True)


def test_an_index_published_anew_in_between_is_taken(tab: Page, small_site: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(small_site, site)
    tab.goto((site / "search.html").as_uri())
    box(tab).fill("border")
    expect(links(tab)).to_have_count(1)
    publish_anew(site)
    box(tab).fill("staff")
    expect(links(tab)).to_have_count(3)


def test_records_published_anew_after_the_words_were_found_are_taken(
    tab: Page, small_site: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    shutil.copytree(small_site, site)
    tab.goto((site / "search.html").as_uri())
    tab.evaluate("archiveSearch.find('staff').then(() => 0)")  # its words are loaded, its records are not
    publish_anew(site)
    box(tab).fill("staff")
    expect(links(tab)).to_have_count(3)


def test_a_phrase_is_looked_for_in_parts_and_what_was_looked_at_is_said(tab: Page, tmp_path: Path) -> None:
    texts = [(f"Number {number}", "alpha beta", "") for number in range(120)]
    last = max(range(120), key=lambda number: hash_of(f"texts/{number}.html"))
    texts[last] = ("The last", "beta alpha", "")
    site = write_site(tmp_path / "site", records(texts))
    tab.goto((site / "search.html").as_uri())
    box(tab).fill('"beta alpha"')
    expect(status(tab)).to_have_text(
        "0 found so far with these words side by side; 100 of 120 looked at.", timeout=20_000
    )
    tab.get_by_role("button", name="Show more").click()
    expect(links(tab)).to_have_text(["The last"])
    expect(status(tab)).to_have_text("1 result")


def test_without_javascript_the_list_of_entries_is_there(chromium: object, small_site: Path) -> None:
    text = (small_site / "search.html").read_text("utf-8")
    assert 'href="entries/index.html"' in text
    assert "<noscript>" in text


@pytest.mark.parametrize(
    ("ranked", "mixed"),
    [
        ("", ""),
        ("qqqqq", "qqqqq"),
        ("tttq", "tttq"),
        ("qqqqqt", "qqqtqq"),
        ("qfqfqettbttttttqt", "qfqettbtttfqtttqt"),
    ],
)
def test_quotations_and_figures_do_not_crowd_out_the_rest(from_disk: Page, ranked: str, mixed: str) -> None:
    found = from_disk.evaluate(
        """(ranked) => {
        const names = { q: "quotation", f: "figure", t: "text", e: "entity", b: "briefing" };
        const placeOf = archiveSearch.store.placeOf;
        archiveSearch.store.placeOf = (place) => ({ kind: names[ranked[place]] });
        const hits = archiveSearch.mixed([...ranked].map((_, document) => ({ document })));
        archiveSearch.store.placeOf = placeOf;
        return hits.map((hit) => ranked[hit.document]).join("");
        }""",
        ranked,
    )
    assert found == mixed
