"""What a text is about: words and word pairs, names, and the day that it gives itself."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from crisis_archive.model import Analysis, Document
from crisis_archive.relating.reuse.lexis import FUNCTION_WORDS
from crisis_archive.text.folding import fold
from crisis_archive.text.words import words

_CAPITALS = re.compile(r"(?<=[a-z,;'’\"] )[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+)*")
_REMEMBERED = 1 << 15
"""Words whose form is kept, the last used: the common ones, which come again and again."""
_MOST = 6_000
"""Code points, about a thousand words: what a text is about stands in its beginning. Below may follow
hundreds of readers' comments or a whole broadcast, whose words are like those of any other."""
_OPENING = 300
"""A day named within so many code points of the beginning is taken for the text's own."""


def content_words(text: str) -> list[str]:
    """The folded words of a text without function words and single letters."""
    return list(filter(None, map(_content, words(text))))


@lru_cache(maxsize=_REMEMBERED)
def _content(word: str) -> str:
    """The folded word; empty for a function word or a single letter."""
    folded = fold(word)
    return "" if len(folded) < 2 or folded in FUNCTION_WORDS else folded


def opening(document: Document) -> Iterator[str]:
    """The paragraphs, or the beginnings of them, that tell what a text is about."""
    left = _MOST
    for text in document.paragraphs:
        if len(text) > left:
            yield text[: left + 1].rpartition(" ")[0]
            return
        yield text
        left -= len(text)


def capitals(analysis: Analysis) -> Iterator[str]:
    """Words with a capital inside a sentence, and runs of them: names, whether or not a model knows them."""
    for text in opening(analysis.document):
        for match in _CAPITALS.finditer(text):
            found = [re.sub(r"'s$", "", fold(word)) for word in words(match[0])]
            found = [word for word in found if word not in FUNCTION_WORDS]
            yield from found
            if len(found) > 1:
                yield " ".join(found)


def own_day(analysis: Analysis) -> int | None:
    """The day (ordinal) that the text or its metadata names as its own; null where none is named.

    The stated date of publication, else a full date in the title or at the beginning.
    """
    stated = analysis.document.date
    if stated.earliest is not None and stated.earliest == stated.latest:
        return stated.earliest.toordinal()
    for time in analysis.times:
        if time.year and time.month and time.day and time.paragraph <= 0 and time.start < _OPENING:
            try:
                return dt.date(time.year, time.month, time.day).toordinal()
            except ValueError:
                continue  # a day that no calendar has, such as 31 June
    return None
