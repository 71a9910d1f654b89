"""The days of a crisis as a line, with a dot for every text that tells of a day."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from markupsafe import Markup

from crisis_archive.model import TimelineEntry
from crisis_archive.pages import dates
from crisis_archive.pages.drawings.svg import WIDTH, Drawing, framed, label, shape
from crisis_archive.pages.words import Words

_SIDE: Final = 24
_DOT: Final = 4
_MOST_DOTS: Final = 8
_MOST_TICKS: Final = 6
_LEAST_DAYS: Final = 3
"""Below this many days a drawing says less than the table."""
_MOST_DAYS: Final = 120
"""A day that is farther than this from the middle of the others would leave the rest no room."""


def timeline_drawing(entries: Sequence[TimelineEntry], words: Words) -> Drawing | None:
    """A line of days: above each a dot for every text that tells of it. Null where there are too few days."""
    tellers: dict[dt.date, set[str]] = {}
    for each in entries:
        if each.precision == "day":
            tellers.setdefault(each.date, set()).update(cite.document for cite in each.cites)
    told = {day: len(texts) for day, texts in tellers.items()}
    days = _near_the_middle(sorted(told))
    if len(days) < _LEAST_DAYS:
        return None
    span = max(1, (days[-1] - days[0]).days)
    height = 2 * _DOT * min(_MOST_DOTS, max(told[day] for day in days)) + 34
    base = height - 24

    def across(day: dt.date) -> float:
        return round(_SIDE + (WIDTH - 2 * _SIDE) * (day - days[0]).days / span, 1)

    dots = [
        shape("circle", cx=across(day), cy=base - _DOT - 3 - 2 * _DOT * number, r=_DOT - 0.5, class_="dot")
        for day in days
        for number in range(min(_MOST_DOTS, told[day]))
    ]
    axis = shape("line", x1=_SIDE / 2, x2=WIDTH - _SIDE / 2, y1=base, y2=base, class_="axis")
    caption = words("drawings.timeline", days=dates.days(days[0], days[-1], words))
    return framed(height, caption, [axis, *dots, *_ticks(days, across, base, words)])


def _near_the_middle(days: list[dt.date]) -> list[dt.date]:
    if not days:
        return []
    middle = days[len(days) // 2]
    return [day for day in days if abs((day - middle).days) <= _MOST_DAYS]


def _ticks(
    days: Sequence[dt.date], across: Callable[[dt.date], float], base: float, words: Words
) -> Iterable[Markup]:
    """Dates below the line: the first and the last, and those between that have room."""
    room = (WIDTH - 2 * _SIDE) / _MOST_TICKS
    shown = [days[0]]
    for day in days[1:-1]:
        if across(day) - across(shown[-1]) >= room and across(days[-1]) - across(day) >= room:
            shown.append(day)
    for day in dict.fromkeys([*shown, days[-1]]):
        text = words("drawings.day", day=day.day, month=words(f"dates.months.{day.month}")[:3])
        yield shape("line", x1=across(day), x2=across(day), y1=base, y2=base + 4, class_="axis")
        yield label(text, x=across(day), y=base + 18, text_anchor="middle")
