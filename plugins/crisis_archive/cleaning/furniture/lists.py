"""Lists that belong to an article: rows below its running text that are alike and hold numbers.

How many were killed where, a day and a place a line, results, prices. Lists of links to other texts are not
alike; lists of months or of sections stand beside buttons and dates.
"""

from collections.abc import Sequence

from crisis_archive.cleaning.furniture.body import Kind, Line
from crisis_archive.cleaning.furniture.forms import DATELINE, OTHERS

_FEWEST = 4
_SHARE = 0.6  # of the rows that hold a number and a word
_LONGEST_ROW = 160  # characters


def with_lists(texts: Sequence[str], lines: Sequence[Line], inside: Sequence[bool]) -> list[bool]:
    """`inside` with the lists that follow the running text."""
    found = list(inside)
    for number, is_inside in enumerate(inside):
        if is_inside and number + 1 < len(texts) and not inside[number + 1]:
            end = _end_of_list(texts, lines, inside, number + 1)
            found[number + 1 : end] = [True] * (end - number - 1)
    return found


def _end_of_list(texts: Sequence[str], lines: Sequence[Line], inside: Sequence[bool], start: int) -> int:
    """Where the list that begins at `start` ends; `start` itself where there is none."""
    end = start
    while end < len(texts) and not inside[end] and _can_be_row(texts[end], lines[end]):
        end += 1
    rows = [number for number in range(start, end) if _is_row(texts[number])]
    if len(rows) < _FEWEST:
        return start
    last = rows[-1] + 1
    return last if len(rows) >= _SHARE * (last - start) else start


def _can_be_row(text: str, line: Line) -> bool:
    return (
        line.kind is not Kind.FURNITURE
        and not line.likely
        and len(text) <= _LONGEST_ROW
        and not DATELINE.fullmatch(text)
        and not OTHERS.match(text)
    )


def _is_row(text: str) -> bool:
    return any(char.isdigit() for char in text) and any(char.isalpha() for char in text)
