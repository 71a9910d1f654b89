"""Sentences that captions, buttons and advertisements part from the running text, one between each two.

A short article in many pieces is worth less to the search for running text than what it costs to leave and
come back. But a whole sentence between two forms is no teaser: those have headlines.
"""

import re
from collections.abc import Sequence

from crisis_archive.cleaning.furniture.body import Kind, Line

_CAPTION = re.compile(r"\b(?:image|photo|picture|media) caption|^caption\b", re.IGNORECASE)
_MOST = 4  # lines of forms and captions between two paragraphs


def with_interrupted(
    texts: Sequence[str], lines: Sequence[Line], inside: Sequence[bool], again: Sequence[bool]
) -> list[bool]:
    """`inside` with the sentences above it and in its gaps that nothing but forms part from it."""
    found = list(inside)
    if True not in found:
        return found
    first, last = found.index(True), len(found) - 1 - found[::-1].index(True)
    above = first
    for number in range(first, last):
        if not found[number] and _is_text(texts[number], lines[number], again[number]):
            below = found.index(True, number)
            apart = _are_forms(texts, lines, above, number) and _are_forms(texts, lines, number, below)
            found[number] = apart
        if found[number]:
            above = number
    for number in range(first - 1, -1, -1):
        # Right above the text, what was not taken for text is a biography or what a list says of the article.
        apart = number < first - 1 and _are_forms(texts, lines, number, first)
        if apart and _is_text(texts[number], lines[number], again[number]):
            found[number] = True
            first = number
    return found


def _is_text(text: str, line: Line, again: bool) -> bool:
    whole = line.kind >= Kind.SENTENCE and line.ends and not text[0].islower()
    return whole and not line.likely and not again


def _are_forms(texts: Sequence[str], lines: Sequence[Line], above: int, below: int) -> bool:
    """Whether few lines stand between two, each a form or the caption that one introduces."""
    return below - above - 1 <= _MOST and all(
        lines[number].kind is Kind.FURNITURE
        or (lines[number].kind is Kind.LABEL and _CAPTION.search(texts[number - 1]) is not None)
        for number in range(above + 1, below)
    )
