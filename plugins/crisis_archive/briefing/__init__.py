"""Briefings: one page of cited extracts for a crisis. Nothing is written that no text says."""

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

import msgspec
from msgspec.structs import replace

from crisis_archive.briefing.checking import CitationError, check_citations
from crisis_archive.briefing.contested import contested_names
from crisis_archive.briefing.counts import disputes, key_figures
from crisis_archive.briefing.days import as_of, period
from crisis_archive.briefing.gaps import corrections, related, unknowns
from crisis_archive.briefing.material import Material, voice_of
from crisis_archive.briefing.people import actors, quotations
from crisis_archive.briefing.points import bottom_line_and_points
from crisis_archive.briefing.timeline import timeline
from crisis_archive.memory import key_of
from crisis_archive.model import (
    Briefing,
    Comparison,
    Crisis,
    Editorial,
    Entity,
    Record,
    RecordsById,
    Relation,
    Role,
)
from crisis_archive.relating.keeping import Keeping, nothing_kept
from crisis_archive.scheduling.parts import in_parts

__all__ = ["CitationError", "Material", "brief", "brief_all", "gather"]

_ENCODER: Final = msgspec.msgpack.Encoder(order="deterministic")


def brief_all(
    crises: Sequence[Crisis],
    records: Mapping[str, Record],
    entities: Sequence[Entity],
    relations: Sequence[Relation],
    comparisons: Sequence[Comparison],
    editorial: Editorial,
    kept: Keeping | None = None,
) -> tuple[Briefing, ...]:
    """The briefings of all crises in their order; a crisis is briefed once, until its material changes."""
    kept = kept or nothing_kept()
    materials = gather(crises, records, entities, relations, comparisons, editorial)
    keys = [_key(material, kept) for material in materials]
    sizes = [len(material.records) for material in materials]
    made = kept.each(
        "briefings",
        Briefing,
        keys,
        lambda place: brief(materials[place]),
        worth=1,
        sizes=sizes,
        few=lambda places: _brief_together([materials[place] for place in places], kept.jobs),
    )
    neighbours = related(crises, entities)
    return tuple(replace(each, related=neighbours[each.crisis]) for each in made)


def gather(
    crises: Sequence[Crisis],
    records: Mapping[str, Record],
    entities: Sequence[Entity],
    relations: Sequence[Relation],
    comparisons: Sequence[Comparison],
    editorial: Editorial,
) -> list[Material]:
    """What the briefing of each crisis is made from, and no more, in the order of the crises."""
    corrected = {each.seed: each for each in editorial.corrections}
    drawn_on = _drawn_on(relations)
    named = _entities_of(entities)
    compared = _comparisons_of(comparisons, crises)
    return [
        Material(
            crisis=replace(crisis, why=()),
            records=RecordsById(records, crisis.documents),
            entities=named[crisis.slug],
            comparisons=compared[crisis.slug],
            corrections={
                each: corrected[records[each].file]
                for each in (crisis.documents if corrected else ())
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


def _entities_of(entities: Sequence[Entity]) -> dict[str, dict[str, Entity]]:
    """For each crisis its entities, with the roles that they have in it; what other texts say is left out."""
    found: dict[str, dict[str, Entity]] = defaultdict(dict)
    for entity in entities:
        roles: dict[str, list[Role]] = defaultdict(list)
        for role in entity.roles:
            roles[role.crisis].append(role)
        for slug in entity.crises:
            found[slug][entity.id] = replace(
                entity, aliases=(), documents=(), crises=(slug,), roles=tuple(roles[slug])
            )
    return found


def _comparisons_of(
    comparisons: Sequence[Comparison], crises: Sequence[Crisis]
) -> dict[str, list[Comparison]]:
    """For each crisis the comparisons that its texts take part in."""
    crisis_of = {document: crisis.slug for crisis in crises for document in crisis.documents}
    found: dict[str, list[Comparison]] = defaultdict(list)
    for comparison in comparisons:
        cited = {crisis_of.get(cite.document) for side in comparison.sides for cite in side.cites}
        for slug in sorted(each for each in cited if each):
            found[slug].append(comparison)
    return found


def _key(material: Material, kept: Keeping) -> bytes:
    """Of all that a briefing is made from."""
    told = (
        material.crisis,
        tuple(material.entities.values()),
        material.comparisons,
        material.corrections,
        material.sources,
    )
    return key_of(_ENCODER.encode(told), *(kept.record(each, material.records) for each in material.records))


def _drawn_on(relations: Sequence[Relation]) -> Counter[str]:
    """How many texts draw on each text."""
    drawn_on: Counter[str] = Counter()
    for relation in relations:
        if relation.direction:
            drawn_on[relation.left if relation.direction == "left-to-right" else relation.right] += 1
    return drawn_on


def brief(material: Material) -> Briefing:
    """The briefing of one crisis but for related ones; every statement in it cites the words it rests on.

    Raises `CitationError` where one does not.
    """
    material = dataclasses.replace(material, records=dict(material.records))  # each is read once
    points, others = (half(material) for half in _HALVES)
    return _whole(points, others)


def _brief_together(materials: Sequence[Material], processes: int) -> list[Briefing]:
    """The briefings of a few crises: of each one process picks the sentences and another does the rest."""
    halves = [(half, material) for half in _HALVES for material in materials]

    def made(part: int) -> Briefing:
        half, material = halves[part]
        return half(dataclasses.replace(material, records=dict(material.records)))

    found = in_parts(made, len(halves), processes)
    return [_whole(*both) for both in zip(found[: len(materials)], found[len(materials) :], strict=True)]


def _points(material: Material) -> Briefing:
    """Its bottom line and points alone."""
    bottom_line, points = bottom_line_and_points(material)
    briefing = replace(_NOTHING, crisis=material.crisis.slug, bottom_line=bottom_line, points=points)
    check_citations(briefing, material.records)
    return briefing


def _others(material: Material) -> Briefing:
    """All but these."""
    days = timeline(material.crisis, list(material.records.values()), material.tellers)
    briefing = replace(
        _NOTHING,
        crisis=material.crisis.slug,
        as_of=as_of(material),
        period=period(material.crisis, days),
        figures=key_figures(material),
        timeline=days,
        actors=actors(material),
        quotations=quotations(material),
        contested_names=contested_names(material),
        disputes=disputes(material),
        unknowns=unknowns(material),
        corrections=corrections(material),
    )
    check_citations(briefing, material.records)
    return briefing


def _whole(points: Briefing, others: Briefing) -> Briefing:
    return replace(others, bottom_line=points.bottom_line, points=points.points)


_HALVES: Final = (_points, _others)
"""What takes about as long: the first a little longer."""
_NOTHING: Final = Briefing("", None, None, None, (), (), (), (), (), (), (), (), (), ())
