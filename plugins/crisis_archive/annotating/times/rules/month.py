"""A month, alone, with a year, or two of them: `May 2018`, `last May`, `in February or March`."""

import re
from collections.abc import Iterator
from typing import Final

from crisis_archive.annotating.times.languages import LANGUAGES
from crisis_archive.annotating.times.lexicon import TAIL, Words, spelled_names
from crisis_archive.model import TimeExpression

# Abbreviations count only with a day or a year: `Mar`, `Dec` and `Sun` are other words too often.
_SHORT = 4


def _with_year(words: Words, template: str) -> re.Pattern[str]:
    month = rf"(?P<month>{spelled_names(words.months, words.capital)})\.?"
    year = r"(?P<year>1[5-9]\d\d|20\d\d)"
    return re.compile(
        rf"(?<!\w){template.replace('{month}', month).replace('{year}', year)}{TAIL}(?![.,:]\d)"
    )


def _alone(words: Words) -> re.Pattern[str]:
    full = {name: n for name, n in words.months.items() if len(name) >= _SHORT or name in ("may", "mai")}
    months = spelled_names(full, words.capital)
    led = rf"(?:(?P<led>{words.months_alone})(?:\s|-))" if words.months_alone else "(?P<led>(?!))?"
    return re.compile(
        rf"(?<![\w’'-])(?i:(?P<last>{words.weekday_last}|last)\s|(?P<next>{words.weekday_next})\s"
        rf"|(?P<this>{words.weekday_this})\s|{led})?"
        rf"(?P<month>{months})(?:\s(?i:{words.month_pairs})\s(?P<until>{months}))?"
        rf"(?:\s(?i:(?P<last_after>{words.last_after})|(?P<next_after>{words.next_after})))?{TAIL}"
    )


WITH_YEAR: Final = {
    words.code: tuple(_with_year(words, template) for template in words.dates if "{day}" not in template)
    for words in LANGUAGES
}
ALONE: Final = {words.code: _alone(words) for words in LANGUAGES}


def find(sentence: str, words: Words) -> Iterator[TimeExpression]:
    """Months without a day."""
    for pattern in WITH_YEAR[words.code]:
        for match in pattern.finditer(sentence):
            month = words.months[match["month"].casefold()]
            yield TimeExpression(
                0, match.start(), match.end(), rule="month-year", year=int(match["year"]), month=month
            )
    for match in ALONE[words.code].finditer(sentence):
        marked = match["last"] or match["next"] or match["this"] or match["last_after"] or match["next_after"]
        if words.months_alone and not (marked or match["led"] or match["until"]) and not _clear(match, words):
            continue
        until = match["until"]
        yield TimeExpression(
            0,
            match.start()
            if marked and not (match["last_after"] or match["next_after"])
            else match.start("month"),
            match.end(),
            rule="month",
            month=words.months[match["month"].casefold()],
            until_month=words.months[until.casefold()] if until else None,
            offset=_offset(match),
        )


def _clear(match: re.Match[str], words: Words) -> bool:
    """Whether a lone month cannot be another word or a first name: long, and no sentence opener."""
    name = match["month"].casefold()
    return words.capital and len(name) >= 6 and name not in ("august",)


def _offset(match: re.Match[str]) -> int | None:
    if match["last"] or match["last_after"]:
        return -1
    if match["next"] or match["next_after"]:
        return 1
    return 0 if match["this"] else None
