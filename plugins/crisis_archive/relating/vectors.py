"""Counted features of texts, and pairs of texts that are alike: arrays for a whole archive."""

from collections.abc import Mapping, Sequence
from typing import TypeVar
from zlib import crc32

import msgspec
import numpy as np
from numpy.typing import NDArray

Number = TypeVar("Number", bound=np.integer)
_FEWEST_BITS, _MOST_BITS = 12, 22
_ROOM = 16
"""So many slots for each name: two seldom meet."""
_BYTE = 256
_MIDDLE = 1e-6
"""So near to the middle between two numbers the product may lie on the other side of it."""


class Features(msgspec.Struct, frozen=True):
    """Counted features of texts, named by 32-bit numbers (CRC-32 of the words: the same everywhere)."""

    names: NDArray[np.uint32]
    """Of one text after the other; within each sorted, unless said otherwise, each once."""
    counts: NDArray[np.uint8] | NDArray[np.uint32]
    starts: NDArray[np.int64]
    """Where the features of each text begin, and the last ones end."""

    def __len__(self) -> int:
        return len(self.starts) - 1

    def rows(self) -> NDArray[np.int32]:
        """For each feature the place of its text."""
        return np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self.starts))

    def take(self, texts: Sequence[int] | NDArray[np.int64]) -> "Features":
        """Those of some texts."""
        first, sizes = self.starts[texts], np.diff(self.starts)[texts]
        starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
        at = np.arange(starts[-1]) + np.repeat(first - starts[:-1], sizes)
        return Features(self.names[at], self.counts[at], starts)


class Pairs(msgspec.Struct, frozen=True):
    """Pairs of texts i < j in order, and how alike they are (0 to 1): three arrays of one length."""

    left: NDArray[np.int64]
    right: NDArray[np.int64]
    value: NDArray[np.float64]


def distinct(values: NDArray[Number]) -> NDArray[Number]:
    """The different ones of many whole numbers, sorted; by sorting, which is faster than `numpy.unique`."""
    ordered = np.sort(values)
    found: NDArray[Number] = ordered[np.append(True, ordered[1:] != ordered[:-1])[: len(ordered)]]
    return found


def places_among(
    wanted: NDArray[np.uint32], names: NDArray[np.uint32]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where in `names` one of `wanted` (sorted, each once) stands, and which it is."""
    if not len(wanted):
        return np.empty(0, np.int64), np.empty(0, np.int64)
    # For nearly all names their lower bits tell that it is none, or which it can be; for few wanted ones few
    # bits do, and what is looked up stays near the processor.
    low = np.uint32((1 << min(max((_ROOM * len(wanted)).bit_length(), _FEWEST_BITS), _MOST_BITS)) - 1)
    seen = np.zeros(int(low) + 1, dtype=bool)
    seen[wanted & low] = True
    at = np.flatnonzero(seen[names & low])
    slots = np.zeros(len(seen), dtype=np.int32)
    slots[wanted & low] = np.arange(len(wanted), dtype=np.int32)
    names = names[at]
    which = slots[names & low]
    other = np.flatnonzero(wanted[which] != names)  # of two with the same lower bits one has the slot
    which[other] = np.minimum(np.searchsorted(wanted, names[other]), len(wanted) - 1)
    found = wanted[which] == names
    return at[found], which[found].astype(np.int64)


def in_order(features: Mapping[str, int]) -> tuple[bytes, bytes]:
    """Numbers of the features of one text, each of 32 bits, and their counts, little-endian: a byte each,
    or where one needs more 32 bits each."""
    names = np.array([crc32(name.encode("utf-8")) for name in features], dtype="<u4")
    return names.tobytes(), _packed(np.array(list(features.values()), dtype="<u4"))


def counted(features: Mapping[str, int]) -> tuple[bytes, bytes]:
    """The same, sorted by number.

    Two features that share a number are taken for one, which happens to few in a million.
    """
    names = np.array([crc32(name.encode("utf-8")) for name in features], dtype="<u4")
    counts = np.array(list(features.values()), dtype="<u4")
    order = np.lexsort((counts, names))
    return names[order].tobytes(), _packed(counts[order])


def laid_together(texts: Sequence[tuple[bytes, bytes]]) -> Features:
    """The features (`counted`) of many texts, in their order."""
    starts = np.cumsum([0, *(len(names) // 4 for names, _ in texts)], dtype=np.int64)
    names = np.frombuffer(b"".join(names for names, _ in texts), dtype="<u4")
    if any(len(counts) == len(names) for names, counts in texts if names):
        wide = [_unpacked(counts, len(names) // 4) for names, counts in texts]
        return Features(names, np.concatenate(wide), starts)
    return Features(names, np.frombuffer(b"".join(counts for _, counts in texts), dtype="u1"), starts)


def _packed(counts: NDArray[np.uint32]) -> bytes:
    return counts.astype("u1").tobytes() if counts.max(initial=0) < _BYTE else counts.tobytes()


def _unpacked(counts: bytes, features: int) -> NDArray[np.uint32]:
    return np.frombuffer(counts, dtype="u1" if len(counts) == features else "<u4").astype("<u4")


def rounded(values: NDArray[np.float64], digits: int) -> NDArray[np.float64]:
    """What `round` gives for each value (0 to 1), at once; what lies near the middle is looked at alone."""
    scaled = values * 10**digits
    found: NDArray[np.float64] = np.rint(scaled) / 10**digits
    near = np.flatnonzero(np.abs(scaled - np.floor(scaled) - 0.5) < _MIDDLE)
    found[near] = [round(value, digits) for value in values[near].tolist()]
    return found
