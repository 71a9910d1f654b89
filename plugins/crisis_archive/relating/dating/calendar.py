"""What a date expression means on the calendar, seen from one day.

Pure calendar arithmetic: an expression and the day it was written on give a range of days, or None where the
words leave it open. Later days of writing never give earlier ranges, so the range over many possible
days of writing follows from the first and the last of them.
"""

import calendar
import datetime as dt

from msgspec.structs import replace

from crisis_archive.model import TimeExpression

Range = tuple[dt.date, dt.date]
"""First and last day, both included."""

_DAY = dt.timedelta(days=1)
_NEVER_DATED = ("season",)


def hull(left: Range, right: Range) -> Range:
    """The smallest range that holds both."""
    return min(left[0], right[0]), max(left[1], right[1])


def overlap(left: Range, right: Range) -> bool:
    """Whether two ranges share a day."""
    return left[0] <= right[1] and right[0] <= left[1]


def month_range(year: int, month: int) -> Range:
    """All days of a month; months beyond 1 to 12 count on into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def resolve(expression: TimeExpression, written: dt.date | None) -> Range | None:
    """The days that the expression names for somebody writing on `written` (None: not known).

    Expressions counted from an event or from an earlier date of the text are not resolved here.
    """
    if expression.rule in _NEVER_DATED or expression.event is not None:
        return None
    try:
        if expression.year is not None:
            return _absolute(expression)
        if written is None:
            return None
        if expression.month is not None:
            return _yearless(expression, written)
        if expression.weekday is not None:
            return _weekday(expression, written)
        if expression.unit is not None and expression.offset is not None:
            return shifted(expression, written)
    except (ValueError, OverflowError):
        # Beyond the years that a calendar holds, or a day that its month does not have.
        return None
    return None


def _absolute(expression: TimeExpression) -> Range:
    year = expression.year or 1
    if expression.month is None:
        return dt.date(year, 1, 1), dt.date(expression.until_year or year, 12, 31)
    if expression.day is None:
        return month_range(year, expression.month)[0], month_range(year, _last_month(expression))[1]
    first = dt.date(year, expression.month, expression.day)
    return first, first.replace(day=expression.until_day) if expression.until_day else first


def _yearless(expression: TimeExpression, written: dt.date) -> Range | None:
    """A month or a day of a month; the tense, `last` or `next` choose the year, else the nearest is meant."""
    month = expression.month or 1
    if expression.unit == "year":
        # March of last year: the year is counted, not chosen.
        named = replace(expression, year=written.year + (expression.offset or 0))
        return _absolute(named)
    choices = []
    for year in (
        range(written.year - 8, written.year + 9)
        if expression.weekday is not None
        else range(written.year - 1, written.year + 2)
    ):
        if expression.day is None:
            choices.append((month_range(year, month)[0], month_range(year, _last_month(expression))[1]))
        elif expression.day <= calendar.monthrange(year, month)[1]:
            first = dt.date(year, month, expression.day)
            if expression.weekday is None or expression.weekday == first.weekday():
                choices.append((first, first.replace(day=expression.until_day or expression.day)))
    return _choose(expression, written, choices)


def _last_month(expression: TimeExpression) -> int:
    """The last month of `November to January`, counted on from its first year: 13."""
    month, until = expression.month or 1, expression.until_month or expression.month or 1
    return until if until >= month else until + 12


def _choose(expression: TimeExpression, written: dt.date, choices: list[Range]) -> Range | None:
    begun = [each for each in choices if each[0] <= written]
    ahead = [each for each in choices if each[1] >= written]
    if expression.offset == -1:
        begun = [each for each in choices if each[1] < written.replace(day=1)]
        return begun[-1] if begun else None
    if expression.offset == 1:
        ahead = [each for each in choices if each[0] > written]
        return ahead[0] if ahead else None
    if expression.tense == "past" and begun:
        return begun[-1]
    if expression.tense == "future" and ahead:
        return ahead[0]
    return min(choices, key=lambda each: (_distance(each, written), each), default=None)


def _distance(choice: Range, written: dt.date) -> int:
    return max((choice[0] - written).days, (written - choice[1]).days, 0)


def _weekday(expression: TimeExpression, written: dt.date) -> Range:
    back = (written.weekday() - (expression.weekday or 0)) % 7
    ahead = (7 - back) % 7
    if expression.offset == -1:
        days = -(back or 7)
    elif expression.offset == 1:
        days = ahead or 7
    elif expression.tense == "future" or (expression.offset == 0 and expression.tense != "past"):
        days = ahead
    elif expression.tense == "unknown":
        # No verb says which way: the nearer day, the past one where both are as near.
        days = -back if back <= 3 else ahead
    else:
        days = -back
    if expression.offset is None and abs(days) > 5:
        # A bare name six days away would be the name of yesterday or tomorrow: those are meant.
        days = 1 if days < 0 else -1
    day = written + days * _DAY
    return day, day


def shifted(expression: TimeExpression, start: dt.date) -> Range | None:
    """`offset` units from `start`; with `count` the stretch of so many units that ends or begins there."""
    unit, offset, count = expression.unit, expression.offset or 0, expression.count
    if count is not None:
        far = _stepped(unit, start, count if offset > 0 else -count)
        return (start, far) if offset > 0 else (far, start)
    if unit == "day":
        day = start + offset * _DAY
        return day, day
    if unit in ("week", "weekend"):
        monday = start + (7 * offset - start.weekday()) * _DAY
        if unit == "weekend":
            return monday + 5 * _DAY, monday + 6 * _DAY
        # On a weekend `last week` is often the week that is just ending.
        just_ending = offset == -1 and start.weekday() >= 5
        return monday, start if just_ending else monday + 6 * _DAY
    if unit == "month":
        return month_range(start.year, start.month + offset)
    if unit == "year":
        return dt.date(start.year + offset, 1, 1), dt.date(start.year + offset, 12, 31)
    return None


def from_event(expression: TimeExpression, event: Range) -> Range | None:
    """The days that lie `offset` units from an event; a week after a day is a day."""
    try:
        first = _stepped(expression.unit, event[0], expression.offset or 0)
        return first, _stepped(expression.unit, event[1], expression.offset or 0)
    except (ValueError, OverflowError):
        return None


def _stepped(unit: str | None, start: dt.date, steps: int) -> dt.date:
    if unit == "month" or unit == "year":
        months = steps * (12 if unit == "year" else 1)
        first, last = month_range(start.year, start.month + months)
        return min(first.replace(day=1) + (start.day - 1) * _DAY, last)
    return start + steps * (7 if unit in ("week", "weekend") else 1) * _DAY
