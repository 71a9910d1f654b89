"""Signs that a program put one word in the place of another."""

import re

from crisis_archive.model import Doubt

_SIGNS = (
    (
        re.compile(r"(?<=[^\W\d_])\s-(?=[^\W\d_])"),
        "A space before a hyphen, as when a program puts one word in the place of another.",
    ),
    (
        re.compile(r"\b(the|of|to|and|in|a|is|was|for|with|by|at|from)\s+\1\b", re.IGNORECASE),
        "A small word stands twice.",
    ),
    (
        re.compile(
            r"\b(now|also|still|already|again)\b(?: \S+){1,3}? \1\b",
            re.IGNORECASE,
        ),
        "The same word twice within a few words, as when a program rewrites a sentence.",
    ),
)


def find(text: str, paragraph: int) -> list[Doubt]:
    """Every such sign in one paragraph."""
    return [
        Doubt("spinning", paragraph, match.start(), match.end(), why)
        for pattern, why in _SIGNS
        for match in pattern.finditer(text)
    ]
