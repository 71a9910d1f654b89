"""The timeline of a crisis: what its texts tell of each day, in their own words.

Of the sentences that tell of a day those are shown that hold most of what independent sources share: pairs of
neighbouring words, each worth the number of sources that have it beside the first, so that a rewrite adds
nothing (concept-based extraction: Gillick and Favre 2009, "A scalable global model for summarization"; days
apart: Gholipour Ghalandari and Ifrim 2020, "Examining the state-of-the-art in news timeline summarization").
"""

import calendar
import datetime as dt
import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from crisis_archive.briefing.sentences import Pair, pairs_of
from crisis_archive.briefing.shown import shown_sentences
from crisis_archive.model import Cite, Crisis, Record, Time, TimelineEntry
from crisis_archive.text.words import words

Days = tuple[dt.date, dt.date]

_LEAD: Final = 8
"""Sentences at the head of a text that tell of the day it was published, without saying so."""
_FEWEST_WORDS, _MOST_WORDS = 8, 45
_ALONE: Final = 0.05
"""What a pair of words is worth that one source alone has."""
_MOST_ENTRIES: Final = 2
"""Entries for one day."""
_NEW: Final = 0.5
"""Of its own pairs of words a second entry for a day must bring this share as news."""
_LOOK_BACK: Final = dt.timedelta(366)
"""What lies further back than this before the first text is history, no part of the crisis."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence that tells of a day, or that opens a text published on it."""

    cite: Cite
    text: str
    order: int
    """0 for the first sentence of its text."""
    source: str
    """The independent source, by its first document."""
    pairs: frozenset[int]
    """Its pairs of neighbouring words, each by its number in this crisis: smaller than two words."""
    published: dt.date | None
    """The last day on which its text may have been published."""
    length: int
    """Words in it."""

    @property
    def reads_well(self) -> bool:
        """Whether it is a sentence to show: not a dateline, not a list."""
        return _FEWEST_WORDS <= self.length <= _MOST_WORDS


def timeline(
    crisis: Crisis, records: Sequence[Record], voices: Collection[str] = ()
) -> tuple[TimelineEntry, ...]:
    """Entries in order of date, at most two a day; each cites every document that tells of its day.

    The first citation is the sentence shown; the others follow, the most alike first, one a document. Where
    `voices` are given (ids of the texts whose words are preferred) a day is told in the words of one of
    them if any tells of it: the wording of a rewrite, or of another language, is the last resort. What was
    announced before a day stands only where no text of the day itself or later tells of it.
    """
    source_of = {each: group[0] for group in crisis.independent_sources for each in group}
    told: dict[Days, list[Told]] = defaultdict(list)
    leads: dict[dt.date, list[Told]] = defaultdict(list)
    numbers: dict[Pair, int] = {}
    earliest = min((each.date.earliest for each in records if each.date.earliest), default=None)
    for record in sorted(records, key=lambda each: each.id):
        published = record.date.latest
        source = source_of.get(record.id, record.id)
        for order, days, cite, text in _dated_sentences(record):
            inside = words(text)
            pairs = frozenset(numbers.setdefault(pair, len(numbers)) for pair in pairs_of(inside))
            each = Told(cite, text, order, source, pairs, published, len(inside))
            for meant in sorted(days):
                if earliest is None or meant[1] >= earliest - _LOOK_BACK:
                    told[meant].append(each)
            if not days and published is not None and record.date.earliest == published:
                leads[published].append(each)
    return tuple(
        entry for days in sorted(told) for entry in _entries(days, _tellers(told[days], days), leads, voices)
    )


def _dated_sentences(record: Record) -> Iterator[tuple[int, frozenset[Days], Cite, str]]:
    """The sentences with a resolved date, and the first few without."""
    times: dict[int, list[Time]] = defaultdict(list)
    for time in record.times:
        times[time.paragraph].append(time)
    shown = shown_sentences(record)
    for order, span in enumerate(record.sentences):
        days = frozenset(
            (time.earliest, time.latest)
            for time in times.get(span.paragraph, ())
            if span.start <= time.start < span.end
            and time.earliest is not None
            and time.latest is not None
            and _is_sharp(time.rule, time.earliest, time.latest)
        )
        if days or order < _LEAD:
            cite = Cite(record.id, span.paragraph, shown[order].start, span.end)
            yield order, days, cite, record.text_at(shown[order])


