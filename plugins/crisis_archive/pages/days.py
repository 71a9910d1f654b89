"""The entries of a timeline that a page shows."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from crisis_archive.model import TimelineEntry

_LONG: Final = frozenset(["month", "year"])


def without_repeats(entries: Sequence[TimelineEntry]) -> Iterator[TimelineEntry]:
    """Each sentence once, where its other days have an entry of their own, or its month has days that do.

    `On Friday divers came to the ship that sank two days earlier` is news of Friday; it tells of
    Wednesday only where nothing else does. The data has all of them.
    """
    shown = Counter(each.cites[0] for each in entries)
    told = Counter((each.date, each.until) for each in entries)
    days = [each.date for each in entries if each.precision == "day"]
    for each in entries:
        stretch = (each.date, each.until)
        is_told = told[stretch] > 1
        if each.precision in _LONG and each.until is not None:
            is_told = any(each.date <= day <= each.until for day in days)
        if shown[each.cites[0]] > 1 and is_told:
            shown[each.cites[0]] -= 1
            told[stretch] -= 1
        else:
            yield each
