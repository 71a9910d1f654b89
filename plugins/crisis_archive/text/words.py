"""Words of a text and where they stand."""

import re
from collections.abc import Iterator

WORD = re.compile(r"[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W_]+)*")
"""A run of letters and digits, with inner apostrophes and hyphens."""


def words(text: str) -> list[str]:
    """All words as they stand."""
    return WORD.findall(text)


def placed_words(text: str) -> Iterator[tuple[int, int, str]]:
    """Every word with its start and end."""
    for match in WORD.finditer(text):
        yield match.start(), match.end(), match[0]
