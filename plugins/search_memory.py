"""What was told and read of all texts for the last index, and the scripts that it has, for the next build."""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec
from msgspec.structs import replace

from crisis_archive.memory import Memory, fingerprint, key_of
from crisis_archive.search import NOTHING_TOLD, Kept, Known, Telling

_ROOMS: Final = ("addresses", "model", "search", "text")
_LIBRARIES: Final = ("lunr", "msgspec", "nltk", "numpy", "snowballstemmer")
_ENCODER: Final = msgspec.msgpack.Encoder()
_MOST_BYTES: Final = 900_000_000
"""A store takes no larger value; of a larger archive everything is read anew."""


class Remembered(msgspec.Struct, frozen=True):
    """What is kept of an index."""

    telling: Telling
    known: Known | None
    scripts: dict[bytes, Kept]
    """The scripts of each shard and bucket as they were written, by its key."""


NOTHING: Final = Remembered(NOTHING_TOLD, None, {})
_TOLD: Final = msgspec.msgpack.Decoder(tuple[bytes, Telling])
_KNOWN: Final = msgspec.msgpack.Decoder(Known | None)
_SCRIPTS: Final = msgspec.msgpack.Decoder(dict[bytes, Kept])
_PIECES: Final = 8
"""What is known of occurrences is bytes already, and most of all: no other bytes are made of it at once."""
_ENTRIES: Final = (*(f"occurrences-{number}" for number in range(_PIECES)), "known", "scripts", "telling")
"""In the order in which they are written, when none is left of the last build: all are there, or it is as if
none were."""


class SearchMemory:
    """What one site's search was made from; `cache` null: nothing is remembered."""

    def __init__(self, cache: Path | None, site: str, language: Sequence[str]) -> None:
        """`site` is the folder that the site will have; `language` all that says how its words are read."""
        self.folder = cache / "search" if cache else None
        """Where it is kept."""
        self._slots = [key_of("search", entry, os.fsencode(site)) for entry in _ENTRIES]
        self._code = key_of(fingerprint(_ROOMS, _LIBRARIES), *language)

    def before(self) -> Remembered:
        """What was kept, if it was made by the same code in the same language."""
        if self.folder is None:
            return NOTHING
        with Memory.open(self.folder) as memory:
            kept = memory.get(self._slots)
        if len(kept) < len(self._slots):
            return NOTHING
        *pieces, known, scripts, telling = (kept[slot] for slot in self._slots)
        with suppress(msgspec.MsgspecError):  # kept by another version
            code, told = _TOLD.decode(telling)
            if code == self._code:
                return Remembered(
                    told, _with(_KNOWN.decode(known), b"".join(pieces)), _SCRIPTS.decode(scripts)
                )
        return NOTHING

    def keep(self, remembered: Remembered) -> None:
        """Keep it in the place of the last one."""
        if self.folder is None:
            return
        with Memory.open(self.folder) as memory:
            memory.forget(self._slots)
            for slot, value in zip(self._slots, self._entries(remembered), strict=True):
                if len(value) > _MOST_BYTES:
                    break
                memory.put({slot: value})

    def _entries(self, remembered: Remembered) -> Iterator[bytes]:
        """One by one: they need not stand in memory together."""
        known = remembered.known
        occurrences = known.reading.occurrences if known else b""
        for number in range(_PIECES):
            yield occurrences[slice(*(len(occurrences) * each // _PIECES for each in (number, number + 1)))]
        yield _ENCODER.encode(_with(known, b""))
        yield _ENCODER.encode(remembered.scripts)
        yield _ENCODER.encode((self._code, remembered.telling))


def _with(known: Known | None, occurrences: bytes) -> Known | None:
    return known and replace(known, reading=replace(known.reading, occurrences=occurrences))
