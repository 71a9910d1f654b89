"""A month, alone, with a year, or two of them: `May 2018`, `last May`, `in February or March`."""

import re
from collections.abc import Iterator
from typing import Final

from crisis_archive.annotating.times.languages import LANGUAGES, by_language
from crisis_archive.annotating.times.lexicon import TAIL, Words, of_year, spelled_names, year_offset
from crisis_archive.model import TimeExpression
from crisis_archive.text.words import signs_of

# Abbreviations count only with a day or a year: `Mar`, `Dec` and `Sun` are other words too often.
_SHORT = 4
# And April Smith: first names, after words that lead to anything.
_FIRST_NAME = re.compile(r"April|May|June|August$")
_WEAK = frozenset("and or for to from of before after between each that".split())


def _with_year(words: Words, template: str) -> re.Pattern[str]:
    month = rf"(?P<month>{spelled_names(words.months, words.capital)})\.?"
    year = r"(?P<year>1[5-9]\d\d|20\d\d)"
    return re.compile(
        rf"(?<!\w){template.replace('{month}', month).replace('{year}', year)}{TAIL}(?![.,:]\d)"
    )


@by_language
def _alone(words: Words) -> re.Pattern[str]:
    full = {name: n for name, n in words.months.items() if len(name) >= _SHORT or name in ("may", "mai")}
    months = spelled_names(full, words.capital)
    led = rf"(?:(?P<led>{words.months_alone})(?:\s|-))" if words.months_alone else "(?P<led>(?!))?"
    return re.compile(
        rf"(?<![\w’'-])(?i:(?P<last>{words.weekday_last}|last)\s|(?P<next>{words.weekday_next})\s"
        rf"|(?P<this>{words.weekday_this})\s|{led})?"
        rf"(?P<month>{months})(?:\s(?i:{words.month_pairs})\s(?P<until>{months}))?"
        rf"(?:\s(?i:(?P<last_after>{words.last_after})|(?P<next_after>{words.next_after})))?{of_year(words)}{TAIL}"
    )


SIGNS: Final = {words.code: signs_of(words.months) for words in LANGUAGES}


@by_language
def _with_years(words: Words) -> tuple[re.Pattern[str], ...]:
    return tuple(_with_year(words, template) for template in words.dates if "{day}" not in template)


def find(sentence: str, words: Words) -> Iterator[TimeExpression]:
    """Months without a day."""
    for pattern in _with_years(words):
        for match in pattern.finditer(sentence):
            month = words.months[match["month"].casefold()]
            yield TimeExpression(
                0, match.start(), match.end(), rule="month-year", year=int(match["year"]), month=month
            )
    for match in _alone(words).finditer(sentence):
        if _is_month(match, words):
            yield _month(match, words)


def _is_month(match: re.Match[str], words: Words) -> bool:
    if words.capital and _FIRST_NAME.match(match["month"]) and match["led"] in _WEAK:
        after = match.string[match.end("month") : match.end("month") + 2]
        if after[:1] == " " and after[1:].isupper():
            return False
    marks = ("last", "next", "this", "last_after", "next_after", "led", "until")
    return (
        not words.months_alone
        or any(match[each] for each in marks)
        or year_offset(match) is not None
        or _clear(match, words)
    )


def _month(match: re.Match[str], words: Words) -> TimeExpression:
    until, counted = match["until"], year_offset(match)
    before = match["last"] or match["next"] or match["this"]
    return TimeExpression(
        0,
        match.start() if before else match.start("month"),
        match.end(),
        rule="month",
        month=words.months[match["month"].casefold()],
        until_month=words.months[until.casefold()] if until else None,
        offset=_offset(match) if counted is None else counted,
        unit=None if counted is None else "year",
    )


def _clear(match: re.Match[str], words: Words) -> bool:
    """Whether a lone month can be no other word and no first name: long, or beside a word in lower case."""
    name = match["month"].casefold()
    if not words.capital or name in ("august", "may", "march"):
        return False
    return len(name) >= 6 or re.match(r"\s[a-z]", match.string[match.end() : match.end() + 2]) is not None


def _offset(match: re.Match[str]) -> int | None:
    if match["last"] or match["last_after"]:
        return -1
    if match["next"] or match["next_after"]:
        return 1
    return 0 if match["this"] else None
