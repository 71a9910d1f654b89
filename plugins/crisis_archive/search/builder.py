"""The index: every term with its postings and scores, term by term and score by score lunr.js's own.

Where the lunr package keeps a dictionary for each posting, here a posting is three numbers in arrays,
so that ten thousand texts fit in some hundred megabytes. Source of the formulas: `lunr.Builder` of
lunr.js 2.3.9 (BM25 with lunr's idf, rounded to three decimals the way JavaScript rounds).
"""

import math
from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

K1: Final = 1.2
B: Final = 0.75

Integers = npt.NDArray[np.int64]
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


class _TermNumbers(dict[str, tuple[int, ...]]):
    """Chunk of text to the numbers of its terms; worked out once a chunk, numbered when first met."""

    def __init__(self, terms_of: Callable[[str], list[str]]) -> None:
        super().__init__()
        self._terms_of = terms_of
        self.numbers: dict[str, int] = {}

    def __missing__(self, chunk: str) -> tuple[int, ...]:
        found = tuple(self.numbers.setdefault(term, len(self.numbers)) for term in self._terms_of(chunk))
        self[chunk] = found
        return found


def build_index(
    documents: Iterable[tuple[str, ...]], boosts: Mapping[str, float], terms_of: Callable[[str], list[str]]
) -> Index:
    """Index documents, each the texts of the fields in the order of `boosts`.

    Documents are numbered from 0 in the order in which they come; their number is their ref. `terms_of`
    gives the terms of a stretch of text; it must not look beyond white space, for it is asked once for
    each distinct stretch between white space.
    """
    numbers = _TermNumbers(terms_of)
    occurrences: list[npt.NDArray[np.int32]] = []
    lengths: list[int] = []
    for texts in documents:
        for text in texts:
            of_field = [number for chunk in text.split() for number in numbers[chunk]]
            lengths.append(len(of_field))
            occurrences.append(np.array(of_field, dtype=np.int32))
    table = np.array(lengths, dtype=np.int64).reshape(-1, len(boosts))
    term_of, field_of, document_of, count_of = _count(occurrences, table)
    scores = _scores(term_of, field_of, document_of, count_of, table, tuple(boosts.values()))
    starts = np.searchsorted(term_of, np.arange(len(numbers.numbers) + 1))
    return Index(tuple(boosts), len(table), tuple(numbers.numbers), starts, field_of, document_of, scores)


def _count(
    occurrences: list[npt.NDArray[np.int32]], lengths: Integers
) -> tuple[Integers, Integers, Integers, Integers]:
    """How often each term stands in each field of each document: term, field, document, count, sorted."""
    documents, fields = lengths.shape
    if not occurrences:
        nothing = np.empty(0, dtype=np.int64)
        return nothing, nothing, nothing, nothing
    # One number for (term, field, document), so that one sort brings all postings together.
    keys = np.concatenate(occurrences).astype(np.int64)
    place = np.arange(documents)[:, None] + np.arange(fields)[None, :] * documents
    keys *= documents * fields
    keys += np.repeat(place.ravel(), lengths.ravel())
    keys.sort()
    firsts = np.flatnonzero(np.diff(keys, prepend=-1))
    counts = np.diff(firsts, append=len(keys))
    rest, document_of = np.divmod(keys[firsts], documents)
    term_of, field_of = np.divmod(rest, fields)
    return term_of, field_of, document_of, counts


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
    totals = lengths.sum(axis=0)
    average = np.array([total / documents if documents else 0.0 for total in totals.tolist()])
    length = lengths[document_of, field_of]
    denominator = K1 * (1 - B + B * (length / average[field_of])) + count_of
    score = idf[term_of] * ((K1 + 1) * count_of) / denominator
    return js_round(score * np.array(boosts, dtype=np.float64)[field_of] * 1.0 * 1000)


def lunr_idf(documents_with_term: int, documents: int) -> float:
    """`lunr.idf`."""
    x = (documents - documents_with_term + 0.5) / (documents_with_term + 0.5)
    return math.log(1 + abs(x))


def js_round(values: Floats) -> Integers:
    """`Math.round`: halves go up, where Python's and numpy's go to the even number."""
    below = np.floor(values)
    rounded: Integers = (below + (values - below >= 0.5)).astype(np.int64)
    return rounded
