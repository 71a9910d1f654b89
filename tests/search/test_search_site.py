"""The search of the four seeds' site, as `invoke build` made it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pelican.settings import DEFAULT_CONFIG, configure_settings
from playwright.sync_api import Page, expect

from crisis_archive.model import Archive
from crisis_archive.pages import Site, Words, catalogue_of
from crisis_archive.settings import Settings
from lunr_search import VARIABLE, SearchGenerator
from page_frame import COLOPHON, MASTHEAD, frame_values
from tests.makers import record
from tests.search.small_site import THEME

CHECKING = ("whole-index.json", "records.jsonl", "settings.json")


@pytest.mark.browser
@pytest.mark.parametrize("where", ["http", "disk"])
def test_guaido_is_found_in_both_spellings_and_the_passage_is_there(
    where: str, site: Path, tab: Page, serve: Callable[[Path, str], str]
) -> None:
    tab.goto(serve(site, "archive") + "search.html" if where == "http" else (site / "search.html").as_uri())
    results = tab.locator("[data-search-results]")
    said = []
    for spelling in ("Guaidó", "guaido"):
        tab.locator("input[type=search]").fill(spelling)
        expect(results.locator("mark", has_text="Guaid").first).to_be_visible()
        said.append(tab.locator("[role=status]").inner_text())
    assert said[0] == said[1]
    results.locator("[data-kind=text] a").first.click()
    tab.wait_for_url("**/texts/*#p*")
    expect(tab.locator(":target")).to_contain_text("Guaid")


@pytest.mark.browser
def test_every_result_of_the_site_leads_somewhere(site: Path, tab: Page) -> None:
    tab.goto((site / "search.html").as_uri())
    tab.locator("input[type=search]").fill("venezuela")
    links = tab.locator("[data-search-results] a")
    expect(links.first).to_be_visible()
    targets = [link.get_attribute("href") or "" for link in links.all()]
    for target in targets:
        path, _, fragment = target.partition("#")
        text = (site / path).read_text("utf-8")
        assert not fragment or f'id="{fragment}"' in text, target


def test_every_passage_of_the_site_is_where_its_record_says(site: Path) -> None:
    pages: dict[str, str] = {}
    fragments = set()
    for script in sorted((site / "search" / "records").glob("*.js")):
        value = script.read_text("utf-8").split(",", 2)[2].removesuffix(");\n")
        for _, address, _, *parts in filter(None, json.loads(value)):  # 0: no record has this place
            page = pages.setdefault(address, (site / address).read_text("utf-8"))
            for fragment in parts[1::2]:
                assert not fragment or f'id="{fragment}"' in page, f"{address}#{fragment}"
                fragments.add(fragment)
    assert {"bottom-line", "point-1", "unknowns", "p1"} <= fragments


def test_the_site_lists_all_entries_without_scripts(site: Path) -> None:
    assert 'href="entries/index.html"' in (site / "search.html").read_text("utf-8")
    assert 'href="../entries/v.html"' in (site / "entries" / "index.html").read_text("utf-8")
    assert "places/venezuela.html" in (site / "entries" / "v.html").read_text("utf-8")
    assert not any((site / "search" / name).exists() for name in CHECKING)


def test_the_index_in_one_piece_is_written_where_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = Archive((record("a", "Words of a text."),), (), (), (), (), (), ())
    nav = {name: name for name in (*MASTHEAD, *COLOPHON)}
    words = Words({"search": {"entries": {}}, "frame": {"nav": nav}})
    frame = frame_values(Site(name="Archive", words=words))
    context = {"archive": archive, "frame": frame, "library_settings": Settings(), "pages": [], **frame}
    context |= {"catalogue": catalogue_of(archive), "old_site": None}
    settings = configure_settings({**DEFAULT_CONFIG, "PATH": str(tmp_path), "THEME": str(THEME)})
    generator = SearchGenerator(context, settings, str(tmp_path), str(THEME), str(tmp_path))
    monkeypatch.setenv(VARIABLE, "1")
    generator.write_index(1)
    assert all((tmp_path / "search" / name).is_file() for name in CHECKING)
