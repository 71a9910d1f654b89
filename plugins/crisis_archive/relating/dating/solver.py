"""Narrows the day that undated texts of one crisis were written, by everything that must agree with it.

Constraint propagation over sets of days (arc consistency, after Mackworth 1977): a text's days are those
that agree with the clues in it and with what dated texts, other texts and an editor's anchors say of the
same events. A constraint that would leave no day contradicts stronger ones and is left out.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

from msgspec.structs import replace

from crisis_archive.model import TITLE, Analysis, Anchor, Evidence, TimeExpression
from crisis_archive.relating.dating import weekdays
from crisis_archive.relating.dating.calendar import Range, from_event, hull, overlap, resolve
from crisis_archive.relating.dating.clues import Clue, Test, clues_of, tells_the_news
from crisis_archive.relating.dating.events import (
    ALIKE,
    ONCE,
    Telling,
    TellingIndex,
    anchor_telling,
    tellings_of,
    tie,
)
from crisis_archive.text.days import day_in_words
from crisis_archive.text.reasons import reason

_ROUNDS: Final = 6
_MOST_DAYS: Final = 1500
"""A wider range is as good as unknown."""
_REACH: Final = {"day": 2, "week": 16, "weekend": 16, "month": 70, "year": 740}
"""Days around an event, by unit, in which somebody could have counted one unit from it."""
_FRESH: Final = 6
"""Days after which what a first sentence tells in the perfect tense is no news any more."""
_TOLERANCE: Final = {"day": 0, "week": 1, "weekend": 2, "month": 4, "year": 20}
"""Days by which `one week after` may be rounded."""


class Problem:
    """The texts of one crisis (or one text without a crisis) and what is known of their days."""

    def __init__(
        self,
        analyses: Sequence[Analysis],
        anchors: Sequence[Anchor],
        known: Mapping[str, Range],
        sources: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        """`known` are days that are stated, `sources` for each text those that it draws on, by id."""
        self._sources = sources or {}
        self.analyses = {each.id: each for each in analyses}
        self.known = known
        self.days: dict[str, list[dt.date]] = {}
        self.evidence: dict[str, dict[Evidence, None]] = {each.id: {} for each in analyses}
        self._contradicted: set[str] = set()
        self._anchors = {anchor_telling(each): each.day for each in anchors}
        self._clues = {each.id: clues_of(each) for each in analyses if each.id not in known}
        # Dated texts are asked when an event was only where an undated one can learn from it.
        asked = analyses if self._clues else [each for each in analyses if anchors and _counts(each)]
        self.tellings = {each.id: list(tellings_of(each)) for each in asked}
        self._index = TellingIndex([*self._anchors, *chain.from_iterable(self.tellings.values())])
        self._anchored = dict(self._events_anchored())

    def solve(self) -> None:
        """Narrow every undated text until nothing changes."""
        ties = {
            each: [(telling, list(self._index.tied_to(telling))) for telling in self.tellings[each]]
            for each in sorted(self._clues)
        }
        for _ in range(_ROUNDS):
            before = {each: len(days) for each, days in self.days.items()}
            for each, tied in ties.items():
                self._narrow(each, tied)
            if before == {each: len(days) for each, days in self.days.items()}:
                return

    def event_days(self, telling: Telling) -> tuple[Range, str] | None:
        """The day that an anchor gives the event an expression counts from, and the words that name it."""
        day = self._anchored.get(telling)
        return ((day, day), telling.words) if day is not None else None

    def written(self, document: str) -> Range | None:
        """The days on which a text can have been written."""
        if document in self.known:
            return self.known[document]
        days = self.days.get(document)
        return (days[0], days[-1]) if days else None

    def _events_anchored(self) -> Iterator[tuple[Telling, dt.date]]:
        """Events that an expression counts from and an editor's anchor dates."""
        for some in self.tellings.values() if self._anchors else ():
            for telling in some:
                if telling.expression is not None and telling.expression.event is not None:
                    days = {day for anchor, day in self._anchors.items() if tie(telling, anchor)}
                    if len(days) == 1:
                        yield telling, days.pop()

    def _narrow(self, document: str, tied: list[tuple[Telling, list[tuple[Telling, str]]]]) -> None:
        if document in self._contradicted:
            return
        constraints = [each for telling, others in tied for each in self._links(telling, others)]
        constraints += self._clues[document]
        constraints += self._after_sources(document)
        if document not in self.days:
            first = max((each.not_before for each in constraints if each.not_before), default=None)
            last = min((each.not_after for each in constraints if each.not_after), default=None)
            if first is None or last is None or not 0 <= (last - first).days <= _MOST_DAYS:
                return
            self.days[document] = [first + dt.timedelta(n) for n in range((last - first).days + 1)]
            for each in constraints:
                if each.not_before == first or each.not_after == last:
                    self.evidence[document].update(dict.fromkeys(each.evidence))
        for each in constraints:
            left = [day for day in self.days[document] if each.test(day)]
            if not left:
                # Words that contradict each other prove nothing.
                self._contradicted.add(document)
                del self.days[document]
                return
            if len(left) < len(self.days[document]):
                self.days[document] = left
                self.evidence[document].update(dict.fromkeys(each.evidence))

    def _after_sources(self, document: str) -> Iterator[Clue]:
        """What draws on a text was not written before it; left out where the rewrite's own words deny it."""
        days = self.days.get(document)
        for source in self._sources.get(document, ()):
            written = self.written(source) if source in self.analyses else None
            if written is None or (days and days[-1] < written[0]):
                continue
            says = reason("draws on a text that was written on {day} or later", day=day_in_words(written[0]))
            proof = (Evidence(source, TITLE, 0, 0, "draws-on", says),)
            yield Clue(_from(written[0]), proof)

    def _links(self, telling: Telling, others: list[tuple[Telling, str]]) -> Iterator[Clue]:
        """What the tellings of the same event elsewhere demand of the day of writing."""
        expression = telling.expression
        if expression is None:
            return
        beside = telling.beside
        agreed = self._agreed(telling, others)
        if agreed is not None and (expression.event is None or beside is not None):
            event, partner, why = agreed
            yield self._clue(telling, partner, why, event)
        elif agreed is not None:
            clue = self._after(telling, agreed)
            if clue is not None:
                yield clue
        for other, why in others:
            if other.document == telling.document and other.number < telling.number:
                yield self._same_text(telling, other, why)

    def _agreed(
        self, telling: Telling, others: list[tuple[Telling, str]]
    ) -> tuple[Range, Telling, str] | None:
        """The days on which all other tellings of the event agree, with the one that says it most exactly."""
        ranges = []
        for other, why in others:
            known = other.document != telling.document and self._may_tie(telling, other)
            days = self._days_told(other) if known else None
            sharp = days is not None and (days[0] == days[1] or why != ALIKE)
            if days is not None and sharp:
                ranges.append((days, other, why))
        if not ranges:
            return None
        first, last = max(days[0] for days, *_ in ranges), min(days[1] for days, *_ in ranges)
        if first > last:
            return None
        best = min(
            ranges, key=lambda each: ((each[0][1] - each[0][0]).days, each[1].document, each[1].number)
        )
        return (first, last), best[1], best[2]

    def _may_tie(self, *tellings: Telling) -> bool:
        """What a text counts from ties texts only where an anchor dates it, or where it is a rare kind."""
        return all(not each.counts or each in self._anchored or each.kinds & ONCE for each in tellings)

    def _days_told(self, telling: Telling) -> Range | None:
        """The days that a telling gives its event, over all days its text can have been written on."""
        if telling.expression is None:
            day = self._anchors[telling]
            return day, day
        anchored = self._anchored.get(telling)
        if anchored is not None:
            return anchored, anchored
        written = self.written(telling.document)
        if written is None:
            return self._told(telling, None)
        one, other = self._told(telling, written[0]), self._told(telling, written[1])
        return hull(one, other) if one and other else None

    def _told(self, telling: Telling, written: dt.date | None) -> Range | None:
        """The days that a telling gives its event, when written on one day."""
        expression = telling.expression
        if expression is None:
            return None
        if expression.event is None:
            return resolve(expression, written)
        beside = telling.beside
        days = resolve(beside, written) if beside is not None else None
        return from_event(_reversed(expression), days) if days else None

    def _clue(self, telling: Telling, partner: Telling, why: str, event: Range) -> Clue:
        expression = telling.expression
        assert expression is not None

        def test(day: dt.date) -> bool:
            bare = telling.beside or expression
            if weekdays.is_bare(bare) and weekdays.offset_of(bare, day) is None:
                return False
            days = self._told(telling, day)
            return days is None or overlap(days, event)

        clue = Clue(test, self._proof(telling, partner, why, event))
        if expression.year is not None:
            return clue
        reach = _REACH.get((telling.beside or expression).unit or "", 8)
        if expression.month is not None:
            reach = 740
        reach *= max(1, abs(expression.offset or 1))
        window = (event[0] - dt.timedelta(reach), event[1] + dt.timedelta(reach))
        if (window[1] - window[0]).days > 4 * _MOST_DAYS:
            return clue
        fit = [day for day in _each_day(window) if test(day)]
        return Clue(test, clue.evidence, fit[0], fit[-1]) if fit else clue

    def _after(self, telling: Telling, agreed: tuple[Range, Telling, str]) -> Clue | None:
        """`one week after the capture`, told as past: written about then or later."""
        expression = telling.expression
        if expression is None or expression.tense == "future" or (expression.offset or 0) < 0:
            return None
        days = from_event(expression, agreed[0])
        if days is None:
            return None
        first = days[0] - dt.timedelta(_TOLERANCE.get(expression.unit or "", 0))
        proof = self._proof(telling, agreed[1], agreed[2], agreed[0])
        if not tells_the_news(self.analyses[telling.document], expression):
            return Clue(_from(first), proof, not_before=first)
        last = days[1] + dt.timedelta(_FRESH)
        says = reason("its first sentence tells the news: written within six days of that")
        fresh = (*proof, self._step(telling, "the-news", says))
        return Clue(lambda day: first <= day <= last, fresh, first, last)

    def _same_text(self, telling: Telling, other: Telling, why: str) -> Clue:
        def test(day: dt.date) -> bool:
            one, two = self._told(telling, day), self._told(other, day)
            return one is None or two is None or overlap(one, two)

        return Clue(test, self._proof(telling, other, why, None))

    def _proof(self, telling: Telling, other: Telling, why: str, event: Range | None) -> tuple[Evidence, ...]:
        here = self._step(telling, "same-event", why)
        if event is None:
            there = self._step(other, "same-event", why)
        else:
            there = self._step(other, "event-date", _told_of(other.words, event))
        return here, there

    def _step(self, telling: Telling, rule: str, says: str) -> Evidence:
        if telling.expression is None:
            return Evidence("", -1, 0, 0, "anchor", reason("an editor dates this event: {why}", why=says))
        span = telling.expression
        return Evidence(telling.document, span.paragraph, span.start, span.end, rule, says)


def _told_of(words: str, event: Range) -> str:
    first, last = map(day_in_words, event)
    if first == last:
        return reason("“{words}”: {day}", words=words, day=first)
    return reason("“{words}”: {first} to {last}", words=words, first=first, last=last)


def _from(first: dt.date) -> Test:
    return lambda day: day >= first


def _counts(analysis: Analysis) -> bool:
    return any(each.event is not None for each in analysis.times)


def _reversed(expression: TimeExpression) -> TimeExpression:
    return replace(expression, offset=-(expression.offset or 0))


def _each_day(days: Range) -> Iterator[dt.date]:
    for number in range((days[1] - days[0]).days + 1):
        yield days[0] + dt.timedelta(number)
