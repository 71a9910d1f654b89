"""The archive with everything that pages look up, worked out once a build."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping

from crisis_archive.model import (
    Archive,
    Briefing,
    ById,
    Crisis,
    Entity,
    Mention,
    Record,
    Relation,
    Span,
    Struct,
)
from crisis_archive.pages.company import count_company, nearest_company
from crisis_archive.pages.neighbours import neighbours
from crisis_archive.pages.outlines import Outline, outline_of


class Catalogue(Struct, frozen=True):
    """An archive and its lookups; made by `catalogue_of`."""

    archive: Archive
    records: ById
    """By id."""
    entities: Mapping[str, Entity]
    """By id."""
    crises: Mapping[str, Crisis]
    """By slug."""
    briefings: Mapping[str, Briefing]
    """By the slug of their crisis."""
    relations: Mapping[str, tuple[Relation, ...]]
    """Copies and rewrites by the id of either text."""
    mentions: Mapping[str, tuple[tuple[str, Span, Mention], ...]]
    """By entity id: text, sentence and place of every mention, in the order of the archive's texts."""
    company: Mapping[str, tuple[tuple[str, int], ...]]
    """By entity id: whom it shares most sentences with, and how many."""
    neighbours: Mapping[str, tuple[str | None, str | None]]
    """By text: the ids of the nearest of its crisis that are surely earlier and surely later."""
    crises_newest_first: tuple[Crisis, ...]
    digests: dict[tuple[str, str], bytes]
    """Digests of values by type and id, as far as somebody has asked for them (`parts`)."""
    outlines: Mapping[str, Outline]
    """By the id of a text: what can be known of it without reading it; in the order of the texts."""

    def texts_of(self, crisis: Crisis) -> tuple[Record, ...]:
        """The texts of a crisis, in the order in which its briefing numbers them."""
        return tuple(self.records[each] for each in crisis.documents)


def catalogue_of(archive: Archive) -> Catalogue:
    """All lookups of an archive; its texts are read once."""
    relations: dict[str, list[Relation]] = defaultdict(list)
    for relation in archive.relations:
        if relation.kind != "same-event":
            relations[relation.left].append(relation)
            relations[relation.right].append(relation)
    mentions: dict[str, list[tuple[str, Span, Mention]]] = defaultdict(list)
    shared: dict[str, dict[str, int]] = defaultdict(dict)
    outlines: dict[str, Outline] = {}
    for record in archive.records:
        outlines[record.id] = outline_of(record)
        for mention in record.mentions:
            mentions[mention.entity].append((record.id, sentence_of(record, mention), mention))
        count_company(record, shared)
    places = {identity: place for place, identity in enumerate(outlines)}
    return Catalogue(
        archive=archive,
        records=ById(archive.records, places),
        entities={each.id: each for each in archive.entities},
        crises={each.slug: each for each in archive.crises},
        briefings={each.crisis: each for each in archive.briefings},
        relations={key: tuple(each) for key, each in relations.items()},
        mentions={key: tuple(each) for key, each in mentions.items()},
        company=nearest_company(shared),
        neighbours=neighbours(archive.crises, outlines),
        crises_newest_first=newest_first(archive.crises),
        digests={},
        outlines=outlines,
    )


def sentence_of(record: Record, mention: Mention) -> Span:
    """The sentence that names somebody; the whole paragraph, or title, where there is none."""
    at = bisect_right(record.sentences, Span(mention.paragraph, mention.start, 2**62)) - 1
    if at >= 0:
        sentence = record.sentences[at]
        if sentence.paragraph == mention.paragraph and mention.start < sentence.end:
            return sentence
    whole = record.title if mention.paragraph < 0 else record.paragraphs[mention.paragraph]
    return Span(mention.paragraph, 0, len(whole))


def newest_first(crises: Iterable[Crisis]) -> tuple[Crisis, ...]:
    """Crises by their last known day, the newest first; those without a day last, by title."""
    dated = [each for each in crises if each.latest is not None]
    undated = [each for each in crises if each.latest is None]
    dated.sort(key=lambda each: (each.latest or each.earliest, each.earliest or each.latest), reverse=True)
    return (*dated, *sorted(undated, key=lambda each: (each.title, each.slug)))
