"""Briefings: one page of cited extracts for a crisis. Nothing is written that no text says."""

from collections import Counter
from collections.abc import Mapping, Sequence

from crisis_archive.briefing.checking import CitationError, check_citations
from crisis_archive.briefing.contested import contested_names
from crisis_archive.briefing.counts import disputes, key_figures
from crisis_archive.briefing.days import as_of, period
from crisis_archive.briefing.gaps import corrections, related, unknowns
from crisis_archive.briefing.material import Material, voice_of
from crisis_archive.briefing.people import actors, quotations
from crisis_archive.briefing.points import bottom_line_and_points
from crisis_archive.briefing.timeline import timeline
from crisis_archive.model import (
    Briefing,
    Comparison,
    Crisis,
    Editorial,
    Entity,
    Record,
    Relation,
)

__all__ = ["CitationError", "Material", "brief", "gather"]


def gather(
    crises: Sequence[Crisis],
    records: Mapping[str, Record],
    entities: Sequence[Entity],
    relations: Sequence[Relation],
    comparisons: Sequence[Comparison],
    editorial: Editorial,
) -> list[Material]:
    """What the briefing of each crisis is made from, in the order of the crises."""
    by_id = {entity.id: entity for entity in entities}
    corrected = {each.seed: each for each in editorial.corrections}
    drawn_on = _drawn_on(relations)
    return [
        Material(
            crisis=crisis,
            records={each: records[each] for each in crisis.documents},
            entities=by_id,
            comparisons=comparisons,
            crises=crises,
            corrections={
                each: corrected[records[each].file]
                for each in crisis.documents
                if records[each].file in corrected
            },
            sources={
                each: voice_of(group, drawn_on, records)
                for group in crisis.independent_sources
                for each in group
            },
        )
        for crisis in crises
    ]


def _drawn_on(relations: Sequence[Relation]) -> Counter[str]:
    """How many texts draw on each text."""
    drawn_on: Counter[str] = Counter()
    for relation in relations:
        if relation.direction:
            drawn_on[relation.left if relation.direction == "left-to-right" else relation.right] += 1
    return drawn_on


def brief(material: Material) -> Briefing:
    """The briefing of one crisis; every statement in it cites the words it rests on.

    Raises `CitationError` where one does not.
    """
    crisis = material.crisis
    bottom_line, points = bottom_line_and_points(material)
    days = timeline(crisis, list(material.records.values()), frozenset(material.sources.values()))
    briefing = Briefing(
        crisis=crisis.slug,
        as_of=as_of(material),
        period=period(crisis, days),
        bottom_line=bottom_line,
        points=points,
        figures=key_figures(material),
        timeline=days,
        actors=actors(material),
        quotations=quotations(material),
        contested_names=contested_names(material),
        disputes=disputes(material),
        unknowns=unknowns(material),
        related=related(material),
        corrections=corrections(material),
    )
    check_citations(briefing, material.records)
    return briefing
