"""A date that a text states of itself: a line of its own, a byline, `Published January 5, 1998`.

The seed is read as it was found, for cleaning may have taken such a line for furniture.
"""

import datetime as dt
import re
from collections.abc import Iterator

from crisis_archive.annotating.times.languages import LANGUAGES
from crisis_archive.annotating.times.rules import day_month, numeric
from crisis_archive.model import TITLE, Document, Evidence, PublicationDate, Struct

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TIME_OF_DAY = re.compile(
    r"\b\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\s?(?:[ap]\.?\s?m\.?)?(?:\s?(?:[A-Z]{2,4}|Uhr))?\b", re.IGNORECASE
)
_LETTERS = re.compile(r"[^\W\d_]+")


class DatedLine(Struct, frozen=True):
    """A full date on a line of the seed."""

    line: int
    """0-based."""
    start: int
    end: int
    day: dt.date


def dates_on(line: str, number: int) -> Iterator[DatedLine]:
    """Every full date on a line, in any of the languages."""
    if not _YEAR.search(line):
        return
    seen: set[tuple[int, int]] = set()
    for words in LANGUAGES:
        for found in (*day_month.find(line, words), *numeric.find(line, words)):
            if found.year and found.month and found.day and (found.start, found.end) not in seen:
                seen.add((found.start, found.end))
                yield DatedLine(number, found.start, found.end, dt.date(found.year, found.month, found.day))


def stated_date(document: Document) -> PublicationDate | None:
    """The day that the seed states as its own; None where it states none."""
    lines = document.seed.text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return None
    for dated in dates_on(lines[first], first):
        rest = lines[first][: dated.start] + lines[first][dated.end :]
        if not _LETTERS.search(_TIME_OF_DAY.sub("", rest)):
            return _published(document, lines, dated, "date-line")
    return None


def _published(document: Document, lines: list[str], dated: DatedLine, rule: str) -> PublicationDate:
    words = lines[dated.line][dated.start : dated.end]
    paragraph, start, end = TITLE, 0, 0
    for number, line in enumerate(document.lines):
        at = document.paragraphs[number].find(words) if line == dated.line + 1 else -1
        if at >= 0:
            paragraph, start, end = number, at, at + len(words)
            break
    says = f"line {dated.line + 1} of the text as found gives its date: {words}"
    evidence = Evidence(document.id, paragraph, start, end, rule, says)
    return PublicationDate(dated.day, dated.day, "seed", (evidence,))
