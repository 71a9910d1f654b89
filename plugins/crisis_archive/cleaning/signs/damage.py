"""Damaged punctuation that could be mended in more ways than one."""

import re

from crisis_archive.model import Doubt

_QUOTES = '"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}'
_SIGNS = (
    (
        re.compile(rf"[.,!?]?\s[{_QUOTES}]\s?[.,](?=\s|$)"),
        "A quotation mark stands where none can open or close.",
    ),
    (
        re.compile(r"(?<=[a-z]{3})\.\s+(?=[a-z]{2,}\s)"),
        "A full stop stands inside a sentence.",
    ),
)


def find(text: str, paragraph: int) -> list[Doubt]:
    """Every place of such damage in one paragraph."""
    return [
        Doubt("damage", paragraph, match.start(), match.end(), why)
        for pattern, why in _SIGNS
        for match in pattern.finditer(text)
    ]
