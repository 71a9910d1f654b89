"""Which texts are like which: the likest others of each, by sparse TF-IDF vectors.

What two texts have in common rests on them and on the rarity of their features. So where few texts have
changed the likenesses of the others are taken over from the last build; what comes out is, bit for bit, what
comparing all texts gives.
"""

from collections.abc import Sequence
from itertools import chain

import msgspec
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from crisis_archive.relating.keeping import Keeping, is_worth_keeping
from crisis_archive.relating.neighbours import BILLION, Entries, Neighbours, one_after_another
from crisis_archive.relating.rarity import Rarity, has_steps, rarity_of
from crisis_archive.relating.vectors import Features, Pairs, distinct, places_among
from crisis_archive.scheduling.shares import in_shares, part_of

_BLOCK = 128
"""Texts compared with all others at once: bounds the memory, not the result."""
_BLOCKS_WORTH_A_PROCESS = 4
_SPARE = 50
"""Others kept of each text above those asked for: some of the likest change or go from build to build."""
_NEVER = 2**32 - 1


class _Last(msgspec.Struct, frozen=True, array_like=True):
    """What the last build found, as bytes."""

    texts: tuple[bytes, ...]
    """Keys of all that the features of each text rest on."""
    rarity: tuple[bytes, bytes, bytes, float]
    length: bytes
    neighbours: tuple[bytes, bytes, bytes, bytes]


def likest(name: str, texts: Features, ids: Sequence[str], least: float, most: int, kept: Keeping) -> Pairs:
    """Pairs of texts with a cosine of at least `least`; of each text the `most` likest, ties to lower places.

    A vector has unit length counted with the features that only its own text has, so that two texts that
    share little are little alike in a small archive too. Sublinear term frequency and smoothed inverse
    document frequency (Manning, Raghavan, Schütze: Introduction to Information Retrieval, 6.4). `name` is
    that of these features among what is kept.
    """
    search = _Search(texts, rarity_of(texts), round(least * BILLION), most, kept.jobs)
    if not has_steps(len(texts)) or not kept.remembers:
        return search.from_nothing().pairs(most)
    keys = tuple(kept.text(each) for each in ids)
    last = kept.last(name, _Last)
    if last is not None and last.rarity[-1] == search.rarity.unlisted:
        neighbours, changed = search.carried_on(last, keys)
        if not is_worth_keeping(changed, len(texts)):
            return neighbours.pairs(most)
    else:
        neighbours = search.from_nothing()
    rarity = search.rarity
    kept.keep_last(
        name,
        _Last(
            keys,
            (rarity.names.tobytes(), rarity.weight.tobytes(), rarity.common.tobytes(), rarity.unlisted),
            search.length.tobytes(),
            neighbours.packed(),
        ),
    )
    return neighbours.pairs(most)


