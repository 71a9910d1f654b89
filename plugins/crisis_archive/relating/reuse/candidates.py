"""Which pairs of texts are worth comparing, found without comparing all pairs."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise
from math import log

import msgspec
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

_MOST_COMMON = 50
"""A term found in more documents than this leads to no candidates: the work stays linear."""
_KEPT = 12
"""Candidates followed for one document, the best first."""
_LEAST = 6.0
"""Least summed rarity of shared terms."""
_SHARED = 0.38
"""Least share of the shorter text's terms in the other one: below it no sentence is looked at."""
_BLOCK = 256
"""Texts compared at once, and pairs: they bound the memory, not the result."""
_PAIRS = 4096
_REMEMBERED = 1 << 17
"""Terms whose number is kept: as many as a large archive has."""


class HeldTerms(msgspec.Struct, frozen=True):
    """Which terms each text holds, as numbers: a whole archive fits into memory."""

    ids: tuple[str, ...]
    """Of the documents, sorted; one row each."""
    matrix: sparse.csr_array
    """1 where a document holds a term; the columns are in the order of the terms' numbers."""


def numbered(terms: Iterable[str]) -> bytes:
    """Different terms as sorted 64-bit numbers, the same everywhere; of a million no two share one."""
    numbers = np.array(sorted(set(map(_number, terms))), dtype="<u8")
    return numbers.tobytes()


@lru_cache(maxsize=_REMEMBERED)
def _number(term: str) -> int:
    return int.from_bytes(blake2b(term.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def held_terms(texts: Sequence[tuple[str, bytes]]) -> HeldTerms:
    """The terms (`numbered`) of texts that come in the order of their ids."""
    rows = [np.frombuffer(terms, dtype="<u8") for _, terms in texts]
    numbers, columns = np.unique(np.concatenate([np.empty(0, "<u8"), *rows]), return_inverse=True)
    starts = np.concatenate([[0], np.cumsum([len(row) for row in rows])])
    held = sparse.csr_array((np.ones(len(columns)), columns, starts), shape=(len(rows), len(numbers)))
    return HeldTerms(tuple(document for document, _ in texts), held)


def candidate_pairs(held: HeldTerms) -> list[tuple[str, str]]:
    """Pairs of document ids (smaller first, sorted) that share enough rare terms and enough of all terms."""
    total = len(held.ids)
    holders = np.bincount(held.matrix.indices, minlength=held.matrix.shape[1])
    leading = (holders > 1) & (holders <= _MOST_COMMON)
    rare = held.matrix.tocsc()[:, leading]
    rarity = [log(1 + total / each) for each in holders[leading].tolist()]
    weighed = sparse.csr_array(rare @ sparse.diags_array(rarity))
    across = sparse.csr_array(rare.T)
    found = [_best(weighed[first : first + _BLOCK] @ across, first) for first in range(0, total, _BLOCK)]
    pairs = np.unique(np.concatenate([np.empty((0, 2), np.int64), *found]), axis=0)
    blocks = (pairs[first : first + _PAIRS] for first in range(0, len(pairs), _PAIRS))
    return [
        (held.ids[one], held.ids[other])
        for block in blocks
        for one, other in block[_share_enough(held.matrix, block)].tolist()
    ]


def _share_enough(matrix: sparse.csr_array, pairs: NDArray[np.int64]) -> NDArray[np.bool_]:
    """For each pair of places whether the shorter text has enough of its terms in common with the other."""
    one, other = matrix[pairs[:, 0]], matrix[pairs[:, 1]]
    shared = np.asarray(one.multiply(other).sum(axis=1)).ravel()
    return np.asarray(shared >= _SHARED * np.minimum(np.diff(one.indptr), np.diff(other.indptr)))


def _best(product: sparse.csr_array, first: int) -> NDArray[np.int64]:
    """The `_KEPT` best candidates of each text of a block, as pairs of places, smaller first."""
    rows = np.repeat(np.arange(first, first + product.shape[0], dtype=np.int64), np.diff(product.indptr))
    chosen = (product.data >= _LEAST) & (rows != product.indices)
    rows, columns, values = rows[chosen], product.indices[chosen].astype(np.int64), product.data[chosen]
    begins = np.searchsorted(rows, np.arange(first, first + product.shape[0] + 1)).tolist()
    worth = np.ones(len(rows), dtype=bool)
    for begin, end in pairwise(begins):
        if end - begin > _KEPT:  # what is less than the last to be kept need not be sorted
            worth[begin:end] = values[begin:end] >= np.partition(values[begin:end], -_KEPT)[-_KEPT]
    rows, columns, values = rows[worth], columns[worth], values[worth]
    order = np.lexsort((columns, -values, rows))
    rows, columns = rows[order], columns[order]
    kept = np.arange(len(rows)) - np.searchsorted(rows, rows) < _KEPT
    return np.sort(np.column_stack([rows[kept], columns[kept]]), axis=1)
