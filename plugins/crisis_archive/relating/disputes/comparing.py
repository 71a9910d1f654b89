"""The archive's figures board: within each crisis, figures about one thing, side by side and judged."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from crisis_archive.memory import key_of
from crisis_archive.model import Comparison, Crisis, Record, Relation, Side
from crisis_archive.relating.disputes.readings import Reading, readings_of
from crisis_archive.relating.disputes.subjects import Group, subjects_of
from crisis_archive.relating.disputes.verdicts import verdict_of
from crisis_archive.relating.keeping import Keeping, nothing_kept
from crisis_archive.text.slugs import slug

_WORTH_A_PROCESS = 4
"""Crises worth a second process."""


class _Subject(NamedTuple):
    name: str
    group: Group


def compare_figures(
    records: Mapping[str, Record],
    crises: Sequence[Crisis],
    relations: Sequence[Relation],
    kept: Keeping | None = None,
) -> tuple[Comparison, ...]:
    """Figures of one crisis about one thing, side by side, sorted by id; `records` by the ids of their texts.

    Texts that copy or rewrite one another are one source: their equal figures share a side, and a
    subject that only they speak of is no comparison. Work grows with the figures, not with their pairs,
    but for the figures of one subject.
    """
    kept = kept or nothing_kept()
    source_of = _sources(crises, relations)
    told = [[each for each in crisis.documents if each in records] for crisis in crises]
    keys = [
        key_of(
            crisis.slug,
            *(part for each in some for part in (kept.record(each, records), source_of.get(each, each))),
        )
        for crisis, some in zip(crises, told, strict=True)
    ]

    def compared(place: int) -> tuple[Comparison, ...]:
        return _compared(crises[place].slug, [records[each] for each in told[place]], source_of)

    found = kept.each(
        "comparisons", tuple[Comparison, ...], keys, compared, _WORTH_A_PROCESS, [len(some) for some in told]
    )
    return tuple(sorted(chain.from_iterable(found), key=lambda each: each.id))


def _compared(crisis: str, records: Sequence[Record], source_of: Mapping[str, str]) -> tuple[Comparison, ...]:
    """The comparisons of one crisis."""
    readings = [reading for record in records for reading in readings_of(record)]
    found = (_comparison(crisis, subject, source_of) for subject in _named(subjects_of(readings)))
    return tuple(each for each in found if each is not None)


def _source(record: Record, source_of: Mapping[str, str]) -> str:
    return source_of.get(record.id, record.id)


def _sources(crises: Sequence[Crisis], relations: Sequence[Relation]) -> dict[str, str]:
    """For each document the first of its group of copies and rewrites."""
    source: dict[str, str] = {}
    for crisis in crises:
        for group in crisis.independent_sources:
            source.update(dict.fromkeys(group, min(group)))
    for relation in relations:
        if relation.kind != "same-event":
            first, second = (
                source.get(relation.left, relation.left),
                source.get(relation.right, relation.right),
            )
            keep, drop = min(first, second), max(first, second)
            source.setdefault(relation.left, relation.left)
            source.setdefault(relation.right, relation.right)
            if keep != drop:
                source.update({document: keep for document, other in source.items() if other == drop})
    return source


def _named(groups: Sequence[Group]) -> list[_Subject]:
    """Each group with its commonest `counts`; a second group of one name gets a number."""
    seen: Counter[str] = Counter()
    named = []
    for group in groups:
        counts = Counter(reading.figure.counts for reading in group)
        name = min(counts, key=lambda each: (-counts[each], each))
        seen[name] += 1
        named.append(_Subject(name if seen[name] == 1 else f"{name} ({seen[name]})", group))
    return named


def _comparison(crisis: str, subject: _Subject, source_of: Mapping[str, str]) -> Comparison | None:
    sides: dict[tuple[str, object, object, str], list[Reading]] = defaultdict(list)
    for reading in subject.group:
        figure = reading.figure
        source = _source(reading.record, source_of)
        sides[source, figure.low, figure.high, figure.bound].append(reading)
    if len({key[0] for key in sides}) < 2:
        return None
    verdict = verdict_of([group[0] for group in sides.values()])
    return Comparison(
        f"{crisis}--{slug(subject.name)}",
        subject.name,
        verdict,
        tuple(Side(group[0].sentence, tuple(each.cite for each in group)) for group in sides.values()),
    )
