"""Many records in little memory: as the bytes that are kept, each read when it is asked for.

Ten thousand records are some hundred megabytes as bytes and three times as much as values; reading one takes
some microseconds. A process forked from the build gets no copy of bytes that it only reads.
"""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Final, overload

import msgspec

from crisis_archive.model.documents import Record

_FEW: Final = 4_000
"""Of so many records each is read once and stays: a hundred megabytes."""
_STAYING: Final = 1_000
"""Of more so many stay for a while: neighbours are asked for again and again."""
_RECORD: Final = msgspec.msgpack.Decoder(Record)


class KeptRecords(Sequence[Record]):
    """Records that are read from MessagePack when they are asked for; equal to a tuple of the same."""

    def __init__(self, kept: Sequence[msgspec.Raw]) -> None:
        self._kept = kept
        self._read: dict[int, Record] = {}
        self._staying = len(kept) if len(kept) <= _FEW else _STAYING

    def __len__(self) -> int:
        return len(self._kept)

    @overload
    def __getitem__(self, place: int) -> Record: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Record, ...]: ...
    def __getitem__(self, place: int | slice) -> Record | tuple[Record, ...]:
        if isinstance(place, slice):
            return tuple(self[each] for each in range(len(self))[place])
        if not -len(self) <= place < len(self):
            raise IndexError(place)
        place %= len(self)
        found = self._read.get(place)
        if found is None:
            if len(self._read) >= self._staying:
                self._read.clear()
            found = self._read[place] = _RECORD.decode(self._kept[place])
        return found

    def __iter__(self) -> Iterator[Record]:
        if len(self) <= self._staying:
            return (self[place] for place in range(len(self)))
        return map(_RECORD.decode, self._kept)  # who goes through all wants none of them twice

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(_same, self, other))

    __hash__ = None  # type: ignore[assignment]  # Python's own sign for "has no hash", as a list has none

    def digest(self, place: int) -> bytes:
        """A hash of one record, which is not read for it."""
        return hashlib.sha256(self._kept[place]).digest()


def _same(left: object, right: object) -> bool:
    return left == right
