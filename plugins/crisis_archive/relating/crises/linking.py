"""How near two texts are, measured by how near their neighbours are."""

from collections.abc import Sequence
from math import isqrt

import msgspec
import numpy as np
from numpy.typing import NDArray

from crisis_archive.relating.vectors import Pairs

_MOST_NEIGHBOURS = 7
_FLOOR = 0.08
"""Nothing is near below this likeness, however lonely both texts are."""
_WEEKS = 60
"""Days; texts further apart in time tell of one event only through others between them."""
_APART = 0.5
_BITS = 40
_WHOLE = 1 << _BITS
"""What the likeness 1 is as a whole number."""
_STEPS = 32
"""Of likeness, finer for lower ones, in which neighbours are counted."""


def neighbours_counted(texts: int) -> int:
    """How many neighbours make a neighbourhood: few in a small archive, at most seven."""
    return max(1, min(_MOST_NEIGHBOURS, isqrt(texts) // 2))


def discount_distance(pairs: Pairs, days: Sequence[int | None]) -> Pairs:
    """Halve the likeness of two texts whose own days are known and lie more than `_WEEKS` apart."""
    known = np.array([np.nan if day is None else float(day) for day in days])
    with np.errstate(invalid="ignore"):
        far = np.abs(known[pairs.left] - known[pairs.right]) > _WEEKS
    return Pairs(pairs.left, pairs.right, np.where(far, pairs.value * _APART, pairs.value))


class Nearest(msgspec.Struct, frozen=True):
    """The likest others of texts, as arrays: text after text, the likest first."""

    texts: NDArray[np.int64]
    others: NDArray[np.int64]
    values: NDArray[np.float64]


def nearest(pairs: Pairs, most: int) -> Nearest:
    """For each text its `most` likest others; of others as like (to 12 digits) the lower places."""
    # For one text the others come in their order: first those before it, then those after it.
    one, other = np.concatenate([pairs.right, pairs.left]), np.concatenate([pairs.left, pairs.right])
    likeness = (pairs.value * _WHOLE).astype(np.int64)
    some = _likest_enough(one, likeness, most)
    one, other, pair = one[some], other[some], some % max(len(likeness), 1)
    order = np.argsort((one << _BITS + 1) + (_WHOLE - likeness[pair]), kind="stable")
    one, other, pair = one[order], other[order], pair[order]
    kept = _ranks(one) < most
    return Nearest(one[kept], other[kept], pairs.value[pair[kept]])


def _likest_enough(one: NDArray[np.int64], likeness: NDArray[np.int64], most: int) -> NDArray[np.int64]:
    """Which can be among the `most` likest others of each text (twice the pairs: of the right text and of
    the left one): counted by steps of likeness, so that few are left to be sorted."""
    step = ((1 - np.sqrt(likeness / _WHOLE)) * _STEPS).astype(np.int64)  # the likest are in the first
    step = np.concatenate([step, step])
    has = np.bincount(one * (_STEPS + 1) + step, minlength=(int(one.max(initial=-1)) + 1) * (_STEPS + 1))
    last = (np.cumsum(has.reshape(-1, _STEPS + 1), axis=1) < most).sum(axis=1)
    return np.flatnonzero(step <= last[one])


def _ranks(rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each entry its place in its row; rows come one after the other."""
    sizes = np.bincount(rows)
    found: NDArray[np.int64] = np.arange(len(rows)) - (np.cumsum(sizes) - sizes)[rows]
    return found


def scale_locally(pairs: Pairs, texts: int) -> Pairs:
    """Likeness in relation to both neighbourhoods, at most 1.

    Long and short texts, and events told in few or many words, become comparable: the likeness of two
    texts is divided by the geometric mean of how like each is to its nearest (local scaling after
    Zelnik-Manor and Perona, Self-Tuning Spectral Clustering, 2004).
    """
    count = neighbours_counted(texts)
    near = nearest(pairs, count)
    rank = _ranks(near.texts)
    total = np.zeros(texts)
    for each in range(count):  # one after the other, the likest first: so they are added the same everywhere
        total[near.texts[rank == each]] += near.values[rank == each]
    scale = np.maximum(total / count, _FLOOR)
    value: NDArray[np.float64] = pairs.value / np.sqrt(scale[pairs.left] * scale[pairs.right])
    return Pairs(pairs.left, pairs.right, np.minimum(value, 1.0).round(9))
