"""The hostile corpus in one build: it ends within its limits, all is built or named, and nothing runs."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser

import verify
from tests.hostile.corpus import MARK, MARKUP, PAYLOADS, make
from tests.hostile.trial import Outcome, all_pages, browse, build

EVERY = 4
"""Of the payloads so many are left out here that it takes a minute; `invoke hostile` takes them all."""


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outcome]:
    """One build of the corpus, in a process that may not take more memory or time than it should."""
    yield build(tmp_path_factory.mktemp("hostile"), every=EVERY)


def test_the_build_ends_well(outcome: Outcome) -> None:
    assert outcome.code == 0, outcome.output
    assert "Traceback" not in outcome.output


def test_everything_is_proven_by_the_verifier(outcome: Outcome) -> None:
    """Also that each of the files is a text or a refusal, and that no page turns the direction of text."""
    assert verify.verify(outcome.site, outcome.seeds) == []


def test_good_neighbours_are_built_and_links_and_pipes_are_not(outcome: Outcome) -> None:
    data = verify.Data(outcome.site, verify.Findings())
    built = {row["file"] for row in data.documents.values()}
    assert set(outcome.neighbours) <= built
    assert not any(file.startswith("odd/") for file in built)
    refused = {row["file"]: row["why"] for row in data.refusals}
    assert len(built) + len(refused) > 130
    assert "named pipe" in refused["odd/pipe.txt"]
    assert "PDF" in refused["foreign/report.txt"]
    assert "larger" in refused["foreign/line-of-50-MB.txt"]
    assert "tags" in refused["foreign/nested.html"]  # too many, and nested too deep


def test_every_payload_is_still_there_as_text(outcome: Outcome) -> None:
    """Nothing is lost: markup of a seed is shown, not obeyed and not removed."""
    data = verify.Data(outcome.site, verify.Findings())
    for number, payload in list(enumerate(MARKUP))[::EVERY]:
        texts = [row for row in data.documents.values() if row["file"] == f"in-texts/{number}.txt"]
        assert len(texts) == 1
        assert payload in texts[0]["found"]


def test_nothing_is_written_outside_the_output_and_the_cache(outcome: Outcome) -> None:
    assert outcome.litter() == []


def test_refusals_are_named_in_printable_form(outcome: Outcome) -> None:
    lines = [line for line in outcome.output.splitlines() if line.startswith("refused")]
    assert len(lines) > 20
    assert all(line.isprintable() for line in lines)


def test_feeds_hold_no_markup_of_seeds(outcome: Outcome) -> None:
    """A feed reader takes the description of an entry for HTML: read once, no tag may stand in it."""
    feeds = [outcome.site / "feed.xml", *sorted((outcome.site / "crises").glob("*.xml"))]
    texts = [
        each.text or "" for feed in feeds for each in ElementTree.parse(feed).iterfind(".//item/description")
    ]
    assert any("&lt;" in text for text in texts)
    assert not any("<" in text for text in texts)


@pytest.mark.browser
def test_nothing_runs_and_nothing_is_asked_for(outcome: Outcome, chromium: Browser) -> None:
    pages = all_pages(outcome.site)
    sample = [page for number, page in enumerate(pages) if number % 4 == 0 or page.parent == outcome.site]
    assert len(sample) > 50
    assert browse(chromium, outcome.site, sample, PAYLOADS[::8]).all() == []


def test_the_corpus_is_the_same_each_time(tmp_path: Path) -> None:
    names = []
    for number in (1, 2):
        make(tmp_path / str(number))
        names.append(
            sorted(
                str(each.relative_to(tmp_path / str(number))) for each in (tmp_path / str(number)).rglob("*")
            )
        )
    assert names[0] == names[1]
    assert len(names[0]) > 300


@pytest.mark.browser
def test_the_browser_would_tell(tmp_path: Path, chromium: Browser) -> None:
    """What is looked for above is seen where it is there."""
    page = tmp_path / "page.html"
    page.write_text(f"<script>window.{MARK} = 1; alert(1)</script><img src='http://127.0.0.1:9/x.png'>")
    seen = browse(chromium, tmp_path, [page], [])
    assert seen.dialogs
    assert seen.requests
    assert any("a script of a seed ran" in error for error in seen.errors)
