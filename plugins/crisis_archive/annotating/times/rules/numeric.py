"""Dates in figures: `2019-01-25`, `25.01.2019`, `2019/01/25`; `5/4/2019` only where it has one reading."""

import datetime as dt
import re
from collections.abc import Iterator

from crisis_archive.annotating.times.lexicon import Words
from crisis_archive.model import TimeExpression

_LIKELY = re.compile(r"\d[-/.]\d\d?[-/.]\d")
"""Every such date holds this; nearly all sentences do not, and are told by it at once."""
_YEAR_FIRST = re.compile(r"(?<![\w./-])((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d|[-/.]\d)")
_YEAR_LAST = re.compile(r"(?<![\w./-])(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d\d)(?!\d|[-/.]\d)")


def find(sentence: str, words: Words) -> Iterator[TimeExpression]:
    """Full dates in figures that have one reading only."""
    if not _LIKELY.search(sentence):
        return
    for match in _YEAR_FIRST.finditer(sentence):
        yield from _dated(match, int(match[1]), int(match[3]), int(match[4]))
    for match in _YEAR_LAST.finditer(sentence):
        first, second = int(match[1]), int(match[3])
        if match[2] == "." or words.code != "en":
            # Where figures are joined by full stops, and outside English, the day comes first.
            yield from _dated(match, int(match[4]), second, first)
        elif first > 12 or first == second:
            yield from _dated(match, int(match[4]), second, first)
        elif second > 12:
            yield from _dated(match, int(match[4]), first, second)


def _dated(match: re.Match[str], year: int, month: int, day: int) -> Iterator[TimeExpression]:
    try:
        dt.date(year, month, day)
    except ValueError:
        return
    yield TimeExpression(0, match.start(), match.end(), rule="numeric", year=year, month=month, day=day)
