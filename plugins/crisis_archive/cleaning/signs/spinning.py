"""Signs that a program put one word in the place of another."""

import re

from crisis_archive.model import Doubt
from crisis_archive.text.reasons import reason

_HYPHEN = re.compile(r"(?<=[^\W\d_]) -(?=[^\W\d_])")
_SMALL = ("the", "of", "to", "and", "in", "a", "is", "was", "for", "with", "by", "at", "from")
_DOUBLES = tuple(f"{word} {word}" for word in _SMALL)
_TWICE = re.compile(rf"\b({'|'.join(_SMALL)}) \1\b")
_AGAIN = re.compile(r"\b(now|also|still|already|again)\b(?: \S+){1,3}? \1\b")
_OFTEN_ADDED = ("now", "also", "still", "already", "again")


def find(text: str, paragraph: int) -> list[Doubt]:
    """Every such sign in one paragraph."""
    found = []
    low = _small(text)
    # Plain comparisons first: the patterns are slow and nearly always in vain.
    if " -" in text:
        why = reason("A space before a hyphen, as when a program puts one word in the place of another.")
        found += [(match.span(), why) for match in _HYPHEN.finditer(text)]
    if any(double in low for double in _DOUBLES):
        found += [(match.span(), reason("A small word stands twice.")) for match in _TWICE.finditer(low)]
    if any(low.count(word) > 1 for word in _OFTEN_ADDED):
        why = reason("The same word twice within a few words, as when a program rewrites a sentence.")
        found += [(match.span(), why) for match in _AGAIN.finditer(low)]
    return [Doubt("spinning", paragraph, start, end, why) for (start, end), why in found]


def _small(text: str) -> str:
    """The text in small letters, each in its place: `re` is several times as fast as with IGNORECASE."""
    low = text.lower()
    return low if len(low) == len(text) else text  # a Turkish capital has two: no English text
