"""Stories that follow one another within weeks and look to one another are one unfolding event."""

from collections import Counter
from collections.abc import Sequence

_SHARED = 0.1
"""Least share of its neighbour links that the smaller story has with the other."""
_STRONG = 0.35
"""Such a share joins two stories whatever is known of their days (distance was weighed in the likeness)."""
_DAYS = 14
"""Longest silence within one unfolding event."""


class _Stories:
    """Groups of texts with the links between them; joining two adds their links."""

    def __init__(
        self,
        groups: Sequence[Sequence[int]],
        near: Sequence[Sequence[tuple[float, int]]],
        days: Sequence[int | None],
    ) -> None:
        self.groups = {place: list(group) for place, group in enumerate(groups)}
        story_of = {text: place for place, group in self.groups.items() for text in group}
        self.links: dict[int, Counter[int]] = {place: Counter() for place in self.groups}
        for text, others in enumerate(near):
            for _, other in others:
                one, two = story_of[text], story_of[other]
                self.links[one][two] += 1
                self.links[two][one] += 1
        self.days = {
            place: sorted(day for text in group if (day := days[text]) is not None)
            for place, group in self.groups.items()
        }

    def silence(self, one: int, other: int) -> int | None:
        """Days between the two, 0 where they overlap; null where most texts of either have no day."""
        first, second = self.days[one], self.days[other]
        if not first or not second:
            return None
        if 2 * len(first) < len(self.groups[one]) or 2 * len(second) < len(self.groups[other]):
            return None
        return max(0, max(first[0], second[0]) - min(first[-1], second[-1]))

    def strength(self, one: int, other: int) -> float:
        """Share of its links that the story with fewer has with the other."""
        return self.links[one][other] / min(self.links[one].total(), self.links[other].total())

    def join(self, one: int, other: int) -> None:
        """Put `other` into `one`."""
        self.groups[one] = sorted(self.groups[one] + self.groups.pop(other))
        self.days[one] = sorted(self.days[one] + self.days.pop(other))
        for third, count in self.links.pop(other).items():
            if third == other:
                self.links[one][one] += count
                continue
            self.links[third][one] += count
            if third != one:
                self.links[one][third] += count
            del self.links[third][other]


def join_stories(
    groups: Sequence[Sequence[int]],
    near: Sequence[Sequence[tuple[float, int]]],
    days: Sequence[int | None],
) -> list[list[int]]:
    """Join groups of texts that tell of one event as it unfolds; the strongest tie first.

    `near` holds each text's nearest others, `days` each text's own day (ordinal) or null. Two similar
    events look alike in words; what makes one event of two stories is that their texts are each other's
    nearest and that the days run on; where no days are known, only far stronger ties join.
    """
    stories = _Stories(groups, near, days)
    while True:
        ties = (
            (stories.strength(one, other), -one, -other)
            for one, links in stories.links.items()
            for other in links
            if one < other
        )
        best = max((tie for tie in ties if _joins(stories, *tie)), default=None)
        if best is None:
            return sorted(stories.groups.values())
        stories.join(-best[1], -best[2])


def _joins(stories: _Stories, strength: float, one: int, other: int) -> bool:
    """Whether a tie between two stories (places negated) makes them one."""
    silence = stories.silence(-one, -other)
    return strength >= _STRONG or (strength >= _SHARED and silence is not None and silence <= _DAYS)
