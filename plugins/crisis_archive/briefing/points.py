"""Bottom line and highlights: whole sentences of the texts, first those that independent sources share."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from crisis_archive.briefing.material import Material, cite
from crisis_archive.briefing.nearness import Near, nearest
from crisis_archive.briefing.saying import Sayings
from crisis_archive.briefing.sentences import Sentences, centroid, weigh
from crisis_archive.model import Point
from crisis_archive.relating.vectors import distinct

# Two sentences this alike tell the same. Down to the second figure they do when each is the other's
# nearest in its text and they share five words beside names; below it they share a topic only.
_SAME_STATEMENT = 0.34
_MAYBE_SAME = 0.18
_SHARED_WORDS = 5
# A point this alike to one already chosen adds nothing.
_REPEATS = 0.30
_MOST_POINTS = 5
_LEAD_BONUS = 0.25
# News begins with its sum: a first sentence of this share of the best one's weight is the bottom line.
_LEADS = 0.6
# A sentence with something unclear in it must be that much weightier to be chosen.
_DOUBTED = 0.6
_MOST_VOTES = 3
# A term in more sentences than this (in a larger crisis a fifth of them, but no more than the second
# figure) does not make two sentences candidates.
_COMMON_TERM = 20
_MOST_HOLDERS = 400


def bottom_line_and_points(material: Material) -> tuple[Point | None, tuple[Point, ...]]:
    """The one sentence that sums the crisis up best, and two to five others that add to it."""
    sentences = weigh(material)
    backing = _Backing(sentences)
    chosen: list[int] = []
    repeats = np.zeros(len(sentences.all), dtype=bool)
    for number in best_lead_first(_ranked(sentences, backing, material), sentences):
        if not repeats[number]:
            chosen.append(number)
            repeats |= sentences.vectors @ sentences.vectors[[number]].toarray().ravel() >= _REPEATS
        if len(chosen) > _MOST_POINTS:
            break
    points = [_point(number, sentences, backing, material) for number in chosen]
    # What more sources carry is told first; among equals the weightier stays ahead.
    return (points[0], tuple(sorted(points[1:], key=lambda point: -point.sources))) if points else (None, ())


def _point(number: int, sentences: Sentences, backing: "_Backing", material: Material) -> Point:
    told = [sentences.all[each] for each in (number, *backing.of(number))]
    cites = tuple(cite(each.record, each.span) for each in told)
    return Point(told[0].text, cites, material.independent(cites))


def best_lead_first(ranked: Sequence[tuple[float, int]], sentences: Sentences) -> Iterator[int]:
    """The sentences, best first; before all the best that opens a text, unless another is far better."""
    lead = next(((score, each) for score, each in ranked if sentences.all[each].order == 0), None)
    first = lead[1] if lead and lead[0] >= _LEADS * ranked[0][0] else None
    if first is not None:
        yield first
    yield from (each for _, each in ranked if each != first)


def _ranked(sentences: Sentences, backing: "_Backing", material: Material) -> list[tuple[float, int]]:
    """The sentences that may tell the crisis and that stand alone, with their weight, best first."""
    shared = (sentences.vectors @ centroid(sentences, material)).tolist()
    carried = backing.carried([material.sources[each.record.id] for each in sentences.all])
    voices = material.tellers
    ranked = []
    for number, sentence in enumerate(sentences.all):
        if sentence.record.id not in voices or not sentence.stands_alone:
            continue
        lead = _LEAD_BONUS / (1 + sentence.order)
        trust = _DOUBTED if sentence.is_doubted else 1.0
        score = trust * (shared[number] * (1 + min(carried[number] - 1, _MOST_VOTES)) + lead)
        ranked.append((-round(score, 9), sentence.record.id, sentence.span, number))
    return [(-weight, number) for weight, *_, number in sorted(ranked)]


class _Backing:
    """For each sentence those of other texts that tell of the same, one a text, most alike first."""

    def __init__(self, sentences: Sentences) -> None:
        count = len(sentences.all)
        holders = max(_COMMON_TERM, min(count // 5, _MOST_HOLDERS))
        near = nearest(sentences.vectors, sentences.texts, holders, _MAYBE_SAME)
        same = (near.cosine >= _SAME_STATEMENT) | _maybe_same(near, sentences, count)
        row, column = near.row[same], near.column[same]
        agreed = _agreed(row, column, sentences)
        self._rows, self._columns = row[agreed], column[agreed]
        self._sayings = Sayings(sentences.all)

    def carried(self, sources: Sequence[str]) -> list[int]:
        """By how many different sources each sentence is told; `sources` are theirs."""
        number = {source: at for at, source in enumerate(dict.fromkeys(sources))}
        own, every = np.array([number[each] for each in sources], np.int64), np.arange(len(sources))
        rows, told_by = np.append(self._rows, every), np.append(own[self._columns], own)
        told = distinct(rows * max(len(number), 1) + told_by)
        counts: list[int] = np.bincount(told // max(len(number), 1), minlength=len(sources)).tolist()
        return counts

    def of(self, number: int) -> Sequence[int]:
        """Those of one sentence that bear it out: they say the same, names aside."""
        return [each for each in self.near(number) if self._sayings.same(number, each)]

    def near(self, number: int) -> Sequence[int]:
        """Those of one sentence, whether or not they say the same of it."""
        first, last = np.searchsorted(self._rows, [number, number + 1]).tolist()
        near: list[int] = self._columns[first:last].tolist()
        return near


def _agreed(row: NDArray[np.int64], column: NDArray[np.int64], sentences: Sentences) -> NDArray[np.bool_]:
    """Pairs that do not count the same and disagree."""
    # Many sentences count the same: what two of them have to say to each other is asked once.
    telling = list(sentences.figures)
    number: dict[frozenset[tuple[str, object]], int] = {}
    told = np.full(len(sentences.all), -1, dtype=np.int64)
    told[telling] = [
        number.setdefault(frozenset(sentences.figures[each].items()), len(number)) for each in telling
    ]
    first = {told[each]: each for each in reversed(telling)}
    agreed = np.ones(len(row), dtype=bool)
    both = np.flatnonzero((told[row] >= 0) & (told[column] >= 0))
    count = max(len(number), 1)
    asked, at = np.unique(told[row[both]] * count + told[column[both]], return_inverse=True)
    answers = [
        not sentences.disagree(first[one], first[other])
        for one, other in zip((asked // count).tolist(), (asked % count).tolist(), strict=True)
    ]
    agreed[both] = np.array(answers, dtype=bool)[at]
    return agreed


def _maybe_same(near: Near, sentences: Sentences, count: int) -> NDArray[np.bool_]:
    """Pairs that are each other's nearest and share enough words, names of entities aside."""
    mutual = _both_ways(near, count)
    held = sentences.vectors[:, sentences.is_word]
    held.data[:] = 1.0
    some = np.flatnonzero(mutual & (near.cosine < _SAME_STATEMENT))
    shared = held[near.row[some]].multiply(held[near.column[some]]).sum(axis=1)
    mutual[some] = np.asarray(shared).ravel() >= _SHARED_WORDS
    return mutual


def _both_ways(near: Near, count: int) -> NDArray[np.bool_]:
    """Of which pairs the other way round is among them too; each comes once."""
    pairs = np.minimum(near.row, near.column) * count + np.maximum(near.row, near.column)
    order = np.argsort(pairs)
    again = np.flatnonzero(np.diff(pairs[order]) == 0)
    found = np.zeros(len(pairs), dtype=bool)
    found[order[again]] = found[order[again + 1]] = True
    return found
