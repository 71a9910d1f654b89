"""Pages on which the extractor itself breaks: what it reads is kept, what it cannot read is unknown."""

import pytest
import trafilatura

from crisis_archive.model import Metadata
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
    assert page.metadata == Metadata()


def test_a_page_that_cannot_be_taken_apart_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> str:
        raise RecursionError("maximum recursion depth exceeded")

    monkeypatch.setattr(trafilatura, "extract", broken)
    with pytest.raises(NotReadableError, match=r"cannot be taken apart \(RecursionError\)"):
        read_page(f"<html><body><p>{SENTENCE}</p></body></html>")
