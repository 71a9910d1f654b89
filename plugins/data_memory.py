"""Where the line of each text stands in the data of the site that stands, for the next build."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec

from crisis_archive.export import TextLines
from crisis_archive.memory import Memory, fingerprint, key_of

_ROOMS: Final = ("export", "model")
_LIBRARIES: Final = ("msgspec",)
_LINES: Final = msgspec.msgpack.Decoder(tuple[bytes, TextLines])


class DataMemory:
    """What is known of one site's file of texts; `cache` null: nothing is remembered."""

    def __init__(self, cache: Path | None, site: str) -> None:
        """`site` is the folder that the site will have."""
        self._folder = cache / "data" if cache else None
        self._slot = key_of("lines of texts", os.fsencode(site))
        self._code = fingerprint(_ROOMS, _LIBRARIES)

    def before(self) -> TextLines | None:
        """What was kept, if the same code wrote it."""
        if self._folder is None:
            return None
        with Memory.open(self._folder) as memory:
            kept = memory.get([self._slot]).get(self._slot)
        with suppress(msgspec.MsgspecError):  # kept by another version
            code, lines = _LINES.decode(kept) if kept else (b"", None)
            return lines if code == self._code else None
        return None

    def keep(self, lines: TextLines) -> None:
        """Keep it in the place of the last one."""
        if self._folder is not None:
            with Memory.open(self._folder) as memory:
                memory.put({self._slot: msgspec.msgpack.encode((self._code, lines))})
