"""Bottom line and highlights: whole sentences of the texts, first those that independent sources share."""

from collections.abc import Sequence
from dataclasses import dataclass

from crisis_archive.briefing.material import Material, cite
from crisis_archive.briefing.sentences import (
    Candidate,
    candidates,
    centroid,
    postings,
    similarity,
)
from crisis_archive.model import Cite, Point

# Two sentences of different sources this alike tell the same; below it they share a topic only.
_SAME_STATEMENT = 0.34
_REPEATS = 0.30
_MOST_POINTS = 5
_LEAD_BONUS = 0.25
_SHARED_BONUS = 0.5


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
    return (points[0], tuple(points[1:])) if points else (None, ())


def _ranked(material: Material) -> list[_Ranked]:
    """Sentences of the voices that stand alone, best first."""
    everything = candidates(material)
    shared = centroid(everything, material)
    index = postings(everything, max(20, len(everything) // 5))
    voices = set(material.sources.values())
    ranked = []
    for candidate in everything:
        if candidate.record.id not in voices or not candidate.stands_alone:
            continue
        support = _support(candidate, everything, index)
        cites = (cite(candidate.record, candidate.span), *support)
        more_sources = min(material.independent(cites) - 1, 3)
        lead = _LEAD_BONUS / (1 + candidate.order)
        score = similarity(candidate.terms, shared) * (1 + _SHARED_BONUS * more_sources) + lead
        ranked.append(_Ranked(score, candidate, cites))
    return sorted(
        ranked, key=lambda each: (-round(each.score, 9), each.candidate.record.id, each.candidate.span)
    )


def _support(
    candidate: Candidate, everything: Sequence[Candidate], index: dict[str, list[int]]
) -> tuple[Cite, ...]:
    """The sentence of each other text that says the same, most alike first."""
    near = {number for term in candidate.terms for number in index.get(term, ())}
    best: dict[str, tuple[float, Candidate]] = {}
    for number in sorted(near):
        other = everything[number]
        if other.record.id == candidate.record.id:
            continue
        value = similarity(candidate.terms, other.terms)
        if value >= _SAME_STATEMENT and value > best.get(other.record.id, (0.0, other))[0]:
            best[other.record.id] = (value, other)
    ordered = sorted(best.values(), key=lambda pair: (-round(pair[0], 9), pair[1].record.id))
    return tuple(cite(other.record, other.span) for _, other in ordered)
