"""The likest others of every text of an archive, as arrays; and how they change when some texts do."""

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from crisis_archive.relating.vectors import Pairs, distinct

BILLION = 1_000_000_000
"""Likenesses are whole billionths: neither the order of adding nor what is kept can tip a comparison."""
_NEVER = 2**32 - 1


class Entries(msgspec.Struct, frozen=True):
    """A text, another that it is like, and how much (in billionths): three arrays of one length."""

    texts: NDArray[np.int32]
    others: NDArray[np.int32]
    values: NDArray[np.uint32]

    def chosen(self, which: NDArray[np.bool_] | NDArray[np.int64]) -> "Entries":
        """Some of them."""
        return Entries(self.texts[which], self.others[which], self.values[which])

    def likest_first(self) -> "Entries":
        """Sorted by text, the likest other first; of others as like the lower place."""
        if max(self.texts.max(initial=0), self.others.max(initial=0)) >= _PACKED:
            return self.chosen(np.lexsort((self.others, _NEVER - self.values, self.texts)))
        # All in one number each: so they are sorted at once, which is many times faster.
        keys = self.texts.astype(np.int64) << _BITS
        keys += BILLION - self.values.astype(np.int64)
        keys = (keys << _PLACE) + self.others
        keys.sort()
        return Entries(
            (keys >> _BITS + _PLACE).astype(np.int32),
            (keys & _PACKED - 1).astype(np.int32),
            (BILLION - (keys >> _PLACE & (1 << _BITS) - 1)).astype(np.uint32),
        )


