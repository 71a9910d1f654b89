"""The archive with everything that pages look up, worked out once a build."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from crisis_archive.model import (
    Archive,
    Briefing,
    Crisis,
    Entity,
    Mention,
    Record,
    Relation,
    Struct,
)
from crisis_archive.pages.company import company
from crisis_archive.pages.neighbours import neighbours


class Catalogue(Struct, frozen=True):
    """An archive and its lookups; made by `catalogue_of`."""

    archive: Archive
    records: Mapping[str, Record]
    """By id."""
    entities: Mapping[str, Entity]
    """By id."""
    crises: Mapping[str, Crisis]
    """By slug."""
    briefings: Mapping[str, Briefing]
    """By the slug of their crisis."""
    relations: Mapping[str, tuple[Relation, ...]]
    """Copies and rewrites by the id of either text."""
    mentions: Mapping[str, tuple[tuple[Record, Mention], ...]]
    """By entity id, in the order of the archive's texts."""
    company: Mapping[str, tuple[tuple[str, int], ...]]
    """By entity id: whom it shares most sentences with, and how many."""
    neighbours: Mapping[str, tuple[str | None, str | None]]
    """By text: the ids of the nearest of its crisis that are surely earlier and surely later."""
    crises_newest_first: tuple[Crisis, ...]
    digests: dict[tuple[str, str], bytes]
    """Digests of values by type and id, as far as somebody has asked for them (`parts`)."""

    def texts_of(self, crisis: Crisis) -> tuple[Record, ...]:
        """The texts of a crisis, in the order in which its briefing numbers them."""
        return tuple(self.records[each] for each in crisis.documents)


def catalogue_of(archive: Archive) -> Catalogue:
    """All lookups of an archive."""
    relations: dict[str, list[Relation]] = defaultdict(list)
    for relation in archive.relations:
        if relation.kind != "same-event":
            relations[relation.left].append(relation)
            relations[relation.right].append(relation)
    mentions: dict[str, list[tuple[Record, Mention]]] = defaultdict(list)
    for record in archive.records:
        for mention in record.mentions:
            mentions[mention.entity].append((record, mention))
    records = {each.id: each for each in archive.records}
    return Catalogue(
        archive=archive,
        records=records,
        entities={each.id: each for each in archive.entities},
        crises={each.slug: each for each in archive.crises},
        briefings={each.crisis: each for each in archive.briefings},
        relations={key: tuple(each) for key, each in relations.items()},
        mentions={key: tuple(each) for key, each in mentions.items()},
        company=company(archive.records),
        neighbours=neighbours(archive.crises, records),
        crises_newest_first=newest_first(archive.crises),
        digests={},
    )


def newest_first(crises: Iterable[Crisis]) -> tuple[Crisis, ...]:
    """Crises by their last known day, the newest first; those without a day last, by title."""
    dated = [each for each in crises if each.latest is not None]
    undated = [each for each in crises if each.latest is None]
    dated.sort(key=lambda each: (each.latest or each.earliest, each.earliest or each.latest), reverse=True)
    return (*dated, *sorted(undated, key=lambda each: (each.title, each.slug)))
