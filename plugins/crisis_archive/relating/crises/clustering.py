"""Average-link clustering of a sparse similarity graph."""

import heapq
from collections.abc import Iterable, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from crisis_archive.memory import key_of
from crisis_archive.relating.keeping import Keeping, nothing_kept
from crisis_archive.relating.vectors import Pairs

_TELLING = 16
"""Components worth a second process."""


class _Component(msgspec.Struct, frozen=True):
    """Items that no mean of `least` can connect with others, by their places among them."""

    items: NDArray[np.int64]
    pairs: Pairs
    together: NDArray[np.int64]
    """Two columns, sorted."""

    def key(self, least: float) -> bytes:
        """Of all that the clusters rest on."""
        pairs = self.pairs
        parts = (pairs.left, pairs.right, pairs.value, self.together)
        return key_of(f"{least} {len(self.items)}", *(part.tobytes() for part in parts))


def average_link(
    count: int,
    pairs: Pairs,
    least: float,
    together: Iterable[tuple[int, int]] = (),
    kept: Keeping | None = None,
) -> list[list[int]]:
    """Clusters of 0..count-1: the two clusters of highest mean similarity are joined while it is `least`.

    Pairs that are not given count as 0 similar, so the work grows with the pairs and not with their
    square. `together` are joined before all others. Unweighted pair-group method with arithmetic
    mean (Sokal and Michener 1958). Ties go to the lower numbers: the result never depends on order.
    """
    component = _components(count, pairs, least, np.array(sorted(together), dtype=np.int64).reshape(-1, 2))
    several = [each for each in component if len(each.items) > 1]
    found = (kept or nothing_kept()).each(
        "clusters",
        list[list[int]],
        [each.key(least) for each in several],
        lambda place: _clusters(several[place], least),
        _TELLING,
        [len(each.items) for each in several],
    )
    clusters = [[int(each.items[0])] for each in component if len(each.items) == 1]
    for each, local in zip(several, found, strict=True):
        clusters += [each.items[cluster].tolist() for cluster in local]
    return sorted(clusters)


def _components(count: int, pairs: Pairs, least: float, together: NDArray[np.int64]) -> list[_Component]:
    """What pairs of `least` and `together` connect: no mean is above its highest value, so no cluster ever
    leaves its component."""
    strong = pairs.value >= least * (1 - 1e-9)
    one = np.concatenate([pairs.left[strong], together[:, 0]])
    other = np.concatenate([pairs.right[strong], together[:, 1]])
    first, component = np.unique(_connected(count, one, other), return_inverse=True)
    number = len(first)
    items = np.argsort(component, kind="stable")
    begins = np.searchsorted(component[items], np.arange(number + 1))
    local = np.empty(count, dtype=np.int64)
    local[items] = np.arange(count) - begins[component[items]]
    inside = component[pairs.left] == component[pairs.right]
    left, right, value = pairs.left[inside], pairs.right[inside], pairs.value[inside]
    order, ends = _by_component(component[left], number)
    left, right, value = local[left[order]], local[right[order]], value[order]
    bound, bound_ends = _by_component(component[together[:, 0]], number)
    tied = local[together[bound]]
    return [
        _Component(
            items[begins[at] : begins[at + 1]],
            Pairs(*(part[ends[at] : ends[at + 1]] for part in (left, right, value))),
            tied[bound_ends[at] : bound_ends[at + 1]],
        )
        for at in range(number)
    ]


def _connected(count: int, one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each item the lowest of those that these links connect it with.

    Every item hooks on to the lowest that it knows, then all paths are halved until none is left (Shiloach
    and Vishkin 1982): some rounds over all links at once.
    """
    lowest = np.arange(count)
    while len(one):
        np.minimum.at(lowest, lowest[one], lowest[other])
        np.minimum.at(lowest, lowest[other], lowest[one])
        while not np.array_equal(further := lowest[lowest], lowest):
            lowest = further
        apart = lowest[one] != lowest[other]
        one, other = one[apart], other[apart]
    return lowest


def _by_component(component: NDArray[np.int64], number: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The order that puts each component's together, and where each begins."""
    order = np.argsort(component, kind="stable")
    return order, np.searchsorted(component[order], np.arange(number + 1))


def _clusters(component: _Component, least: float) -> list[list[int]]:
    """The clusters of one component."""
    count, pairs = len(component.items), component.pairs
    total: list[dict[int, float]] = [{} for _ in range(count)]
    for i, j, value in zip(pairs.left.tolist(), pairs.right.tolist(), pairs.value.tolist(), strict=True):
        total[i][j] = total[j][i] = value
    members = [[place] for place in range(count)]
    _tie(component.together.tolist(), members, total)

    def mean(one: int, other: int) -> float:
        return total[one][other] / (len(members[one]) * len(members[other]))

    heap = [(-mean(i, j), i, j) for i in range(count) for j in total[i] if i < j and mean(i, j) >= least]
    heapq.heapify(heap)
    while heap:
        value, one, other = heapq.heappop(heap)
        if other not in total[one] or -value != mean(one, other):
            continue  # one of the two has changed since
        _merge(one, other, members, total)
        for third in total[one]:
            new = mean(one, third)
            if new >= least:
                heapq.heappush(heap, (-new, min(one, third), max(one, third)))
    return [group for group in members if group]


def _merge(one: int, other: int, members: list[list[int]], total: list[dict[int, float]]) -> None:
    members[one] = sorted(members[one] + members[other])
    members[other] = []
    for third, value in total[other].items():
        if third != one:
            total[one][third] = total[third][one] = total[one].get(third, 0.0) + value
        total[third].pop(other, None)
    total[other] = {}


def _tie(
    together: Sequence[tuple[int, int]], members: list[list[int]], total: list[dict[int, float]]
) -> None:
    """Join what must be together."""
    alive = list(range(len(members)))  # where each cluster went; itself while it stands

    def root(place: int) -> int:
        while alive[place] != place:
            place = alive[place]
        return place

    for i, j in together:
        one, other = sorted((root(i), root(j)))
        if one != other:
            _merge(one, other, members, total)
            alive[other] = one
