"""The records of an archive, made and kept one by one: of which nothing has changed, those stay."""

from collections.abc import Callable, Sequence
from itertools import chain
from typing import Final, overload

import msgspec

from crisis_archive.memory import Entry, Packs, Row, Writer, key_of
from crisis_archive.model import KeptRecords, Record
from crisis_archive.model.kept import digest_of
from crisis_archive.scheduling.parts import in_parts
from crisis_archive.scheduling.shares import part_of

_ENCODER: Final = msgspec.msgpack.Encoder()
_WORTH_A_PROCESS: Final = 64
_PARTS_A_PROCESS: Final = 12


def make_records(
    packs: Packs, code: bytes, keys: Sequence[bytes], make: Callable[[int], Record], jobs: int = 1
) -> tuple[KeptRecords, tuple[bytes, ...]]:
    """The records of texts in their order, and what they are kept under.

    `keys` are hashes of all that each rests on but the code.
    """
    own = tuple(key_of("record", code, key) for key in keys)
    missing = [place for place, key in enumerate(own) if key not in packs]
    processes = min(jobs, len(missing) // _WORTH_A_PROCESS)
    parts = max(1, min(len(missing), processes * _PARTS_A_PROCESS))

    def some(part: int) -> list[Row]:
        return packs.writer.write(
            [_entry(own[place], make(place)) for place in part_of(missing, part, parts)]
        )

    packs.adopt(chain(*in_parts(some, parts, processes)))
    for place in missing:
        if own[place] not in packs:  # its file is gone: this one is held
            packs.adopt(Writer(None, "").write([_entry(own[place], make(place))]))
    return _kept(packs, own), own


def recall_records(packs: Packs, keys: Sequence[bytes]) -> KeptRecords | None:
    """The records that are kept under these keys; null where one is gone."""
    return _kept(packs, keys) if all(key in packs for key in keys) else None


def _kept(packs: Packs, keys: Sequence[bytes]) -> KeptRecords:
    return KeptRecords(_Bytes(packs, keys), [packs.note(key) for key in keys])


def _entry(key: bytes, record: Record) -> Entry:
    told = _ENCODER.encode(record)
    return Entry(key, digest_of(told), told)


class _Bytes(Sequence[bytes]):
    """What is kept under some keys, read when it is asked for."""

    def __init__(self, packs: Packs, keys: Sequence[bytes]) -> None:
        self._packs, self._keys = packs, keys

    def __len__(self) -> int:
        return len(self._keys)

    @overload
    def __getitem__(self, place: int) -> bytes: ...
    @overload
    def __getitem__(self, place: slice) -> list[bytes]: ...
    def __getitem__(self, place: int | slice) -> bytes | list[bytes]:
        if isinstance(place, slice):
            return [self._packs.read(key) for key in self._keys[place]]
        return self._packs.read(self._keys[place])
