"""What is not known, which other crises are near, what an editor overruled: all follows from the data."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations
from typing import Final

from crisis_archive.briefing.material import Material, cite
from crisis_archive.model import Cite, Correction, Crisis, Entity, Quote, Record, RelatedCrisis, Unknown
from crisis_archive.text.days import day_in_words
from crisis_archive.text.quoted import spoken
from crisis_archive.text.reasons import reason

_MOST_RELATED = 6
_NAMED_IN_A_REASON = 4
_QUOTED = 80
_PRONOUNS = frozenset("he she they it we i".split())
_CORRECTED: Final = {
    "title": reason("title"),
    "publisher": reason("publisher"),
    "author": reason("author"),
    "url": reason("address"),
    "crisis": reason("crisis"),
    "note": reason("note"),
}
"""Fields of a correction that a briefing tells of, and what readers call them."""


def unknowns(material: Material) -> tuple[Unknown, ...]:
    """Texts without a date, words without a speaker."""
    found = []
    for record in material.records.values():
        if record.date.earliest is None:
            found.append(
                Unknown(
                    reason(
                        "When “{title}” was published: the text gives no date that can be placed.",
                        title=record.title,
                    ),
                    (),
                )
            )
        elif record.date.latest and record.date.earliest != record.date.latest:
            text = reason(
                "On which day between {first} and {last} “{title}” was published.",
                first=day_in_words(record.date.earliest),
                last=day_in_words(record.date.latest),
                title=record.title,
            )
            found.append(Unknown(text, _proof(record)))
        for quote in record.quotes:
            if quote.speaker is None and (why := _why_unnamed(quote)):
                words = _shortened(spoken(record.text_at(quote.span)))
                text = reason("Who spoke the words “{words}”: {why}.", words=words, why=why)
                found.append(Unknown(text, (cite(record, quote),)))
    return tuple(found)


def _why_unnamed(quote: Quote) -> str | None:
    if quote.speaker_text is None:
        return reason("the text names nobody")
    if quote.speaker_text.casefold() in _PRONOUNS:
        return reason("the text says only “{words}”", words=quote.speaker_text)
    return None


def _proof(record: Record) -> tuple[Cite, ...]:
    return tuple(
        Cite(step.document, step.paragraph, step.start, step.end)
        for step in record.date.evidence
        if step.document and step.end > step.start  # a line that cleaning removed has no place in the text
    )


def _shortened(text: str) -> str:
    return text if len(text) <= _QUOTED else text[:_QUOTED].rsplit(" ", 1)[0] + " …"


def related(crises: Sequence[Crisis], entities: Iterable[Entity]) -> dict[str, tuple[RelatedCrisis, ...]]:
    """For each crisis others that share people, places, bodies or groups with it, most shared first."""
    shared: dict[str, dict[str, list[Entity]]] = {crisis.slug: {} for crisis in crises}
    for entity in entities:
        for here, other in permutations(entity.crises, 2):
            shared[here].setdefault(other, []).append(entity)
    return {slug: _related(others) for slug, others in shared.items()}


def _related(shared: Mapping[str, list[Entity]]) -> tuple[RelatedCrisis, ...]:
    order = sorted(shared, key=lambda slug: (-len(shared[slug]), slug))
    return tuple(RelatedCrisis(slug, _why(shared[slug])) for slug in order[:_MOST_RELATED])


def _why(entities: list[Entity]) -> str:
    weighty = sorted(entities, key=lambda each: (each.kind != "person", -len(each.documents), each.id))
    names = ", ".join(each.name for each in weighty[:_NAMED_IN_A_REASON])
    more = len(entities) - _NAMED_IN_A_REASON
    if more > 0:
        return reason("both name {names} and {more} more", names=names, more=more)
    return reason("both name {names}", names=names)


def corrections(material: Material) -> tuple[Correction, ...]:
    """What an editor states about texts of this crisis, overruling what was read."""
    found = []
    for document, correction in sorted(material.corrections.items()):
        if correction.date is not None:
            found.append(Correction(_dated(*correction.date), document))
        for field, kind in _CORRECTED.items():
            if (value := getattr(correction, field)) is not None:
                text = reason("The editor gives the {kind}: {value}", kind=kind, value=value)
                found.append(Correction(text, document))
    return tuple(found)


def _dated(first: dt.date, last: dt.date) -> str:
    if first == last:
        return reason("The editor gives the date: {day}", day=day_in_words(first))
    days = {"first": day_in_words(first), "last": day_in_words(last)}
    return reason("The editor gives the date: between {first} and {last}", **days)
