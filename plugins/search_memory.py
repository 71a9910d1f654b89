"""The terms of all texts as they were read for the last index, for the next build."""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec

from crisis_archive.memory import Memory, fingerprint, key_of
from crisis_archive.search import Kept, Reading

_ROOMS: Final = ("search", "text")
_LIBRARIES: Final = ("lunr", "msgspec", "nltk", "numpy", "snowballstemmer")
_MOST_BYTES: Final = 900_000_000
"""A store takes no larger value; of a larger archive everything is read anew."""
_READING: Final = msgspec.msgpack.Decoder(tuple[bytes, Reading])
_SCRIPTS: Final = msgspec.msgpack.Decoder(tuple[bytes, dict[bytes, Kept]])


class SearchMemory:
    """What one site's search was read from; `cache` null: nothing is remembered."""

    def __init__(self, cache: Path | None, site: str, language: Sequence[str]) -> None:
        """`site` is the folder that the site will have; `language` all that says how its words are read."""
        self._folder = cache / "search" if cache else None
        self._slot = key_of("search", os.fsencode(site))
        self._scripts = key_of("scripts of the search", os.fsencode(site))
        self._code = key_of(fingerprint(_ROOMS, _LIBRARIES), *language)

    def before(self) -> Reading | None:
        """What was kept, if it was read by the same code in the same language."""
        if self._folder is None:
            return None
        with Memory.open(self._folder) as memory:
            kept = memory.get([self._slot]).get(self._slot)
        with suppress(msgspec.MsgspecError):  # kept by another version
            code, reading = _READING.decode(kept) if kept else (b"", None)
            return reading if code == self._code else None
        return None

    def scripts(self) -> dict[bytes, Kept]:
        """The scripts of each bucket of records as they were written, by its key."""
        if self._folder is None:
            return {}
        with Memory.open(self._folder) as memory:
            kept = memory.get([self._scripts]).get(self._scripts)
        with suppress(msgspec.MsgspecError):  # kept by another version
            code, scripts = _SCRIPTS.decode(kept) if kept else (b"", {})
            return scripts if code == self._code else {}
        return {}

    def keep_scripts(self, scripts: Mapping[bytes, Kept]) -> None:
        """Keep them in the place of the last ones."""
        if self._folder is not None:
            with Memory.open(self._folder) as memory:
                memory.put({self._scripts: msgspec.msgpack.encode((self._code, scripts))})

    def keep(self, reading: Reading) -> None:
        """Keep it in the place of the last one."""
        if self._folder is None:
            return
        encoded = msgspec.msgpack.encode((self._code, reading))
        if len(encoded) <= _MOST_BYTES:
            with Memory.open(self._folder) as memory:
                memory.put({self._slot: encoded})
