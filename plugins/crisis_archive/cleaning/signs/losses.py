"""Signs that something of the text is missing."""

import re

from crisis_archive.model import Doubt

_SIGNS = (
    (re.compile("\N{REPLACEMENT CHARACTER}+"), "Characters were lost before the text came here."),
    (
        re.compile(r"(?:\[(?:\.{3}|\N{HORIZONTAL ELLIPSIS})\]|\(?continued\)?\s?\.{0,3})\s*$", re.IGNORECASE),
        "The text says that it goes on elsewhere.",
    ),
    (
        re.compile(r"(?<=[^\W\d_])\?(?=[^\W\d_])(?!\w*=)"),
        "A question mark inside a word: a letter may be lost.",
    ),
)


def find(text: str, paragraph: int) -> list[Doubt]:
    """Every such sign in one paragraph."""
    return [
        Doubt("losses", paragraph, match.start(), match.end(), why)
        for pattern, why in _SIGNS
        for match in pattern.finditer(text)
    ]
