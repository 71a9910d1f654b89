"""Words of a text and where they stand."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

WORD = re.compile(r"[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W_]+)*")
"""A run of letters and digits, with inner apostrophes and hyphens."""

_AROUND: Final = (
    ".,;:!?()\"'"
    "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"
    "\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
)
"""What mostly stands around a word; with any other marks the words would be the same."""
_PART: Final = re.compile(r"\w+")
_REMEMBERED: Final = 512
"""Texts whose words are kept for the next reader of the same paragraph."""
_LONGEST_KEPT: Final = 10_000
"""Code points: what is longer is not kept, so that what is kept stays small."""


def words(text: str) -> list[str]:
    """All words as they stand."""
    found: list[str] = []
    # Of most of what stands between white space nothing need be asked but whether it is a word.
    for piece in text.split():
        word = piece if piece.isalnum() else piece.strip(_AROUND)
        if word.isalnum():
            found.append(word)
        else:
            found += WORD.findall(piece)
    return found


def placed_words(text: str) -> Iterator[tuple[int, int, str]]:
    """Every word with its start and end."""
    for match in WORD.finditer(text):
        yield match.start(), match.end(), match[0]


def parts_of(text: str) -> frozenset[str]:
    """The different runs of letters and digits of a text in lower case.

    What a text cannot hold is told by them at once, without going through it once more.
    """
    return _kept_parts(text) if len(text) <= _LONGEST_KEPT else _parts(text)


def _parts(text: str) -> frozenset[str]:
    return frozenset(_PART.findall(text.lower()))


_kept_parts: Final = lru_cache(maxsize=_REMEMBERED)(_parts)


def signs_of(phrases: Iterable[str]) -> frozenset[str]:
    """Of every phrase its longest part: a text whose `parts_of` have none of them holds no such phrase."""
    return frozenset(max(_PART.findall(phrase.lower()), key=len) for phrase in phrases)
