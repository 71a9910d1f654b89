"""The article in a saved page: what the extractor would throw away, and pages beyond measure."""

from pathlib import Path

import pytest

from crisis_archive.model import Refusal, Seed
from crisis_archive.reading import list_seeds, read_seed
from crisis_archive.reading.article import article_text

PARAGRAPHS = "".join(
    f"<p>The ministry said on day {day} that the roads to the north were open again, and that the lorries "
    f"which had been waiting for {day} nights could pass the bridge one after the other.</p>"
    for day in range(1, 7)
)
POST = """<blockquote class="{name}" data-width="550"><p lang="en" dir="ltr">We thank everybody who waited
at the bridge.</p>&mdash; The Mayor (@mayor)
<a href="https://example.org/1">November 20, 2019</a></blockquote>"""
PAGE = """<html><head><title>Roads open</title></head>
<body><article><h1>Roads open</h1>{text}</article></body></html>"""


@pytest.mark.parametrize("name", ["twitter-tweet", "instagram-media", "twitter-tweet tw-align-center"])
@pytest.mark.parametrize(
    "box", ["{}", '<div class="social-media-embed">{}</div>', "<div id='embed-7'>{}</div>"]
)
def test_a_post_that_an_article_quotes_belongs_to_it(name: str, box: str) -> None:
    text = article_text(PAGE.format(text=PARAGRAPHS + box.format(POST.format(name=name)) + PARAGRAPHS))
    assert "We thank everybody who waited at the bridge." in " ".join(text.split())


def test_a_box_that_is_no_quoted_post_keeps_its_name() -> None:
    box = '<div class="social-media-embed"><p>Share this with everybody whom you know and like.</p></div>'
    text = article_text(PAGE.format(text=PARAGRAPHS + box + PARAGRAPHS))
    assert "Share this" not in text
    assert "could pass the bridge" in text


def test_where_little_is_found_all_is_asked_for() -> None:
    # Told to be precise the extractor takes a box of this name for a list of links to other texts.
    page = f'<html><body><div class="related-content"><h1>Roads open</h1>{PARAGRAPHS}</div></body></html>'
    assert article_text(page).count("could pass the bridge") == 6


@pytest.mark.parametrize(
    ("page", "why"),
    [
        ("<html><body>" + "<p>" * 30_001 + "word", "30,000 tags"),
        ("<html><body><p>" + "word<br>" * 30_001, "30,000 tags"),
        ("<html>" + "<div>" * 20_000, "30,000 tags|nested"),
    ],
)
def test_pages_beyond_measure_are_refused_before_they_are_taken_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str, why: str
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("crisis_archive.reading.html.article_text", asked.append)
    (tmp_path / "a.html").write_text(page, "utf-8")
    refusal = read_seed(list_seeds(tmp_path)[0], 10_000_000)
    assert isinstance(refusal, Refusal)
    assert any(words in refusal.why for words in why.split("|"))
    assert asked == []


def test_a_page_of_many_signs_that_are_no_tags_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE.format(text=PARAGRAPHS) + "<!-- " + "< " * 30_001 + "-->", "utf-8")
    assert isinstance(read_seed(list_seeds(tmp_path)[0], 10_000_000), Seed)
