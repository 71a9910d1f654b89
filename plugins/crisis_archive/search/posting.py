"""The shards of terms: all made, or those whose postings changed; the others are in old scripts."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

import msgspec
import numpy as np
import numpy.typing as npt

from crisis_archive.memory import key_of
from crisis_archive.search.builder import Integers, index_of
from crisis_archive.search.dictionary import dictionary
from crisis_archive.search.reading import Numbers, Reading
from crisis_archive.search.rereading import Reread
from crisis_archive.search.shards import Cut, as_json, cut, js_order, posting_texts

_ONE_OF: Final = 20
"""Where more than one term of so many is gone, all is made anew."""
_OCCURRENCES_AT_ONCE: Final = 500_000
"""Counted at once: more need no less time, and more memory."""


class Posted(msgspec.Struct, frozen=True):
    """What the next build by the same code need not work out again."""

    order: bytes
    """Numbers of the terms in JavaScript's order of their words, of 32 bits each."""
    sizes: bytes
    """How long the postings of each term are, by its number; likewise."""
    starts: tuple[int, ...]
    """Of the shards."""
    names: tuple[str, ...]
    """Likewise."""
    keys: tuple[bytes, ...]
    """Likewise."""
    dictionary: bytes
    """As it is written."""


class TermShards:
    """The terms of an index with their postings, cut into shards."""

    def __init__(self, reading: Reading, fields: Sequence[str], order: Numbers, sizes: Integers) -> None:
        self._reading, self._fields = reading, fields
        self._order, self._sizes = order, sizes
        self.texts: dict[int, str] = {}
        """Postings that are worked out already, by the numbers of their terms."""
        self.cut = Cut((), 0, (), ())
        self.keys: tuple[bytes, ...] = ()
        """Hashes of the contents."""
        self.dictionary = b""
        """All terms, as a script holds them."""

    def __len__(self) -> int:
        return len(self.cut.starts)

    @property
    def posted(self) -> Posted:
        """What to keep of it."""
        order, sizes = self._order.astype(np.int32).tobytes(), self._sizes.astype(np.int32).tobytes()
        return Posted(order, sizes, self.cut.starts, self.cut.names, self.keys, self.dictionary)

    def terms(self, some: slice = slice(None)) -> list[str]:
        """The terms at these places."""
        return [self._reading.terms[each] for each in self._order[some].tolist()]

    def numbers(self, shard: int) -> Numbers:
        """The numbers of a shard's terms."""
        return self._order[self.cut.shard(shard)]

    def content(self, shard: int) -> list[str]:
        """Term, postings, term, postings ..."""
        numbers = self.numbers(shard).tolist()
        if not self.texts.keys() >= set(numbers):
            self.know(None)  # the old site has lost a script: there may be more
        return [part for each in numbers for part in (self._reading.terms[each], self.texts[each])]

    def know(self, some: Integers | None) -> None:
        """Work out the postings of some terms, or of all."""
        for part in _parts(self._reading, some):
            numbers = part.tolist()
            texts = posting_texts(index_of(self._reading, self._fields, part))
            self.texts.update(zip(numbers, texts, strict=True))
            self._sizes[numbers] = list(map(len, texts))

    def part(self, shard_bytes: int) -> None:
        """Cut them."""
        self.cut = cut(self.terms(), self._sizes[self._order], shard_bytes)

    def name(self, known: Sequence[bytes | None], dictionary_before: bytes = b"") -> None:
        """Give each shard its key: the known one, or that of its content."""
        # No term and no postings hold the end of a line.
        self.keys = tuple(
            known_key or key_of(self.cut.names[shard], "\n".join(self.content(shard)))
            for shard, known_key in enumerate(known)
        )
        self.dictionary = dictionary_before or as_json(dictionary(self.terms()))


def all_shards(reading: Reading, fields: Sequence[str], shard_bytes: int) -> TermShards:
    """The shards of an index that nothing is known of."""
    terms = reading.terms
    order = np.array(sorted(range(len(terms)), key=lambda each: js_order(terms[each])), dtype=np.int32)
    made = TermShards(reading, fields, order, np.zeros(len(terms), dtype=np.int32))
    made.know(None)
    made.part(shard_bytes)
    made.name([None] * len(made))
    return made


