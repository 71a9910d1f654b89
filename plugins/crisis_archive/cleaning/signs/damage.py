"""Damaged punctuation that could be mended in more ways than one."""

import re

from crisis_archive.model import Doubt
from crisis_archive.text.reasons import reason
from crisis_archive.text.sentences import is_abbreviation

_QUOTES = '"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}'
_QUOTE = re.compile(rf"[.,!?]?\s[{_QUOTES}]\s?[.,](?=\s|$)")
_STOP = re.compile(r"\.\s+(?=[a-z]{2,}\s)")  # a small letter begins no sentence, unless a site's name does


def find(text: str, paragraph: int) -> list[Doubt]:
    """Every place of such damage in one paragraph."""
    found = []
    if any(mark in text for mark in _QUOTES):
        why = reason("A quotation mark stands where none can open or close.")
        found += [(match.span(), why) for match in _QUOTE.finditer(text)]
    why = reason("A full stop stands inside a sentence.")
    found += [
        (match.span(), why)
        for match in _STOP.finditer(text)
        if match.start() >= 3
        and (before := text[match.start() - 3 : match.start()]).isalpha()
        and before.islower()
        and not is_abbreviation(text, match.start())
    ]
    return [Doubt("damage", paragraph, start, end, why) for (start, end), why in found]
