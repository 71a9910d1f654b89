"""The date expressions of one text, each resolved to days against what is known."""

from crisis_archive.model import Analysis, Time, TimeExpression
from crisis_archive.relating.dating.calendar import Range, from_event, hull, resolve, shifted
from crisis_archive.relating.dating.events import beside_of
from crisis_archive.relating.dating.solver import Problem

_WIDEST = {"month": 30, "year": 365}
"""Days; what is counted on from must be as sharp as the unit."""
_CHAINED = ("later", "earlier")


def resolved_times(analysis: Analysis, problem: Problem) -> tuple[Time, ...]:
    """Every expression in order; where the day of writing is a range, all days it can mean together."""
    written = problem.written(analysis.id)
    tellings = {each.number: each for each in problem.tellings.get(analysis.id, ())}
    resolved: list[Time] = []
    last: tuple[Range, str] | None = None
    for number, each in enumerate(analysis.times):
        days, anchor = _over(each, written), None if each.year is not None else "document"
        if each.event is not None and beside_of(analysis, number) is not None:
            # Thursday night, the day after his oath: both are that Thursday.
            days = _days_of(resolved[-1])
        elif each.event is not None:
            found = problem.event_days(tellings[number]) if number in tellings else None
            days, anchor = (from_event(each, found[0]), found[1]) if found else (None, None)
        elif each.rule.endswith(_CHAINED):
            days, anchor = (_chained(each, last[0]), last[1]) if last else (None, None)
        resolved.append(_time(each, days, anchor if days else None))
        if days is not None:
            last = days, analysis.document.text_at(each.span)
    return tuple(resolved)


def _days_of(time: Time) -> Range | None:
    return (time.earliest, time.latest) if time.earliest and time.latest else None


def _over(expression: TimeExpression, written: Range | None) -> Range | None:
    if expression.rule.endswith(_CHAINED) or expression.event is not None:
        return None
    if written is None:
        return resolve(expression, None)
    one, other = resolve(expression, written[0]), resolve(expression, written[1])
    if one is None or other is None:
        return None
    first, last = hull(one, other)
    # What has happened this week did not happen after the day of writing.
    happened = expression.unit == "week" and expression.tense == "past" and first <= written[1]
    return first, min(last, written[1]) if happened else last


def _chained(expression: TimeExpression, before: Range) -> Range | None:
    """`two days later` counts from the last day that the text named, `two years later` from its last year."""
    if (before[1] - before[0]).days > _WIDEST.get(expression.unit or "", 0):
        return None
    return shifted(expression, before[0])


def _time(each: TimeExpression, days: Range | None, anchor: str | None) -> Time:
    return Time(
        each.paragraph,
        each.start,
        each.end,
        earliest=days[0] if days else None,
        latest=days[1] if days else None,
        rule=each.rule,
        anchor=anchor,
    )