def changed_shards(
    again: Reread, before: Posted, fields: Sequence[str], shard_bytes: int
) -> TermShards | None:
    """The shards, of which only those that changed are made; null where too many terms are gone."""
    terms = again.reading.terms
    sizes = np.zeros(len(terms), dtype=np.int32)
    old_order, old_sizes = np.frombuffer(before.order, np.int32), np.frombuffer(before.sizes, np.int32)
    sizes[: len(old_sizes)] = old_sizes
    stands = np.zeros(len(terms), dtype=np.bool_)
    stands[again.changed] = _that_stand(again)
    order = _ordered(again, old_order, stands)
    if len(terms) * _ONE_OF > len(order) * (_ONE_OF + 1):
        return None
    is_changed = np.zeros(len(terms), dtype=np.bool_)
    is_changed[again.changed] = True
    old = _Old(before, old_order)
    made = TermShards(again.reading, fields, order, sizes)
    made.know(np.flatnonzero(is_changed | old.beside(is_changed)))
    made.part(shard_bytes)
    keys: list[bytes | None] = []
    wanted: list[Numbers] = []
    for shard, name in enumerate(made.cut.names):
        numbers = made.numbers(shard)
        same = np.array_equal(old.numbers(name), numbers) and not is_changed[numbers].any()
        keys.append(old.keys[name] if same else None)
        if not same:
            wanted.append(numbers)
    missing = sorted({each for some in wanted for each in some.tolist()} - made.texts.keys())
    if missing:
        made.know(np.array(missing, dtype=np.int32))
    made.name(keys, before.dictionary if np.array_equal(order, old_order) else b"")
    return made


def _parts(reading: Reading, some: Integers | None) -> list[Integers]:
    """Some terms, or all, by their numbers, in runs that do not occur too often."""
    occurrences = np.frombuffer(reading.occurrences, np.int32)
    numbers: Integers = np.arange(len(reading.terms), dtype=np.int32) if some is None else some
    often = np.zeros(len(reading.terms), dtype=np.int64)
    for start in range(0, len(occurrences), _OCCURRENCES_AT_ONCE):  # counting needs twice their bytes
        some_there = occurrences[start : start + _OCCURRENCES_AT_ONCE]
        often += np.bincount(some_there, minlength=len(often))
    behind = np.cumsum(often[numbers])
    bounds = np.flatnonzero(np.diff(behind // _OCCURRENCES_AT_ONCE)) + 1
    return np.split(numbers, bounds) if len(numbers) else []


class _Old:
    """The shards of the last build."""

    def __init__(self, before: Posted, order: Numbers) -> None:
        self._order = order
        self._cut = Cut(before.starts, len(order), (), before.names)
        self._places = {name: place for place, name in enumerate(before.names)}
        self.keys = dict(zip(before.names, before.keys, strict=True))

    def numbers(self, name: str) -> Numbers:
        """The numbers of a shard's terms; none where there is no such shard."""
        place = self._places.get(name)
        return self._order[:0] if place is None else self._order[self._cut.shard(place)]

    def beside(self, some: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
        """All terms, by their numbers, that stood in one shard with some of these."""
        found = np.zeros_like(some)
        if self._cut.starts:
            touched = np.logical_or.reduceat(some[self._order], self._cut.starts)
            sizes = np.diff([*self._cut.starts, self._cut.after])
            found[self._order] = np.repeat(touched, sizes)
        return found


def _that_stand(again: Reread) -> npt.NDArray[np.bool_]:
    """Of the changed terms, whether any document has them still."""
    occurrences = np.frombuffer(again.reading.occurrences, np.int32)
    is_there = np.zeros(len(again.reading.terms), dtype=np.bool_)
    is_there[occurrences] = True
    return is_there[again.changed]


def _ordered(again: Reread, before: Numbers, stands: npt.NDArray[np.bool_]) -> Numbers:
    """The terms in JavaScript's order, without those that are gone and with those that are new."""
    terms = again.reading.terms
    in_order = np.zeros(len(terms), dtype=np.bool_)
    in_order[before] = True
    new = [each for each in again.changed.tolist() if stands[each] and not in_order[each]]
    gone = {each for each in again.changed.tolist() if in_order[each] and not stands[each]}
    if not new and not gone:
        return before
    order = [each for each in before.tolist() if each not in gone]
    for number in new:
        at = bisect_left(order, js_order(terms[number]), key=lambda each: js_order(terms[each]))
        order.insert(at, number)
    return np.array(order, dtype=np.int32)
