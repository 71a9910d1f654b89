"""Which sentences of a crisis are near one another, found without comparing all pairs."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

_BLOCK = 64
"""Sentences compared at once: bounds the memory, not the result."""
_SLACK = 1e-6
"""Room for rounding where a bound decides that two sentences need no closer look."""
_Places = NDArray[np.int64]


class Near(NamedTuple):
    """Pairs of sentences as three arrays of one length, sorted by `row`, then from the nearest on."""

    row: _Places
    column: _Places
    cosine: NDArray[np.float64]


def nearest(vectors: sparse.csr_array, texts: _Places, most: int, least: float) -> Near:
    """For each sentence (a row of length 1) the nearest one of every other text; ties to the first.

    `texts` gives for each sentence the number of its text. Only pairs with a cosine of `least` or more that
    share a telling term count; a term is telling while no more than `most` sentences hold it, so the work
    grows with the sentences and not with their square.
    """
    holders = np.bincount(vectors.indices, minlength=vectors.shape[1])
    by_term = vectors.tocsc()
    telling = sparse.csr_array(by_term[:, holders <= most])
    common = sparse.csr_array(by_term[:, holders > most])
    # Cauchy and Schwarz: the common terms add no more than the product of their lengths.
    rest = np.sqrt(np.asarray(common.multiply(common).sum(axis=1))).ravel()
    across = telling.T.tocsr()
    nothing = np.empty(0, np.int64)
    found = [Near(nothing, nothing, np.empty(0))]
    for first in range(0, len(texts), _BLOCK):
        shared = telling[first : first + _BLOCK] @ across
        rows = np.repeat(np.arange(first, first + shared.shape[0]), np.diff(shared.indptr))
        columns = shared.indices
        likely = shared.data + rest[rows] * rest[columns] >= least - _SLACK
        likely &= texts[rows] != texts[columns]
        rows, columns, cosines = rows[likely], columns[likely].astype(np.int64), shared.data[likely]
        cosines += np.asarray(common[rows].multiply(common[columns]).sum(axis=1)).ravel()
        cosines = cosines.round(9)
        near = cosines >= least
        found.append(_nearest_of_each(Near(rows[near], columns[near], cosines[near]), texts))
    return Near(*(np.concatenate(parts) for parts in zip(*found, strict=True)))


def _nearest_of_each(pairs: Near, texts: _Places) -> Near:
    """Of the columns of one text the nearest to a row."""
    row, column, cosine = pairs
    if not len(row):
        return pairs
    text = row * (int(texts.max()) + 1) + texts[column]
    order = np.argsort(text * len(texts) + column)
    row, column, cosine, text = row[order], column[order], cosine[order], text[order]
    # Of each row and text the nearest, and of those the first.
    begins = np.flatnonzero(np.diff(text, prepend=-1))
    best = np.repeat(np.maximum.reduceat(cosine, begins), np.diff(begins, append=len(text)))
    among = np.flatnonzero(cosine == best)
    first = among[np.diff(text[among], prepend=-1) != 0]
    row, column, cosine = row[first], column[first], cosine[first]
    order = np.lexsort((column, -cosine, row))
    return Near(row[order], column[order], cosine[order])
