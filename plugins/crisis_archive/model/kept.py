"""Many texts in little memory: as the bytes that are kept, each read when it is asked for.

Ten thousand records are some hundred megabytes as bytes and three times as much as values; reading one takes
some microseconds. A process forked from the build gets no copy of bytes that it only reads.
"""

import hashlib
from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, Generic, TypeVar, overload

import msgspec

from crisis_archive.model.analysis import Analysis
from crisis_archive.model.documents import Record

Value = TypeVar("Value")
_FEW: Final = 4_000
"""Of so many texts each is read once and stays: a hundred megabytes."""
_STAYING: Final = 1_000
"""Of more so many stay for a while: neighbours are asked for again and again."""
_RECORD: Final = msgspec.msgpack.Decoder(Record)


class _Kept(Sequence[Value], Generic[Value]):
    """Values that are read when they are asked for; equal to a tuple of the same."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._read: dict[int, Value] = {}
        self._staying = count if count <= _FEW else _STAYING

    @abstractmethod
    def _anew(self, place: int) -> Value:
        """The value of a place, read anew."""

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> Value: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Value, ...]: ...
    def __getitem__(self, place: int | slice) -> Value | tuple[Value, ...]:
        if isinstance(place, slice):
            return tuple(self[each] for each in range(len(self))[place])
        there = self._read.get(place)
        if there is not None:  # most often: citations of one page name a text again and again
            return there
        if not -len(self) <= place < len(self):
            raise IndexError(place)
        place %= len(self)
        found = self._read.get(place)
        if found is None:
            if len(self._read) >= self._staying:
                self._read.clear()
            found = self._read[place] = self._anew(place)
        return found

    def once(self, place: int) -> Value:
        """The value of a place for somebody who goes through many: it does not stay."""
        there = self._read.get(place)
        return self._anew(place) if there is None else there

    def __iter__(self) -> Iterator[Value]:
        if len(self) <= self._staying:
            return (self[place] for place in range(len(self)))
        return map(self._anew, range(len(self)))  # who goes through all wants none of them twice

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(_same, self, other))

    __hash__ = None  # type: ignore[assignment]  # Python's own sign for "has no hash", as a list has none


class KeptRecords(_Kept[Record]):
    """Records that are read from MessagePack when they are asked for; equal to a tuple of the same."""

    def __init__(self, kept: Sequence[bytes | msgspec.Raw], digests: Sequence[bytes] | None = None) -> None:
        """`kept` may read each when asked for it; `digests`: those of `digest_of`, where they are known."""
        super().__init__(len(kept))
        self._kept = kept
        self._digests = digests

    def _anew(self, place: int) -> Record:
        return _RECORD.decode(self._kept[place])

    def by_id(self, ids: Sequence[str]) -> Mapping[str, Record]:
        """They by these ids, which come in their order."""
        return ById(self, {identity: place for place, identity in enumerate(ids)})

    @property
    def digests(self) -> Sequence[bytes]:
        """A hash of each record, which is not read for it."""
        if self._digests is None:
            self._digests = tuple(map(digest_of, self._kept))
        return self._digests

    def digest(self, place: int) -> bytes:
        """That of one record."""
        return self.digests[place]


def digest_of(kept: bytes | msgspec.Raw) -> bytes:
    """A hash of a record as it is kept."""
    return hashlib.sha256(kept).digest()


class ById(Mapping[str, Record]):
    """Some texts of an archive by their ids, each read when it is asked for."""

    def __init__(self, records: Sequence[Record], places: Mapping[str, int]) -> None:
        self._records, self._places = records, places

    def __getitem__(self, identity: str) -> Record:
        return self._records[self._places[identity]]

    def __contains__(self, identity: object) -> bool:
        return identity in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def only(self, identities: Iterable[str]) -> "ById":
        """Those of them with these ids, in that order."""
        places = self._places
        return ById(self._records, {each: places[each] for each in identities if each in places})


class KeptAnalyses(_Kept[Analysis]):
    """Analyses in the order of their ids, read when they are asked for; `read` gives that of a place."""

    def __init__(self, ids: tuple[str, ...], files: tuple[str, ...], read: Callable[[int], Analysis]) -> None:
        super().__init__(len(ids))
        self.ids, self.files, self._reader = ids, files, read

    def _anew(self, place: int) -> Analysis:
        return self._reader(place)

    def release(self) -> None:
        """Give their memory free: nobody reads any of them from now on."""
        self._read.clear()
        self._reader = _gone


class RecordsById(Mapping[str, Record]):
    """Some of many records by their ids, each read when it is asked for."""

    def __init__(self, records: Mapping[str, Record], ids: Sequence[str]) -> None:
        self._records, self._ids = records, ids

    def __getitem__(self, identity: str) -> Record:
        return self._records[identity]

    def __contains__(self, identity: object) -> bool:
        return identity in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


def _gone(place: int) -> Analysis:
    raise LookupError(f"the analysis {place} is no longer there")


def _same(left: object, right: object) -> bool:
    return left == right