def _is_sharp(rule: str, earliest: dt.date, latest: dt.date) -> bool:
    """Whether the range is as narrow as the words: a weekday that may be any of several tells of no day."""
    width = (latest - earliest).days
    return width <= (1 if "day" in rule or "event" in rule else 14 if "week" in rule else 62)


def _tellers(told: Sequence[Told], days: Days) -> Sequence[Told]:
    """Those that tell what happened; announcements and bare datelines only where there are no others."""
    happened = [each for each in told if each.published is None or each.published >= days[0]]
    sentences = [each for each in happened if each.length >= _FEWEST_WORDS]
    return sentences or happened or told


def _entries(
    days: Days, told: Sequence[Told], leads: Mapping[dt.date, Sequence[Told]], voices: Collection[str]
) -> Iterator[TimelineEntry]:
    """One entry for the days, or two where they have two stories."""
    one_day = days[0] == days[1]
    published = [*leads.get(days[0], ()), *leads.get(days[0] + dt.timedelta(1), ())] if one_day else []
    worth = _worth([*told, *published])
    chosen: list[Told] = []
    known: set[int] = set()
    while len(chosen) < (_MOST_ENTRIES if one_day else 1):
        left = told if not chosen else [each for each in told if _adds(each, known, voices)]
        if not left:
            break
        chosen.append(min(left, key=lambda each: _rank(each, worth, known, voices)))
        known |= chosen[-1].pairs
    for each in chosen:
        yield TimelineEntry(
            date=days[0],
            until=None if one_day else days[1],
            precision=_precision(days),
            text=each.text,
            cites=_cites(each, told),
        )


def _worth(told: Iterable[Told]) -> dict[int, float]:
    """What every pair of words is worth: how many independent sources have it beside the first."""
    sources: dict[int, set[str]] = defaultdict(set)
    for each in told:
        for pair in each.pairs:
            sources[pair].add(each.source)
    return {pair: len(having) - 1 + _ALONE for pair, having in sources.items()}


def _adds(each: Told, known: Collection[int], voices: Collection[str]) -> bool:
    """Whether it is worth a second entry: a rewrite's is not, it would tell the first one again."""
    is_voice = not voices or each.cite.document in voices
    return is_voice and each.reads_well and len(each.pairs.difference(known)) > _NEW * len(each.pairs)


def _rank(
    each: Told, worth: Mapping[int, float], known: Collection[int], voices: Collection[str]
) -> tuple[bool, bool, float, int, Cite]:
    """Sorts the sentence that tells the day best to the front."""
    value = math.fsum(worth[pair] for pair in each.pairs if pair not in known)
    return (
        bool(voices) and each.cite.document not in voices,
        not each.reads_well,
        -round(value / math.sqrt(max(1, each.length)), 9),
        each.order,
        each.cite,
    )


def _cites(shown: Told, told: Sequence[Told]) -> tuple[Cite, ...]:
    """The sentence shown, then the most alike sentence of every other document."""
    cites = {shown.cite.document: shown.cite}
    for each in sorted(told, key=lambda each: (-_likeness(each, shown), each.order, each.cite)):
        cites.setdefault(each.cite.document, each.cite)
    return tuple(cites.values())


def _likeness(one: Told, other: Told) -> float:
    """Share of the pairs of words of both that both have (Jaccard)."""
    either = len(one.pairs | other.pairs)
    return len(one.pairs & other.pairs) / either if either else 0.0


def _precision(days: Days) -> Literal["day", "range", "month", "year"]:
    first, last = days
    if first == last:
        return "day"
    if first.day == 1 and (first.year, first.month) == (last.year, last.month):
        whole = last.day == calendar.monthrange(last.year, last.month)[1]
        return "month" if whole else "range"
    return "range"
