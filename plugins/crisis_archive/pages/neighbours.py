"""For every text the nearest of its crisis that is surely earlier, and the nearest that is surely later."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping

from crisis_archive.model import Crisis
from crisis_archive.pages.outlines import Outline


def neighbours(
    crises: Iterable[Crisis], texts: Mapping[str, Outline]
) -> Mapping[str, tuple[str | None, str | None]]:
    """By the id of a text: the ids of both.

    Texts whose ranges of days overlap, or whose dates are not known, are in no order.
    """
    found: dict[str, tuple[str | None, str | None]] = {}
    for crisis in crises:
        dated = [
            (first, last, each)
            for each in crisis.documents
            if (first := texts[each].listed.earliest) and (last := texts[each].listed.latest)
        ]
        by_end = sorted((last, each) for _, last, each in dated)
        by_start = sorted((first, each) for first, _, each in dated)
        ends, starts = [last for last, _ in by_end], [first for first, _ in by_start]
        for first, last, each in dated:
            before, after = bisect_left(ends, first) - 1, bisect_right(starts, last)
            found[each] = (
                by_end[before][1] if before >= 0 else None,
                by_start[after][1] if after < len(by_start) else None,
            )
    return found
