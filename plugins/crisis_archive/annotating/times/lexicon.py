"""The shape of one language's words for time, and how a rule's template becomes a pattern."""

import re
from typing import Final, Literal

from crisis_archive.model import Struct

Unit = Literal["day", "week", "month", "year", "weekend"]
RelativeKind = Literal[
    "ago", "ahead", "last", "this", "next", "past-span", "next-span", "after", "before", "later", "earlier"
]
TAIL: Final = r"(?![\w-])"
"""Nothing of a word follows."""


class Words(Struct, frozen=True):
    """One language's words for time; all words in lower case, spelled as they are written."""

    code: str
    """ISO 639-1."""
    months: dict[str, int]
    """Names and abbreviations; a full stop may follow an abbreviation."""
    weekdays: dict[str, int]
    """Monday is 0."""
    capital: bool
    """Months and weekdays are written with a capital (English, German)."""
    months_alone: str
    """What may stand before a month without day and year; empty where a month is never another word."""
    numbers: dict[str, int]
    units: dict[str, Unit]
    days: dict[str, int]
    """Day words and phrases, counted from today."""
    dates: tuple[str, ...]
    """Templates of dates with `{month}`, `{day}`, `{year}`, `{weekday}`; the most complete first."""
    month_pairs: str
    """What joins two months, e.g. `or`."""
    day_pairs: str
    """What joins two days, e.g. `to`."""
    weekday_last: str
    """Before (or `weekday_last_after`: after) a weekday or month: the one before the nearest."""
    weekday_next: str
    weekday_this: str
    weekday_not: str
    """Before a weekday: a repeated day or a name (`every Monday`, `Bloody Sunday`)."""
    day_part: str
    """After a weekday: parts of the day."""
    year_before: str
    """Words before a bare year that show it to be one."""
    relative: tuple[tuple[RelativeKind, str], ...]
    """Templates of relative expressions with `{n}` (a number) and `{unit}`."""
    future: str
    """Marks of a verb that looks ahead."""
    past: str
    """Marks of a verb that looks back."""
    ahead: str
    """Before an expression: it lies ahead (`by Friday`)."""
    behind: str
    """Before an expression: it lies behind (`since Friday`)."""
    of_last_year: str = "(?!)"
    """After a month or a day of one: `of last year`."""
    of_this_year: str = "(?!)"
    of_next_year: str = "(?!)"
    last_after: str = "(?!)"
    """After a weekday or month: the one before the nearest (`el lunes pasado`)."""
    next_after: str = "(?!)"


def either(words: "dict[str, int] | dict[str, Unit]") -> str:
    """An alternation of words as they stand, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def spelled_names(words: dict[str, int], capital: bool) -> str:
    """An alternation of months or weekdays as a language writes them, longest first.

    With `capital` each begins with a capital or is in capitals; without it a capital is read at the
    beginning of a sentence only: Mars is a planet, mars a month.
    """
    spelled = sorted(words, key=lambda word: (-len(word), word))
    if capital:
        return "|".join(f"{re.escape(word.capitalize())}|{re.escape(word.upper())}" for word in spelled)
    opening = "|".join(re.escape(word.capitalize()) for word in spelled)
    return "|".join(re.escape(word) for word in spelled) + f"|^(?:{opening})"


def of_year(words: Words) -> str:
    """What may follow a month or a day and names its year by counting from this one."""
    forms = (
        ("last_year", words.of_last_year),
        ("this_year", words.of_this_year),
        ("next_year", words.of_next_year),
    )
    return "(?:,? (?i:" + "|".join(f"(?P<{name}>{form})" for name, form in forms) + "))?"


def year_offset(match: re.Match[str]) -> int | None:
    """What a match of `of_year` says: -1, 0, 1, or None."""
    for offset, name in ((-1, "last_year"), (0, "this_year"), (1, "next_year")):
        if match[name]:
            return offset
    return None


def number_of(words: Words, text: str) -> int:
    """The value of a written number; 1 for what is no number (articles: `a week ago`)."""
    plain = text.casefold()
    return int(plain) if plain.isdigit() else words.numbers.get(plain, 1)
