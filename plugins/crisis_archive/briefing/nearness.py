"""Which sentences of a crisis are near one another, found without comparing all pairs."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

_BLOCK = 64
"""Sentences compared at once: bounds the memory, not the result."""
_BLOCKS = 8
"""After so many those that stand before them are left out."""
_SLACK = 1e-6
"""Room for rounding where a bound decides that two sentences need no closer look."""
_BILLION = 1_000_000_000
_BITS = 30
"""Of a cosine in billionths."""
_Places = NDArray[np.int64]


class Near(NamedTuple):
    """Pairs of sentences as three arrays of one length, sorted by `row`, then from the nearest on."""

    row: _Places
    column: _Places
    cosine: NDArray[np.float64]


class _Alike(NamedTuple):
    """Pairs of sentences, with their cosines in whole billionths."""

    row: NDArray[np.int32]
    column: NDArray[np.int32]
    cosine: NDArray[np.int32]


def nearest(vectors: sparse.csr_array, texts: _Places, most: int, least: float) -> Near:
    """For each sentence (a row of length 1) the nearest one of every other text; ties to the first.

    `texts` gives for each sentence the number of its text, in order. Only pairs with a cosine of `least` or
    more that share a telling term count; a term is telling while no more than `most` sentences hold it, so
    the work grows with the sentences and not with their square.
    """
    count = len(texts)
    row, column, cosine = _both_ways(_pairs(vectors, texts, most, least), count)
    # Of each row and text the nearest, and of those the first.
    text = row.astype(np.int64) * (int(texts.max(initial=0)) + 1) + texts[column]
    begins = np.flatnonzero(np.diff(text, prepend=-1))
    if not len(begins):
        return Near(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0))
    best = np.repeat(np.maximum.reduceat(cosine, begins), np.diff(begins, append=len(text)))
    among = np.flatnonzero(cosine == best)
    first = among[np.diff(text[among], prepend=-1) != 0]
    row, column, cosine = row[first], column[first], cosine[first]
    order = np.argsort((row.astype(np.int64) << _BITS) + (_BILLION - cosine), kind="stable")
    return Near(row[order].astype(np.int64), column[order].astype(np.int64), cosine[order] / _BILLION)


def _pairs(vectors: sparse.csr_array, texts: _Places, most: int, least: float) -> _Alike:
    """Each two that are near, the first one as the row; in order of rows."""
    holders = np.bincount(vectors.indices, minlength=vectors.shape[1])
    by_term = vectors.tocsc()
    telling = sparse.csr_array(by_term[:, holders <= most])
    common = sparse.csr_array(by_term[:, holders > most])
    # Cauchy and Schwarz: the common terms add no more than the product of their lengths.
    rest = np.sqrt(np.asarray(common.multiply(common).sum(axis=1))).ravel()
    nothing = np.empty(0, np.int32)
    found = [_Alike(nothing, nothing, nothing)]
    for number, first in enumerate(range(0, len(texts), _BLOCK)):
        if number % _BLOCKS == 0:
            begin, across = first, telling[first:].T.tocsr()
        shared = telling[first : first + _BLOCK] @ across
        rows = np.repeat(np.arange(first, first + shared.shape[0], dtype=np.int32), np.diff(shared.indptr))
        columns = shared.indices + begin
        likely = shared.data + rest[rows] * rest[columns] >= least - _SLACK
        likely &= texts[rows] < texts[columns]  # the other way round it is the same
        rows, columns, cosines = rows[likely], columns[likely], shared.data[likely]
        cosines += np.asarray(common[rows].multiply(common[columns]).sum(axis=1)).ravel()
        whole = np.rint(cosines * _BILLION)
        near = whole / _BILLION >= least
        found.append(_Alike(rows[near], columns[near], whole[near].astype(np.int32)))
    return _Alike(*(np.concatenate(parts) for parts in zip(*found, strict=True)))


def _both_ways(pairs: _Alike, count: int) -> _Alike:
    """The pairs with each of their two as the row; sorted by row, then by column. In linear time."""
    upper = sparse.csr_array(
        (pairs.cosine, pairs.column, np.searchsorted(pairs.row, np.arange(count + 1))), shape=(count, count)
    )
    lower = upper.tocsc()  # its columns are the rows of the other way round, sorted
    upper = sparse.csr_array((lower.data, lower.indices, lower.indptr), shape=(count, count)).tocsc()
    starts = lower.indptr.astype(np.int64) + upper.indptr
    row = np.repeat(np.arange(count, dtype=np.int32), np.diff(starts))
    at = np.arange(len(pairs.row))
    column, cosine = np.empty(len(row), np.int32), np.empty(len(row), np.int32)
    for half, before in ((lower, upper.indptr[:-1]), (upper, lower.indptr[1:])):
        place = at + np.repeat(before, np.diff(half.indptr))
        column[place], cosine[place] = half.indices, half.data
    return _Alike(row, column, cosine)
