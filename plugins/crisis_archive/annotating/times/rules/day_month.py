"""A day of a month, with or without weekday and year: `Wednesday, January 23, 2019`, `23 de enero`."""

import calendar
import re
from collections.abc import Iterator
from typing import Final

from crisis_archive.annotating.times.languages import LANGUAGES, by_language
from crisis_archive.annotating.times.lexicon import TAIL, Words, of_year, spelled_names, year_offset
from crisis_archive.model import TimeExpression
from crisis_archive.text.words import signs_of

_DAY = r"3[01]|[12]\d|0?[1-9]"


_DIGIT = re.compile(r"\d")
SIGNS: Final = {words.code: signs_of(words.months) for words in LANGUAGES}


def _pattern(words: Words, template: str) -> re.Pattern[str]:
    parts = {
        "{month}": rf"(?P<month>{spelled_names(words.months, words.capital)})\.?",
        "{day}": rf"(?P<day>{_DAY})(?:\s?(?:-|–|—|{words.day_pairs})\s?(?P<last>{_DAY})(?!\d))?",
        "{year}": r"(?P<year>1[5-9]\d\d|20\d\d)",
        "{weekday}": rf"(?P<weekday>{spelled_names(words.weekdays, words.capital)})\.?",
    }
    for name, part in parts.items():
        template = template.replace(name, part)
    # The month is spelled as the language writes it; only the templates' own words are any case.
    year = of_year(words) if template.endswith("?") else ""
    return re.compile(rf"(?<![\w.,/-])(?:{template}){year}{TAIL}(?![.,:]\d)")


@by_language
def _patterns(words: Words) -> tuple[re.Pattern[str], ...]:
    return tuple(_pattern(words, template) for template in words.dates if "{day}" in template)


def find(sentence: str, words: Words) -> Iterator[TimeExpression]:
    """Dates with day and month; `3 to 5 May` is one expression with its last day in `until_day`."""
    if not _DIGIT.search(sentence):
        return
    for pattern in _patterns(words):
        for match in pattern.finditer(sentence):
            groups = match.groupdict()
            month = words.months[groups["month"].casefold()]
            year = int(groups["year"]) if groups["year"] else None
            day, last = int(groups["day"]), groups["last"]
            if max(day, int(last or 0)) > calendar.monthrange(year or 2000, month)[1]:
                continue
            weekday = groups.get("weekday")
            counted = year_offset(match) if "last_year" in groups and not year else None
            yield TimeExpression(
                0,
                match.start(),
                match.end(),
                rule="day-month-year" if year else "day-month",
                year=year,
                month=month,
                day=day,
                weekday=words.weekdays[weekday.casefold()] if weekday else None,
                unit=None if counted is None else "year",
                offset=counted,
                until_day=int(last) if last and int(last) > day else None,
            )
