"""Live reports: short entries, each below the hour at which it was written.

Their entries stand alone between hours and headings, as teasers do; but a list of teasers has headlines below
its hours, and what readers write stands below a heading of its own.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from crisis_archive.cleaning.furniture.body import Kind, Line
from crisis_archive.cleaning.furniture.comments import first_comments

_HOUR = re.compile(
    r"(?P<hours>[012]?\d)[:.](?P<minutes>[0-5]\d) ?(?P<half>[ap])?(?:\.?m\.?)?"
    r"(?: (?:gmt|bst|utc|e[sd]?t|p[sd]?t|ce?s?t|uhr|h))?:?",
    re.IGNORECASE,
)
_FEWEST = 3  # entries
_LONGEST = 40  # characters of a line with an hour
_NEAR = 6  # lines between a log and other text
_FAR = 4  # lines from the hour to the first sentence


def with_log(
    texts: Sequence[str], lines: Sequence[Line], inside: Sequence[bool], again: Sequence[bool]
) -> list[bool]:
    """`inside` with all from the first entry to the end of the last, where there are several."""
    hours = [number for number, text in enumerate(texts) if len(text) < _LONGEST and _HOUR.fullmatch(text)]
    if len(hours) < _FEWEST:
        return list(inside)
    entries = []
    for hour, following in zip(hours, [*hours[1:], len(texts)], strict=True):
        end = next((n for n in range(hour + 1, min(following, hour + _FAR)) if _is_entry(lines[n])), 0)
        if end:
            entries.append((hour, _last(lines, end, following)))
    if len(entries) < _FEWEST or not _run_one_way([_minutes(texts[hour]) for hour, _ in entries]):
        return list(inside)
    first, last = entries[0][0], entries[-1][1]
    # Films in another corner of the page have hours too, and stand on all pages of the site.
    beside = any(inside[max(0, first - _NEAR) : last + _NEAR])
    if not beside or any(again[first : last + 1]) or first_comments(texts[:last]).headings:
        return list(inside)
    return [value or first <= number <= last for number, value in enumerate(inside)]


def _minutes(text: str) -> int:
    """Of the day, from the hour in a line."""
    found = _HOUR.fullmatch(text)
    assert found is not None
    hours = int(found["hours"])
    if found["half"]:
        hours = hours % 12 + 12 * (found["half"] in "pP")
    return 60 * hours + int(found["minutes"])


def _run_one_way(times: Sequence[int]) -> bool:
    """Whether hours rise or fall, over midnight once at most: how long films take does not."""
    rises = sum(one <= other for one, other in pairwise(times))
    return min(rises, len(times) - 1 - rises) <= (len(times) > _FEWEST)


def _is_entry(line: Line) -> bool:
    return line.kind >= Kind.SENTENCE and line.ends


def _last(lines: Sequence[Line], number: int, end: int) -> int:
    """The last of the sentences that follow one another from `number` on."""
    while number + 1 < end and _is_entry(lines[number + 1]):
        number += 1
    return number
