"""Signs that something of the text is missing."""

import re

from crisis_archive.model import Doubt
from crisis_archive.text.reasons import reason

_LOST = re.compile("\N{REPLACEMENT CHARACTER}+")
_ELSEWHERE = re.compile(
    r"(?:\[(?:\.{3}|\N{HORIZONTAL ELLIPSIS})\]|(?<!\w)\(?continued\)?\s?\.{0,3})$", re.IGNORECASE
)
_INSIDE = re.compile(r"(?<=[^\W\d_])\?(?=[^\W\d_])(?!\w*=)")


def find(text: str, paragraph: int) -> list[Doubt]:
    """Every such sign in one paragraph."""
    found = []
    if "\N{REPLACEMENT CHARACTER}" in text:
        why = reason("Characters were lost before the text came here.")
        found += [(match.span(), why) for match in _LOST.finditer(text)]
    elsewhere = _ELSEWHERE.search(text, max(0, len(text) - 20))
    if elsewhere:
        found.append((elsewhere.span(), reason("The text says that it goes on elsewhere.")))
    if "?" in text:
        why = reason("A question mark inside a word: a letter may be lost.")
        found += [(match.span(), why) for match in _INSIDE.finditer(text)]
    return [Doubt("losses", paragraph, start, end, why) for (start, end), why in found]
