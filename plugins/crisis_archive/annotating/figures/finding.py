"""All figures of one text."""

import re

from crisis_archive.model import Document, Figure, Name, Quote, Span

_KILLED = re.compile(r"\b(?:(at least) )?(\d{1,4}) people (?:were |have been )?killed\b")


def find_figures(
    document: Document,
    sentences: tuple[Span, ...],
    names: tuple[Name, ...],
    quotes: tuple[Quote, ...],
) -> tuple[Figure, ...]:
    """The figures of a text in order."""
    found = []
    for number, paragraph in enumerate(document.paragraphs):
        for match in _KILLED.finditer(paragraph):
            low = int(match[2])
            bounded = match[1] is not None
            high = None if bounded else low
            found.append(
                Figure(
                    number,
                    match.start(),
                    match.end(2),
                    low,
                    high,
                    "at-least" if bounded else "exact",
                    "people killed",
                    None,
                    None,
                )
            )
    return tuple(found)
