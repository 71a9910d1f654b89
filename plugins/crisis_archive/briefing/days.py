"""From when to when a briefing tells, and how fresh it is: days that are known, never the end of a range."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from crisis_archive.briefing.material import Material
from crisis_archive.model import Crisis, TimelineEntry

_LOOK_BACK: Final = dt.timedelta(31)
"""What happened longer before the first text is history that the texts recall, not what they cover."""


def as_of(material: Material) -> dt.date | None:
    """The day of the latest text; null where that day is not known, or another text may be later."""
    latest = max((each.date.latest for each in material.records.values() if each.date.latest), default=None)
    known = {each.date.latest for each in material.records.values() if each.date.earliest == each.date.latest}
    return latest if latest in known else None


def period(crisis: Crisis, days: Sequence[TimelineEntry]) -> tuple[dt.date, dt.date] | None:
    """First and last day that the timeline can name, none after the last that a text may be of.

    Where it names none, the range in which the texts were published; null where that is not known either.
    """
    if crisis.earliest is None or crisis.latest is None:
        return None
    named = [
        entry.date
        for entry in days
        if entry.precision == "day" and crisis.earliest - _LOOK_BACK <= entry.date <= crisis.latest
    ]
    return (min(named), max(named)) if named else (crisis.earliest, crisis.latest)
