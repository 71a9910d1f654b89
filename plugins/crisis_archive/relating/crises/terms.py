"""The words that set a text apart, in the form in which a reader can be shown them."""

from collections.abc import Callable
from math import log
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from crisis_archive.relating.crises.counting import Worded
from crisis_archive.relating.rarity import stepped_holders, stepped_size

_MOST_TERMS = 60
_ROW, _PLACE = 42, 20
"""Bits below the number of a text, and of a place in it: texts of a million words, a million weights."""


class Terms(msgspec.Struct, frozen=True):
    """The weightiest words of texts, which are named by their places."""

    plain: list[str]
    """Of each text its words, sorted, a line each."""
    starts: NDArray[np.int64]
    """Where the weightiest ones of each text begin, and the last ones end."""
    words: NDArray[np.int32]
    """Their places among the words of their text, weightiest first."""
    weights: NDArray[np.float64]
    """TF-IDF."""

    def of(self, place: int) -> tuple[str, ...]:
        """The words of a text, weightiest first."""
        words = self.plain[place].split("\n")
        return tuple(words[at] for at in self.words[self._part(place)].tolist())

    def weights_of(self, place: int) -> tuple[float, ...]:
        """Their weights."""
        return tuple(round(weight, 4) for weight in self.weights[self._part(place)].tolist())

    def key(self, place: int, with_weights: bool) -> tuple[bytes, bytes]:
        """What tells them from others of the same text; where told so, and their weights."""
        part = self._part(place)
        return self.words[part].tobytes(), self.weights[part].tobytes() if with_weights else b""

    def _part(self, place: int) -> slice:
        return slice(self.starts[place], self.starts[place + 1])


def weightiest(texts: Worded) -> Terms:
    """The weightiest words of each text.

    Of words that weigh the same the first by the alphabet: those of a text are sorted.
    """
    told = texts.often
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
    return Terms(texts.plain, starts, places, -weights[chosen >> _PLACE & (1 << _ROW - _PLACE) - 1])


def _places(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each of some values (sorted) its place among them."""
    found = np.zeros(int(values.max(initial=0)) + 1, dtype=np.int64)
    found[values] = np.arange(len(values))
    return found


def _by_count(counts: NDArray[Any], value: Callable[[int], float]) -> NDArray[np.float64]:
    """A value for each count, worked out by the machine alone: the same everywhere."""
    return np.array([value(count) for count in counts.tolist()], dtype=np.float64)
