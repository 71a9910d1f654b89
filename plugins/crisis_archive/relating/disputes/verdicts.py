"""How two figures about one thing stand to each other."""

from collections.abc import Sequence
from math import inf
from typing import Final

from crisis_archive.model.archive import Verdict
from crisis_archive.relating.disputes.readings import Reading
from crisis_archive.relating.disputes.subjects import MEASURES

_NEAR: Final = 0.06
"""Share by which two numbers may differ where one is called approximate."""
_ROUNDED: Final = 0.001
"""Share by which equal numbers in different units may differ."""
_ABOVE: Final = 1.25
"""An exact number up to this multiple of another's `at least` agrees with it."""


def verdict_of(readings: Sequence[Reading]) -> Verdict:
    """The verdict over all pairs: the one that keeps readers furthest from a sum comes first."""
    # What is measured alike can be compared: then nothing is worse than the first conflict.
    kinds = {(each.figure.bound == "verbal", each.dimension, each.unit) for each in readings}
    found: set[Verdict] = set()
    for at, one in enumerate(readings):
        for other in readings[at + 1 :]:
            verdict = pair_verdict(one, other)
            found.add(verdict)
            if verdict == _WORST_FIRST[0] or (len(kinds) == 1 and verdict == _WORST_FIRST[1]):
                return verdict
    return next((verdict for verdict in _WORST_FIRST if verdict in found), "agree")


_WORST_FIRST: Final[tuple[Verdict, ...]] = ("cannot-compare", "conflict", "differ-in-scope")


def pair_verdict(one: Reading, other: Reading) -> Verdict:
    """The verdict over two readings of one subject."""
    verbal = (one.figure.bound == "verbal", other.figure.bound == "verbal")
    if all(verbal):
        return "agree"
    if any(verbal) or one.dimension != other.dimension or one.unit != other.unit:
        return "agree" if _same_telling_number(one, other) else "cannot-compare"
    if _compatible(one, other):
        return "agree"
    return "differ-in-scope" if _scopes_differ(one, other) else "conflict"


def _same_telling_number(one: Reading, other: Reading) -> bool:
    """4,217 tents and more than 4,200 shelters: the words differ, the count does not."""
    things = not ({one.dimension, other.dimension} & MEASURES)
    return things and "verbal" not in (one.figure.bound, other.figure.bound) and _compatible(one, other)


def _interval(reading: Reading) -> tuple[float, float]:
    figure = reading.figure
    low = -inf if figure.low is None else float(figure.low) * reading.factor
    high = inf if figure.high is None else float(figure.high) * reading.factor
    return low, high


def _compatible(one: Reading, other: Reading) -> bool:
    """Whether both numbers can be the same one, as a reader would take them."""
    share = _NEAR if "about" in (one.figure.bound, other.figure.bound) else _ROUNDED
    (low, high), (other_low, other_high) = _interval(one), _interval(other)
    open_ends = (low == -inf or high == inf, other_low == -inf or other_high == inf)
    if all(open_ends):
        ends = low if low != -inf else high, other_low if other_low != -inf else other_high
        same_side = (low == -inf) == (other_low == -inf)
        return same_side and abs(ends[0] - ends[1]) <= _ROUNDED * max(map(abs, ends))
    if any(open_ends):
        bounded, edge = ((low, high), _edge(other)) if open_ends[1] else ((other_low, other_high), _edge(one))
        upward = (other_high if open_ends[1] else high) == inf
        middle = (bounded[0] + bounded[1]) / 2
        if upward:
            return edge * (1 - share) <= middle <= edge * _ABOVE
        return edge / _ABOVE <= middle <= edge * (1 + share)
    room = share * max(abs(high), abs(other_high))
    return low <= other_high + room and other_low <= high + room


def _edge(reading: Reading) -> float:
    low, high = _interval(reading)
    return low if low != -inf else high


def _scopes_differ(one: Reading, other: Reading) -> bool:
    """Whether they count over other days, places, people or degrees of certainty."""
    return (
        _times_differ(one, other)
        or _written_apart(one, other)
        or _places_differ(one, other)
        or _people_differ(one, other)
        or _statuses_differ(one, other)
    )


def _written_apart(one: Reading, other: Reading) -> bool:
    """Whether the text of the larger number was written on a later day: counts of an event grow.

    Two who count by themselves contradict each other all the same, unless the earlier gave a least number.
    """
    first, then = sorted((one, other), key=_edge)
    claimants = {(each.figure.claimant or "").casefold() for each in (first, then)} - {""}
    if len(claimants) > 1 and first.figure.bound not in ("at-least", "over"):
        return False
    days = first.record.date.latest, then.record.date.earliest
    return days[0] is not None and days[1] is not None and days[0] < days[1]


def _people_differ(one: Reading, other: Reading) -> bool:
    """Whether the smaller number counts some sort of people (crew) and the larger one all of them."""
    part, whole = sorted((one, other), key=_edge)
    return bool(part.role) and not whole.role and _edge(part) < _edge(whole)


def _times_differ(one: Reading, other: Reading) -> bool:
    if not one.periods or not other.periods:
        return False
    if one.days and other.days:
        return one.days[-1] != other.days[-1]
    return not one.periods & other.periods


def _places_differ(one: Reading, other: Reading) -> bool:
    if one.wide != other.wide:
        narrow = other if one.wide else one
        return bool(narrow.places) or bool(narrow.role)
    return bool(one.places and other.places) and not one.places & other.places


def _statuses_differ(one: Reading, other: Reading) -> bool:
    return bool(one.status and other.status) and not one.status & other.status
