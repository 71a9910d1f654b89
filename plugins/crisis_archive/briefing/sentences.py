"""Sentences that could stand in a briefing, weighed by what independent sources share.

Centroid-based extraction (Radev et al. 2004, "Centroid-based summarization of multiple documents"), with
one vote a source instead of one a document, and maximal marginal relevance (Carbonell and Goldstein 1998)
against repetition.
"""

import math
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from crisis_archive.briefing.material import Material
from crisis_archive.briefing.shown import shown_sentences
from crisis_archive.model import Doubt, Figure, Placed, Record, Span
from crisis_archive.text.folding import fold
from crisis_archive.text.stopwords import STOP_WORDS
from crisis_archive.text.words import words

Pair = tuple[str, str]
"""Two words that stand side by side."""
_Where = TypeVar("_Where", bound=Placed)
_Values = tuple[int | float | None, int | float | None]
# A sentence that begins with one of these leans on the one before it.
_LEANING = re.compile(
    r"[\"'\W]*(?:he|she|it|they|this|that|these|those|but|and|also|however|meanwhile|separately|instead|then|"
    r"his|her|its|their|such|so|yet|or|in addition|despite these|on the other hand)\b",
    re.IGNORECASE,
)
_ENTITY = "entity "
_FEWEST_WORDS, _MOST_WORDS = 8, 55
_REMEMBERED = 1 << 14
"""Words whose term is kept, the last used: the common ones, which come again and again."""


class Sentence(NamedTuple):
    """A sentence and where it stands."""

    record: Record
    span: Span
    order: int
    """0 for the first sentence of its text."""
    length: int
    """Words in it."""

    @property
    def text(self) -> str:
        """Its words."""
        return self.record.text_at(self.span)

    @property
    def stands_alone(self) -> bool:
        """Whether it can be read without the sentences around it: whole, plain, of readable length."""
        text = self.text
        return (
            _FEWEST_WORDS <= self.length <= _MOST_WORDS
            and text[-1] in ".\N{RIGHT DOUBLE QUOTATION MARK}\"'"
            and not _LEANING.match(text)
            and text.count("\N{LEFT DOUBLE QUOTATION MARK}") == text.count("\N{RIGHT DOUBLE QUOTATION MARK}")
            and text.count('"') % 2 == 0
        )

    @property
    def is_doubted(self) -> bool:
        """Whether something in it was found damaged or odd."""
        return any(_overlap(self.span, doubt) for doubt in self.record.doubts)


@dataclass(frozen=True, slots=True)
class Sentences:
    """Every sentence of a crisis with its terms: content words, and the entities named."""

    all: Sequence[Sentence]
    texts: NDArray[np.int64]
    """For each sentence the number of its text."""
    vectors: sparse.csr_array
    """One row a sentence, of length 1; one column a term, in the order of the terms."""
    is_word: NDArray[np.bool_]
    """For each term whether it is a word: different spellings of a name meet in its entity."""
    figures: Mapping[int, Mapping[str, frozenset[_Values]]]
    """What is counted in a sentence, by its number, and the values given."""

    def disagree(self, one: int, other: int) -> bool:
        """Whether both count the same and no value is common: then neither backs the other."""
        mine, theirs = self.figures.get(one, {}), self.figures.get(other, {})
        return any(not (values & theirs[counts]) for counts, values in mine.items() if counts in theirs)


def _overlap(span: Span, doubt: Doubt) -> bool:
    return doubt.paragraph == span.paragraph and doubt.start < span.end and span.start < doubt.end


@lru_cache(maxsize=_REMEMBERED)
def term_of(word: str) -> str:
    """The word folded, without a plural s (official, officials); empty where it says nothing."""
    folded = fold(word).removesuffix("'s")
    return "" if folded in STOP_WORDS else _singular(folded)


def pairs_of(found: Iterable[str]) -> frozenset[Pair]:
    """Neighbouring words of a text, folded as terms are, save where both are words of any text."""
    known = map(_paired, found)
    return frozenset((one, other) for (one, says), (other, more) in pairwise(known) if says or more)


@lru_cache(maxsize=_REMEMBERED)
def _paired(word: str) -> tuple[str, bool]:
    """The word as pairs have it, and whether it says something."""
    folded = fold(word).removesuffix("'s")
    return _singular(folded), folded not in STOP_WORDS


def _singular(word: str) -> str:
    return (
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
    )


