"""The date that a text states of itself: a line of its own, a byline, `Published January 5, 1998`.

Of a saved page the metadata come first. Else the seed is read as it was found, for cleaning may have taken
such a line for furniture. Every full date on a short line is weighed by what stands beside it and by how
near it lies to the title and the first paragraph; the heaviest is the text's own, if it is heavy enough.
Dates in running prose never are.
"""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from crisis_archive.annotating.times.languages import LANGUAGES, words_of
from crisis_archive.annotating.times.languages.english import ENGLISH
from crisis_archive.annotating.times.rules import day_month, numeric
from crisis_archive.model import TITLE, Document, Evidence, PublicationDate, Struct
from crisis_archive.text.days import day_in_words
from crisis_archive.text.reasons import reason
from crisis_archive.text.words import parts_of

# The digits first and what stands before them second: `re` then passes over all other characters at once.
_YEAR = re.compile(r"(?:19(?<!\d19)|20(?<!\d20))\d\d(?!\d)")
_TIME_OF_DAY = re.compile(
    r"\b\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\s?(?:[ap]\.?\s?m\.?)?(?:\s?(?:[A-Z]{2,4}|Uhr))?\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_LINE = 400
_PUBLISHED = re.compile(
    r"\b(?:publi(?:shed|cado|cada|é|ée|cation|cación)|posted|written|created|released?|submitted|issued|"
    r"veröffentlicht|erschienen|erstellt|verfasst|geschrieben)\b[^.!?]{0,30}$",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"\b(?:updated?|modified|edited|last|revised|reviewed|aktualisiert|stand|geändert|änderung|mis à jour|"
    r"actualizado)\b[^.!?]{0,30}$",
    re.IGNORECASE,
)
# What such a date tells of instead: a licence, a comment, a deadline, another event.
_OTHER = re.compile(
    r"\b(?:retrieved|accessed|copyright|born|comment\w*|repl(?:y|ies)|terms|privacy|policy|expires?|until|valid|"
    r"joined|since|deadline|from|says|wrote|bis|geboren|registriert|seit|termin\w*|ab|zum|anmeld\w*|gültig|"
    r"findet|statt|abruf\w*|sagt|schrieb|antwort\w*|kommentar\w*)\b[^.!?]{0,25}$|©",
    re.IGNORECASE,
)
# What stands before and after the date of a wire: the place in capitals; a dash.
# Its words are parted by at least one mark: a pattern that may part a run of capitals anywhere does not end.
_WIRE_PLACE = re.compile(
    r"\s*[^\W\d_a-z]{2,}(?:[ .,’'/-]+[^\W\d_a-z]{2,})*"
    # The country or province after it is written as other names are.
    r"(?:, [^\W\d_a-z][^\W\d_]{1,24}(?:[ -][^\W\d_a-z][^\W\d_]{1,24}){0,3}| ?\([^()]{2,30}\))?"
    r"[ .,’'/-]*[,\u2013\u2014-]\s*(?:\([^()]{1,30}\)\s*)?"
)
# The same in small letters: sure where the date ends at a dash and a sentence begins behind it.
_NAME = r"[^\W\d_a-z][\w.’'-]{1,24}"
_PLACE = re.compile(
    rf"[\s*_]*{_NAME}(?: (?:{_NAME}|de|del|la|las|los|el|le|les|sur|am|der|von|of|on|upon|da|dos?|di)){{0,4}}"
    rf"(?:, ?{_NAME}(?: {_NAME}){{0,3}}| ?\([^()]{{2,30}}\))?[,.] ?(?:den |am |le |el )?"
)
_SENTENCE_DASH = re.compile(
    r"[.,*_]{0,4}\s*(?:\([^()]{1,40}\)\s*)?[.,*_]{0,4}\s?[\u2013\u2014-]+\s*"
    r"[\"'\u201c\u201e\u00ab\u00bf\u00a1 ]*[^\W\d_a-zß-öø-ÿ]"
)
_WIRE_DASH = re.compile(r"\s*(?:\([^()]{1,40}\)\s*)?[\u2013\u2014-]+\s")
# What follows the date in an entry of a chronology: a mark, then what happened.
_ENTRY = re.compile(r"\s*[:\u2013\u2014-]\s+[^\W\d_]+[ ,]+[^\W\d_]")
_ENOUGH: Final = 3


class DatedLine(Struct, frozen=True):
    """A full date on a line of the seed."""

    line: int
    """0-based."""
    start: int
    end: int
    day: dt.date


def dates_on(line: str, number: int, language: str) -> Iterator[DatedLine]:
    """Every full date on a line: months in any language, figures as the text's own language orders them."""
    if len(line) > _LONGEST_LINE or not _YEAR.search(line):
        return
    seen: set[int] = set()
    parts = parts_of(line)
    readings = [numeric.find(line, words_of(language) or ENGLISH)]
    readings += [
        day_month.find(line, words)
        for words in LANGUAGES
        if not day_month.SIGNS[words.code].isdisjoint(parts)
    ]
    for found in (each for reading in readings for each in reading):
        if found.year and found.month and found.day and found.end not in seen:
            seen.add(found.end)
            yield DatedLine(number, found.start, found.end, dt.date(found.year, found.month, found.day))


def stated_date(document: Document) -> PublicationDate:
    """The day that the metadata or the seed itself state as its own; unknown where neither does."""
    published = document.seed.metadata.published
    if published is not None:
        says = reason("the page's own metadata give {day}", day=day_in_words(published))
        evidence = Evidence(document.id, TITLE, 0, 0, "metadata", says)
        return PublicationDate(published, published, "metadata", (evidence,))
    lines = document.seed.text.split("\n")
    dates = {
        number: found
        for number in _with_years(document.seed.text)
        if (found := tuple(dates_on(lines[number], number, document.language)))
    }
    if not dates:
        return PublicationDate()
    title = document.title.strip()
    titles = [number for number, line in enumerate(lines) if line.strip() == title]
    body = document.lines[0] - 1 if document.lines else 0
    entries = _chronology(lines, dates)
    best, heaviest = None, _ENOUGH - 1
    for number, found in dates.items():
        if number in entries:
            continue
        for dated in found:
            weight = _weight(lines, dated, titles, body)
            if weight > heaviest:
                best, heaviest = dated, weight
    return _published(document, lines, best) if best is not None else PublicationDate()


def _with_years(text: str) -> list[int]:
    """Numbers of the lines that hold a year, in order."""
    numbers: list[int] = []
    line = done = 0
    for match in _YEAR.finditer(text):
        line += text.count("\n", done, match.start())
        done = match.start()
        if not numbers or numbers[-1] != line:
            numbers.append(line)
    return numbers


def _chronology(lines: Sequence[str], dates: Mapping[int, Sequence[DatedLine]]) -> frozenset[int]:
    """Lines that begin with a date and go on with what happened, where two days or more are so told.

    A wire's line (`ARKENFIELD, August 16, 2021 - ...`) begins with its place and is none of them.
    """
    entries: dict[int, dt.date] = {}
    for number, found in dates.items():
        line = lines[number]
        for dated in found:
            if not _WORD.search(line[: dated.start]) and _ENTRY.match(line[dated.end :]):
                entries[number] = dated.day
                break
    return frozenset(entries) if len(set(entries.values())) > 1 else frozenset()


def _weight(lines: Sequence[str], dated: DatedLine, titles: Sequence[int], body: int) -> int:
    """How surely the date is the text's own; 3 and more is enough."""
    line = lines[dated.line]
    before, after = line[: dated.start], line[dated.end :]
    # A label may stand on the line above.
    above = lines[dated.line - 1][-40:] if dated.line and len(before.strip()) < 3 else ""
    context = f"{above} {before}"[-80:]
    beside = len(_WORD.findall(_TIME_OF_DAY.sub("", f"{before} {after}")))
    near = _nearness(dated.line, titles, body)
    if near > 0 and (
        (_WIRE_PLACE.fullmatch(before) and _WIRE_DASH.match(after))
        or (_PLACE.fullmatch(before) and _SENTENCE_DASH.match(after))
    ):
        return near + 3
    weight = near + (3 if beside == 0 else 2 if beside <= 6 else -1 if beside <= 12 else -3)
    if _PUBLISHED.search(context):
        weight += 4 if near > 0 else 2
    elif _UPDATED.search(context):
        weight -= 1
    elif beside >= 3 and line.rstrip().endswith((".", "!", "?")):
        # A short sentence is prose all the same.
        return 0
    return weight - 4 if _OTHER.search(context) else weight


def _nearness(line: int, titles: Sequence[int], body: int) -> int:
    """4 just below the title, 2 just above it or about the first paragraph, less than 0 far away."""
    at = bisect_left(titles, line - 12)
    close = min((line - title for title in titles[at : at + 16] if title <= line + 3), key=abs, default=None)
    if close is not None and close >= 0:
        return 4
    behind = line - body
    if close is not None or -6 <= behind <= 1:
        return 2
    if behind > 30:
        return -3
    if behind > 4:
        return -1
    # The first lines of a page far above its text give the day it was saved.
    return -2 if line < 5 and behind < -12 else 0


def _published(document: Document, lines: Sequence[str], dated: DatedLine) -> PublicationDate:
    words = lines[dated.line][dated.start : dated.end]
    paragraph, start, end = TITLE, 0, 0
    for number, line in enumerate(document.lines):
        at = document.paragraphs[number].find(words) if line == dated.line + 1 else -1
        if at >= 0:
            paragraph, start, end = number, at, at + len(words)
            break
    says = reason(
        "line {line} of the text as found gives its date: {words}", line=dated.line + 1, words=words
    )
    evidence = Evidence(document.id, paragraph, start, end, "date-line", says)
    return PublicationDate(dated.day, dated.day, "seed", (evidence,))
