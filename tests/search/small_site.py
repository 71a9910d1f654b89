"""A small site with nothing but the search: real index, real scripts, real page."""

import shutil
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import jinja2

import lunr_search
from crisis_archive.model import Archive, Crisis
from crisis_archive.pages import Site, Words, plan_pages
from crisis_archive.search import index_files
from crisis_archive.search.languages import language_from
from crisis_archive.search.pipeline import ENGLISH
from crisis_archive.search.records import Passage, SearchRecord
from page_frame import frame_values

ROOT = Path(__file__).resolve().parent.parent.parent
THEME = ROOT / "theme"

TEXTS = [
    (
        "Guaidó speaks to the nation",
        "Juan Guaidó spoke on Sunday. It was a long day, and money was short.",
        "Juan Guaidó",
    ),
    ("Guaido's survey", "A survey of 1,000 people tried to count them; they try every year.", "Guaido"),
    (
        "Border closed",
        "The border was closed—which nobody expected. U.S. officials said.The border stays closed.",
        "",
    ),
    (
        "Embassies to close",
        "Embassy staff were told to leave. The staff of other embassies stayed.",
        "Embassy of Canada",
    ),
    ("Staff of the ministry", "The embassy's cook is no staff. Peace-keeping troops left on Monday.", ""),
    (
        "Words of programmers",
        "constructor and __proto__ and toString and hasOwnProperty are words.",
        "constructor",
    ),
    ("Київ", "Cyrillic Київ and Greek ΟΔΟΣ stand here with 3.5% of snow.", ""),
    ("Numbers", "10 20 10 007 and 1e5 and 4294967295 count for 10.", "20"),
    ("", "...", "--- !!! ..."),
    ("The and of", "The and of to a", "it is"),
    ("Hospitals in need", "Hospitals relied on hopefulness; relational adoption of falling controls.", ""),
    ("Yearly yes", "Yes, the yearly yield of yellow fields; flies, dies, agreed, feed, plied.", ""),
]
"""Title, text and names of each record."""


def records(texts: Sequence[tuple[str, str, str]] = TEXTS) -> tuple[SearchRecord, ...]:
    """Texts as search records."""
    return tuple(
        SearchRecord(
            kind="text",
            title=title,
            passages=(Passage(text, "p1"),),
            named=title,
            names=names,
            address=f"texts/{number}.html",
            crisis="flood" if number % 2 else None,
            days=("2019-01-23", "2019-01-26") if number % 3 else None,
            language="en",
        )
        for number, (title, text, names) in enumerate(texts)
    )


def write_site(folder: Path, found: Sequence[SearchRecord], shard_bytes: int = 200, code: str = "en") -> Path:
    """Write the site; shards are so small that a query needs several."""
    language = ENGLISH if code == "en" else language_from(code, lunr_search.language_script(code))
    flood = Crisis("flood", "The flood", "derived", None, None, (), (), ())
    for path, content in index_files(found, [flood], language, whole=True, shard_bytes=shard_bytes):
        _write(folder / path, content)
    _write(folder / "search" / "lunr.js", lunr_search.lunr_scripts(code))
    for path, content in lunr_search.joined_scripts(THEME):
        _write(folder / path, content)
    shutil.copytree(THEME / "static" / "search", folder / "theme" / "search")
    _write(folder / "search.html", search_page().encode())
    for record in found:
        passages = "".join(f'<p id="{each.fragment}">words</p>' for each in record.passages)
        _write(folder / record.address, f"<!DOCTYPE html><title>x</title>{passages}".encode())
    for other in ("css/site.css", "css/paper.css", "css/icon.svg", "text/evidence.js"):
        _write(folder / "theme" / other, b"")
    return folder


def search_page() -> str:
    """The search page as the theme has it."""
    words = Words(tomllib.loads((THEME / "words" / "en.toml").read_text("utf-8")))
    site = Site(name="Archive", words=words)
    archive = Archive((), (), (), (), (), (), ())
    loader = jinja2.FileSystemLoader(THEME / "templates")
    environment = jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.ChainableUndefined)
    plan = next(iter(plan_pages(archive, site, {"search"})))
    values: dict[str, Any] = {**frame_values(site), **plan.values}
    return environment.get_template(plan.template).render(values)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
