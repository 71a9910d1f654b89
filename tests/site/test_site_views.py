"""The three views of a text in the browser: as cleaned, with the changes marked, as found."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def rewrite(site: Path) -> dict[str, Any]:
    """The record of a text whose body stands twice and whose names are garbled."""
    lines = (site / "data" / "documents.jsonl").read_text("utf-8").split("\n")
    return next(text for line in lines if line and (text := json.loads(line))["file"].startswith("001"))


@pytest.fixture(params=["http", "file"])
def folder(request: pytest.FixtureRequest, site: Path, serve: Callable[[Path, str], str]) -> str:
    return serve(site, "archive") if request.param == "http" else f"{site.as_uri()}/"


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without"])
def reader(
    request: pytest.FixtureRequest, chromium: Browser, folder: str, rewrite: dict[str, Any]
) -> Iterator[Page]:
    context = chromium.new_context(java_script_enabled=request.param)
    page = context.new_page()
    trouble: list[str] = []
    page.on("console", lambda message: trouble.append(message.text))
    page.goto(f"{folder}texts/{rewrite['file'].removesuffix('.txt')}.html")
    yield page
    context.close()
    assert trouble == []


def test_as_cleaned_is_what_a_reader_sees_first(reader: Page, rewrite: dict[str, Any]) -> None:
    expect(reader.get_by_role("radio", name="as cleaned")).to_be_checked()
    shown = reader.locator(".text > .body p[id]")
    assert [each.inner_text() for each in shown.all()] == rewrite["paragraphs"]
    expect(reader.locator("#marked, #found")).to_have_count(2)
    for view in ("#marked", "#found"):
        expect(reader.locator(view)).to_be_hidden()


def test_as_found_is_the_file_word_for_word(reader: Page, site: Path, rewrite: dict[str, Any]) -> None:
    reader.get_by_role("radio", name="as found").check()
    expect(reader.locator(".text > .body")).to_be_hidden()
    expect(reader.locator(".as-marked")).to_be_hidden()
    shown = reader.locator(".as-found .found")
    expect(shown).to_be_visible()
    seeds = Path(__file__).resolve().parents[2] / "seeds"
    assert shown.inner_text().strip() == (seeds / rewrite["file"]).read_text("utf-8").strip()


def test_with_the_changes_marked_every_change_stands_with_its_reason(
    reader: Page, rewrite: dict[str, Any]
) -> None:
    reader.get_by_role("radio", name="with the changes marked").check()
    expect(reader.locator(".text > .body")).to_be_hidden()
    marked = reader.locator(".as-marked")
    expect(marked).to_be_visible()
    changed = [edit for edit in rewrite["edits"] if edit["before"].strip() or edit["after"].strip()]
    assert len(changed) > 1
    for edit in changed:
        words = (edit["before"].strip() or edit["after"].strip()).split("\n")[0]
        expect(marked.locator("del, ins").filter(has_text=words).first).to_be_visible()
        for why in edit["why"].split("; "):  # a change of several rules has a sentence of each
            expect(marked.locator(".note").filter(has_text=why).first).to_be_visible()
    crossed_out = marked.locator("del").first.evaluate("each => getComputedStyle(each).textDecorationLine")
    assert crossed_out == "line-through"


def test_the_keyboard_is_enough(reader: Page) -> None:
    reader.get_by_role("radio", name="as cleaned").focus()
    reader.keyboard.press("ArrowDown")
    expect(reader.locator(".as-marked")).to_be_visible()
    reader.keyboard.press("ArrowDown")
    expect(reader.locator(".as-found")).to_be_visible()
    reader.keyboard.press("ArrowDown")
    expect(reader.locator(".text > .body")).to_be_visible()
    expect(reader.locator(".as-found")).to_be_hidden()


def test_a_paragraph_that_is_named_is_shown_whatever_is_chosen(reader: Page) -> None:
    reader.get_by_role("radio", name="as found").check()
    reader.goto(reader.url.split("#")[0] + "#p2")
    expect(reader.locator("#p2")).to_be_in_viewport()


@pytest.mark.parametrize("view", [".text > .body", ".as-marked", ".as-found"])
def test_paper_shows_the_chosen_view_and_no_other(reader: Page, view: str) -> None:
    views = {".text > .body": "as cleaned", ".as-marked": "with the changes marked", ".as-found": "as found"}
    reader.get_by_role("radio", name=views[view]).check()
    reader.emulate_media(media="print")
    expect(reader.locator(".views")).to_be_hidden()
    for other in views:
        expected = expect(reader.locator(other))
        if other == view:
            expected.to_be_visible()
        else:
            expected.to_be_hidden()


def test_a_text_in_which_nothing_was_changed_has_one_view(
    chromium: Browser, tmp_path: Path, build: Callable[..., Any]
) -> None:
    for name in ("seeds", "content"):
        (tmp_path / name).mkdir()
    (tmp_path / "seeds" / "clean.txt").write_text(
        "The roads to the north are open.\n\nNobody was hurt.", "utf-8"
    )
    options = [item for name in ("seeds", "content", "output") for item in (f"--{name}", tmp_path / name)]
    run = build(*options)
    assert run.returncode == 0, run.stderr
    page = chromium.new_page()
    page.goto(f"{(tmp_path / 'output').as_uri()}/texts/clean.html")
    expect(page.get_by_role("radio")).to_have_count(0)
    expect(page.locator("main")).to_contain_text("Nothing was changed.")
    page.close()
