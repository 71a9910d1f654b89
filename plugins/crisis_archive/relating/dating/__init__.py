"""When each text was published, and what its date expressions mean on the calendar.

An editor's date wins, then what the seed states of itself, then what the evidence of the text and of its
crisis allows. Nothing is guessed: what the evidence leaves open stays a range, or unknown.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from crisis_archive.model import Analysis, Anchor, Editorial, PublicationDate, Relation, Struct, Time
from crisis_archive.relating.dating.calendar import Range
from crisis_archive.relating.dating.expressions import resolved_times
from crisis_archive.relating.dating.solver import Problem

__all__ = ["Dating", "date_archive"]

_WIDEST = 731
"""Days; a derived range that is wider is published as unknown, with its evidence."""


class Dating(Struct, frozen=True):
    """The dates of the whole archive, by document id."""

    dates: dict[str, PublicationDate]
    times: dict[str, tuple[Time, ...]]


def date_archive(
    analyses: Sequence[Analysis],
    groups: Mapping[str, str | None],
    editorial: Editorial,
    reuse: Sequence[Relation] = (),
) -> Dating:
    """Dates for every document; `groups` maps a document's id to its crisis (None: none).

    `reuse` are copies and rewrites: what draws on a text was not written before it.
    """
    sources = _sources(reuse)
    anchors = {crisis.slug: crisis.anchors for crisis in editorial.crises}
    together: dict[tuple[str, str], list[Analysis]] = defaultdict(list)
    for each in sorted(analyses, key=lambda analysis: analysis.id):
        crisis = groups.get(each.id)
        together[("crisis", crisis) if crisis is not None else ("alone", each.id)].append(each)
    dates: dict[str, PublicationDate] = {}
    times: dict[str, tuple[Time, ...]] = {}
    for (kind, name), some in sorted(together.items()):
        _date_together(some, anchors.get(name, ()) if kind == "crisis" else (), sources, dates, times)
    return Dating(dates, times)


def _date_together(
    analyses: Sequence[Analysis],
    anchors: Sequence[Anchor],
    sources: Mapping[str, Sequence[str]],
    dates: dict[str, PublicationDate],
    times: dict[str, tuple[Time, ...]],
) -> None:
    """Fill in the dates and times of the texts of one crisis."""
    ranges: dict[str, Range] = {}
    for each in analyses:
        date = each.document.date
        if date.earliest is not None and date.latest is not None:
            ranges[each.id] = (date.earliest, date.latest)
    problem = Problem(analyses, anchors, ranges, sources)
    problem.solve()
    for each in analyses:
        date = each.document.date
        dates[each.id] = _derived(problem, each.id) if date.origin == "unknown" else date
        times[each.id] = resolved_times(each, problem)


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
