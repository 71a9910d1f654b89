"""How rare a feature is in an archive: what it tells of the texts that share it.

The rarity of every feature changes a little with every text, and with it every likeness. So in a large
archive it goes in steps: where one text changes, most likenesses stay what they were and need not be worked
out again.
"""

import msgspec
import numpy as np
from numpy.typing import NDArray

from crisis_archive.relating.vectors import Features

WITHOUT_STEPS = 2048
"""An archive of more texts has its rarities in steps."""
_STEP = 2
"""Each step is so many doublings: four times as many texts."""
_COMMON = 0.5
"""Features of more than this share of the texts tell nothing apart and cost most: they are left out."""
_MOST_HOLDERS = 5000
"""Nor do those of more texts: so the work in a very large archive stays in proportion to its texts."""
_LEAST_HOLDERS = 4
_LEAST_LISTED = 1 << _STEP
_ABOUT = 4
"""The size of a large archive counts in so many binary digits."""
_ONE = np.array([1])


class Rarity(msgspec.Struct, frozen=True):
    """What each feature weighs: its smoothed inverse document frequency (Manning, Raghavan, Schütze:
    Introduction to Information Retrieval, 6.2). Those not listed weigh `unlisted` and are not common."""

    names: NDArray[np.uint32]
    """Sorted."""
    weight: NDArray[np.float64]
    common: NDArray[np.bool_]
    """Whether it is left out where texts are compared."""
    unlisted: float

    def of(self, names: NDArray[np.uint32]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """Weights of these features, and which of them are common."""
        if not len(self.names):
            return np.full(len(names), self.unlisted), np.zeros(len(names), dtype=bool)
        at = np.minimum(np.searchsorted(self.names, names), len(self.names) - 1)
        listed = self.names[at] == names
        return np.where(listed, self.weight[at], self.unlisted), listed & self.common[at]

    def differing(self, other: "Rarity") -> NDArray[np.uint32]:
        """The features that weigh something else in another archive, or are common in one alone; sorted.

        Where those not listed do, the listed ones alone are given: all others differ too.
        """
        names = np.union1d(self.names, other.names).astype(np.uint32)
        (mine, left_out), (theirs, left_out_there) = self.of(names), other.of(names)
        found: NDArray[np.uint32] = names[(mine != theirs) | (left_out != left_out_there)]
        return found


def has_steps(texts: int) -> bool:
    """Whether the rarities of an archive of so many texts go in steps."""
    return texts > WITHOUT_STEPS


def rarity_of(texts: Features) -> Rarity:
    """The rarity of the features of these texts."""
    total = len(texts)
    names, holders = _holders(texts.names, _LEAST_LISTED if has_steps(total) else 1)
    size = stepped_size(total)
    if not has_steps(total):
        limit = max(min(_COMMON * total, _MOST_HOLDERS), _LEAST_HOLDERS)
        return Rarity(names, _weight(size, holders), holders > limit, float(_weight(size, _ONE)[0]))
    rest = total.bit_length() - _ABOUT
    limit = min(_COMMON * (total >> rest << rest), _MOST_HOLDERS)
    return Rarity(names, _weight(size, _stepped(holders)), holders > limit, float(_weight(size, _ONE)[0]))


def stepped_size(texts: int) -> int:
    """The size of an archive as it counts for rarity: of a large one the last power of two."""
    return 1 << texts.bit_length() - 1 if has_steps(texts) else texts


def holders_of(texts: Features) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """All features of these texts, sorted, and how many texts have each: in a large archive in steps."""
    names, holders = _holders(texts.names, 1)
    return names, _stepped(holders) if has_steps(len(texts)) else holders


def _stepped(holders: NDArray[np.int64]) -> NDArray[np.int64]:
    """The least number of each one's step."""
    doublings = np.frexp(holders.astype(np.float64))[1].astype(np.int64) - 1
    found: NDArray[np.int64] = np.left_shift(1, doublings // _STEP * _STEP)
    return found


def _holders(names: NDArray[np.uint32], least: int) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """The features that so many texts have, and how many have each."""
    ordered = np.sort(names)
    begins = np.ones(len(ordered) + 1, dtype=bool)  # and where the last one ends
    np.not_equal(ordered[1:], ordered[:-1], out=begins[1:-1])
    starts = np.flatnonzero(begins)
    holders = np.diff(starts)
    listed = holders >= least
    return ordered[starts[:-1][listed]], holders[listed]


def _weight(total: int, holders: NDArray[np.int64]) -> NDArray[np.float64]:
    weight: NDArray[np.float64] = np.log((1 + total) / (1 + holders)) + 1
    return weight
