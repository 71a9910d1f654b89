"""What can be found: every text, briefing, entity, quotation and figure of an archive as a search record."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, Literal, NamedTuple

import msgspec
from msgspec import structs

from crisis_archive import addresses
from crisis_archive.model import (
    Archive,
    Briefing,
    Cite,
    Comparison,
    Crisis,
    Entity,
    Figure,
    Quote,
    Record,
    Span,
    Struct,
)
from crisis_archive.search.reading import KEY_BYTES

_ENCODER: Final = msgspec.msgpack.Encoder()
Kind = Literal["text", "briefing", "entity", "quotation", "figure"]
KINDS: Final[tuple[Kind, ...]] = ("text", "briefing", "entity", "quotation", "figure")
"""In the order in which they are numbered."""
BOOSTS: Final[dict[str, float]] = {"title": 5, "text": 1, "names": 2}
"""The indexed fields with lunr's field boosts."""


class Passage(Struct, frozen=True):
    """A stretch of text that a result can show and land on."""

    text: str
    fragment: str
    """Of the passage on the record's page; empty for the page itself."""


class SearchRecord(Struct, frozen=True):
    """One thing that a search can find; its place among all others is its ref in the index."""

    kind: Kind
    title: str
    """What the result is called."""
    passages: tuple[Passage, ...]
    """What its excerpt is taken from; the indexed text."""
    named: str
    """The indexed title; empty where the title is not the thing's own."""
    names: str
    """The indexed names: aliases, people mentioned, speakers."""
    address: str = ""
    """Path of its page below the site's root."""
    note: str = ""
    """What else the result shows: who speaks, which text it stands in, which crisis a text belongs to; of an
    entity its kind, in the data's own word."""
    crisis: str | None = None
    """Slug of its crisis."""
    days: tuple[str, str] | None = None
    """First and last day that it can be placed on, ISO."""
    language: str | None = None
    entities: tuple[str, ...] = ()
    """Ids of the people, organisations, places, groups and events that it names, sorted."""

    @property
    def fields(self) -> tuple[str, str, str]:
        """The texts to index, in the order of `BOOSTS`."""
        return self.named, "\n".join(passage.text for passage in self.passages), self.names


def key_of_record(record: SearchRecord) -> bytes:
    """A hash of all that a record holds."""
    try:
        told = _ENCODER.encode(record)
    except UnicodeEncodeError:  # half of a surrogate pair, which a damaged text may hold
        told = repr(record).encode("utf-8", "surrogatepass")
    return hashlib.sha256(told).digest()[:KEY_BYTES]


class OfText(NamedTuple):
    """The records of one text."""

    text: SearchRecord
    quotations: list[SearchRecord]
    compared: list[SearchRecord]
    """Comparisons that it begins."""
    figures: list[SearchRecord]

    @property
    def all(self) -> tuple[SearchRecord, ...]:
        """In the order in which they are told."""
        return (self.text, *self.quotations, *self.compared, *self.figures)


Compared = Mapping[str, Sequence[Comparison]]
"""The comparisons that each text begins, by its id."""


def compared_in(archive: Archive) -> dict[str, list[Comparison]]:
    """The comparisons that each text begins."""
    found: dict[str, list[Comparison]] = {}
    for comparison in archive.comparisons:
        found.setdefault(comparison.sides[0].cites[0].document, []).append(comparison)
    return found


def records_of_text(
    record: Record, entities: Mapping[str, Entity], crises: Mapping[str, Crisis], compared: Compared
) -> OfText:
    """What can be found of a text; of entities their names count alone, of crises their titles."""
    return OfText(
        _of_text(record, entities, crises),
        [_of_quote(record, quote, entities) for quote in record.quotes],
        [_of_comparison(comparison, record) for comparison in compared.get(record.id, ())],
        list(_of_figures(record)),
    )


def search_records(archive: Archive) -> Iterator[SearchRecord]:
    """All records, one kind after the other."""
    crises = {crisis.slug: crisis for crisis in archive.crises}
    entities = {entity.id: entity for entity in archive.entities}
    compared = compared_in(archive)
    texts = [records_of_text(record, entities, crises, compared) for record in archive.records]
    yield from (each.text for each in texts)
    yield from records_of_briefings(archive)
    yield from map(record_of_entity, archive.entities)
    yield from chain.from_iterable(each.quotations for each in texts)
    begun = {record.id: iter(each.compared) for record, each in zip(archive.records, texts, strict=True)}
    for comparison in archive.comparisons:
        yield next(begun[comparison.sides[0].cites[0].document])
    yield from chain.from_iterable(each.figures for each in texts)


def records_of_briefings(archive: Archive) -> Iterator[SearchRecord]:
    """In the order of the briefings."""
    crises = {crisis.slug: crisis for crisis in archive.crises}
    entities = {entity.id: entity for entity in archive.entities}
    return (_of_briefing(each, crises[each.crisis], entities) for each in archive.briefings)


