"""Texts over time: a bar for every day, month or year, whichever leaves few enough bars to read."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from crisis_archive.model import Struct
from crisis_archive.pages import dates
from crisis_archive.pages.drawings.svg import LETTER, WIDTH, Drawing, framed, label, shape
from crisis_archive.pages.words import Words

_TALL: Final = 90
_TOP: Final = 16
_MOST_BARS: Final = 60
_LEAST_BARS: Final = 3
_Unit = Callable[[dt.date], int]


class Bars(Struct, frozen=True):
    """The picture and the table it was drawn from."""

    drawing: Drawing
    rows: tuple[tuple[str, int], ...]
    """Day, month or year, and how many texts; none that has none."""


def bar_drawing(days: Sequence[dt.date], undated: str, words: Words) -> Bars | None:
    """How many texts are of each day (month, year); null for so few that a list says it better.

    `undated` says in words how many texts are not in the picture.
    """
    if not days:
        return None
    unit, name = _unit(min(days), max(days), words)
    counted = Counter(unit(day) for day in days)
    first, last = min(counted), max(counted)
    if len(counted) < _LEAST_BARS or last - first >= 4 * _MOST_BARS:
        return None
    named = {unit(day): name(day) for day in days}
    tallest = max(counted.values())
    step = WIDTH / (last - first + 1)
    base = _TOP + _TALL
    shapes = [shape("line", x1=0, x2=WIDTH, y1=base, y2=base, class_="axis")]
    taken = -1.0
    for place, number in sorted(counted.items()):
        left, height = step * (place - first), _TALL * number / tallest
        gap = min(2.0, step / 5)
        shapes.append(
            shape("rect", x=left + gap / 2, y=base - height, width=step - gap, height=height, class_="bar")
        )
        half = len(str(number)) * LETTER / 2
        if step >= 2 * half or number == tallest:
            shapes.append(label(str(number), x=left + step / 2, y=base - height - 4, text_anchor="middle"))
        text = named[place]
        wide = len(text) * LETTER
        start = min(max(0.0, left + step / 2 - wide / 2), WIDTH - wide)
        if start > taken:
            shapes.append(label(text, x=start, y=base + 16))
            taken = start + wide + 10
    caption = words("drawings.bars", days=dates.days(min(days), max(days), words), undated=undated)
    rows = tuple((named[place], number) for place, number in sorted(counted.items()))
    return Bars(framed(base + 22, caption, shapes), rows)


def _unit(first: dt.date, last: dt.date, words: Words) -> tuple[_Unit, Callable[[dt.date], str]]:
    """How days are put together, and what the unit of a day is called."""
    if (last - first).days < _MOST_BARS:
        return dt.date.toordinal, lambda day: dates.day(day, words)
    if (last.year - first.year) * 12 + last.month - first.month < _MOST_BARS:
        return lambda day: day.year * 12 + day.month, lambda day: dates.month(day, words)
    return lambda day: day.year, lambda day: str(day.year)
