"""What the bare weekdays of one text say about the day it was written.

A writer names a weekday alone only when it is near: within five days, back or ahead (six days back would
be tomorrow's name). And all the bare weekdays of one text lie within seven days, or one name could mean
two days. Measured on dated news: of past weekdays fewer than one in forty lie five days back.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from crisis_archive.model import TimeExpression

REACH: Final = 5
SPAN: Final = 7


def bare_weekdays(expressions: Sequence[TimeExpression]) -> list[TimeExpression]:
    """Weekdays without `last` or `next` whose verb says which way they look."""
    return [each for each in expressions if is_bare(each)]


def is_bare(expression: TimeExpression) -> bool:
    """Whether it is a weekday and no more, with a verb that says which way it looks."""
    return (
        expression.weekday is not None
        and expression.day is None
        and expression.offset is None
        and expression.tense != "unknown"
    )


def offset_of(expression: TimeExpression, written: dt.date) -> int | None:
    """Days from `written` to the weekday; None where it would lie too far for a bare name."""
    back = (written.weekday() - (expression.weekday or 0)) % 7
    days = (7 - back) % 7 if expression.tense == "future" else -back
    return days if abs(days) <= REACH else None


def agree(expressions: Sequence[TimeExpression], written: dt.date) -> bool:
    """Whether a text with these bare weekdays can have been written on that day."""
    offsets = [offset_of(each, written) for each in expressions]
    known = [each for each in offsets if each is not None]
    return len(known) == len(offsets) and max(known, default=0) - min(known, default=0) < SPAN
