"""The period that a figure covers, in the text's own words."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from crisis_archive.annotating.figures.context import Context
from crisis_archive.text.folding import small_in_place

_DAY: Final = (
    r"(?:(?:early|late|last|next|this|the same|the following|the previous) )?"
    r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today|tonight|midnight|noon|"
    r"midday|dawn|dusk|"
    r"nightfall|daybreak|sunrise|sunset|lunchtime|"
    r"\d{1,2}(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December)|"
    r"(?-i:January|February|March|April|May|June|July|August|September|October|November|"
    r"December)(?: \d{1,2})?|"
    r"\d{1,2}[:.]\d\d|\d{1,2} ?[ap]\.?m|departure|"
    r"(?:week|month|year|night|day|morning|evening|afternoon|weekend))"
    r"(?:'s| (?:night|morning|afternoon|evening|\d{4}|midday|noon))*"
)
_SPOT: Final = (
    r"(?:the )?(?:(?:close|end|start|beginning|middle) of (?:the |business on )?)?"
    rf"{_DAY}(?: (?:on|of|in) {_DAY})?"
)
_WORDS: Final = (
    rf"\b(?:since (?:the (?:start|beginning|outbreak) of [^.;,]{{3,60}}? on {_DAY}|{_SPOT}|(?!then|"
    rf"been)[^.;,()]{{3,40}})"
    rf"|(?:between|from) {_SPOT} (?:and|to|until) {_SPOT}"
    rf"|{_DAY} to {_DAY}"
    rf"|(?:as of|as at|by|until|till|up to|before|after|at) {_SPOT}"
    rf"|(?:on|during|over|in(?! (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)) {_SPOT}"
    r"|(?:in|over|during|within) the (?:past|last|first|previous) (?:\w+ ){0,2}(?:hours?|days?|weeks?|"
    r"months?|years?)"
    r"|(?:this|last|that|the same) (?:week|month|year|night|morning|weekend|day|evening|afternoon|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"|in (?:that|this|the same) (?:period|time)|so far|to date|overnight|at departure|tonight|"
    r"yesterday|today)\b"
)
_WINDOW: Final = re.compile(_WORDS, re.IGNORECASE)
_PERHAPS: Final = re.compile(_WORDS.lower())
"""Fits, in small letters, all that the other fits and more: it tells soon where that need not be tried."""
_ENDED: Final = re.compile(r"[;:\N{EM DASH}]")
"""Between a period and a number after it: the period belongs to another statement."""
_WORD: Final = re.compile(r"\w+")
_REMEMBERED: Final = 32
"""Paragraphs whose words are kept for the next number of the same one."""
_LONGEST_KEPT: Final = 10_000
"""Code points: what is longer is not kept, so that what is kept stays small."""
_OPENING: Final = frozenset(
    "since between from as by until till up before after at on during over in within this last that the "
    "so to overnight tonight yesterday today early late next monday tuesday wednesday thursday friday "
    "saturday sunday midnight noon midday dawn dusk nightfall daybreak sunrise sunset lunchtime january "
    "february march april may june july august september october november december departure week month "
    "year night day morning evening afternoon weekend".split()
)
"""Every period begins with one of these or with a digit."""
_NEW_CLAUSE: Final = re.compile(r"[;:\N{EM DASH}]|, (?:and|but|while)\b")


def window_of(context: Context) -> tuple[int, int] | None:
    """Where the words of the figure's period stand: the nearest after the number, else the nearest before."""
    following = [other.start for other in context.others if other.start > context.number.end + 40]
    for match in _windows(context.text, context.number.end, context.stop):
        # A later number ends the search, unless it is a part of the period itself (the past three years).
        if any(other < match.start() for other in following):
            break
        if not _beyond(context, match.start()):
            return match.span()
    before = list(_windows(context.text, context.first, context.number.start))
    if not before or _ENDED.search(context.text, before[-1].end(), context.number.start):
        return None
    return before[-1].span()


def _windows(text: str, first: int, stop: int) -> Iterator[re.Match[str]]:
    """All periods of a stretch; the pattern is tried only at words that one can begin with."""
    small, openings = None, _places(text, first, stop)
    if len(text) <= _LONGEST_KEPT:  # else a paragraph of very many numbers would be read for each of them
        read = _kept_reading(text)
        small, openings = read.small, _openings(text, first, stop, read.openings)
    done = first
    for at in openings:
        if at < done or (small is not None and _PERHAPS.match(small, at, stop) is None):
            continue
        match = _WINDOW.match(text, at, stop)
        if match is not None:
            done = match.end()
            yield match


def _places(text: str, first: int, stop: int) -> Iterator[int]:
    """Where a period can begin in a stretch."""
    return (word.start() for word in _WORD.finditer(text, first, stop) if _opens(word[0]))


def _openings(text: str, first: int, stop: int, places: Sequence[int]) -> Iterator[int]:
    """The same, from the `places` of its paragraph; of a word that an edge cuts, what is left counts."""
    opening = _WORD.match(text, first, stop)
    if opening is not None and _opens(opening[0]):
        yield first
    last = stop
    while last > first and _WORD.match(text, last - 1):
        last -= 1
    yield from places[bisect_right(places, first) : bisect_left(places, last)]
    if first < last < stop and _opens(text[last:stop]):
        yield last


class _Reading(NamedTuple):
    """What is asked of a paragraph for each of its numbers."""

    openings: tuple[int, ...]
    """Where the words stand that a period can begin with."""
    small: str | None
    """The paragraph in small letters, if that can be had."""


def _reading(text: str) -> _Reading:
    small = small_in_place(text)
    if small is None:
        openings = list(_places(text, 0, len(text)))
    else:
        words = _WORD.finditer(small)
        openings = [word.start() for word in words if word[0] in _OPENING or word[0][0].isdigit()]
    return _Reading(tuple(openings), small)


_kept_reading: Final = lru_cache(maxsize=_REMEMBERED)(_reading)


def _opens(word: str) -> bool:
    return word.casefold() in _OPENING or word[0].isdigit()


def _beyond(context: Context, at: int) -> bool:
    """Whether what stands at `at` belongs to a new clause rather than to the number."""
    between = context.text[context.number.end : at]
    return _NEW_CLAUSE.search(between) is not None
