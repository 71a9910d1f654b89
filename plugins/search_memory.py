"""What was told and read of all texts for the last index, and the scripts that it has, for the next build."""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec

from crisis_archive.memory import Memory, fingerprint, key_of
from crisis_archive.search import NOTHING_TOLD, Kept, Known, Telling

_ROOMS: Final = ("addresses", "model", "search", "text")
_LIBRARIES: Final = ("lunr", "msgspec", "nltk", "numpy", "snowballstemmer")
_MOST_BYTES: Final = 900_000_000
"""A store takes no larger value; of a larger archive everything is read anew."""


class Remembered(msgspec.Struct, frozen=True):
    """What is kept of an index."""

    telling: Telling
    known: Known | None
    scripts: dict[bytes, Kept]
    """The scripts of each shard and bucket as they were written, by its key."""


NOTHING: Final = Remembered(NOTHING_TOLD, None, {})
_REMEMBERED: Final = msgspec.msgpack.Decoder(tuple[bytes, Remembered])


class SearchMemory:
    """What one site's search was made from; `cache` null: nothing is remembered."""

    def __init__(self, cache: Path | None, site: str, language: Sequence[str]) -> None:
        """`site` is the folder that the site will have; `language` all that says how its words are read."""
        self._folder = cache / "search" if cache else None
        self._slot = key_of("search", os.fsencode(site))
        self._code = key_of(fingerprint(_ROOMS, _LIBRARIES), *language)

    def before(self) -> Remembered:
        """What was kept, if it was made by the same code in the same language."""
        if self._folder is None:
            return NOTHING
        with Memory.open(self._folder) as memory:
            kept = memory.get([self._slot]).get(self._slot)
        with suppress(msgspec.MsgspecError):  # kept by another version
            code, remembered = _REMEMBERED.decode(kept) if kept else (b"", NOTHING)
            return remembered if code == self._code else NOTHING
        return NOTHING

    def keep(self, remembered: Remembered) -> None:
        """Keep it in the place of the last one."""
        if self._folder is None:
            return
        encoded = msgspec.msgpack.encode((self._code, remembered))
        if len(encoded) > _MOST_BYTES:
            encoded = msgspec.msgpack.encode((self._code, Remembered(NOTHING_TOLD, None, remembered.scripts)))
        with Memory.open(self._folder) as memory:
            memory.put({self._slot: encoded})
