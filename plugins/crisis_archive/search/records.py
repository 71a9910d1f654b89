"""What can be found: every text, briefing, entity, quotation and figure of an archive as a search record."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Final, Literal

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


def search_records(archive: Archive) -> Iterator[SearchRecord]:
    """All records in the order of their refs."""
    crises = {crisis.slug: crisis for crisis in archive.crises}
    entities = {entity.id: entity for entity in archive.entities}
    compared: dict[str, list[Comparison]] = {}
    for comparison in archive.comparisons:
        compared.setdefault(comparison.sides[0].cites[0].document, []).append(comparison)
    quotations: list[SearchRecord] = []
    comparisons: dict[str, SearchRecord] = {}
    figures: list[SearchRecord] = []
    for record in archive.records:  # each is read once
        yield _of_text(record, entities, crises)
        quotations += (_of_quote(record, quote, entities) for quote in record.quotes)
        for comparison in compared.get(record.id, ()):
            comparisons[comparison.id] = _of_comparison(comparison, record)
        figures += _of_figures(record)
    for briefing in archive.briefings:
        yield _of_briefing(briefing, crises[briefing.crisis], entities)
    for entity in archive.entities:
        yield _of_entity(entity)
    yield from quotations
    yield from (comparisons[comparison.id] for comparison in archive.comparisons)
    yield from figures


def _of_text(record: Record, entities: dict[str, Entity], crises: dict[str, Crisis]) -> SearchRecord:
    named = sorted({mention.entity for mention in record.mentions})
    found = SearchRecord(
        kind="text",
        title=record.title,
        passages=tuple(
            Passage(text, addresses.paragraph_fragment(number))
            for number, text in enumerate(record.paragraphs)
        ),
        named=record.title,
        names=_joined(entities[each].name for each in named if each in entities),
        note=crises[record.crisis].title if record.crisis in crises else "",
        entities=tuple(named),
    )
    return _in_text(record, found)


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


def _of_briefing(briefing: Briefing, crisis: Crisis, entities: dict[str, Entity]) -> SearchRecord:
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


def _of_entity(entity: Entity) -> SearchRecord:
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


def _of_quote(record: Record, quote: Quote, entities: dict[str, Entity]) -> SearchRecord:
    speaker = entities[quote.speaker].name if quote.speaker in entities else quote.speaker_text or ""
    said = record.text_at(quote.span)
    found = SearchRecord(
        kind="quotation",
        title=said,
        note=_listed(speaker, record.title),
        passages=(Passage(said, _fragment(record, quote.span)),),
        named="",
        names=speaker,
        entities=(quote.speaker,) if quote.speaker else (),
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
