"""What a reader does with a text and a briefing: names, sentences, paper, high contrast."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

TEXT = "texts/000_b33af19dd3b2cec9.html"
BRIEFING = "crises/venezuela-january-2019.html"


@pytest.fixture(params=["http", "file"])
def folder(request: pytest.FixtureRequest, site: Path, serve: Callable[[Path, str], str]) -> str:
    return serve(site, "archive") if request.param == "http" else f"{site.as_uri()}/"


@pytest.fixture
def reader(chromium: Browser, folder: str) -> Iterator[Page]:
    """A window on a text; nothing may be asked of any other host, nor go wrong."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    trouble: list[str] = []
    page.on("console", lambda message: trouble.append(message.text))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith(folder) else trouble.append(asked.url))
    page.goto(folder + TEXT)
    yield page
    context.close()
    assert trouble == []


def test_a_name_shows_who_it_is_on_focus_and_escape_puts_it_away(reader: Page) -> None:
    name, card = reader.locator("a.name", has_text="Delcy Rodríguez").first, reader.get_by_role("tooltip")
    expect(card).to_be_hidden()
    name.focus()
    expect(card).to_be_visible()
    expect(card).to_contain_text("acting president")
    expect(name).to_have_accessible_description(re.compile("Person, here called “acting president”"))
    reader.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(name).to_be_focused()
    reader.keyboard.press("Tab")
    expect(card).to_be_visible()  # of the next name
    expect(card).not_to_contain_text("Delcy")


def test_a_card_stays_while_the_pointer_is_on_it(reader: Page) -> None:
    name, card = reader.locator("a.name", has_text="Cilia Flores").first, reader.get_by_role("tooltip")
    name.hover()
    expect(card).to_be_visible()
    card.hover()
    expect(card).to_be_visible()
    reader.get_by_role("heading", level=1).hover()
    expect(card).to_be_hidden()


def test_a_card_says_what_the_list_of_names_says_and_stays_on_a_small_screen(reader: Page) -> None:
    reader.set_viewport_size({"width": 320, "height": 600})
    card = reader.get_by_role("tooltip")
    for name in reader.locator("a.name").all()[:12]:
        name.focus()
        box = card.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        address = name.get_attribute("href")
        facts = reader.locator(f'.names-here li:has(a[href="{address}"]) [data-fact]').all_inner_texts()
        assert facts
        expect(card).to_contain_text(facts[-1])


def test_without_script_a_name_is_a_link_and_the_list_says_the_same(chromium: Browser, site: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.as_uri()}/{TEXT}")
    expect(page.locator(".names-here")).to_contain_text("here called “acting president”")
    page.locator("a.name", has_text="Delcy Rodríguez").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Delcy Rodríguez")
    context.close()


def test_a_paragraph_can_be_linked_to_and_then_each_of_its_sentences(reader: Page) -> None:
    link = reader.get_by_role("link", name="Paragraph 3, sentence 2")
    expect(link).to_be_hidden()
    reader.get_by_role("link", name="Paragraph 3", exact=True).click()
    expect(reader.locator("#p3:target")).to_have_count(1)
    link.click()
    sentence = reader.locator(".s:target")
    expect(sentence).to_have_id("p3s2")
    assert sentence.evaluate("each => getComputedStyle(each).backgroundColor") != "rgba(0, 0, 0, 0)"
    reader.go_back()
    expect(reader.locator("#p3:target")).to_have_count(1)


def test_the_text_can_be_cited_in_four_ways_with_the_hash_of_its_seed(reader: Page, site: Path) -> None:
    lines = (site / "data" / "documents.jsonl").read_text("utf-8").splitlines()
    sha256 = next(text["sha256"] for line in lines if (text := json.loads(line))["file"].startswith("000"))
    box = reader.locator(".cite-as")
    expect(box.locator(".plain-citation")).to_contain_text(sha256)
    for name in ("BibTeX", "RIS", "CSL-JSON"):
        summary = box.locator("summary", has_text=name)
        summary.focus()
        reader.keyboard.press("Enter")
        expect(box.locator("details[open] pre").last).to_contain_text(sha256)


def test_on_paper_everything_is_there_with_addresses_and_without_the_frame(
    chromium: Browser, site: Path
) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{site.as_uri()}/{BRIEFING}")
    page.emulate_media(media="print")
    expect(page.locator(".search-box")).to_be_hidden()
    expect(page.locator(".masthead nav")).to_be_hidden()
    for text in page.locator(".source-groups .print-only").all():
        expect(text).to_be_visible()
        expect(text).to_contain_text("https://example.org/archive/texts/")
    paper = page.pdf(format="A4", prefer_css_page_size=True)
    assert 2 <= len(re.findall(rb"/Type\s*/Page\b", paper)) <= 4
    context.close()
    foot = (site / "theme" / "css" / "paper.css").read_text("utf-8")
    assert re.search(r"[0-9a-f]{64}", foot)


@pytest.mark.parametrize("page_path", [TEXT, BRIEFING])
def test_in_forced_colours_marks_and_targets_can_still_be_told(
    chromium: Browser, site: Path, page_path: str
) -> None:
    context = chromium.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(f"{site.as_uri()}/{page_path}#main")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    if page_path == TEXT:
        page.goto(f"{site.as_uri()}/{page_path}#p3s2")
        outline = page.locator("#p3s2").evaluate("each => getComputedStyle(each).outlineStyle")
        assert outline != "none"
    else:
        stroke = page.locator(".drawing .arc").first.evaluate("each => getComputedStyle(each).stroke")
        ground = page.locator("body").evaluate("each => getComputedStyle(each).backgroundColor")
        assert stroke != ground
    context.close()


def test_a_new_reader_finds_how_many_were_killed_who_says_so_and_where_the_sources_differ(
    reader: Page, folder: str
) -> None:
    reader.goto(f"{folder}index.html")
    reader.get_by_role("link", name="Venezuela, January 2019").first.click()
    reader.get_by_role("link", name="Key figures").click()
    killed = reader.locator("table.figures tbody").filter(has_text="people killed")
    expect(killed).to_contain_text("from “At least 14” to “at least 20”")
    expect(killed).to_contain_text("not the same count")
    twenty = killed.locator("tr", has=reader.locator("td .value", has_text="at least 20"))
    fourteen = killed.locator("tr", has=reader.locator("td .value", has_text="At least 14"))
    expect(twenty).to_contain_text("New York Times")
    expect(fourteen).to_contain_text("Venezuelan NGOs")
    fourteen.locator("a.cite").first.click()
    expect(reader.locator(".s:target")).to_contain_text("At least 14 people have been killed")
    reader.go_back()
    expect(killed).to_be_visible()


def test_a_citation_names_its_source_on_focus_and_escape_puts_it_away(reader: Page, folder: str) -> None:
    reader.set_viewport_size({"width": 390, "height": 800})
    reader.goto(folder + BRIEFING)
    cite = reader.locator(".bottom-line a.cite").first
    source = cite.locator(".cite-source")
    reader.keyboard.press("Tab")
    cite.focus()
    width = "each => each.getBoundingClientRect().width"
    assert source.evaluate(width) > 100
    reader.keyboard.press("Escape")
    assert source.evaluate(width) < 2
    cite.blur()
    cite.focus()
    assert source.evaluate(width) > 100
