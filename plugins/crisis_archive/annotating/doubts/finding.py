"""All doubts that reading one text raises."""

from collections.abc import Callable
from typing import Final

from crisis_archive.annotating.doubts.marks import open_quotations
from crisis_archive.annotating.doubts.pronouns import clashing_roles
from crisis_archive.annotating.doubts.speakers import missing_speakers
from crisis_archive.model import Document, Doubt, Name, Quote, Span

Doubter = Callable[[Document, tuple[Name, ...], tuple[Quote, ...]], list[Doubt]]
DOUBTERS: Final[tuple[Doubter, ...]] = (missing_speakers, clashing_roles, open_quotations)
"""Every reader that doubts; to add one: a function in a file here, a line in the list, a case."""


def find_doubts(
    document: Document,
    sentences: tuple[Span, ...],
    names: tuple[Name, ...],
    quotes: tuple[Quote, ...],
) -> tuple[Doubt, ...]:
    """What a careful reader would stop at, in order of place."""
    found = [doubt for doubter in DOUBTERS for doubt in doubter(document, names, quotes)]
    return tuple(sorted(found, key=lambda each: (each.paragraph, each.start, each.end, each.rule)))
