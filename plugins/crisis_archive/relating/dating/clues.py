"""Clues to the day a text was written that stand in the text alone."""

import calendar
import datetime as dt
from collections.abc import Callable

from crisis_archive.model import Analysis, Evidence, Struct, TimeExpression
from crisis_archive.relating.dating import weekdays
from crisis_archive.relating.dating.calendar import resolve

Test = Callable[[dt.date], bool]
_MONTHS_AHEAD = 6
"""A month named alone lies at most so many months ahead; a later one is called `next March`."""


class Clue(Struct, frozen=True):
    """Something that the day of writing must agree with."""

    test: Test
    evidence: tuple[Evidence, ...]
    not_before: dt.date | None = None
    not_after: dt.date | None = None
    """Bounds that hold without a test, where the clue gives any."""


def evidence_at(analysis: Analysis, expression: TimeExpression, rule: str, says: str) -> Evidence:
    """One step of a proof, resting on the words of the expression."""
    return Evidence(analysis.id, expression.paragraph, expression.start, expression.end, rule, says)


def clues_of(analysis: Analysis) -> list[Clue]:
    """Everything that one text says of its own date."""
    clues = [*_bounds(analysis), *_months_ahead(analysis), *_weekdays_of_dates(analysis)]
    bare = weekdays.bare_weekdays(analysis.times)
    if bare:
        says = "its bare weekdays lie within seven days, none more than five days from the day of writing"
        steps = tuple(evidence_at(analysis, each, "weekdays", says) for each in bare[:1] + bare[-1:])
        clues.append(Clue(lambda day: weekdays.agree(bare, day), tuple(dict.fromkeys(steps))))
    return clues


def _bounds(analysis: Analysis) -> list[Clue]:
    """What is told as past came before the day of writing; what is told as ahead comes after it."""
    past, future = None, None
    for each in analysis.times:
        days = resolve(each, None)
        if days is None or each.rule == "decade":
            continue
        if each.tense == "past" and (past is None or days[0] > past[0]):
            past = (days[0], each)
        if each.tense == "future" and (future is None or days[1] < future[0]):
            future = (days[1], each)
    clues = []
    if past is not None:
        first, words = past
        says = f"tells of {_words(analysis, words)} as past, so it was written on {first} or later"
        step = evidence_at(analysis, words, "told-as-past", says)
        clues.append(Clue(lambda day: day >= first, (step,), not_before=first))
    if future is not None and (past is None or future[0] >= past[0]):
        last, words = future
        says = f"tells of {_words(analysis, words)} as ahead, so it was written on {last} or earlier"
        step = evidence_at(analysis, words, "told-as-ahead", says)
        clues.append(Clue(lambda day: day <= last, (step,), not_after=last))
    return clues


def _words(analysis: Analysis, expression: TimeExpression) -> str:
    return f"“{analysis.document.text_at(expression.span)}”"


def _months_ahead(analysis: Analysis) -> list[Clue]:
    clues = []
    for each in analysis.times:
        if each.rule != "month" or each.tense != "future" or each.offset is not None or each.month is None:
            continue
        month = each.month

        def lies_ahead(day: dt.date, month: int = month) -> bool:
            return (month - day.month) % 12 <= _MONTHS_AHEAD

        name = calendar.month_name[month]
        says = f"{_words(analysis, each)} lies ahead, so {name} is not over and at most six months away"
        clues.append(Clue(lies_ahead, (evidence_at(analysis, each, "month-ahead", says),)))
    return clues


def _weekdays_of_dates(analysis: Analysis) -> list[Clue]:
    """`Wednesday, January 23`: in the right year that day is a Wednesday."""
    clues = []
    for each in analysis.times:
        if each.weekday is None or each.day is None or each.month is None or each.year is not None:
            continue

        def falls(day: dt.date, each: TimeExpression = each) -> bool:
            days = resolve(each, day)
            return days is not None and abs((days[0] - day).days) <= 183

        says = f"{_words(analysis, each)} fell on that weekday within half a year of the day of writing"
        clues.append(Clue(falls, (evidence_at(analysis, each, "weekday-of-date", says),)))
    return clues
