"""The verifier compares what readers see with the data: nothing is added, left out or changed."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import verify
from tests.tampering import change_data, replace, sum_again

TEXT = "texts/003_34df27f0f9e83260.html"
RETOLD = "texts/001_d8d7cee1ccecac1d.html"
Change = Callable[[Path], None]
"""Changes a site."""


def found_after(copy: tuple[Path, Path], change: Change) -> list[str]:
    site, seeds = copy
    change(site)
    sum_again(site)
    return verify.verify(site, seeds)


def exchange(path: Path, pattern: str, new: str) -> None:
    """The first place of a pattern, on any number of lines."""
    text, count = re.subn(pattern, new, path.read_text("utf-8"), count=1, flags=re.DOTALL)
    assert count, f"{path}: nothing to tamper with"
    path.write_text(text, "utf-8")


def on_page(name: str, old: str, new: str) -> Change:
    return lambda site: replace(site / name, old, new)


def by_pattern(name: str, pattern: str, new: str) -> Change:
    return lambda site: exchange(site / name, pattern, new)


def false_text(site: Path) -> None:
    shutil.copy(site / TEXT, site / "texts" / "fake.html")


def false_text_in_a_folder(site: Path) -> None:
    (site / "texts" / "fake").mkdir()
    text = (site / TEXT).read_text("utf-8").replace('="../', '="../../')
    (site / "texts" / "fake" / "page.html").write_text(text, "utf-8")


def false_person(site: Path) -> None:
    shutil.copy(site / "people" / "juan-guaido.html", site / "people" / "nobody.html")


P2 = '<p id="p2">'
TEXTS: tuple[tuple[Change, str], ...] = (
    (
        by_pattern(TEXT, '(    <div class="block">\n      <a class="number" href="#p2")', r"<p>No.</p>\1"),
        "between",
    ),
    (on_page(TEXT, P2, f"<p>The war is over.</p>{P2}"), "paragraph 2 does not stand alone"),
    (on_page(TEXT, P2, f"The war is over.{P2}"), "paragraph 2 does not stand alone"),
    (on_page(TEXT, P2, '<p id="p2" class="hidden">'), "paragraph 2 does not stand alone"),
    (on_page(TEXT, P2, '<p id="p2" hidden>'), "<p> is hidden"),
    (on_page(TEXT, P2, f'{P2}<span class="hidden">'), "<span> does not end"),
    (
        by_pattern(TEXT, '(<p id="p2">)(.*?)(</p>)', r'\1<small class="hidden">\2</small>\3'),
        "more than its words",
    ),
    (
        by_pattern(TEXT, '    <div class="block">\n      <a class="number" href="#p2".*?</div>', ""),
        "paragraphs of",
    ),
    (on_page(TEXT, ">2</a>", ">2 (the war is over)</a>"), "words stand beside paragraph 2"),
    (by_pattern(RETOLD, "<q>[^<]+</q>", "<q>The war is over.</q>"), "a note quotes what does not stand"),
    (by_pattern(RETOLD, '<p class="retold">.*?</p>', ""), "it does not lead to comparisons/"),
    (by_pattern(TEXT, "<title>US", "<title>No US"), "its <title> is not its title"),
    (by_pattern(TEXT, 'og:title" content="US', 'og:title" content="No US'), "its og:title is not its title"),
    (on_page(TEXT, '"headline": "US', '"headline": "No US'), "its metadata have another headline"),
    (
        on_page(TEXT, '"headline"', '"datePublished": "2019-01-01", "headline"'),
        "its metadata have another date",
    ),
    (by_pattern(TEXT, 'data-date-origin="[a-z]+"', 'data-date-origin="seed"'), "has another origin"),
    (by_pattern(TEXT, "(data-own-date [^>]*>).*?</span>", r"\g<1>24 May 1999</span>"), "its date"),
    (by_pattern(TEXT, '(<div class="found"[^>]*>)', r"\1No. "), "the text as found does not read"),
    (
        by_pattern(TEXT, r"<del>(<span[^>]*>.*?</span>)\S", r"<del>\1No "),
        "does not read as found in the data",
    ),
    (by_pattern(TEXT, '(<p class="found"[^>]*>)', r"\1<ins>No </ins>"), "does not read as published in the"),
    (by_pattern(TEXT, '(<p class="found"[^>]*>)', r"\1<del>No </del>"), "does not read as found in the data"),
    (by_pattern(TEXT, '(<p class="found"[^>]*>)', r"\1No "), "does not read as found in the data"),
    (
        by_pattern(TEXT, '<dd class="code">[0-9a-f]{8}', '<dd class="code">00000000'),
        "not the hash of its seed",
    ),
    (by_pattern(TEXT, '<table class="rows edits".*?</table>', ""), "rows for the 4 edits"),
    (on_page(TEXT, "</main>", "<p>The war is over.</p></main>"), "more than article.text stands in <main>"),
    (false_text, "texts/fake.html: is a page of nothing"),
    (false_text_in_a_folder, "texts/fake/page.html: is a page of nothing"),
    (false_person, "people/nobody.html: is a page of nothing"),
)


@pytest.mark.parametrize(("change", "finding"), TEXTS)
def test_a_text_shows_its_words_and_nothing_else(
    copy: tuple[Path, Path], change: Change, finding: str
) -> None:
    found = found_after(copy, change)
    assert any(finding in line for line in found), found


MAIN = '<main id="main" tabindex="-1">'
FRAME: tuple[tuple[Change, str], ...] = (
    (on_page(TEXT, MAIN, f"<p>The war is over.</p>{MAIN}"), "its frame is another"),
    (on_page(TEXT, MAIN, f"The war is over.{MAIN}"), "words stand outside its frame"),
    (on_page(TEXT, "</body>", "<p>The war is over.</p></body>"), "its frame is another"),
    (
        by_pattern(TEXT, "(<main .*</main>)", r"<noscript>\1</noscript><main><p>No.</p></main>"),
        "its frame is",
    ),
    (by_pattern(TEXT, "(<main .*</main>)", r"<details>\1</details>"), "its frame is another"),
    (
        on_page(TEXT, '<footer class="colophon">', '<footer class="colophon"><p>No.</p>'),
        "its footer.colophon is",
    ),
    (
        by_pattern(TEXT, r'(<p class="masthead-name">.*?)</a>', r"\1 (the war is over)</a>"),
        "its header.masthead",
    ),
    (on_page(TEXT, '../people/index.html">', '../places/index.html">'), "its header.masthead is not that"),
    (
        by_pattern(TEXT, 'placeholder="[^"]*"', 'placeholder="x" value="The war is over."'),
        "search-box is not",
    ),
    (
        by_pattern("about.html", r'(<p class="masthead-name">.*?)</a>', r"\1 (over)</a>"),
        "its header.masthead",
    ),
)


@pytest.mark.parametrize(("change", "finding"), FRAME)
def test_around_its_main_part_a_page_shows_what_all_pages_show(
    copy: tuple[Path, Path], change: Change, finding: str
) -> None:
    found = found_after(copy, change)
    assert any(finding in line for line in found), found


CRISIS = "crises/venezuela-january-2019.html"
SECTION = '(<section aria-labelledby="{}">.*?)'


def emptied(name: str, *fields: str) -> Change:
    """Fields of every line of a data file."""

    def change(rows: list[dict[str, Any]]) -> None:
        for row in rows:
            for field in fields:
                row[field] = [] if isinstance(row[field], list) else None

    return lambda site: change_data(site, name, change)


def day_of_news(site: Path) -> None:
    change_data(site, "briefings", lambda rows: rows[0].update(as_of="1999-01-01"))


def days_changed(site: Path) -> None:
    def change(rows: list[dict[str, Any]]) -> None:
        for entry in (entry for row in rows for entry in row["timeline"]):
            entry.update(date="2001-01-01", until=None)

    change_data(site, "briefings", change)


def more_sources(site: Path) -> None:
    def change(rows: list[dict[str, Any]]) -> None:
        for row in rows:
            row["bottom_line"]["sources"] += 1

    change_data(site, "briefings", change)


def in_section(name: str, pattern: str, new: str) -> Change:
    return by_pattern(CRISIS, SECTION.format(name) + pattern, r"\g<1>" + new)


SPAN = r'<span class="source">'
BRIEFINGS: tuple[tuple[Change, str], ...] = (
    (on_page(CRISIS, "</article>", "<p>Two thousand were killed.</p></article>"), "it has a part"),
    (in_section("timeline", "</section>", "<p>Two were killed.</p><p>No.</p></section>"), "says more"),
    (in_section("actors", "</section>", "<p>Two thousand were killed.</p></section>"), "cited nowhere"),
    (in_section("highlights", "</ul>", "<li>Two thousand were killed.</li></ul>"), "cited nowhere"),
    (in_section("disputes", "</ul>", "<li>Two thousand were killed.</li></ul>"), "of its disputes"),
    (in_section("quotations", "</ul>", "</ul><div>Two thousand were killed.</div>"), "cited nowhere"),
    (in_section("highlights", '(<span class="what">)', r"\2<q>He resigned.</q>"), "cited nowhere"),
    (in_section("highlights", "</li>", " He resigned.</li>"), "cited nowhere"),
    (in_section("disputes", "</q>", "</q> He resigned."), "words stand beside a statement"),
    (in_section("actors", " · " + SPAN, f" resigned · {SPAN}"), "words stand beside a statement"),
    (by_pattern(CRISIS, 'class="stated"', 'class="stated-x"'), "of its bottom-line 0 stand on it"),
    (by_pattern(CRISIS, " in the USA to leave[^<]*</q>", "</q>"), "is not on it"),
    (in_section("quotations", "(calls) for coup", r"\2"), "is not on it"),
    (in_section("highlights", r'<li class="stated" id="point-2">.*?</li>', ""), "of its highlights"),
    (by_pattern(CRISIS, '<section aria-labelledby="unknowns">.*?</section>', ""), "of its unknowns"),
    (by_pattern(CRISIS, '<section aria-labelledby="disputes">.*?</section>', ""), "of its disputes"),
    (in_section("timeline", "<tr><th scope=.row.*?</tr>", ""), "an entry of its timeline is not on it"),
    (in_section("timeline", "January 2019</time>", "January 1999</time>"), "what is not in the data"),
    (in_section("timeline", 'datetime="2019-01-22"', 'datetime="2019-01-21"'), "what is not in the data"),
    (in_section("figures", "at least 20</span>", "at least 200</span>"), "a figure on it is not in the data"),
    (in_section("figures", "<tr><th scope=.row.*?</tr>", ""), "a figure of the briefing is not on it"),
    (in_section("figures", ">this week<", ">in ten years<"), "a figure on it is not in the data"),
    (in_section("figures", ">the New York Times<", ">nobody<"), "a figure on it is not in the data"),
    (in_section("highlights", "83260.html#p1s1", "83260.html#p2s1"), "is cited otherwise"),
    (on_page(CRISIS, "<title>Venezuela", "<title>War"), "its <title> is not its title"),
    (emptied("briefings", "points", "bottom_line"), "of its bottom-line 1 stand on it, and 0 in the data"),
    (on_page(CRISIS, "</main>", "<p>The war is over.</p></main>"), "more than article.briefing stands"),
    (by_pattern(CRISIS, '"temporalCoverage": "2019', '"temporalCoverage": "1999'), "have another period"),
    (by_pattern(CRISIS, '"text": "at least 20"', '"text": "200"'), "its metadata say what is not"),
    (more_sources, "sources, but cites fewer"),
    (emptied("briefings", "related"), "it shows other crises as related"),
    (emptied("briefings", "period"), "its metadata have another period"),
    (day_of_news, "1999-01-01 is not the day of its latest text"),
    (emptied("briefings", "disputes"), "of its disputes"),
    (emptied("briefings", "unknowns"), "of its unknowns"),
    (emptied("briefings", "figures"), "a figure on it is not in the data"),
    (emptied("briefings", "timeline"), "its timeline shows what is not in the data"),
    (emptied("briefings", "quotations", "contested_names", "actors"), "of its contested"),
    (days_changed, "its timeline shows what is not in the data"),
)  # fmt: skip


@pytest.mark.parametrize(("change", "finding"), BRIEFINGS)
def test_a_briefing_shows_what_the_data_hold_and_nothing_else(
    copy: tuple[Path, Path], change: Change, finding: str
) -> None:
    found = found_after(copy, change)
    assert any(finding in line for line in found), found


FEED = "feed.xml"
QUOTATIONS = "quotations/index.html"


def everywhere_in_search(pattern: str, new: str) -> Change:
    def change(site: Path) -> None:
        count = 0
        for path in sorted((site / "search" / "records").glob("*.js")):
            text, changed = re.subn(pattern, new, path.read_text("utf-8"))
            path.write_text(text, "utf-8")
            count += changed
        assert count, "nothing to tamper with"

    return change


def evil_host(site: Path) -> None:
    path = site / FEED
    path.write_text(path.read_text("utf-8").replace("https://example.org", "https://example.com"), "utf-8")


STRANGE = "which nobody in the archive names"
OUT = '<a href="https://example.com/">more</a>'
ELSEWHERE: tuple[tuple[Change, str], ...] = (
    (by_pattern(TEXT, "(</h1>)", rf"{OUT}\1"), STRANGE),
    (by_pattern("index.html", '(<p class="source"[^>]*>)', rf"<p>{OUT}</p>\1"), STRANGE),
    (by_pattern("people/juan-guaido.html", "(</h1>)", rf"{OUT}\1"), STRANGE),
    (by_pattern("timeline/index.html", "(</h1>)", rf"{OUT}\1"), STRANGE),
    (by_pattern("search.html", "(</h1>)", rf"{OUT}\1"), STRANGE),
    (everywhere_in_search("destructive politics", "constructive politics"), "is not as the data has it"),
    (everywhere_in_search("72 hours", "720 hours"), "a figure is not in the data"),
    (everywhere_in_search("Juan Guaidó", "Nobody"), "is not as the data has it"),
    (everywhere_in_search('"bottom-line"', '"point-1"'), "a briefing cannot be found"),
    (lambda site: next((site / "search/records").glob("briefing-*")).unlink(), "a briefing cannot be found"),
    (by_pattern(FEED, "(<item>.<title>)", r"\1No "), "its title is not that of the text"),
    (by_pattern(FEED, "(<item>.*?<description>)", r"\1No "), "its words are not those of the text"),
    (by_pattern(FEED, "<guid", "<pubDate>Thu, 24 May 2001 00:00:00 +0000</pubDate><guid"), "its day is not"),
    (evil_host, "leads out of the site"),
    (evil_host, "is no text of the archive"),
    (on_page(TEXT, 'rel="canonical" href="https://example.org', 'rel="canonical" href="https://example.com'),
     "leads out of the site"),
    (on_page(TEXT, f"canonical\" href=\"https://example.org/archive/{TEXT}",
             "canonical\" href=\"https://example.org/archive/about.html"), "is not the address of the page"),
    (by_pattern(QUOTATIONS, '<q class="source"([^>]*)>', r"<q\1>"), "it quotes without a source"),
    (by_pattern(QUOTATIONS, r'<q class="source">[^<]*</q> (.*?)<span class="cites">.*?</li>',
                r'<q class="source">Never.</q> \1</small></li>'), "these words are cited nowhere"),
    (by_pattern(QUOTATIONS, r'<q class="source">[^<]*', r'<q class="source">Never.'), "do not stand where"),
    (by_pattern("index.html", r'(<p class="source"[^>]*>)', r"\1No "), "these words are cited nowhere"),
    (by_pattern("texts/index.html", r'(class="source"[^>]*>)', r"\1No "), "these words are cited nowhere"),
    (by_pattern(TEXT, r'(<td class="source"[^>]*>)', r"\1No "), "a reading is not words of the text"),
)  # fmt: skip


@pytest.mark.parametrize(("change", "finding"), ELSEWHERE)
def test_lists_search_and_feeds_say_what_the_data_say(
    copy: tuple[Path, Path], change: Change, finding: str
) -> None:
    found = found_after(copy, change)
    assert any(finding in line for line in found), found


def test_a_source_may_stand_on_the_host_of_the_site(copy: tuple[Path, Path]) -> None:
    """Its address is then no page of the site, and need not lead to one."""
    source = "https://example.org/archive/report?page=1"

    def publish(rows: list[dict[str, Any]]) -> None:
        rows[3]["source"]["url"] = source

    def change(site: Path) -> None:
        change_data(site, "documents", publish)
        replace(site / TEXT, '<nav class="jump"', f'<p><a href="{source}">x</a></p><nav class="jump"')

    assert found_after(copy, change) == []


def test_a_figure_of_an_editor_may_mean_more_than_its_digits(copy: tuple[Path, Path]) -> None:
    def state(rows: list[dict[str, Any]]) -> None:
        figure = next(each for row in rows for each in row["figures"] if each["low"] == 20)
        figure |= {"low": 200, "claimant": "Nobody in the text", "window": "an age", "origin": "editor"}

    found = found_after(copy, lambda site: change_data(site, "documents", state))
    assert found
    assert all(line.startswith("data/briefings.jsonl") for line in found), "only what was not changed with it"
