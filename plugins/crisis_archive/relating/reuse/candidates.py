"""Which pairs of texts are worth comparing, found without comparing all pairs."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b
from math import log

import msgspec
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from crisis_archive.relating.keeping import Keeping, nothing_kept
from crisis_archive.relating.vectors import distinct

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
_FILTER = 0x3FFFFF
_NAME = "pairs looked at"
_REMEMBERED = 1 << 15
"""Terms whose number is kept, the last used: the common ones, which come again and again."""


class HeldTerms(msgspec.Struct, frozen=True):
    """Which terms each text holds, as numbers: a whole archive fits into memory."""

    ids: tuple[str, ...]
    """Of the documents, sorted."""
    terms: NDArray[np.uint64]
    """Of one text after the other, those of each sorted."""
    starts: NDArray[np.int64]
    """Where the terms of each text begin, and the last ones end."""

    def take(self, places: NDArray[np.int64]) -> "HeldTerms":
        """Some of the texts."""
        parts = [self.terms[self.starts[each] : self.starts[each + 1]] for each in places.tolist()]
        return _together(tuple(self.ids[each] for each in places.tolist()), parts)

    def matrix(self, wanted: NDArray[np.uint64]) -> sparse.csr_array:
        """1 where a document (a row) holds one of these terms (sorted; a column each)."""
        # Most terms may not be wanted; for nearly all of them their lower bits tell.
        seen = np.zeros(_FILTER + 1, dtype=bool)
        seen[wanted & np.uint64(_FILTER)] = True
        at = np.flatnonzero(seen[self.terms & np.uint64(_FILTER)])
        columns = np.searchsorted(wanted, self.terms[at])
        found = wanted[np.minimum(columns, len(wanted) - 1)] == self.terms[at] if len(wanted) else columns > 0
        at, columns = at[found], columns[found]
        starts = np.searchsorted(at, self.starts)
        return sparse.csr_array((np.ones(len(at)), columns, starts), shape=(len(self.ids), len(wanted)))


class _Looked(msgspec.Struct, frozen=True, array_like=True):
    """Pairs that the last build looked at, as bytes: two texts share enough terms or not, whatever others
    do."""

    texts: tuple[bytes, ...]
    """Their keys."""
    pairs: bytes
    """Of their places, the smaller first; sorted."""
    enough: bytes


def numbered(terms: Iterable[str]) -> bytes:
    """Different terms as sorted 64-bit numbers, the same everywhere; of a million no two share one."""
    numbers = np.array(sorted(set(map(_number, terms))), dtype="<u8")
    return numbers.tobytes()


@lru_cache(maxsize=_REMEMBERED)
def _number(term: str) -> int:
    return int.from_bytes(blake2b(term.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def held_terms(texts: Sequence[tuple[str, bytes]]) -> HeldTerms:
    """The terms (`numbered`) of texts that come in the order of their ids."""
    ids = tuple(document for document, _ in texts)
    return _together(ids, [np.frombuffer(terms, dtype="<u8") for _, terms in texts])


def _together(ids: tuple[str, ...], parts: Sequence[NDArray[np.uint64]]) -> HeldTerms:
    starts = np.concatenate([[0], np.cumsum([len(part) for part in parts])]).astype(np.int64)
    return HeldTerms(ids, np.concatenate([np.empty(0, "<u8"), *parts]), starts)


def candidate_pairs(held: HeldTerms, kept: Keeping | None = None) -> list[tuple[str, str]]:
    """Pairs of document ids (smaller first, sorted) that share enough rare terms and enough of all terms."""
    total = len(held.ids)
    rare, rarity = _rare(held)
    matrix = held.matrix(rare)
    weighed = matrix.copy()
    weighed.data = rarity[matrix.indices]
    across = matrix.T.tocsr()
    found = [_best(weighed[first : first + _BLOCK] @ across, first) for first in range(0, total, _BLOCK)]
    looked = np.unique(
        np.concatenate([np.empty(0, np.int64), *(one * total + other for one, other in found)])
    )
    pairs = looked[_enough(held, looked, kept or nothing_kept())]
    places = zip((pairs // total).tolist(), (pairs % total).tolist(), strict=True) if total else ()
    return [(held.ids[one], held.ids[other]) for one, other in places]


def _rare(held: HeldTerms) -> tuple[NDArray[np.uint64], NDArray[np.float64]]:
    """The terms of few documents that more than one has, and how rare each is."""
    ordered = np.sort(held.terms)
    begins = np.ones(len(ordered) + 1, dtype=bool)  # and where the last one ends
    np.not_equal(ordered[1:], ordered[:-1], out=begins[1:-1])
    starts = np.flatnonzero(begins)
    holders = np.diff(starts)
    leading = (holders > 1) & (holders <= _MOST_COMMON)
    rarity = np.array([0.0, *(log(1 + len(held.ids) / each) for each in range(1, _MOST_COMMON + 1))])
    return ordered[starts[:-1][leading]], rarity[holders[leading]]


def _enough(held: HeldTerms, looked: NDArray[np.int64], kept: Keeping) -> NDArray[np.bool_]:
    """For each pair (its places in one number; sorted) whether the two share enough of their terms."""
    total = len(held.ids)
    enough = np.zeros(len(looked), dtype=bool)
    known = enough.copy()
    keys = tuple(kept.text(each) for each in held.ids)
    last = kept.last(_NAME, _Looked) if kept.remembers else None
    if last is not None and len(looked):
        before, was = _before(last, keys)
        at = np.minimum(np.searchsorted(before, looked), max(len(before) - 1, 0))
        known = before[at] == looked if len(before) else known
        enough[known] = was[at[known]]
    new = np.flatnonzero(~known)
    for first in range(0, len(new), _PAIRS):
        some = new[first : first + _PAIRS]
        enough[some] = _share_enough(held, looked[some] // total, looked[some] % total)
    if kept.remembers:
        kept.keep_last(_NAME, _Looked(keys, looked.tobytes(), enough.tobytes()))
    return enough


def _before(last: _Looked, keys: Sequence[bytes]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """The pairs of the last build that are still there, in numbers of this one, and what was found."""
    place = {key: at for at, key in enumerate(keys)}
    now = np.array([place.get(key, -1) for key in last.texts], dtype=np.int64)
    pairs, enough = np.frombuffer(last.pairs, np.int64), np.frombuffer(last.enough, np.bool_)
    one, other = now[pairs // len(now)], now[pairs % len(now)]
    stays = (one >= 0) & (other >= 0)
    one, other = one[stays], other[stays]
    numbers = np.minimum(one, other) * len(keys) + np.maximum(one, other)
    order = np.argsort(numbers)
    return numbers[order], enough[stays][order]


def _share_enough(held: HeldTerms, one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.bool_]:
    """For each two whether the shorter text has enough of its terms in common with the other."""
    both = np.concatenate([one, other])
    places = distinct(both)
    at = np.searchsorted(places, both)
    some = held.take(places)
    matrix = some.matrix(distinct(some.terms))
    shared = np.asarray(matrix[at[: len(one)]].multiply(matrix[at[len(one) :]]).sum(axis=1)).ravel()
    sizes = np.diff(some.starts)[at]
    return np.asarray(shared >= _SHARED * np.minimum(sizes[: len(one)], sizes[len(one) :]))


def _best(product: sparse.csr_array, first: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The `_KEPT` best candidates of each text of a block, as places, the smaller first."""
    rows = np.repeat(np.arange(first, first + product.shape[0], dtype=np.int64), np.diff(product.indptr))
    chosen = (product.data >= _LEAST) & (rows != product.indices)
    rows, columns, values = rows[chosen], product.indices[chosen].astype(np.int64), product.data[chosen]
    begins = np.searchsorted(rows, np.arange(first, first + product.shape[0] + 1))
    worth = np.ones(len(rows), dtype=bool)
    for row in np.flatnonzero(np.diff(begins) > _KEPT).tolist():
        part = slice(begins[row], begins[row + 1])  # what is less than the last to be kept need not be sorted
        worth[part] = values[part] >= np.partition(values[part], -_KEPT)[-_KEPT]
    rows, columns, values = rows[worth], columns[worth], values[worth]
    order = np.lexsort((columns, -values, rows))
    rows, columns = rows[order], columns[order]
    kept = np.arange(len(rows)) - np.searchsorted(rows, rows) < _KEPT
    rows, columns = rows[kept], columns[kept]
    return np.minimum(rows, columns), np.maximum(rows, columns)