class Neighbours(msgspec.Struct, frozen=True):
    """The likest others of each text, all that are alike enough or the first of them."""

    starts: NDArray[np.int64]
    """Where those of each text begin, and the last ones end."""
    others: NDArray[np.int32]
    values: NDArray[np.uint32]
    """Billionths, the highest first; of equal ones the lower place first."""
    whole: NDArray[np.bool_]
    """Whether a text has no others that are alike enough than those given."""

    def __len__(self) -> int:
        return len(self.whole)

    @classmethod
    def none(cls, texts: int) -> "Neighbours":
        """No text is known to be like any."""
        return cls(_starts(np.empty(0, np.int32), texts), *_NO_ENTRIES, np.zeros(texts, dtype=bool))

    @classmethod
    def unpacked(cls, packed: tuple[bytes, bytes, bytes, bytes]) -> "Neighbours":
        """From `packed`."""
        starts, others, values, whole = packed
        return cls(
            np.frombuffer(starts, dtype="<i8"),
            np.frombuffer(others, dtype="<i4"),
            np.frombuffer(values, dtype="<u4"),
            np.frombuffer(whole, dtype="?"),
        )

    def packed(self) -> tuple[bytes, bytes, bytes, bytes]:
        """As bytes."""
        return (
            self.starts.astype("<i8").tobytes(),
            self.others.astype("<i4").tobytes(),
            self.values.astype("<u4").tobytes(),
            self.whole.tobytes(),
        )

    def entries(self) -> Entries:
        """All, sorted."""
        texts = np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self.starts))
        return Entries(texts, self.others, self.values)

    def moved(self, now: NDArray[np.int64], texts: int) -> "Neighbours":
        """The same in an archive of so many texts; `now` gives for each text its place there, or -1.

        Places that no text comes to have no neighbours, and are not whole.
        """
        sizes = np.zeros(texts, dtype=np.int64)
        others = now.astype(np.int32)[self.others]
        stays = (others >= 0) & np.repeat(now >= 0, np.diff(self.starts))
        left = np.concatenate([[0], np.cumsum(stays)])[self.starts]
        sizes[now[now >= 0]] = np.diff(left)[now >= 0]
        whole = np.zeros(texts, dtype=bool)
        whole[now[now >= 0]] = self.whole[now >= 0]
        return Neighbours(_ends(sizes), others[stays], self.values[stays], whole)

    def last(self) -> tuple[NDArray[np.uint32], NDArray[np.int32]]:
        """Value and place of the last other of each text: what comes after it is not known.

        0 and the highest place where all are known; more than all where none is.
        """
        values = np.zeros(len(self), dtype=np.uint32)
        others = np.full(len(self), len(self), dtype=np.int32)
        values[~self.whole] = _NEVER
        cut = np.flatnonzero(~self.whole & (np.diff(self.starts) > 0))
        values[cut], others[cut] = (
            self.values[self.starts[cut + 1] - 1],
            self.others[self.starts[cut + 1] - 1],
        )
        return values, others

    def renewed(
        self, places: NDArray[np.int64], made: Entries, more: Entries, whole: NDArray[np.bool_], most: int
    ) -> "Neighbours":
        """With those of some texts `made` anew, `whole` as told, and `more` for others, of each the first
        `most`."""
        touched = np.zeros(len(self), dtype=bool)
        touched[places] = touched[more.texts] = True
        added_to = touched.copy()
        added_to[places] = False
        mixed = one_after_another((self._rows(np.flatnonzero(added_to)), made, more)).likest_first()
        starts = _starts(mixed.texts, len(self))
        first = np.arange(len(mixed.texts)) - starts[mixed.texts] < most
        now_whole = self.whole & (~touched | (np.diff(starts) <= most))
        now_whole[places] = whole
        mixed = mixed.chosen(first)
        # The rows that stay and the new ones, each taken from where it lies.
        sizes = np.where(touched, np.bincount(mixed.texts, minlength=len(self)), np.diff(self.starts))
        ends = _ends(sizes)
        begin = np.where(touched, len(self.others) + _starts(mixed.texts, len(self))[:-1], self.starts[:-1])
        at = np.arange(ends[-1]) + np.repeat(begin - ends[:-1], sizes)
        return Neighbours(
            ends,
            np.concatenate([self.others, mixed.others])[at],
            np.concatenate([self.values, mixed.values])[at],
            now_whole,
        )

    def _rows(self, places: NDArray[np.int64]) -> Entries:
        """What is known of some texts."""
        begins, sizes = self.starts[places], np.diff(self.starts)[places]
        ends = _ends(sizes)
        at = np.arange(ends[-1]) + np.repeat(begins - ends[:-1], sizes)
        return Entries(np.repeat(places.astype(np.int32), sizes), self.others[at], self.values[at])

    def pairs(self, most: int) -> Pairs:
        """Each two of which one is among the `most` likest others of the other one."""
        entries, texts = self.entries(), len(self)
        entries = entries.chosen(np.arange(len(self.others)) - self.starts[entries.texts] < most)
        low, high = np.minimum(entries.texts, entries.others), np.maximum(entries.texts, entries.others)
        keys = low.astype(np.int64) * texts + high
        if texts < _PACKED:
            # Both entries of a pair have one value: so it can be sorted along, which is many times faster.
            packed = distinct((keys << _BITS) + entries.values)
            keys, values = packed >> _BITS, packed & (1 << _BITS) - 1
        else:
            keys, at = np.unique(keys, return_index=True)
            values = entries.values[at].astype(np.int64)
        left = keys // texts if texts else keys
        return Pairs(left, keys - left * texts, values / BILLION)


_BITS = 30
"""Of a value."""
_PLACE = 16
_PACKED = 1 << _PLACE
"""Of fewer texts a pair and its value fit into 63 bits."""
_NO_ENTRIES = np.empty(0, np.int32), np.empty(0, np.uint32)


def _starts(texts: NDArray[np.int32], count: int) -> NDArray[np.int64]:
    return _ends(np.bincount(texts, minlength=count))


def _ends(sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)


def one_after_another(parts: Sequence[Entries]) -> Entries:
    """All in one."""
    return Entries(
        np.concatenate([each.texts for each in parts]),
        np.concatenate([each.others for each in parts]),
        np.concatenate([each.values for each in parts]),
    )
