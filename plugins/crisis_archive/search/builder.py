"""The index: every term with its postings and scores, term by term and score by score lunr.js's own.

Where the lunr package keeps a dictionary for each posting, here a posting is three numbers in arrays,
so that ten thousand texts fit in some hundred megabytes. Source of the formulas: `lunr.Builder` of
lunr.js 2.3.9 (BM25 with lunr's idf, rounded to three decimals the way JavaScript rounds).
"""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from crisis_archive.search.reading import Reading, read

K1: Final = 1.2
B: Final = 0.75

_ROWS_AT_ONCE: Final = 500_000
"""Postings scored at once: more need no less time, and more memory."""

Integers = npt.NDArray[np.integer[Any]]
Floats = npt.NDArray[np.float64]


class Index(NamedTuple):
    """A lunr index as arrays.

    The postings of term number t are the rows `starts[t]` to `starts[t + 1]` of the last three arrays,
    sorted by field and then by document: one row a (term, field, document).
    """

    fields: tuple[str, ...]
    documents: int
    terms: tuple[str, ...]
    """In the order in which they were first met; the place of a term is lunr's `_index`."""
    starts: Integers
    field_of: Integers
    document_of: Integers
    score_of: Integers
    """Score times 1000."""


def build_index(
    documents: Sequence[tuple[str, ...]],
    boosts: Mapping[str, float],
    terms_of: Callable[[str], list[str]],
) -> Index:
    """Index documents, each the texts of the fields in the order of `boosts`.

    Documents are numbered from 0 in the order in which they come; their number is their ref. For `terms_of`
    see `reading.read`.
    """
    return index_of(read(documents, len(boosts), terms_of), boosts)


def index_of(reading: Reading, boosts: Mapping[str, float]) -> Index:
    """The index of documents that were read, with the boosts of their fields."""
    lengths = np.frombuffer(reading.lengths, np.int32).reshape(-1, len(boosts))
    occurrences = np.frombuffer(reading.occurrences, np.int32)
    term_of, field_of, document_of, count_of = _count(occurrences, lengths)
    scores = _scores(term_of, field_of, document_of, count_of, lengths, tuple(boosts.values()))
    starts = np.searchsorted(term_of, np.arange(len(reading.terms) + 1))
    return Index(tuple(boosts), len(lengths), tuple(reading.terms), starts, field_of, document_of, scores)


def _count(occurrences: npt.NDArray[np.int32], lengths: Integers) -> tuple[Integers, ...]:
    """How often each term stands in each field of each document: term, field, document, count, sorted."""
    documents, fields = lengths.shape
    # One number for (term, field, document), so that one sort brings all postings together.
    keys = occurrences.astype(np.int64)
    place = np.arange(documents)[:, None] + np.arange(fields)[None, :] * documents
    keys *= documents * fields
    keys += np.repeat(place.ravel(), lengths.ravel())
    keys.sort()
    is_first = np.ones(len(keys), dtype=np.bool_)
    np.not_equal(keys[1:], keys[:-1], out=is_first[1:])
    firsts = np.flatnonzero(is_first)
    counts = np.diff(firsts, append=len(keys)).astype(np.int32)
    keys = keys[firsts]
    document_of = (keys % max(documents, 1)).astype(np.int32)
    keys //= max(documents, 1)
    return (keys // fields).astype(np.int32), (keys % fields).astype(np.int8), document_of, counts


def _scores(
    term_of: Integers,
    field_of: Integers,
    document_of: Integers,
    count_of: Integers,
    lengths: Integers,
    boosts: tuple[float, ...],
) -> Integers:
    """`lunr.Builder.createFieldVectors`, the same operations in the same order, times 1000."""
    documents = len(lengths)
    # As in lunr, a document counts once for every field that holds the term.
    idf = np.array([lunr_idf(n, documents) for n in np.bincount(term_of).tolist()], dtype=np.float64)
    totals = lengths.sum(axis=0, dtype=np.int64)
    average = np.array([total / documents if documents else 0.0 for total in totals.tolist()])
    boost = np.array(boosts, dtype=np.float64)
    scores = np.empty(len(term_of), dtype=np.int32)
    for start in range(0, len(scores), _ROWS_AT_ONCE):
        rows = slice(start, start + _ROWS_AT_ONCE)
        field, count = field_of[rows], count_of[rows]
        length = lengths[document_of[rows], field]
        denominator = K1 * (1 - B + B * (length / average[field])) + count
        score = idf[term_of[rows]] * ((K1 + 1) * count) / denominator
        scores[rows] = js_round(score * boost[field] * 1.0 * 1000)
    return scores


def lunr_idf(documents_with_term: int, documents: int) -> float:
    """`lunr.idf`."""
    x = (documents - documents_with_term + 0.5) / (documents_with_term + 0.5)
    return math.log(1 + abs(x))


def js_round(values: Floats) -> Integers:
    """`Math.round`: halves go up, where Python's and numpy's go to the even number."""
    below = np.floor(values)
    return (below + (values - below >= 0.5)).astype(np.int64)
