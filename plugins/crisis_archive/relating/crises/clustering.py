"""Average-link clustering of a sparse similarity graph."""

import heapq
from collections.abc import Iterable, Sequence

import numpy as np
from scipy import sparse

from crisis_archive.relating.vectors import Pairs


def average_link(
    count: int, pairs: Pairs, least: float, together: Iterable[tuple[int, int]] = ()
) -> list[list[int]]:
    """Clusters of 0..count-1: the two clusters of highest mean similarity are joined while it is `least`.

    Pairs that are not given count as 0 similar, so the work grows with the pairs and not with their
    square. `together` are joined before all others. Unweighted pair-group method with arithmetic
    mean (Sokal and Michener 1958). Ties go to the lower numbers: the result never depends on order.
    """
    together = sorted(together)
    pairs = _within_components(count, pairs, least, together)
    total: list[dict[int, float]] = [{} for _ in range(count)]
    for i, j, value in zip(pairs.left.tolist(), pairs.right.tolist(), pairs.value.tolist(), strict=True):
        total[i][j] = total[j][i] = value
    members = [[place] for place in range(count)]
    alive = list(range(count))  # where each cluster went; itself while it stands

    def merge(one: int, other: int) -> None:
        members[one] = sorted(members[one] + members[other])
        members[other] = []
        alive[other] = one
        for third, value in total[other].items():
            if third != one:
                total[one][third] = total[third][one] = total[one].get(third, 0.0) + value
            total[third].pop(other, None)
        total[other] = {}

    def root(place: int) -> int:
        while alive[place] != place:
            place = alive[place]
        return place

    for i, j in together:
        one, other = sorted((root(i), root(j)))
        if one != other:
            merge(one, other)

    def mean(one: int, other: int) -> float:
        return total[one][other] / (len(members[one]) * len(members[other]))

    heap = [(-mean(i, j), i, j) for i in range(count) for j in total[i] if i < j and mean(i, j) >= least]
    heapq.heapify(heap)
    while heap:
        value, one, other = heapq.heappop(heap)
        if other not in total[one] or -value != mean(one, other):
            continue  # one of the two has changed since
        merge(one, other)
        for third in total[one]:
            new = mean(one, third)
            if new >= least:
                heapq.heappush(heap, (-new, min(one, third), max(one, third)))
    return [group for group in members if group]


def _within_components(count: int, pairs: Pairs, least: float, together: Sequence[tuple[int, int]]) -> Pairs:
    """The pairs that can matter: those inside the components that pairs of `least` and `together` connect.

    No mean is above its highest value, so no cluster ever leaves its component.
    """
    strong = pairs.value >= least * (1 - 1e-9)
    bound = np.array(together, dtype=np.int64).reshape(-1, 2)
    one = np.concatenate([pairs.left[strong], bound[:, 0]])
    other = np.concatenate([pairs.right[strong], bound[:, 1]])
    graph = sparse.coo_array((np.ones(len(one)), (one, other)), shape=(count, count))
    component = sparse.csgraph.connected_components(graph, directed=False)[1]
    inside = component[pairs.left] == component[pairs.right]
    return Pairs(pairs.left[inside], pairs.right[inside], pairs.value[inside])
