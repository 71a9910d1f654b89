"""The timeline of a crisis: what its texts tell of each day, in their own words."""

import datetime as dt
from collections.abc import Mapping, Sequence

from crisis_archive.model import Cite, Crisis, Record, Span, Time, TimelineEntry


def timeline(
    crisis: Crisis, records: Sequence[Record], weights: Mapping[Cite, float] | None = None
) -> tuple[TimelineEntry, ...]:
    """Entries in order of date. `weights`: sentence to weight, where the briefing has weighed them."""
    told: dict[tuple[dt.date, dt.date], list[tuple[float, Cite, str, Time]]] = {}
    for record in sorted(records, key=lambda each: each.id):
        for time in record.times:
            sentence = _sentence_of(record, time)
            if time.earliest is None or time.latest is None or sentence is None:
                continue
            if (time.latest - time.earliest).days > 62:
                continue
            cite = Cite(record.id, sentence.paragraph, sentence.start, sentence.end)
            weight = (weights or {}).get(cite, 0.0)
            key = (time.earliest, time.latest)
            told.setdefault(key, []).append((-weight, cite, record.text_at(sentence), time))
    entries = []
    for key in sorted(told):
        ranked = sorted(told[key], key=lambda each: (each[0], each[1]))
        entries.append(
            TimelineEntry(
                date=key[0],
                until=key[1] if key[1] != key[0] else None,
                precision="day" if key[0] == key[1] else "range",
                text=ranked[0][2],
                cites=tuple(dict.fromkeys(each[1] for each in ranked)),
            )
        )
    return tuple(entries)


def _sentence_of(record: Record, time: Time) -> Span | None:
    return next(
        (
            span
            for span in record.sentences
            if span.paragraph == time.paragraph and span.start <= time.start < span.end
        ),
        None,
    )