def _of_text(record: Record, entities: Mapping[str, Entity], crises: Mapping[str, Crisis]) -> SearchRecord:
    named = sorted({_of_archive(mention.entity, entities) for mention in record.mentions})
    found = SearchRecord(
        kind="text",
        title=record.title,
        passages=tuple(
            Passage(text, addresses.paragraph_fragment(number))
            for number, text in enumerate(record.paragraphs)
        ),
        named=record.title,
        names=_joined(entities[each].name for each in named if each in entities),
        note=crises[record.crisis].title if record.crisis and record.crisis in crises else "",
        entities=tuple(named),
    )
    return _in_text(record, found)


def _of_archive(entity: str, entities: Mapping[str, Entity]) -> str:
    """The id as the archive holds it: each text has a copy of its own, and names stay in memory."""
    return entities[entity].id if entity in entities else entity


def _in_text(record: Record, found: SearchRecord) -> SearchRecord:
    """The record of something that stands in a text, with the text's address, crisis, days and language."""
    date = record.date
    days = (date.earliest.isoformat(), date.latest.isoformat()) if date.earliest and date.latest else None
    return structs.replace(
        found,
        address=addresses.of_text(record),
        crisis=record.crisis,
        days=days,
        language=record.language,
    )


def _of_briefing(briefing: Briefing, crisis: Crisis, entities: Mapping[str, Entity]) -> SearchRecord:
    actors = sorted({actor.entity for actor in briefing.actors})
    days = briefing.period
    return SearchRecord(
        kind="briefing",
        title=crisis.title,
        address=addresses.of_crisis(crisis),
        passages=_said_in(briefing),
        named=crisis.title,
        names=_joined(entities[each].name for each in actors if each in entities),
        crisis=crisis.slug,
        days=(days[0].isoformat(), days[1].isoformat()) if days else None,
        entities=tuple(actors),
    )


def _said_in(briefing: Briefing) -> tuple[Passage, ...]:
    """What a briefing says, each sentence once, with its place on the page."""
    bottom_line = (briefing.bottom_line,) if briefing.bottom_line else ()
    places: dict[str, str] = {each.text: addresses.BOTTOM_LINE_FRAGMENT for each in bottom_line}
    for number, point in enumerate(briefing.points, 1):
        places.setdefault(point.text, addresses.point_fragment(number))
    for unknown in briefing.unknowns:
        places.setdefault(unknown.text, addresses.UNKNOWNS_FRAGMENT)
    return tuple(Passage(text, fragment) for text, fragment in places.items())


def record_of_entity(entity: Entity) -> SearchRecord:
    """What can be found of an entity."""
    roles = sorted({role.text for role in entity.roles})
    return SearchRecord(
        kind="entity",
        title=entity.name,
        address=addresses.of_entity(entity),
        note=entity.kind,
        passages=tuple(Passage(text, "") for text in (*entity.aliases, *roles)),
        named=entity.name,
        names=_joined(entity.aliases),
        crisis=entity.crises[0] if len(entity.crises) == 1 else None,
        entities=(entity.id,),
    )


def _of_quote(record: Record, quote: Quote, entities: Mapping[str, Entity]) -> SearchRecord:
    speaker = (
        entities[quote.speaker].name
        if quote.speaker and quote.speaker in entities
        else quote.speaker_text or ""
    )
    said = record.text_at(quote.span)
    found = SearchRecord(
        kind="quotation",
        title=said,
        note=_listed(speaker, record.title),
        passages=(Passage(said, _fragment(record, quote.span)),),
        named="",
        names=speaker,
        entities=(_of_archive(quote.speaker, entities),) if quote.speaker else (),
    )
    return _in_text(record, found)


def _of_comparison(comparison: Comparison, record: Record) -> SearchRecord:
    first = comparison.sides[0].cites[0]
    found = SearchRecord(
        kind="figure",
        title=comparison.subject,
        note=record.title,
        passages=tuple(
            Passage(side.text, addresses.cite_fragment(record, first)) for side in comparison.sides
        ),
        named=comparison.subject,
        names="",
    )
    return _in_text(record, found)


def _of_figures(record: Record) -> Iterator[SearchRecord]:
    """The sentences of a text that count something, each once."""
    counted: dict[Span, list[Figure]] = {}
    for figure in record.figures:
        if figure.counts:
            counted.setdefault(_sentence(record, figure.span), []).append(figure)
    for sentence, figures in sorted(counted.items()):
        found = SearchRecord(
            kind="figure",
            title=", ".join(_counted(record, figure) for figure in figures),
            note=record.title,
            passages=(Passage(record.text_at(sentence), _fragment(record, sentence)),),
            named="",
            names=_joined(figure.claimant or "" for figure in figures),
        )
        yield _in_text(record, found)


def _counted(record: Record, figure: Figure) -> str:
    """The words of a figure and, where they do not hold it themselves, what it counts."""
    words = record.text_at(figure.span)
    return words if figure.counts.casefold() in words.casefold() else f"{words} {figure.counts}"


def _listed(*parts: str) -> str:
    return " \N{MIDDLE DOT} ".join(part for part in parts if part)


def _sentence(record: Record, span: Span) -> Span:
    for sentence in record.sentences:
        if sentence.paragraph == span.paragraph and sentence.start <= span.start < sentence.end:
            return sentence
    return span


def _fragment(record: Record, span: Span) -> str:
    return addresses.cite_fragment(record, Cite(record.id, span.paragraph, span.start, span.end))


def _joined(names: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(name for name in names if name))
