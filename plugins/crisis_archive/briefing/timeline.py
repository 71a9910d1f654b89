"""The timeline of a crisis: what its texts tell of each day, in their own words.

A day's sentences are weighed by the centroid of all that is told of that day and of what was published on
it, one vote an independent source, so that a rewrite adds nothing (datewise centroid extraction, after
Gholipour Ghalandari and Ifrim 2020, "Examining the State-of-the-Art in News Timeline Summarization").
"""

import calendar
import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from crisis_archive.briefing.sentences import similarity, terms_of, unit
from crisis_archive.model import Cite, Crisis, Record, Time, TimelineEntry
from crisis_archive.text.words import words

Days = tuple[dt.date, dt.date]

_LEAD: Final = 10
"""Sentences at the head of a text that tell of the day it was published, without saying so."""
_FEWEST_WORDS, _MOST_WORDS = 8, 45
_DISTINCT: Final = 0.4
"""A second entry for a day is less like the first than this."""
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
    terms: Mapping[str, float]
    """A unit vector."""
    fresh: bool
    """Whether its text was published no later than the day after."""


def timeline(
    crisis: Crisis, records: Sequence[Record], voices: Collection[str] = ()
) -> tuple[TimelineEntry, ...]:
    """Entries in order of date, at most two a day; each cites every document that tells of its day.

    The first citation is the sentence shown; the others follow, the most alike first, one a document. Where
    `voices` are given (ids of the texts that speak for their sources) a day is told in the words of one of
    them if any tells of it: a rewrite's wording is the last resort.
    """
    source_of = {each: group[0] for group in crisis.independent_sources for each in group}
    ordered = sorted(records, key=lambda each: each.id)
    sentences = [found for record in ordered for found in _dated_sentences(record)]
    vectors = _vectors([text for *_, text in sentences])
    told: dict[Days, list[Told]] = defaultdict(list)
    leads: dict[dt.date, list[Told]] = defaultdict(list)
    earliest = min((each.date.earliest for each in records if each.date.earliest), default=None)
    for (record, order, days, cite, text), vector in zip(sentences, vectors, strict=True):
        published = record.date.latest
        source = source_of.get(record.id, record.id)
        for each in sorted(days):
            fresh = published is not None and (published - each[1]).days <= 1
            if earliest is None or each[1] >= earliest - _LOOK_BACK:
                told[each].append(Told(cite, text, order, source, vector, fresh))
        if not days and published is not None and record.date.earliest == published:
            leads[published].append(Told(cite, text, order, source, vector, fresh=True))
    return tuple(entry for days in sorted(told) for entry in _entries(days, told[days], leads, voices))


def _dated_sentences(record: Record) -> Iterator[tuple[Record, int, frozenset[Days], Cite, str]]:
    """The sentences with a resolved date, and the first few without."""
    times: dict[int, list[Time]] = defaultdict(list)
    for time in record.times:
        times[time.paragraph].append(time)
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
            cite = Cite(record.id, span.paragraph, span.start, span.end)
            yield record, order, days, cite, record.text_at(span)


def _is_sharp(rule: str, earliest: dt.date, latest: dt.date) -> bool:
    """Whether the range is as narrow as the words: a weekday that may be any of several tells of no day."""
    width = (latest - earliest).days
    return width <= (1 if "day" in rule or "event" in rule else 14 if "week" in rule else 62)


def _vectors(sentences: Sequence[str]) -> list[dict[str, float]]:
    """Tf-idf vectors of the sentences, over all of them."""
    counted = [Counter(terms_of(text)) for text in sentences]
    spread = Counter(term for counts in counted for term in counts)
    rarity = {term: math.log(1 + len(counted) / number) for term, number in spread.items()}
    return [unit({term: n * rarity[term] for term, n in counts.items()}) for counts in counted]


def _entries(
    days: Days, told: Sequence[Told], leads: Mapping[dt.date, Sequence[Told]], voices: Collection[str]
) -> Iterator[TimelineEntry]:
    """One entry for the days, or two where they have two stories."""
    one_day = days[0] == days[1]
    published = [*leads.get(days[0], ()), *leads.get(days[0] + dt.timedelta(1), ())] if one_day else []
    centre = _centre([*told, *published])
    ranked = sorted(
        told,
        key=lambda each: (
            bool(voices) and each.cite.document not in voices,
            -_weight(each, centre),
            each.order,
            each.cite,
        ),
    )
    chosen = ranked[:1]
    for each in ranked[1:]:
        if one_day and _reads_well(each) and similarity(each.terms, chosen[0].terms) < _DISTINCT:
            chosen.append(each)
            break
    for each in chosen:
        yield TimelineEntry(
            date=days[0],
            until=None if one_day else days[1],
            precision=_precision(days),
            text=each.text,
            cites=_cites(each, ranked),
        )


def _centre(told: Iterable[Told]) -> dict[str, float]:
    """What the sources tell, one vote a source."""
    by_source: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for each in told:
        for term, weight in each.terms.items():
            by_source[each.source][term] += weight
    total: dict[str, float] = defaultdict(float)
    for source in sorted(by_source):
        for term, weight in unit(by_source[source]).items():
            total[term] += weight
    return unit(total)


def _weight(each: Told, centre: Mapping[str, float]) -> float:
    """How well the sentence stands for its day."""
    weight = similarity(each.terms, centre)
    if not _reads_well(each):
        weight -= 0.5
    return weight - 0.2 if not each.fresh else weight


def _reads_well(each: Told) -> bool:
    return _FEWEST_WORDS <= len(words(each.text)) <= _MOST_WORDS


def _cites(shown: Told, told: Sequence[Told]) -> tuple[Cite, ...]:
    """The sentence shown, then the most alike sentence of every other document."""
    cites = {shown.cite.document: shown.cite}
    for each in sorted(told, key=lambda each: (-similarity(each.terms, shown.terms), each.order, each.cite)):
        cites.setdefault(each.cite.document, each.cite)
    return tuple(cites.values())


def _precision(days: Days) -> Literal["day", "range", "month", "year"]:
    first, last = days
    if first == last:
        return "day"
    if first.day == 1 and (first.year, first.month) == (last.year, last.month):
        whole = last.day == calendar.monthrange(last.year, last.month)[1]
        return "month" if whole else "range"
    return "range"