def weigh(material: Material) -> Sentences:
    """Every sentence of the crisis, of all its texts, with tf-idf vectors over its sentences."""
    found: list[Sentence] = []
    numbers = _Numbers()
    of_word = _OfWords(numbers)
    texts: list[int] = []
    terms: list[int] = []
    ends = [0]
    figures: dict[int, dict[str, frozenset[_Values]]] = {}
    for text, record in enumerate(material.records.values()):
        named = _by_sentence(record, record.mentions)
        counted = _by_sentence(record, record.figures)
        for order, span in enumerate(shown_sentences(record)):
            if order in counted:
                figures[len(found)] = _values(counted[order])
            inside = words(record.text_at(span))
            terms.extend(map(of_word.__getitem__, inside))
            for mention in named.get(order, ()):
                if mention.start >= span.start:
                    terms.append(numbers[_ENTITY + mention.entity])
            ends.append(len(terms))
            texts.append(text)
            found.append(Sentence(record, span, order, len(inside)))
    ordered = sorted(numbers)
    place = np.empty(len(ordered), dtype=np.int64)
    place[[numbers[term] for term in ordered]] = np.arange(len(ordered))
    is_word = np.array([not term.startswith(_ENTITY) for term in ordered], dtype=bool)
    return Sentences(found, np.array(texts, np.int64), _tf_idf(terms, ends, place), is_word, figures)


class _Numbers(dict[str, int]):
    """Numbers for terms, from 0 on, in the order in which they are met."""

    def __missing__(self, term: str) -> int:
        number = self[term] = len(self)
        return number


class _OfWords(dict[str, int]):
    """The number of each word's term; -1 for a word that says nothing."""

    def __init__(self, numbers: _Numbers) -> None:
        super().__init__()
        self._numbers = numbers

    def __missing__(self, word: str) -> int:
        term = term_of(word)
        number = self[word] = self._numbers[term] if term else -1
        return number


def _values(figures: Iterable[Figure]) -> dict[str, frozenset[_Values]]:
    values: dict[str, set[_Values]] = {}
    for figure in figures:
        values.setdefault(figure.counts, set()).add((figure.low, figure.high))
    return {counted: frozenset(some) for counted, some in values.items()}


def _tf_idf(terms: Sequence[int], ends: Sequence[int], place: NDArray[np.int64]) -> sparse.csr_array:
    """Rows of length 1: how often a sentence has a term, times the logarithm of how few have it.

    `terms` are those of one sentence after the other, up to its end; -1 is none.
    """
    told = np.array(terms, dtype=np.int64)
    says = told >= 0
    columns = place[told[says]]
    starts = np.concatenate([[0], np.cumsum(says)])[ends]
    count = len(ends) - 1
    matrix = sparse.csr_array((np.ones(len(columns)), columns, starts), shape=(count, len(place)))
    matrix.sum_duplicates()
    spread = np.bincount(matrix.indices, minlength=len(place)).tolist()
    rarity = np.array([math.log(1 + count / each) for each in spread])
    matrix.data *= rarity[matrix.indices]
    return unit(matrix)


def _by_sentence(record: Record, places: Sequence[_Where]) -> dict[int, list[_Where]]:
    """What stands in each sentence, by the sentence's number."""
    starts = [(span.paragraph, span.start) for span in record.sentences]
    found: dict[int, list[_Where]] = {}
    for place in places:
        number = bisect_right(starts, (place.paragraph, place.start)) - 1
        if number >= 0 and record.sentences[number].paragraph == place.paragraph:
            found.setdefault(number, []).append(place)
    return found


def unit(matrix: sparse.csr_array) -> sparse.csr_array:
    """The rows scaled to length 1; an empty one stays empty."""
    rows = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    length = np.sqrt(np.bincount(rows, matrix.data * matrix.data, minlength=matrix.shape[0]))
    scaled = matrix.data / length[rows]
    return sparse.csr_array((scaled, matrix.indices, matrix.indptr), shape=matrix.shape)


def centroid(sentences: Sentences, material: Material) -> NDArray[np.float64]:
    """The direction that the sources share: the mean of their vectors, one vote a source."""
    sources = sorted(set(material.sources.values()))
    place = {source: number for number, source in enumerate(sources)}
    rows = [place[material.sources[each.record.id]] for each in sentences.all]
    count = len(rows)
    votes = sparse.csr_array((np.ones(count), (rows, np.arange(count))), shape=(len(sources), count))
    total: NDArray[np.float64] = np.asarray(unit(votes @ sentences.vectors).sum(axis=0)).ravel()
    length = math.sqrt(float((total * total).sum()))
    return total / length if length else total
