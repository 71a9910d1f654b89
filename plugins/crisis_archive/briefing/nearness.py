"""Which sentences of a crisis are near one another, found without comparing all pairs."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from crisis_archive.briefing.sentences import Candidate

_BLOCK = 256
"""Sentences compared at once: bounds the memory, not the result."""
_SLACK = 1e-6
"""Room for rounding where a bound decides that two sentences need no closer look."""
_Places = NDArray[np.int64]


def nearest(everything: Sequence[Candidate], most: int, least: float) -> list[dict[str, tuple[float, int]]]:
    """For each sentence the nearest one of every other text, as text to (cosine, number); ties to the first.

    Only pairs with a cosine of `least` or more that share a telling term count; a term is telling while no
    more than `most` sentences hold it, so the work grows with the sentences and not with their square.
    """
    found: list[dict[str, tuple[float, int]]] = [{} for _ in everything]
    if not everything:
        return found
    vectors = _matrix(everything)
    holders = np.bincount(vectors.indices, minlength=vectors.shape[1])
    telling = sparse.csr_array(vectors.tocsc()[:, holders <= most])
    common = sparse.csr_array(vectors.tocsc()[:, holders > most])
    # Cauchy and Schwarz: the common terms add no more than the product of their lengths.
    rest = np.sqrt(np.asarray(common.multiply(common).sum(axis=1))).ravel()
    texts = np.unique([each.record.id for each in everything], return_inverse=True)[1]
    across = telling.T.tocsr()
    for first in range(0, len(everything), _BLOCK):
        shared = (telling[first : first + _BLOCK] @ across).tocoo()
        rows, columns = shared.row.astype(np.int64) + first, shared.col.astype(np.int64)
        likely = shared.data + rest[rows] * rest[columns] >= least - _SLACK
        likely &= texts[rows] != texts[columns]
        _keep_nearest(found, everything, vectors, texts, (rows[likely], columns[likely]), least)
    return found


def _matrix(everything: Sequence[Candidate]) -> sparse.csr_array:
    """One row a sentence, one column a term, in the order of the terms."""
    place = {term: at for at, term in enumerate(sorted({term for each in everything for term in each.terms}))}
    columns = np.array([place[term] for each in everything for term in each.terms], dtype=np.int64)
    values = np.array([value for each in everything for value in each.terms.values()], dtype=np.float64)
    starts = np.concatenate([[0], np.cumsum([len(each.terms) for each in everything])])
    return sparse.csr_array((values, columns, starts), shape=(len(everything), len(place)))


def _keep_nearest(
    found: list[dict[str, tuple[float, int]]],
    everything: Sequence[Candidate],
    vectors: sparse.csr_array,
    texts: _Places,
    pairs: tuple[_Places, _Places],
    least: float,
) -> None:
    """Fill in, for each row of the pairs, the nearest column of every text."""
    rows, columns = pairs
    if not len(rows):
        return
    cosines = np.asarray(vectors[rows].multiply(vectors[columns]).sum(axis=1)).ravel().round(9)
    near = cosines >= least
    rows, columns, cosines = rows[near], columns[near], cosines[near]
    order = np.lexsort((columns, -cosines, rows))
    chosen = zip(rows[order].tolist(), columns[order].tolist(), cosines[order].tolist(), strict=True)
    for row, column, cosine in chosen:
        found[row].setdefault(everything[column].record.id, (cosine, column))
