"""How near two texts are, measured by how near their neighbours are."""

from collections.abc import Sequence
from math import isqrt

import numpy as np
from numpy.typing import NDArray

from crisis_archive.relating.vectors import Pairs

_MOST_NEIGHBOURS = 7
_FLOOR = 0.08
"""Nothing is near below this likeness, however lonely both texts are."""
_WEEKS = 60
"""Days; texts further apart in time tell of one event only through others between them."""
_APART = 0.5


def neighbours_counted(texts: int) -> int:
    """How many neighbours make a neighbourhood: few in a small archive, at most seven."""
    return max(1, min(_MOST_NEIGHBOURS, isqrt(texts) // 2))


def discount_distance(pairs: Pairs, days: Sequence[int | None]) -> Pairs:
    """Halve the likeness of two texts whose own days are known and lie more than `_WEEKS` apart."""
    known = np.array([np.nan if day is None else float(day) for day in days])
    with np.errstate(invalid="ignore"):
        far = np.abs(known[pairs.left] - known[pairs.right]) > _WEEKS
    return Pairs(pairs.left, pairs.right, np.where(far, pairs.value * _APART, pairs.value))


def nearest(pairs: Pairs, texts: int, most: int) -> list[list[tuple[float, int]]]:
    """For each text its `most` likest others as (likeness, place), the likest first."""
    one = np.concatenate([pairs.left, pairs.right])
    other = np.concatenate([pairs.right, pairs.left])
    value = np.concatenate([pairs.value, pairs.value])
    order = np.lexsort((other, -value, one))
    one, other, value = one[order], other[order], value[order]
    kept = np.arange(len(one)) - np.searchsorted(one, one) < most
    near: list[list[tuple[float, int]]] = [[] for _ in range(texts)]
    for text, likeness, place in zip(
        one[kept].tolist(), value[kept].tolist(), other[kept].tolist(), strict=True
    ):
        near[text].append((likeness, place))
    return near


def scale_locally(pairs: Pairs, texts: int) -> Pairs:
    """Likeness in relation to both neighbourhoods, at most 1.

    Long and short texts, and events told in few or many words, become comparable: the likeness of two
    texts is divided by the geometric mean of how like each is to its nearest (local scaling after
    Zelnik-Manor and Perona, Self-Tuning Spectral Clustering, 2004).
    """
    count = neighbours_counted(texts)
    scale: NDArray[np.float64] = np.array(
        [max(sum(value for value, _ in near) / count, _FLOOR) for near in nearest(pairs, texts, count)]
    )
    value: NDArray[np.float64] = pairs.value / np.sqrt(scale[pairs.left] * scale[pairs.right])
    return Pairs(pairs.left, pairs.right, np.minimum(value, 1.0).round(9))
