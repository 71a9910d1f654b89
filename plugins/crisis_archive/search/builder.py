"""The index: every term with its postings, term by term and, worked out of it, score by score lunr.js's own.

Where the lunr package keeps a dictionary for each posting, here a posting is three numbers in arrays,
so that ten thousand texts fit in some hundred megabytes. Source of the formulas: `lunr.Builder` of
lunr.js 2.3.9 (BM25 with lunr's idf, rounded to three decimals the way JavaScript rounds).
"""

import math
from collections.abc import Callable, Sequence
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
    """A lunr index as arrays, but for its scores: `scores` works them out of it, and so does the browser.

    The postings of term number t are the rows `starts[t]` to `starts[t + 1]` of the arrays whose names end in
    `_of`, sorted by field and then by document: one row a (term, field, document).
    """

    fields: tuple[str, ...]
    terms: tuple[str, ...]
    """In the order in which they were first met; the place of a term is lunr's `_index`."""
    places: Integers
    """Of each term, how many terms stand before it where it was first met: in that field of that document."""
    starts: Integers
    field_of: Integers
    document_of: Integers
    """Which row of `lengths` it is, and of `numbers`."""
    count_of: Integers
    """How often the term stands there."""
    lengths: Integers
    """How many terms each document (row) has in each field (column)."""
    numbers: Integers
    """Of the documents, rising: their refs."""

    @property
    def documents(self) -> int:
        """How many documents there are."""
        return len(self.lengths)

    @property
    def totals(self) -> list[int]:
        """How many terms all documents have in each field."""
        totals: list[int] = self.lengths.sum(axis=0, dtype=np.int64).tolist()
        return totals


def build_index(
    documents: Sequence[tuple[str, ...]],
    fields: Sequence[str],
    terms_of: Callable[[str], list[str]],
) -> Index:
    """Index documents, each the texts of the fields.

    Documents are numbered from 0 in the order in which they come. For `terms_of` see `reading.read`.
    """
    return index_of(read(documents, len(fields), terms_of), fields)


def index_of(reading: Reading, fields: Sequence[str], some: Integers | None = None) -> Index:
    """The index of documents that were read; with `some` (numbers of terms) of these alone."""
    lengths = np.frombuffer(reading.lengths, np.int32).reshape(-1, len(fields))
    occurrences = np.frombuffer(reading.occurrences, np.int32)
    begins = np.concatenate(([0], np.cumsum(lengths.ravel(), dtype=np.int64)))
    if some is None:
        terms = tuple(reading.terms)
        first_of = _firsts(occurrences, None, len(terms))
        cells = np.repeat(np.arange(lengths.size, dtype=np.int32), lengths.ravel())
    else:
        terms = tuple(reading.terms[each] for each in some.tolist())
        number_of = np.full(len(reading.terms), -1, dtype=np.int32)
        number_of[some] = np.arange(len(some), dtype=np.int32)
        rows = np.flatnonzero((number_of >= 0)[occurrences])
        occurrences = number_of[occurrences[rows]]
        first_of = _firsts(occurrences, rows, len(terms))
        cells = np.repeat(np.arange(lengths.size, dtype=np.int32), lengths.ravel())[rows]
    places = first_of - begins[np.searchsorted(begins, first_of, side="right") - 1]
    term_of, field_of, document_of, count_of = _count(occurrences, cells, lengths.shape)
    starts = np.searchsorted(term_of, np.arange(len(terms) + 1, dtype=np.int32))
    numbers = np.frombuffer(reading.numbers, np.int32)
    return Index(tuple(fields), terms, places, starts, field_of, document_of, count_of, lengths, numbers)


def _firsts(occurrences: npt.NDArray[np.int32], rows: Integers | None, terms: int) -> Integers:
    """Where each term stands first: the row of its first occurrence; 0 of a term without any."""
    firsts = np.zeros(terms, dtype=np.int64)
    backwards = np.arange(len(occurrences) - 1, -1, -1) if rows is None else rows[::-1]
    firsts[occurrences[::-1]] = backwards  # the first of equal ones is written last
    return firsts


def _count(
    occurrences: npt.NDArray[np.int32], cells: npt.NDArray[np.int32], shape: tuple[int, int]
) -> tuple[Integers, ...]:
    """How often each term stands in each field of each document: term, field, document, count, sorted.

    `cells` has the field of each occurrence, those of the first document first.
    """
    documents, fields = shape
    # One number for (term, field, document), so that one sort brings all postings together.
    keys = occurrences.astype(np.int64)
    place = np.arange(documents * fields, dtype=np.int32).reshape(fields, documents).T
    keys *= documents * fields
    keys += place.ravel()[cells]
    keys.sort()
    is_first = np.ones(len(keys), dtype=np.bool_)
    np.not_equal(keys[1:], keys[:-1], out=is_first[1:])
    firsts = np.flatnonzero(is_first)
    counts = np.diff(firsts, append=len(keys)).astype(np.int32)
    keys = keys[firsts]
    del firsts, is_first
    document_of = (keys % max(documents, 1)).astype(np.int32)
    keys //= max(documents, 1)
    return (keys // fields).astype(np.int32), (keys % fields).astype(np.int8), document_of, counts


def scores(index: Index, boosts: Sequence[float]) -> Integers:
    """The score of every posting times 1000, with the boosts of the fields.

    `lunr.Builder.createFieldVectors`, the same operations in the same order.
    """
    documents = index.documents
    sizes = np.diff(index.starts)
    # As in lunr, a document counts once for every field that holds the term.
    idf = np.array([lunr_idf(size, documents) for size in sizes.tolist()], dtype=np.float64)
    average = np.array([total / documents if documents else 0.0 for total in index.totals])
    boost = np.array(boosts, dtype=np.float64)
    term_of = np.repeat(np.arange(len(sizes)), sizes)
    made = np.empty(len(term_of), dtype=np.int32)
    for start in range(0, len(made), _ROWS_AT_ONCE):
        rows = slice(start, start + _ROWS_AT_ONCE)
        field, count = index.field_of[rows], index.count_of[rows]
        length = index.lengths[index.document_of[rows], field]
        denominator = K1 * (1 - B + B * (length / average[field])) + count
        score = idf[term_of[rows]] * ((K1 + 1) * count) / denominator
        made[rows] = js_round(score * boost[field] * 1.0 * 1000)
    return made


def lunr_idf(documents_with_term: int, documents: int) -> float:
    """`lunr.idf`."""
    x = (documents - documents_with_term + 0.5) / (documents_with_term + 0.5)
    return math.log(1 + abs(x))


def js_round(values: Floats) -> Integers:
    """`Math.round`: halves go up, where Python's and numpy's go to the even number."""
    below = np.floor(values)
    return (below + (values - below >= 0.5)).astype(np.int64)