class _Search:
    """The likest others of the texts of one archive."""

    def __init__(self, texts: Features, rarity: Rarity, least: int, most: int, jobs: int) -> None:
        self.rarity = rarity
        self._texts, self._least, self._most, self._jobs = texts, least, most, jobs
        self.length = np.zeros(len(texts))

    def from_nothing(self) -> Neighbours:
        """Every text compared with all others."""
        everything = np.arange(len(self._texts))
        self._measure(everything)
        return self._compared(everything, everything, Neighbours.none(len(self._texts)))

    def carried_on(self, last: _Last, keys: Sequence[bytes]) -> tuple[Neighbours, int]:
        """The same, where a build before compared most of these texts; and how many are not as they were."""
        place = {key: at for at, key in enumerate(keys)}
        now = np.array([place.get(key, -1) for key in last.texts], dtype=np.int64)
        # A text that holds a feature of another weight is another text.
        there, _ = places_among(self.rarity.differing(_rarity(last)), self._texts.names)
        other = np.zeros(len(keys) + 1, dtype=bool)
        other[np.searchsorted(self._texts.starts, there, side="right") - 1] = True
        now[other[now]] = -1
        stays = now >= 0
        self.length[now[stays]] = np.frombuffer(last.length)[stays]
        is_changed = self.length == 0
        changed = np.flatnonzero(is_changed)
        self._measure(changed)
        old = Neighbours.unpacked(last.neighbours).moved(now, len(keys))
        # Most of what changed is like the same texts as before: only who has too few then is looked at anew.
        found = self._compared(changed, changed, old)
        few = ~found.whole & (np.diff(found.starts) < self._most)
        found = self._compared(np.flatnonzero(few), changed[:0], found)
        return found, max(len(changed), int((~stays).sum()))

    def _measure(self, places: NDArray[np.int64]) -> None:
        """The lengths of the vectors of these texts."""
        texts = self._texts.take(places)
        weights = _of_counts(texts.counts) * self.rarity.of(texts.names)[0]
        length = np.sqrt(np.bincount(texts.rows(), weights * weights, minlength=len(texts)))
        length[length == 0] = 1.0
        self.length[places] = length

    def _compared(self, places: NDArray[np.int64], changed: NDArray[np.int64], old: Neighbours) -> Neighbours:
        """The likest others of all texts: of those at `places` made anew, of the rest `old`.

        Of the texts that `changed`, those not at `places` get what they are like.
        """
        if not len(places):
            return old
        matrix = self._matrix(places)
        across = matrix.T.tocsr()
        values, others = old.last()
        values[places] = _NEVER  # these get nothing: theirs are made anew
        is_changed = np.zeros(len(old), dtype=bool)
        is_changed[changed] = True
        blocks = range(0, len(places), _BLOCK)

        def one(first: int) -> tuple[Entries, NDArray[np.bool_], Entries]:
            some = places[first : first + _BLOCK]
            found = _entries(matrix[some] @ across, some, self._least)
            told = is_changed[found.texts]
            there, last = values[found.others], others[found.others]
            told &= (found.values > there) | ((found.values == there) & (found.texts < last))
            more = found.chosen(told)
            return *_first(found, some, self._most + _SPARE), Entries(more.others, more.texts, more.values)

        def share_of(share: int, shares: int) -> list[tuple[Entries, NDArray[np.bool_], Entries]]:
            return [one(first) for first in part_of(blocks, share, shares)]

        made = list(chain(*in_shares(share_of, min(self._jobs, len(blocks) // _BLOCKS_WORTH_A_PROCESS))))
        mine, whole, more = zip(*made, strict=True)
        return old.renewed(
            places,
            one_after_another(mine),
            one_after_another(more),
            np.concatenate(whole),
            self._most + _SPARE,
        )

    def _matrix(self, places: NDArray[np.int64]) -> sparse.csr_array:
        """One row a text, a column for each feature of those at `places` that another text has too."""
        texts = self._texts
        wanted = distinct(texts.take(places).names if len(places) < len(texts) else texts.names)
        rarity, common = self.rarity.of(wanted)
        at, columns = places_among(wanted[~common], texts.names)
        weight = rarity[~common]
        shared = np.bincount(columns, minlength=len(weight)) > 1
        at, columns = at[shared[columns]], columns[shared[columns]]
        rows = np.searchsorted(texts.starts, at, side="right") - 1
        values = _of_counts(texts.counts[at]) * weight[columns] * (1 / self.length)[rows]
        kept_columns = (np.cumsum(shared, dtype=np.int32) - 1)[columns]
        starts = np.searchsorted(at, texts.starts).astype(np.int32)
        return sparse.csr_array((values, kept_columns, starts), shape=(len(texts), int(shared.sum())))


def _rarity(last: _Last) -> Rarity:
    names, weight, common, unlisted = last.rarity
    return Rarity(
        np.frombuffer(names, np.uint32), np.frombuffer(weight), np.frombuffer(common, np.bool_), unlisted
    )


def _of_counts(counts: NDArray[np.uint8] | NDArray[np.uint32]) -> NDArray[np.float64]:
    """Sublinear term frequencies."""
    table = 1 + np.log(np.maximum(np.arange(int(counts.max(initial=0)) + 1), 1))
    found: NDArray[np.float64] = table[counts]
    return found


def _entries(product: sparse.csr_array, places: NDArray[np.int64], least: int) -> Entries:
    """What the rows of a product say of the texts at `places`."""
    texts = np.repeat(places.astype(np.int32), np.diff(product.indptr))
    values = np.rint(np.minimum(product.data, 1.0) * BILLION).astype(np.uint32)
    chosen = (values >= least) & (texts != product.indices)
    return Entries(texts[chosen], product.indices[chosen].astype(np.int32), values[chosen])


def _first(entries: Entries, places: NDArray[np.int64], most: int) -> tuple[Entries, NDArray[np.bool_]]:
    """Of each text (all at `places`, in their order) the `most` likest others; and whether these are all."""
    begins = np.searchsorted(entries.texts, np.append(places, places[-1] + 1))
    sizes = np.diff(begins)
    kept = np.ones(len(entries.texts), dtype=bool)
    for row in np.flatnonzero(sizes > most).tolist():
        part = slice(begins[row], begins[row + 1])
        kept[part] = _likest(entries.values[part], entries.others[part], most)
    return entries.chosen(kept), sizes <= most


def _likest(values: NDArray[np.uint32], others: NDArray[np.int32], most: int) -> NDArray[np.bool_]:
    """Which are the `most` highest values; of equal ones those with lower places."""
    last = np.partition(values, len(values) - most)[len(values) - most]
    kept: NDArray[np.bool_] = values > last
    equal = np.flatnonzero(values == last)
    equal = equal[np.argsort(others[equal])]
    kept[equal[: most - int(kept.sum())]] = True
    return kept
