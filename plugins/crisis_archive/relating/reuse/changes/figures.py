"""Figure changed: another number, another day, or a limit told as the amount."""

import re
from collections.abc import Iterator, Sequence

from crisis_archive.model import Change
from crisis_archive.relating.reuse.changes.marking import Marker, Retelling, markers, one_of
from crisis_archive.relating.reuse.lexis import SentenceTerms
from crisis_archive.relating.reuse.numerals import numbers
from crisis_archive.text.folding import fold

_DAYS = one_of("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
_MONTHS = one_of("January February March April June July August September October November December")
_SETS = {
    "pair": 2, "couple": 2, "dozen": 12, "fortnight": 14, "half": 0.5, "third": 1 / 3, "quarter": 0.25,
    "fifth": 0.2, "tenth": 0.1, "week": 7, "twice": 2, "both": 2, "once": 1, "one": 1, "single": 1,
    "double": 2, "triple": 3, "treble": 3, "midday": 12, "noon": 12, "midnight": 12,
}  # fmt: skip
_SET_WORD = one_of(*_SETS)
_UNIT = re.compile(
    r"[\s-]*(?:(?P<nautical>nautical)|(?P<km>km|kilomet(?:re|er)s?)|(?P<mile>miles?)|(?P<metre>met(?:re|er)s?|m)"
    r"|(?P<foot>feet|foot|ft)|(?P<hour>hours?)|(?P<minute>minutes?)|(?P<day>days?)|(?P<week>weeks?)"
    r"|(?P<month>months?)|(?P<year>years?)|(?P<tonne>tonnes?|tons?)|(?P<kilo>kg|kilos?|kilograms?)"
    r"|(?P<percent>per ?cent|%)|(?P<million>million)|(?P<billion>billion))\b",
    re.IGNORECASE,
)
_UP_TO = one_of("up_to as_much_as as_many_as at_most no_more_than a_maximum_of")
_AT_LEAST = one_of("at_least more_than no_fewer_than not_fewer_than no_less_than upwards_of in_excess_of")
_LEAST = one_of(
    "at_least more_than over above no_fewer_than not_fewer_than no_less_than upwards_of in_excess_of beyond "
    "exceed(?:s|ed|ing)? or_more plus top(?:s|ped)? surpass(?:es|ed)? some_of other further",
)
_LIMIT = one_of(
    "up_to as_much_as as_many_as at_most no_more_than maximum under below within less_than fewer_than",
    "anything",
)


def figure_changed(retelling: Retelling) -> Iterator[Change]:
    """A number of the source is missing where the retelling has one that the source has not.

    Ratios (`six in ten`, `60 per cent`), clock times (`15`, `three in the afternoon`) and collective
    words (`a pair`, `a dozen`) count as the numbers they stand for.
    """
    wanted = [each for sentence in retelling.source for each in _values(sentence)]
    given = list(_values(retelling.retold))
    around = [*retelling.source, *retelling.nearby]
    spoken = {value for sentence in around for _, value in _values(sentence)} | {v for _, v in _words(around)}
    told = {value for _, value in [*given, *_words([retelling.retold])]}
    new = [each for each in given if not _known(each[1], spoken)]
    lost = [each for each in wanted if not _known(each[1], told)]
    if new and lost:
        marker, _ = min(lost, key=lambda each: abs(_size(each[1]) - _size(new[0][1])))
        yield Change("figure changed", marker.span, new[0][0].span)
        return
    weeks = [each for each in _words([retelling.retold]) if each[1] == 7 and not _known(7, spoken)]
    if weeks and lost:
        yield Change("figure changed", lost[0][0].span, weeks[0][0].span)
        return
    yield from _another_day(retelling)
    yield from _another_measure(wanted, given)
    yield from _limit_lost(retelling)


def _values(sentence: SentenceTerms) -> Iterator[tuple[Marker, float]]:
    for start, end, value in numbers(sentence.text):
        yield Marker(sentence, start, end), value


def _words(sentences: Sequence[SentenceTerms]) -> Iterator[tuple[Marker, float]]:
    for marker in markers(_SET_WORD, sentences):
        yield marker, _SETS[fold(marker.text)]


def _known(value: float, values: set[float]) -> bool:
    """Whether the values hold this one, as it is, as a clock time, or as a ratio of two."""
    if any(abs(value - other) < 1e-6 for other in values):
        return True
    if any(value in (other - 12, other + 12) and 0 < max(value, other) <= 24 for other in values):
        return True
    pairs = [(one, other) for one in values for other in values if other]
    if any(abs(value - 100 * one / other) < 0.5 for one, other in pairs if one < other <= 100):
        return True
    # 60 per cent stands for six in ten, one in two for half.
    return any(other < 1 and abs(value - 100 * other) < 1 for other in values) or (
        value <= 10
        and any(
            abs(other / 100 - value / whole) < 0.005 for other in values for whole in (5, 10) if other > 10
        )
    )


def _size(value: float) -> float:
    return len(f"{value:g}")


def _another_day(retelling: Retelling) -> Iterator[Change]:
    for pattern in (_DAYS, _MONTHS):
        before = {fold(each.text): each for each in markers(pattern, retelling.source)}
        known = {fold(each.text) for each in markers(pattern, retelling.whole_source)}
        after = {fold(each.text): each for each in markers(pattern, [retelling.retold])}
        lost = [each for name, each in before.items() if name not in after]
        new = [each for name, each in after.items() if name not in known]
        if lost and new:
            yield Change("figure changed", lost[0].span, new[0].span)


def _another_measure(
    wanted: Sequence[tuple[Marker, float]], given: Sequence[tuple[Marker, float]]
) -> Iterator[Change]:
    """The same number in another unit, or `more than` it for `less than` it."""
    for one, value in wanted:
        for other, told in given:
            if value != told:
                continue
            units = _unit(one), _unit(other)
            sides = _side(one), _side(other)
            if (all(units) and units[0] != units[1]) or (all(sides) and sides[0] != sides[1]):
                yield Change("figure changed", one.span, other.span)


def _unit(number: Marker) -> str | None:
    """What the number measures, where a unit follows it (`km` and `kilometres` alike)."""
    match = _UNIT.match(number.sentence.text, number.end)
    return next((name for name, word in match.groupdict().items() if word), None) if match else None


def _side(number: Marker) -> str | None:
    """Whether the number is a lower or an upper limit."""
    before = number.sentence.text[max(0, number.start - 16) : number.start]
    if re.search(r"(?:more than|over|above|at least) $", before, re.IGNORECASE):
        return "over"
    return (
        "under" if re.search(r"(?:less than|fewer than|under|below|up to) $", before, re.IGNORECASE) else None
    )


def _limit_lost(retelling: Retelling) -> Iterator[Change]:
    """`up to ten days` told as `ten days`; `at least 60` told as `60`, which is a sum and no hedge."""
    told = {value: marker for marker, value in _values(retelling.retold)}
    if next(markers(_LEAST, [retelling.retold]), None) is None:
        for marker in markers(_AT_LEAST, retelling.source):
            start, _, value = next(iter(numbers(marker.sentence.text[marker.end :])), (3, 3, 0.0))
            if start <= 2 and value in told:
                yield Change("figure changed", marker.span, told[value].span)
    if next(markers(_LIMIT, [retelling.retold]), None) is not None:
        return
    for marker in markers(_UP_TO, retelling.source):
        rest = marker.sentence.text[marker.end :]
        for start, _, value in numbers(rest):
            if start <= 2 and value in told:
                yield Change("figure changed", marker.span, told[value].span)
                yield Change("hedge lost", marker.span, None)
            break
