"""Texts as sparse TF-IDF vectors, and the pairs of texts whose vectors are alike."""

from collections.abc import Mapping, Sequence
from zlib import crc32

import msgspec
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from crisis_archive.scheduling.shares import in_shares, part_of

_COMMON = 0.5
"""Features of more than this share of the texts tell nothing apart and cost most: they are left out."""
_MOST_HOLDERS = 5000
"""Nor do those of more texts: so the work in a very large archive stays in proportion to its texts."""
_BLOCK = 128
"""Texts compared with all others at once: bounds the memory, not the result."""
_BLOCKS_WORTH_A_PROCESS = 4
_MIDDLE = 1e-6
"""So near to the middle between two numbers the product may lie on the other side of it."""
_Found = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]


class Features(msgspec.Struct, frozen=True):
    """Counted features of one text, named by 32-bit numbers (CRC-32 of the words: the same everywhere)."""

    names: NDArray[np.uint32]
    """Sorted, each once."""
    counts: NDArray[np.uint32]


class Pairs(msgspec.Struct, frozen=True):
    """Pairs of texts i < j in order, and how alike they are (0 to 1): three arrays of one length."""

    left: NDArray[np.int64]
    right: NDArray[np.int64]
    value: NDArray[np.float64]


def counted(features: Mapping[str, int]) -> Features:
    """Counted features; two that share a number are taken for one, which happens to few in a million."""
    names = np.array([crc32(name.encode("utf-8")) for name in features], dtype=np.uint32)
    counts = np.array(list(features.values()), dtype=np.uint32)
    order = np.lexsort((counts, names))
    return Features(names[order], counts[order])


def tf_idf(texts: Sequence[Features]) -> sparse.csr_array:
    """One row a text, one column a feature found in two texts or more.

    A row has unit length counted with the features that only its own text has, so that two texts
    that share little are little alike in a small archive too. Sublinear term frequency and smoothed
    inverse document frequency (Manning, Raghavan, Schütze: Introduction to Information Retrieval, 6.4).
    """
    total = len(texts)
    if not total:
        return sparse.csr_array((0, 0))
    frequency, columns = _frequencies(texts)
    weights = 1 + np.log(np.concatenate([each.counts for each in texts]))
    weights *= (np.log((1 + total) / (1 + frequency)) + 1)[columns]
    rows = np.repeat(np.arange(total, dtype=np.int32), [len(each.names) for each in texts])
    length = np.sqrt(np.bincount(rows, weights * weights, minlength=total))
    length[length == 0] = 1.0
    shared = (frequency > 1) & (frequency <= max(min(_COMMON * total, _MOST_HOLDERS), 4))
    kept = shared[columns]
    rows, weights, columns = rows[kept], weights[kept], (np.cumsum(shared, dtype=np.int32) - 1)[columns[kept]]
    starts = np.searchsorted(rows, np.arange(total + 1)).astype(np.int32)
    scaled = weights * (1 / length)[rows]
    return sparse.csr_array((scaled, columns, starts), shape=(total, int(shared.sum())))


def _frequencies(texts: Sequence[Features]) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """How many texts have each feature, by its name, and for all features of all texts their places there."""
    every = np.concatenate([each.names for each in texts])
    names, frequency = np.unique(every, return_counts=True)
    return frequency, np.searchsorted(names, every).astype(np.int32)


def alike(matrix: sparse.csr_array, least: float, most: int, jobs: int = 1) -> Pairs:
    """Pairs of rows with a cosine of at least `least`; of each row the `most` likest, ties to lower rows.

    `jobs` is the most processes to use; the result does not depend on it.
    """
    transposed = matrix.T.tocsr()
    blocks = range(0, matrix.shape[0], _BLOCK)

    def some(share: int, shares: int) -> _Found:
        found = [
            _block(matrix[first : first + _BLOCK] @ transposed, first, least, most)
            for first in part_of(blocks, share, shares)
        ]
        return _joined(found)

    rows, columns, values = _joined(in_shares(some, min(jobs, len(blocks) // _BLOCKS_WORTH_A_PROCESS)))
    low, high = np.minimum(rows, columns), np.maximum(rows, columns)
    keys, first_at = np.unique(low * matrix.shape[0] + high, return_index=True)
    return Pairs(keys // matrix.shape[0], keys % matrix.shape[0], values[first_at])


def _joined(found: Sequence[_Found]) -> _Found:
    return (
        np.concatenate([np.empty(0, np.int64), *(rows for rows, _, _ in found)]),
        np.concatenate([np.empty(0, np.int64), *(columns for _, columns, _ in found)]),
        np.concatenate([np.empty(0), *(values for _, _, values in found)]),
    )


def rounded(values: NDArray[np.float64], digits: int) -> NDArray[np.float64]:
    """What `round` gives for each value (0 to 1), at once; what lies near the middle is looked at alone."""
    scaled = values * 10**digits
    found: NDArray[np.float64] = np.rint(scaled) / 10**digits
    near = np.flatnonzero(np.abs(scaled - np.floor(scaled) - 0.5) < _MIDDLE)
    found[near] = [round(value, digits) for value in values[near].tolist()]
    return found


def _block(product: sparse.csr_array, first: int, least: float, most: int) -> _Found:
    """Row, column and value of the pairs to keep of some rows, the first of which is the row `first`."""
    rows = np.repeat(np.arange(first, first + product.shape[0], dtype=np.int64), np.diff(product.indptr))
    # Rounded, so that neither the block nor the order of adding can tip a later comparison.
    values = np.round(np.minimum(product.data, 1.0), 9)
    chosen = (values >= least) & (rows != product.indices)
    rows, columns, values = rows[chosen], product.indices[chosen].astype(np.int64), values[chosen]
    begins = np.searchsorted(rows, np.arange(first, first + product.shape[0] + 1))
    kept = np.ones(len(rows), dtype=bool)
    for row in np.flatnonzero(np.diff(begins) > most).tolist():
        part = slice(begins[row], begins[row + 1])
        kept[part] = _likest(values[part], columns[part], most)
    return rows[kept], columns[kept], values[kept]


def _likest(values: NDArray[np.float64], columns: NDArray[np.int64], most: int) -> NDArray[np.bool_]:
    """Which are the `most` highest values; of equal ones those with lower columns."""
    last = np.partition(values, len(values) - most)[len(values) - most]
    kept: NDArray[np.bool_] = values > last
    equal = np.flatnonzero(values == last)
    equal = equal[np.argsort(columns[equal])]
    kept[equal[: most - int(kept.sum())]] = True
    return kept
