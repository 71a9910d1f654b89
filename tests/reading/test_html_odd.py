"""Pages on which the extractor itself breaks: what it reads is kept, what it cannot read is unknown."""

import pytest
import trafilatura

from crisis_archive.cleaning import clean
from crisis_archive.cleaning.evidence import SeedEvidence
from crisis_archive.model import Document, Metadata, Seed
from crisis_archive.reading.html import NotReadableError, read_page

SENTENCE = "The river rose above its banks on Monday, and the town was flooded."
AGAIN = "It fell again on Tuesday after days of rain, the mayor said to us. " * 20
# A drawing as the root of a page: the search for a date takes the root away and falls over.
DRAWING = f'<svg lang="en"><p>{SENTENCE}</p><p>{AGAIN}</p></svg>'


def test_metadata_that_cannot_be_read_are_unknown_and_the_text_is_kept() -> None:
    with pytest.raises(AssertionError):
        trafilatura.extract_metadata(DRAWING, extensive=False)
    page = read_page(DRAWING)
    assert page.blocks[0] == SENTENCE
    why = page.metadata.unread
    assert why is not None and "AssertionError" in why
    assert page.metadata == Metadata(unread=why)


def test_whoever_reads_the_text_is_told_that_they_could_not_be_read() -> None:
    page = read_page(DRAWING)
    text = "\n".join(page.blocks)
    seed = Seed("a", "a.svg.html", "0" * 64, 1, "text/html", "utf-8", text, page.metadata)
    document = clean(seed, SeedEvidence())
    assert isinstance(document, Document)
    (doubt,) = document.doubts
    assert (doubt.rule, doubt.paragraph, doubt.why) == ("metadata", 0, page.metadata.unread)
    assert document.paragraphs[0][doubt.start : doubt.end] == AGAIN[:66]


def test_a_page_that_cannot_be_taken_apart_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> str:
        raise RecursionError("maximum recursion depth exceeded")

    monkeypatch.setattr(trafilatura, "extract", broken)
    with pytest.raises(NotReadableError, match=r"cannot be taken apart \(RecursionError\)"):
        read_page(f"<html><body><p>{SENTENCE}</p></body></html>")


PAGE = f"<html><body><article><h1>Flood</h1><p>{AGAIN}</p><p>{{}}</p></article></body></html>"


@pytest.mark.parametrize(
    "reference",
    ["&#1;", "&#27;", "&#31", "&#x1f;", "&#X000C;", "&#xFFFE;", "&#xffff;", "&#65535;", "&#0011;"],
)
def test_a_reference_to_a_character_that_is_none_costs_no_page(reference: str) -> None:
    page = read_page(PAGE.format(f"The mayor{reference} spoke to us on Monday."))
    assert page.blocks[-1] == "The mayor spoke to us on Monday."


@pytest.mark.parametrize(
    ("reference", "shown"), [("&#38;", "&"), ("&#x80;", "€"), ("&#65;", "A"), ("&#x1F30A;", "🌊")]
)
def test_other_references_are_read_as_before(reference: str, shown: str) -> None:
    page = read_page(PAGE.format(f"The mayor {reference} spoke to us on Monday."))
    assert page.blocks[-1] == f"The mayor {shown} spoke to us on Monday."


@pytest.mark.parametrize("reference", [f"&#{'9' * 5000};", f"&#x{'f' * 5000};", "&#x110000;", "&#xD800;"])
def test_a_reference_beyond_all_characters_costs_no_page(reference: str) -> None:
    page = read_page(PAGE.format(f"The mayor {reference} spoke to us on Monday."))
    assert page.blocks[-1] == "The mayor \N{REPLACEMENT CHARACTER} spoke to us on Monday."


def test_a_reference_may_begin_with_many_noughts() -> None:
    page = read_page(PAGE.format(f"The mayor &#{'0' * 5000}65; spoke to us on Monday."))
    assert page.blocks[-1] == "The mayor A spoke to us on Monday."
