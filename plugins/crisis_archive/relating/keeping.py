"""What relating keeps from one build to the next: each piece under the hash of all that it is made from.

So a build in which one text has changed makes anew what rests on that text, and nothing else.
"""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import NamedTuple, TypeVar

import msgspec

from crisis_archive.memory import Memory, Shelf, keep_last, key_of, recall_last
from crisis_archive.model import Mention, PublicationDate, Quote, Record, Time
from crisis_archive.scheduling.beside import Beside
from crisis_archive.scheduling.parts import MOST_PARTS, in_parts
from crisis_archive.scheduling.shares import part_of

Value = TypeVar("Value")
Result = TypeVar("Result")
_ENCODER = msgspec.msgpack.Encoder()
_PARTS_A_PROCESS = 12
"""Neighbours have much in common that is worked out once for all of one part; many parts end together."""
_FEW = 2
"""Values for each process: with more than that the work is shared well enough as it is."""
_WORTH_A_PROCESS = 2_000
"""Texts from which on steps that do not need each other stand beside each other."""
_FEW_OF = 64
"""What is kept of all texts stays while fewer than this part of them have changed since."""


class Told(NamedTuple):
    """All that only the archive tells of a text."""

    date: PublicationDate
    crisis: str | None
    mentions: tuple[Mention, ...]
    quotes: tuple[Quote, ...]
    times: tuple[Time, ...]

    @classmethod
    def of(cls, record: Record) -> "Told":
        """That of a record."""
        return cls(record.date, record.crisis, record.mentions, record.quotes, record.times)


class Keeping:
    """The memory of a build, the keys of its texts, and the processes that make what is not kept."""

    def __init__(
        self, memory: Memory, code: bytes = b"", texts: Mapping[str, bytes] | None = None, jobs: int = 1
    ) -> None:
        """`code` is a hash of the code that relates; `texts` gives by id hashes of all that was read."""
        self._memory, self.code, self._texts, self.jobs = memory, code, texts, jobs
        self._records: dict[str, bytes] = {}
        self._named: dict[str, bytes] = {}

    def text(self, document: str) -> bytes:
        """The key of a text as it was read and corrected; where nothing is kept its id will do."""
        return document.encode() if self._texts is None else self._texts[document]

    @property
    def remembers(self) -> bool:
        """Whether there is a build to come that anything could be kept for."""
        return self._texts is not None

    def last(self, name: str, kind: type[Value]) -> Value | None:
        """What the last build kept under this name; null where there is none. It may tell of another
        archive."""
        return recall_last(self._memory, name, kind, self.code)

    def keep_last(self, name: str, value: object) -> None:
        """Keep a value for the next build."""
        keep_last(self._memory, name, self.code, value)

    def named(self, document: str, mentions: Mapping[str, Sequence[Mention]]) -> bytes:
        """The key of a text and of all that the archive says of its names."""
        found = self._named.get(document)
        if found is None:
            told = _ENCODER.encode(mentions.get(document, ()))
            found = self._named[document] = key_of(self.text(document), told)
        return found

    def record(self, document: str, records: Mapping[str, Record]) -> bytes:
        """The key of a record: of its text, and of all that only the archive tells of it."""
        found = self._records.get(document)
        return self.told(document, Told.of(records[document])) if found is None else found

    def told(self, document: str, told: "Told") -> bytes:
        """The same, where its record is not made yet."""
        found = self._records[document] = key_of(self.text(document), _ENCODER.encode(told))
        return found

    def made(
        self,
        places: Sequence[int],
        make: Callable[[int], object],
        worth: int = 64,
        sizes: Sequence[int] | None = None,
        few: Callable[[Sequence[int]], Sequence[object]] | None = None,
    ) -> list[bytes]:
        """`make(place)` for each place, as MessagePack; see `each`."""
        processes = min(self.jobs, len(places) // worth)
        order = places if sizes is None else sorted(places, key=lambda place: -sizes[place])
        if few is not None and self.jobs > 1 and len(places) <= _FEW * self.jobs:
            made = dict(zip(order, map(_ENCODER.encode, few(order)), strict=True))
            return [made[place] for place in places]
        most = MOST_PARTS if sizes is not None else processes * _PARTS_A_PROCESS
        parts = max(1, min(len(order), most))

        def some(part: int) -> list[bytes]:
            return [_ENCODER.encode(make(place)) for place in part_of(order, part, parts)]

        by_place = dict(zip(order, chain(*in_parts(some, parts, processes)), strict=True))
        return [by_place[place] for place in places]

    def each(
        self,
        name: str,
        kind: type[Value],
        keys: Sequence[bytes],
        make: Callable[[int], Value],
        worth: int = 64,
        sizes: Sequence[int] | None = None,
        few: Callable[[Sequence[int]], Sequence[Value]] | None = None,
    ) -> list[Value]:
        """For each key its value: `make(place)` where it is not kept on the shelf of that name.

        A value rests on its key alone. From `worth` values on a second process helps to make them. `sizes`
        say what takes long, where some take much longer than others: these are begun first. `few`
        makes those of some places together, where they are so few that processes would wait for the largest.
        """

        def made(missing: list[int]) -> list[bytes]:
            return self.made(missing, make, worth, sizes, few)

        return Shelf(self._memory, name, kind, self.code).recall(keys, made)

    @contextmanager
    def beside(self, work: Callable[["Keeping"], Result], texts: int) -> Iterator[Callable[[], Result]]:
        """Some work on so many texts, in a process of its own while the block goes on with other work.

        What the block gets gives its result, once. With one process, where texts are few or no fork is safe
        it is done before the block.
        """
        if self.jobs < 2 or texts < _WORTH_A_PROCESS or sys.platform != "linux":
            done = work(self)
            yield lambda: done
            return

        def apart() -> tuple[Result, tuple[frozenset[bytes], bool]]:
            memory = self._memory.apart()
            return work(Keeping(memory, self.code, self._texts, self.jobs)), memory.seen

        def result() -> Result:
            found, seen = begun.result()
            self._memory.see(seen)
            return found

        begun = Beside(apart, forked=True)
        try:
            yield result
        finally:
            begun.stop()


def is_worth_keeping(changed: int, texts: int) -> bool:
    """Whether what was found of all texts is kept anew, when so many of them have changed since.

    Of few it takes less to read what was kept again, and to work these out again, than to write all of it.
    """
    return changed * _FEW_OF >= texts


def nothing_kept(jobs: int = 1) -> Keeping:
    """Where there is no memory: everything is made."""
    return Keeping(Memory(None), jobs=jobs)
