"""The archive with everything that pages look up, worked out once a build."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from crisis_archive.model import Archive, Briefing, ById, Crisis, Entity, Record, Relation, Struct
from crisis_archive.pages.company import nearest_company
from crisis_archive.pages.digests import Digests
from crisis_archive.pages.kept_outlines import outlines_of
from crisis_archive.pages.neighbours import neighbours
from crisis_archive.pages.outlines import Naming, Outline, named_together


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
    namings: Mapping[str, Sequence[tuple[str, Naming]]]
    """By entity id: the texts that name it and how they do, in the order of the archive's texts."""
    company: Mapping[str, tuple[tuple[str, int], ...]]
    """By entity id: whom it shares most sentences with, and how many."""
    neighbours: Mapping[str, tuple[str | None, str | None]]
    """By text: the ids of the nearest of its crisis that are surely earlier and surely later."""
    crises_newest_first: tuple[Crisis, ...]
    digests: Digests
    """As far as somebody has asked for them (`parts`)."""
    outlines: Mapping[str, Outline]
    """By the id of a text: what can be known of it without reading it; in the order of the texts."""

    def texts_of(self, crisis: Crisis) -> tuple[Record, ...]:
        """The texts of a crisis, in the order in which its briefing numbers them."""
        return tuple(self.records[each] for each in crisis.documents)


def catalogue_of(archive: Archive, cache: Path | None = None, processes: int = 1) -> Catalogue:
    """All lookups of an archive; what did not change since the last build with this cache is not read.

    What did is read in so many processes at most. Raises `OSError` where the cache cannot be written.
    """
    relations: dict[str, list[Relation]] = defaultdict(list)
    for relation in archive.relations:
        if relation.kind != "same-event":
            relations[relation.left].append(relation)
            relations[relation.right].append(relation)
    outlines = {each.text: each for each in outlines_of(archive.records, cache, processes)}
    namings: dict[str, list[tuple[str, Naming]]] = defaultdict(list)
    for text, outline in outlines.items():
        for naming in outline.named:
            namings[naming.entity].append((text, naming))
    records = ById(archive.records, {identity: place for place, identity in enumerate(outlines)})
    entities = {each.id: each for each in archive.entities}
    of_texts = {key: tuple(each) for key, each in relations.items()}
    return Catalogue(
        archive=archive,
        records=records,
        entities=entities,
        crises={each.slug: each for each in archive.crises},
        briefings={each.crisis: each for each in archive.briefings},
        relations=of_texts,
        namings=namings,
        company=nearest_company(named_together(outlines.values())),
        neighbours=neighbours(archive.crises, outlines),
        crises_newest_first=newest_first(archive.crises),
        digests=Digests(records, entities, of_texts),
        outlines=outlines,
    )


def newest_first(crises: Iterable[Crisis]) -> tuple[Crisis, ...]:
    """Crises by their last known day, the newest first; those without a day last, by title."""
    dated = [each for each in crises if each.latest is not None]
    undated = [each for each in crises if each.latest is None]
    dated.sort(key=lambda each: (each.latest or each.earliest, each.earliest or each.latest), reverse=True)
    return (*dated, *sorted(undated, key=lambda each: (each.title, each.slug)))
