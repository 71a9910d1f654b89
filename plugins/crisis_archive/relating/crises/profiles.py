"""What one text is about, in words that a reader can be shown."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from math import log
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from crisis_archive.memory import key_of
from crisis_archive.model import Analysis, Mention, Span
from crisis_archive.relating.crises.counting import Counted
from crisis_archive.relating.keeping import Keeping
from crisis_archive.relating.rarity import stepped_holders, stepped_size
from crisis_archive.relating.texts import Texts
from crisis_archive.relating.vectors import Features

_MOST_TERMS = 60
_ROW, _PLACE = 42, 20
"""Bits below the number of a text, and of a place in it: texts of a million words, a million weights."""
_LOCATIVE = re.compile(
    r"\b(?:in|at|near|from|to|across|inside|outside|around|leave|left|reach|reached|visit|visited"
    r"|en|desde|hacia|nach|aus|bei|dans|depuis)(?: the)? $",
    re.IGNORECASE,
)
"""What stands before a place where something happens, rather than a state that acts."""


def fuller(one: str, other: str) -> str:
    """The longer of two spellings of a name; of two as long the one with its accents."""
    return max(one, other, key=lambda text: (len(text), not text.isascii(), text))


class Profile(msgspec.Struct, frozen=True):
    """What one document names."""

    names: dict[str, int]
    """Entity id to how often it is mentioned, the most frequent first."""
    words_of: dict[str, str]
    """Entity id to the fullest words that this text has for it."""
    kind_of: dict[str, str]
    """Entity id to its kind."""
    scenes: dict[str, int]
    """Places by entity id: how often something is said to be in them, come from them or go there."""


class Profiles:
    """The profile of every document, by id, made when it is asked for; and its weightiest words."""

    def __init__(
        self,
        texts: Texts,
        told: Counted,
        mentions: Mapping[str, Sequence[Mention]],
        kept: Keeping,
    ) -> None:
        """`told` is what each text is compared by."""
        self._texts, self._plain, self._mentions, self._kept = texts, told.plain, mentions, kept
        self._starts, self._words, self._weights = _leading(told.often)
        self._made: dict[str, Profile] = {}

    def __getitem__(self, document: str) -> Profile:
        found = self._made.get(document)
        if found is None:
            analysis, mentions = self._texts.of(document), self._mentions.get(document, ())
            found = self._made[document] = _profile(analysis, mentions)
        return found

    def terms(self, document: str) -> tuple[str, ...]:
        """The words that set a text apart, weightiest first; the text is not read for it."""
        words = self._plain[self._texts.place(document)].split("\n")
        return tuple(words[at] for at in self._words[self._part(document)].tolist())

    def weights(self, document: str) -> tuple[float, ...]:
        """The TF-IDF weights of these words."""
        weights = self._weights[self._part(document)].tolist()
        return tuple(round(weight, 4) for weight in weights)

    def named(self, document: str) -> bytes:
        """The key of all that the profile rests on."""
        return self._kept.named(document, self._mentions)

    def key(self, document: str, with_weights: bool = False) -> bytes:
        """Of the profile and the words; where told so of their weights too."""
        part = self._part(document)
        weights = self._weights[part].tobytes() if with_weights else b""
        return key_of(self.named(document), self._words[part].tobytes(), weights)

    def _part(self, document: str) -> slice:
        place = self._texts.place(document)
        return slice(self._starts[place], self._starts[place + 1])


def _leading(told: Features) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.float64]]:
    """Where the weightiest words of each text begin; their places among its words; their weights.

    Of words that weigh the same the first by the alphabet: those of a text are sorted.
    """
    holders = stepped_holders(told)
    size = stepped_size(len(told))
    each, counts = np.flatnonzero(np.bincount(holders)), np.flatnonzero(np.bincount(told.counts))
    rarity = _by_count(each, lambda count: log((1 + size) / (1 + count)) + 1)
    weights = np.outer(_by_count(counts, lambda count: 1 + log(count)), rarity)
    weights, ranks = np.unique(-weights, return_inverse=True)
    ranks = ranks.reshape(len(counts), len(each))
    rank = ranks[_places(counts)[told.counts], _places(each)[holders]]
    rows = told.rows().astype(np.int64)
    # Text, rank and place in one number each: so they are sorted at once.
    order = np.sort((rows << _ROW) + (rank << _PLACE) + (np.arange(len(rows)) - told.starts[rows]))
    chosen = order[np.arange(len(rows)) - told.starts[rows] < _MOST_TERMS]
    starts = np.concatenate([[0], np.cumsum(np.minimum(np.diff(told.starts), _MOST_TERMS))])
    places = (chosen & (1 << _PLACE) - 1).astype(np.int32)
    return starts, places, -weights[chosen >> _PLACE & (1 << _ROW - _PLACE) - 1]


def _places(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each of some values (sorted) its place among them."""
    found = np.zeros(int(values.max(initial=0)) + 1, dtype=np.int64)
    found[values] = np.arange(len(values))
    return found


def _by_count(counts: NDArray[Any], value: Callable[[int], float]) -> NDArray[np.float64]:
    """A value for each count, worked out by the machine alone: the same everywhere."""
    return np.array([value(count) for count in counts.tolist()], dtype=np.float64)


def _profile(analysis: Analysis, mentions: Sequence[Mention]) -> Profile:
    counted = Counter(mention.entity for mention in mentions)
    fullest: dict[str, str] = {}
    scenes: Counter[str] = Counter()
    for mention in mentions:
        text = analysis.document.text_at(mention.span)
        fullest[mention.entity] = fuller(text, fullest.get(mention.entity, ""))
        if mention.kind == "place" and _LOCATIVE.search(
            analysis.document.text_at(Span(mention.paragraph, max(0, mention.start - 16), mention.start))
        ):
            scenes[mention.entity] += 1
    return Profile(
        names=dict(sorted(counted.items(), key=lambda item: (-item[1], item[0]))),
        words_of=fullest,
        kind_of={mention.entity: mention.kind for mention in mentions},
        scenes=dict(scenes),
    )
