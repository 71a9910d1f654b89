"""Sentences that could stand in a briefing, weighed by what independent sources share.

Centroid-based extraction (Radev et al. 2004, "Centroid-based summarization of multiple documents"), with
one vote a source instead of one a document, and maximal marginal relevance (Carbonell and Goldstein 1998)
against repetition.
"""

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TypeVar

from crisis_archive.briefing.material import Material
from crisis_archive.model import Doubt, Placed, Record, Span
from crisis_archive.text.folding import fold
from crisis_archive.text.stopwords import STOP_WORDS
from crisis_archive.text.words import words

Pair = tuple[str, str]
"""Two words that stand side by side."""
_Where = TypeVar("_Where", bound=Placed)
# A sentence that begins with one of these leans on the one before it.
_LEANING = re.compile(
    r"[\"'\W]*(?:he|she|it|they|this|that|these|those|but|and|also|however|meanwhile|separately|instead|then|"
    r"his|her|its|their|such|so|yet|or|in addition|despite these|on the other hand)\b",
    re.IGNORECASE,
)
_ENTITY = "entity "
_FEWEST_WORDS, _MOST_WORDS = 8, 55
_REMEMBERED = 1 << 17
"""Words whose term is kept: as many as a large archive has; they come again and again."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence with its terms."""

    record: Record
    span: Span
    text: str
    order: int
    """0 for the first sentence of its text."""
    terms: Mapping[str, float]
    """Term to weight; a unit vector."""
    figures: Mapping[str, frozenset[tuple[int | float | None, int | float | None]]]
    """What is counted in it, and the values given."""

    def disagrees(self, other: "Candidate") -> bool:
        """Whether both count the same and no value is common: then neither backs the other."""
        return any(
            not (values & other.figures[counts])
            for counts, values in self.figures.items()
            if counts in other.figures
        )

    def shared_words(self, other: "Candidate") -> int:
        """How many content words both hold, names of entities aside."""
        return sum(not term.startswith(_ENTITY) for term in self.terms.keys() & other.terms.keys())

    @property
    def stands_alone(self) -> bool:
        """Whether it can be read without the sentences around it: whole, plain, of readable length."""
        length = len(words(self.text))
        return (
            _FEWEST_WORDS <= length <= _MOST_WORDS
            and self.text[-1] in ".\N{RIGHT DOUBLE QUOTATION MARK}\"'"
            and not _LEANING.match(self.text)
            and self.text.count("\N{LEFT DOUBLE QUOTATION MARK}")
            == self.text.count("\N{RIGHT DOUBLE QUOTATION MARK}")
            and self.text.count('"') % 2 == 0
        )

    @property
    def is_doubted(self) -> bool:
        """Whether something in it was found damaged or odd."""
        return any(_overlap(self.span, doubt) for doubt in self.record.doubts)


def _overlap(span: Span, doubt: Doubt) -> bool:
    return doubt.paragraph == span.paragraph and doubt.start < span.end and span.start < doubt.end


def terms_of(text: str) -> list[str]:
    """Content words, folded; a plural s is dropped so that official and officials meet."""
    return list(filter(None, map(_term, words(text))))


@lru_cache(maxsize=_REMEMBERED)
def _term(word: str) -> str:
    """The word as a term; empty for one that says nothing."""
    folded = fold(word).removesuffix("'s")
    return "" if folded in STOP_WORDS else _singular(folded)


def pairs_of(text: str) -> frozenset[Pair]:
    """Neighbouring words, folded as `terms_of` does, save where both are words of any text."""
    known = map(_paired, words(text))
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


def candidates(material: Material) -> list[Candidate]:
    """Every sentence of the crisis, of all its texts, with tf-idf vectors over its sentences.

    The terms are content words and the entities named, so that different spellings of a name meet.
    """
    found: list[tuple[Record, Span, int, Counter[str]]] = []
    for record in material.records.values():
        named = _by_sentence(record, record.mentions)
        for order, span in enumerate(record.sentences):
            entities = [_ENTITY + mention.entity for mention in named.get(order, ())]
            found.append((record, span, order, Counter([*terms_of(record.text_at(span)), *entities])))
    spread = Counter(term for *_, counts in found for term in counts)
    total = len(found)
    result = []
    figures = {each.id: _by_sentence(each, each.figures) for each in material.records.values()}
    for record, span, order, counts in found:
        weights = {term: count * math.log(1 + total / spread[term]) for term, count in counts.items()}
        values: dict[str, set[tuple[int | float | None, int | float | None]]] = {}
        for figure in figures[record.id].get(order, ()):
            values.setdefault(figure.counts, set()).add((figure.low, figure.high))
        shown = {counted: frozenset(some) for counted, some in sorted(values.items())}
        result.append(Candidate(record, span, record.text_at(span), order, unit(weights), shown))
    return result


def _by_sentence(record: Record, places: Sequence[_Where]) -> dict[int, list[_Where]]:
    """What stands in each sentence, by the sentence's number."""
    starts = [(span.paragraph, span.start) for span in record.sentences]
    found: dict[int, list[_Where]] = {}
    for place in places:
        number = bisect_right(starts, (place.paragraph, place.start)) - 1
        if number >= 0 and record.sentences[number].paragraph == place.paragraph:
            found.setdefault(number, []).append(place)
    return found


def unit(weights: Mapping[str, float]) -> dict[str, float]:
    """The vector scaled to length 1, terms in order."""
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {term: weights[term] / length for term in sorted(weights)} if length else {}


def similarity(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """Cosine of two unit vectors."""
    if len(right) < len(left):
        left, right = right, left
    return sum(weight * right[term] for term, weight in left.items() if term in right)


def centroid(some: Iterable[Candidate], material: Material) -> dict[str, float]:
    """The direction that the sources share: the mean of their vectors, one vote a source."""
    by_source: dict[str, dict[str, float]] = {}
    for candidate in some:
        votes = by_source.setdefault(material.sources[candidate.record.id], {})
        for term, weight in candidate.terms.items():
            votes[term] = votes.get(term, 0.0) + weight
    total: dict[str, float] = {}
    for source in sorted(by_source):
        for term, weight in unit(by_source[source]).items():
            total[term] = total.get(term, 0.0) + weight
    return unit(total)
