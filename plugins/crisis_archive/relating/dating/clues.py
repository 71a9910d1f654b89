"""Clues to the day a text was written that stand in the text alone."""

import datetime as dt
import re
from collections.abc import Callable

from crisis_archive.model import Analysis, Evidence, Struct, TimeExpression
from crisis_archive.relating.dating import weekdays
from crisis_archive.relating.dating.calendar import resolve
from crisis_archive.text.days import day_in_words
from crisis_archive.text.reasons import reason

Test = Callable[[dt.date], bool]
_NEVER = (dt.date.max, dt.date.max)
_ABSOLUTE = ("day-month-year", "month-year", "numeric", "year")
_WILL = re.compile(r"\b(?:will|shall|wird|werden|\w{3,}rá|\w{3,}rán|\w{3,}era|\w{3,}eront)\b[^.;!?]*$")
_PERFECT = re.compile(
    r"\b(?:has|have)(?: \w+ly)? (?:been )?(?:\w{2,}ed|\w{2,}wn|begun|told|said|made|held|left|won|lost)\b"
)
_MONTHS_AHEAD = 6
"""A month named alone lies at most so many months ahead; a later one is called `next March`."""


class Clue(Struct, frozen=True):
    """Something that the day of writing must agree with."""

    test: Test
    evidence: tuple[Evidence, ...]
    not_before: dt.date | None = None
    not_after: dt.date | None = None
    """Bounds that hold without a test; only events that other texts or an editor date give them."""


def evidence_at(analysis: Analysis, expression: TimeExpression, rule: str, says: str) -> Evidence:
    """One step of a proof, resting on the words of the expression."""
    return Evidence(analysis.id, expression.paragraph, expression.start, expression.end, rule, says)


def tells_the_news(analysis: Analysis, expression: TimeExpression) -> bool:
    """Whether an expression stands in a first sentence that says what has just happened: `has urged ...`."""
    if not analysis.sentences or analysis.document.language.split("-")[0] not in ("en", "und"):
        return False
    lead = analysis.sentences[0]
    if expression.paragraph != lead.paragraph or not lead.start <= expression.start < lead.end:
        return False
    return _PERFECT.search(analysis.document.text_at(lead)) is not None


def clues_of(analysis: Analysis) -> list[Clue]:
    """Everything that one text says of its own date."""
    clues = [*_bounds(analysis), *_months_ahead(analysis), *_weekdays_of_dates(analysis)]
    bare = weekdays.bare_weekdays(analysis.times)
    if bare:
        says = reason(
            "its bare weekdays lie within seven days, none more than five days from the day of writing"
        )
        steps = tuple(evidence_at(analysis, each, "weekdays", says) for each in bare[:1] + bare[-1:])
        clues.append(Clue(lambda day: weekdays.agree(bare, day), tuple(dict.fromkeys(steps))))
    return clues


def _bounds(analysis: Analysis) -> list[Clue]:
    """What is told as past came before the day of writing; what is told as ahead comes after it.

    Both can only narrow: comments, lists and captions hold too many dates of other texts to date one by.
    """
    clues = []
    past = [each for each in analysis.times if each.tense == "past" and each.rule in _ABSOLUTE]
    if past:
        latest = max(past, key=lambda each: (resolve(each, None) or _NEVER)[0])
        first = (resolve(latest, None) or _NEVER)[0]
        says = reason(
            "tells of {words} as past, so it was written on {day} or later",
            words=_words(analysis, latest),
            day=day_in_words(first),
        )
        clues.append(Clue(lambda day: day >= first, (evidence_at(analysis, latest, "told-as-past", says),)))
    ahead = [each for each in analysis.times if _states_day(each) and _is_announced(analysis, each)]
    if ahead:
        next_up = min(ahead, key=lambda each: (resolve(each, None) or _NEVER)[1])
        last = (resolve(next_up, None) or _NEVER)[1]
        says = reason(
            "tells of {words} as ahead, so it was written on {day} or earlier",
            words=_words(analysis, next_up),
            day=day_in_words(last),
        )
        clues.append(Clue(lambda day: day <= last, (evidence_at(analysis, next_up, "told-as-ahead", says),)))
    return clues


def _states_day(expression: TimeExpression) -> bool:
    return expression.day is not None and resolve(expression, None) is not None


def _is_announced(analysis: Analysis, expression: TimeExpression) -> bool:
    """Whether a plain future leads to the date: what `would` be, or is `to` be, may long be past."""
    if expression.paragraph < 0 or expression.tense != "future":
        return False
    before = analysis.document.paragraphs[expression.paragraph][: expression.start]
    return _WILL.search(before[-60:]) is not None


def _words(analysis: Analysis, expression: TimeExpression) -> str:
    return f"“{analysis.document.text_at(expression.span)}”"


def _months_ahead(analysis: Analysis) -> list[Clue]:
    clues = []
    for each in analysis.times:
        if each.rule != "month" or each.tense != "future" or each.offset is not None or each.month is None:
            continue
        month = each.month

        def lies_ahead(day: dt.date, month: int = month) -> bool:
            return month >= day.month or month + 12 - day.month <= _MONTHS_AHEAD

        says = reason(
            "{words} lies ahead: that month is still to come this year or within six months",
            words=_words(analysis, each),
        )
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

        says = reason(
            "{words} fell on that weekday within half a year of the day of writing",
            words=_words(analysis, each),
        )
        clues.append(Clue(falls, (evidence_at(analysis, each, "weekday-of-date", says),)))
    return clues
