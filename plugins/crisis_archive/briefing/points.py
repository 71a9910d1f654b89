"""Bottom line and highlights: whole sentences of the texts, first those that independent sources share."""

from collections.abc import Sequence
from dataclasses import dataclass

from crisis_archive.briefing.material import Material, cite
from crisis_archive.briefing.nearness import nearest
from crisis_archive.briefing.sentences import (
    Candidate,
    candidates,
    centroid,
    similarity,
)
from crisis_archive.model import Cite, Point

# Two sentences this alike tell the same. Down to the second figure they do when each is the other's
# nearest in its text and they share five words beside names; below it they share a topic only.
_SAME_STATEMENT = 0.34
_MAYBE_SAME = 0.18
_SHARED_WORDS = 5
# A point this alike to one already chosen adds nothing.
_REPEATS = 0.30
_MOST_POINTS = 5
_LEAD_BONUS = 0.25
# A sentence with something unclear in it must be that much weightier to be chosen.
_DOUBTED = 0.6
_MOST_VOTES = 3
# A term in more sentences than this (in a larger crisis a fifth of them, but no more than the second
# figure) does not make two sentences candidates.
_COMMON_TERM = 20
_MOST_HOLDERS = 400


@dataclass(frozen=True, slots=True)
class _Ranked:
    score: float
    candidate: Candidate
    cites: tuple[Cite, ...]


def bottom_line_and_points(material: Material) -> tuple[Point | None, tuple[Point, ...]]:
    """The one sentence that sums the crisis up best, and two to five others that add to it."""
    chosen: list[_Ranked] = []
    for ranked in _ranked(material):
        alike = (similarity(ranked.candidate.terms, other.candidate.terms) for other in chosen)
        if not any(value >= _REPEATS for value in alike):
            chosen.append(ranked)
        if len(chosen) > _MOST_POINTS:
            break
    points = [Point(each.candidate.text, each.cites, material.independent(each.cites)) for each in chosen]
    # What more sources carry is told first; among equals the weightier stays ahead.
    return (points[0], tuple(sorted(points[1:], key=lambda point: -point.sources))) if points else (None, ())


def _ranked(material: Material) -> list[_Ranked]:
    """Sentences of the voices that stand alone, best first."""
    everything = candidates(material)
    shared = centroid(everything, material)
    backing = _backing(everything)
    voices = set(material.sources.values())
    ranked = []
    for number, candidate in enumerate(everything):
        if candidate.record.id not in voices or not candidate.stands_alone:
            continue
        cites = tuple(
            cite(each.record, each.span) for each in (candidate, *(everything[n] for n in backing[number]))
        )
        more_sources = min(material.independent(cites) - 1, _MOST_VOTES)
        lead = _LEAD_BONUS / (1 + candidate.order)
        trust = _DOUBTED if candidate.is_doubted else 1.0
        score = trust * (similarity(candidate.terms, shared) * (1 + more_sources) + lead)
        ranked.append(_Ranked(score, candidate, cites))
    return sorted(
        ranked, key=lambda each: (-round(each.score, 9), each.candidate.record.id, each.candidate.span)
    )


def _backing(everything: Sequence[Candidate]) -> list[list[int]]:
    """For each sentence the sentences of other texts that say the same, one a text, most alike first."""
    holders = max(_COMMON_TERM, min(len(everything) // 5, _MOST_HOLDERS))
    nearby = nearest(everything, holders, _MAYBE_SAME)
    backing: list[list[int]] = []
    for number, near in enumerate(nearby):
        own = everything[number].record.id
        found = [
            (value, other)
            for value, other in near.values()
            if not everything[number].disagrees(everything[other])
            and (
                value >= _SAME_STATEMENT
                or (
                    value >= _MAYBE_SAME
                    and nearby[other][own][1] == number
                    and everything[number].shared_words(everything[other]) >= _SHARED_WORDS
                )
            )
        ]
        backing.append([other for value, other in sorted(found, key=lambda pair: (-pair[0], pair[1]))])
    return backing
