"""The records of an archive, made and kept in parts: of which nothing has changed, those stay."""

from collections.abc import Callable, Sequence
from itertools import chain
from typing import Final
from zlib import crc32

import msgspec

from crisis_archive.memory import Memory, key_of
from crisis_archive.model import KeptRecords, Record
from crisis_archive.model.kept import digest_of

_SHARES: Final = 64
"""Entries in which the records are kept: those of which none has changed are not written again."""
_FAST: Final = msgspec.msgpack.Encoder()


class _Part(msgspec.Struct, frozen=True, array_like=True):
    """Some records; `code` is a hash of the code that made them."""

    code: bytes
    ids: tuple[str, ...]
    keys: tuple[bytes, ...]
    records: tuple[msgspec.Raw, ...]
    digests: tuple[bytes, ...]


_PART: Final = msgspec.msgpack.Decoder(_Part)


def make_records(
    memory: Memory,
    code: bytes,
    ids: Sequence[str],
    keys: Sequence[bytes],
    make: Callable[[int], Record],
    last: Sequence[bytes],
) -> tuple[KeptRecords, tuple[bytes, ...]]:
    """The records of these texts, and the keys of the parts in which they are kept.

    `keys` are hashes of all that each rests on but the code, `last` the keys of the parts of the last build.
    """
    shares: list[list[int]] = [[] for _ in range(_SHARES)]
    for place, document in enumerate(ids):
        shares[crc32(document.encode()) % _SHARES].append(place)
    raws, digests = [msgspec.Raw()] * len(ids), [b""] * len(ids)
    parts = []
    for number, places in enumerate(shares):
        wanted = tuple(keys[place] for place in places)
        key = key_of("records", code, *wanted) if places else b""
        old = last[number] if number < len(last) else b""
        part = _kept(memory, old, code) if places else None
        if part is None or key != old:
            made = _made(part, keys, places, make)
            told = _FAST.encode(_Part(code, tuple(ids[place] for place in places), wanted, *made))
            if places:
                memory.put({key: told})
            part = _PART.decode(told)
        for place, raw, digest in zip(places, part.records, part.digests, strict=True):
            raws[place], digests[place] = raw, digest
        parts.append(key)
    return KeptRecords(raws, digests), tuple(parts)


def _made(
    part: _Part | None, keys: Sequence[bytes], places: Sequence[int], make: Callable[[int], Record]
) -> tuple[tuple[msgspec.Raw, ...], tuple[bytes, ...]]:
    """The records of these places and their digests; those that the old part has under their keys stay."""
    known = (
        {}
        if part is None
        else dict(zip(part.keys, zip(part.records, part.digests, strict=True), strict=True))
    )
    raws, digests = [], []
    for place in places:
        raw, digest = known.get(keys[place], (None, b""))
        if raw is None:
            raw = msgspec.Raw(_FAST.encode(make(place)))
            digest = digest_of(raw)
        raws.append(raw)
        digests.append(digest)
    return tuple(raws), tuple(digests)


def recall_records(memory: Memory, code: bytes, parts: Sequence[bytes]) -> KeptRecords | None:
    """The records that are kept in these parts, by their ids; null where one is gone."""
    whole = []
    for key in filter(None, parts):
        part = _kept(memory, key, code)
        if part is None:
            return None
        whole.append(part)
    ids = list(chain.from_iterable(part.ids for part in whole))
    raws = list(chain.from_iterable(part.records for part in whole))
    digests = list(chain.from_iterable(part.digests for part in whole))
    order = sorted(range(len(ids)), key=ids.__getitem__)
    return KeptRecords([raws[place] for place in order], [digests[place] for place in order])


def _kept(memory: Memory, key: bytes, code: bytes) -> _Part | None:
    """A part that the last build kept; null where there is none, or other code made it."""
    value = memory.get([key]).get(key) if key else None
    try:
        part = None if value is None else _PART.decode(value)
    except msgspec.MsgspecError:  # laid out by another version
        return None
    return part if part is not None and part.code == code else None
