"""The words that set a text apart, in the form in which a reader can be shown them."""

from collections.abc import Callable, Sequence
from math import log
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from crisis_archive.relating.crises.counting import Worded
from crisis_archive.relating.keeping import Keeping, is_worth_keeping
from crisis_archive.relating.rarity import has_steps, holders_of, stepped_size
from crisis_archive.relating.vectors import Features, places_among

_MOST_TERMS = 60
_ROW, _PLACE = 42, 20
"""Bits below the number of a text, and of a place in it: texts of a million words, a million weights."""


_NAME = "weightiest words"


class Weighed(msgspec.Struct, frozen=True):
    """The weightiest words of texts."""

    starts: NDArray[np.int64]
    """Where the weightiest ones of each text begin, and the last ones end."""
    words: NDArray[np.int32]
    """Their places among the words of their text, weightiest first."""
    weights: NDArray[np.float64]
    """TF-IDF."""


class Terms(msgspec.Struct, frozen=True):
    """The same, so that readers can be shown them; texts are named by their places."""

    plain: list[str]
    """Of each text its words, sorted, a line each."""
    weighed: Weighed

    def of(self, place: int) -> tuple[str, ...]:
        """The words of a text, weightiest first."""
        words = self.plain[place].split("\n")
        return tuple(words[at] for at in self.weighed.words[self._part(place)].tolist())

    def weights_of(self, place: int) -> tuple[float, ...]:
        """Their weights."""
        return tuple(round(weight, 4) for weight in self.weighed.weights[self._part(place)].tolist())

    def key(self, place: int, with_weights: bool) -> tuple[bytes, bytes]:
        """What tells them from others of the same text; where told so, and their weights."""
        part = self._part(place)
        return self.weighed.words[part].tobytes(), self.weighed.weights[
            part
        ].tobytes() if with_weights else b""

    def _part(self, place: int) -> slice:
        return slice(self.weighed.starts[place], self.weighed.starts[place + 1])


class _Last(msgspec.Struct, frozen=True, array_like=True):
    """What the last build found, as bytes."""

    texts: tuple[bytes, ...]
    """Keys of all that the words of each text rest on."""
    size: int
    holders: tuple[bytes, bytes]
    weighed: tuple[bytes, bytes, bytes]


def weightiest(texts: Worded, ids: Sequence[str], kept: Keeping) -> Terms:
    """The weightiest words of each text.

    What a word weighs rests on how many texts have it. In a large archive that goes in steps: most texts hold
    no word that weighs something else than in the last build, and of these all is as it was.
    """
    told = texts.often
    names, holders = holders_of(told)
    size = stepped_size(len(told))
    if not has_steps(len(told)) or not kept.remembers:
        return Terms(texts.plain, _weighed(told, names, holders, size))
    keys = tuple(kept.text(each) for each in ids)
    last = kept.last(_NAME, _Last)
    if last is None or last.size != size:
        last = _Last((), size, (b"", b""), (np.zeros(1, np.int64).tobytes(), b"", b""))
    place = {key: at for at, key in enumerate(last.texts)}
    taken = np.array([place.get(key, -1) for key in keys], dtype=np.int64)
    there, _ = places_among(_differing(names, holders, last), told.names)
    taken[np.searchsorted(told.starts, there, side="right") - 1] = -1
    new = np.flatnonzero(taken < 0)
    weighed = _laid_out(_before(last), taken, _weighed(told.take(new), names, holders, size))
    gone = len(last.texts) - (len(keys) - len(new))
    if is_worth_keeping(max(len(new), gone), len(keys)):
        arrays = (weighed.starts.tobytes(), weighed.words.tobytes(), weighed.weights.tobytes())
        kept.keep_last(_NAME, _Last(keys, size, (names.tobytes(), holders.tobytes()), arrays))
    return Terms(texts.plain, weighed)


def _differing(names: NDArray[np.uint32], holders: NDArray[np.int64], last: _Last) -> NDArray[np.uint32]:
    """The words that are not held by as many texts as before."""
    known, had = np.frombuffer(last.holders[0], np.uint32), np.frombuffer(last.holders[1], np.int64)
    if not len(known):
        return names
    at = np.minimum(np.searchsorted(known, names), len(known) - 1)
    found: NDArray[np.uint32] = names[(known[at] != names) | (had[at] != holders)]
    return found


def _before(last: _Last) -> Weighed:
    starts, words, weights = last.weighed
    return Weighed(
        np.frombuffer(starts, np.int64), np.frombuffer(words, np.int32), np.frombuffer(weights, np.float64)
    )


def _laid_out(old: Weighed, taken: NDArray[np.int64], new: Weighed) -> Weighed:
    """Those of each text: the old ones where one was `taken`, the next new ones elsewhere."""
    stays = taken >= 0
    sizes, begins = np.empty(len(taken), np.int64), np.empty(len(taken), np.int64)
    sizes[stays], begins[stays] = np.diff(old.starts)[taken[stays]], old.starts[taken[stays]]
    sizes[~stays], begins[~stays] = np.diff(new.starts), new.starts[:-1] + len(old.words)
    starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    at = np.arange(starts[-1]) + np.repeat(begins - starts[:-1], sizes)
    return Weighed(
        starts,
        np.concatenate([old.words, new.words])[at],
        np.concatenate([old.weights, new.weights])[at],
    )


def _weighed(told: Features, names: NDArray[np.uint32], holders: NDArray[np.int64], size: int) -> Weighed:
    """The weightiest words of some texts of an archive of this size, in which so many hold each word.

    Of words that weigh the same the first by the alphabet: those of a text are sorted.
    """
    _, at = places_among(names, told.names)
    held = holders[at]
    each, counts = np.flatnonzero(np.bincount(held)), np.flatnonzero(np.bincount(told.counts))
    rarity = _by_count(each, lambda count: log((1 + size) / (1 + count)) + 1)
    weights = np.outer(_by_count(counts, lambda count: 1 + log(count)), rarity)
    weights, ranks = np.unique(-weights, return_inverse=True)
    ranks = ranks.reshape(len(counts), len(each))
    rank = ranks[_places(counts)[told.counts], _places(each)[held]]
    rows = told.rows().astype(np.int64)
    # Text, rank and place in one number each: so they are sorted at once.
    order = np.sort((rows << _ROW) + (rank << _PLACE) + (np.arange(len(rows)) - told.starts[rows]))
    chosen = order[np.arange(len(rows)) - told.starts[rows] < _MOST_TERMS]
    starts = np.concatenate([[0], np.cumsum(np.minimum(np.diff(told.starts), _MOST_TERMS))])
    places = (chosen & (1 << _PLACE) - 1).astype(np.int32)
    return Weighed(starts, places, -weights[chosen >> _PLACE & (1 << _ROW - _PLACE) - 1])


def _places(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each of some values (sorted) its place among them."""
    found = np.zeros(int(values.max(initial=0)) + 1, dtype=np.int64)
    found[values] = np.arange(len(values))
    return found


def _by_count(counts: NDArray[Any], value: Callable[[int], float]) -> NDArray[np.float64]:
    """A value for each count, worked out by the machine alone: the same everywhere."""
    return np.array([value(count) for count in counts.tolist()], dtype=np.float64)
