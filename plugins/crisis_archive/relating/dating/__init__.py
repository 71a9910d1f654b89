"""When each text was published, and what its date expressions mean on the calendar.

An editor's date wins, then what the seed states of itself, then what the evidence of the text and of its
crisis allows. Nothing is guessed: what the evidence leaves open stays a range, or unknown.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec.msgpack import encode

from crisis_archive.memory import key_of
from crisis_archive.model import Analysis, Anchor, Editorial, PublicationDate, Relation, Struct, Time
from crisis_archive.relating.dating.calendar import Range
from crisis_archive.relating.dating.expressions import resolved_times
from crisis_archive.relating.dating.solver import Problem
from crisis_archive.relating.keeping import Keeping, nothing_kept
from crisis_archive.relating.texts import Texts

__all__ = ["Dating", "date_archive"]

_WORTH_A_PROCESS = 4
"""Crises worth a second process."""
_WIDEST = 731
"""Days; a derived range that is wider is published as unknown, with its evidence."""


class Dating(Struct, frozen=True):
    """The dates of the whole archive, by document id."""

    dates: dict[str, PublicationDate]
    times: dict[str, tuple[Time, ...]]


class _Dated(Struct, frozen=True):
    """The dates and times of some texts, in their order."""

    dates: tuple[PublicationDate, ...]
    times: tuple[tuple[Time, ...], ...]


def date_archive(
    analyses: Sequence[Analysis],
    groups: Mapping[str, str | None],
    editorial: Editorial,
    reuse: Sequence[Relation] = (),
    kept: Keeping | None = None,
) -> Dating:
    """Dates for every document; `groups` maps a document's id to its crisis (None: none).

    `reuse` are copies and rewrites: what draws on a text was not written before it.
    """
    kept = kept or nothing_kept()
    sources = _sources(reuse)
    anchors = {crisis.slug: crisis.anchors for crisis in editorial.crises}
    texts = Texts(analyses)
    together: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in texts.ids:
        crisis = groups.get(each)
        together[("crisis", crisis) if crisis is not None else ("alone", each)].append(each)
    tasks = [
        _Task(tuple(some), anchors.get(name, ()) if kind == "crisis" else (), _inside(some, sources))
        for (kind, name), some in sorted(together.items())
    ]
    keys = [key_of(encode((task.anchors, task.sources)), *map(kept.text, task.ids)) for task in tasks]
    sizes = [len(task.ids) for task in tasks]
    dated = kept.each(
        "dates", _Dated, keys, lambda place: _date_together(tasks[place], texts), _WORTH_A_PROCESS, sizes
    )
    dates: dict[str, PublicationDate] = {}
    times: dict[str, tuple[Time, ...]] = {}
    for task, found in zip(tasks, dated, strict=True):
        dates |= zip(task.ids, found.dates, strict=True)
        times |= zip(task.ids, found.times, strict=True)
    return Dating(dates, times)


class _Task(NamedTuple):
    """Texts that are dated together, and all that their dates rest on besides."""

    ids: tuple[str, ...]
    anchors: tuple[Anchor, ...]
    sources: dict[str, list[str]]
    """For each text those among them that it draws on."""


def _inside(documents: Sequence[str], sources: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    ids = set(documents)
    drawn = {each: [one for one in sources.get(each, ()) if one in ids] for each in documents}
    return {document: found for document, found in drawn.items() if found}


def _date_together(task: _Task, texts: Texts) -> _Dated:
    """The dates and times of the texts of one crisis."""
    analyses = tuple(map(texts.of, task.ids))
    ranges: dict[str, Range] = {}
    for each in analyses:
        date = each.document.date
        if date.earliest is not None and date.latest is not None:
            ranges[each.id] = (date.earliest, date.latest)
    problem = Problem(analyses, task.anchors, ranges, task.sources)
    problem.solve()
    return _Dated(
        tuple(
            _derived(problem, each.id) if each.document.date.origin == "unknown" else each.document.date
            for each in analyses
        ),
        tuple(resolved_times(each, problem) for each in analyses),
    )


def _sources(reuse: Sequence[Relation]) -> dict[str, list[str]]:
    """For each text those that it draws on, where the direction is known."""
    found: dict[str, list[str]] = defaultdict(list)
    for relation in reuse:
        if relation.direction == "left-to-right":
            found[relation.right].append(relation.left)
        elif relation.direction == "right-to-left":
            found[relation.left].append(relation.right)
    return found


def _derived(problem: Problem, document: str) -> PublicationDate:
    days = problem.written(document)
    evidence = tuple(problem.evidence[document])
    if days is None or (days[1] - days[0]).days > _WIDEST:
        return PublicationDate(evidence=evidence)
    return PublicationDate(days[0], days[1], "derived", evidence)
