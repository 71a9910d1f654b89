"""Stories that follow one another within weeks and look to one another are one unfolding event."""

import heapq
from collections import Counter
from collections.abc import Sequence
from itertools import chain

import numpy as np

from crisis_archive.relating.crises.linking import Nearest

_SHARED = 0.1
"""Least share of its neighbour links that the smaller story has with the other."""
_STRONG = 0.35
"""Such a share joins two stories whatever is known of their days (distance was weighed in the likeness)."""
LONGEST_SILENCE = 14
"""Longest silence within one unfolding event."""


def silence(one: Sequence[int | None], other: Sequence[int | None]) -> int | None:
    """Days between two groups of texts, 0 where they overlap, by the own days of their texts.

    Null where most texts of either have no day.
    """
    known, others = ([day for day in each if day is not None] for each in (one, other))
    if 2 * len(known) < len(one) or 2 * len(others) < len(other) or not known or not others:
        return None
    return max(0, max(min(known), min(others)) - min(max(known), max(others)))


class _Stories:
    """Groups of texts with the links between them; joining two adds their links."""

    def __init__(
        self,
        groups: Sequence[Sequence[int]],
        near: Nearest,
        days: Sequence[int | None],
        most: int,
    ) -> None:
        self.groups = {place: list(group) for place, group in enumerate(groups)}
        count = len(groups)
        sizes = np.array([len(group) for group in groups], dtype=np.int64)
        story_of = np.empty(int(sizes.sum()), dtype=np.int64)
        story_of[list(chain.from_iterable(groups))] = np.repeat(np.arange(count), sizes)
        one, two = story_of[near.texts], story_of[near.others]
        both, times = np.unique(np.append(one * count + two, two * count + one), return_counts=True)
        self.links: dict[int, Counter[int]] = {place: Counter() for place in self.groups}
        for link, number in zip(both.tolist(), times.tolist(), strict=True):
            self.links[link // count][link % count] = number
        # Who has few neighbours looks to nobody else: the few are no greater share for that.
        total = np.bincount(two, minlength=count) + most * sizes
        self.totals: dict[int, int] = dict(enumerate(total.tolist()))
        known = {place: [days[text] for text in group] for place, group in self.groups.items()}
        self.days = {place: [day for day in each if day is not None] for place, each in known.items()}
        self.spans = {place: (min(each), max(each)) for place, each in self.days.items() if each}

    def silence(self, one: int, other: int) -> int | None:
        """Days between the two, 0 where they overlap; null where most texts of either have no day."""
        if one not in self.spans or other not in self.spans:
            return None
        for place in (one, other):
            if 2 * len(self.days[place]) < len(self.groups[place]):
                return None
        (first, last), (from_day, to_day) = self.spans[one], self.spans[other]
        return max(0, max(first, from_day) - min(last, to_day))

    def strength(self, one: int, other: int) -> float:
        """Share of its links that the story with fewer has with the other."""
        return self.links[one][other] / min(self.totals[one], self.totals[other])

    def join(self, one: int, other: int) -> None:
        """Put `other` into `one`; no tie between two further stories changes by it."""
        self.groups[one] = _together(self.groups[one], self.groups.pop(other))
        self.days[one] = _together(self.days[one], self.days.pop(other))
        self.totals[one] += self.totals.pop(other)
        if other in self.spans:
            first, last = self.spans.pop(other)
            known = self.spans.get(one, (first, last))
            self.spans[one] = (min(known[0], first), max(known[1], last))
        for third, count in self.links.pop(other).items():
            if third == other:
                self.links[one][one] += count
                continue
            self.links[third][one] += count
            if third != one:
                self.links[one][third] += count
            del self.links[third][other]


def _together(one: list[int], other: list[int]) -> list[int]:
    """Both lists in one, in any order: the longer takes up the shorter."""
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    longer += shorter
    return longer


def join_stories(
    groups: Sequence[Sequence[int]],
    near: Nearest,
    days: Sequence[int | None],
    most: int,
) -> list[list[int]]:
    """Join groups of texts that tell of one event as it unfolds; the strongest tie first.

    `near` holds each text's nearest others, `most` of them or fewer; `days` each text's own day (ordinal)
    or null. Two similar events look alike in words; what makes one event of two stories is that their
    texts are each other's nearest and that the days run on; where no days are known, only far stronger
    ties join.
    """
    stories = _Stories(groups, near, days, most)
    changed: Counter[int] = Counter()  # how often a story has taken up another: older ties hold no more
    heap: list[tuple[float, int, int, int, int]] = []

    def consider(one: int, other: int) -> None:
        strength = stories.strength(one, other)
        if _joins(stories, strength, one, other):
            heapq.heappush(heap, (-strength, one, other, changed[one], changed[other]))

    for one, links in stories.links.items():
        for other in links:
            if one < other:
                consider(one, other)
    while heap:
        _, one, other, *then = heapq.heappop(heap)
        if not {one, other} <= stories.groups.keys() or then != [changed[one], changed[other]]:
            continue
        stories.join(one, other)
        changed[one] += 1
        for third in stories.links[one]:
            if third != one:
                consider(min(one, third), max(one, third))
    return sorted(sorted(group) for group in stories.groups.values())


def _joins(stories: _Stories, strength: float, one: int, other: int) -> bool:
    """Whether a tie between two stories makes them one."""
    if strength >= _STRONG or strength < _SHARED:
        return strength >= _STRONG
    days = stories.silence(one, other)
    return days is not None and days <= LONGEST_SILENCE
