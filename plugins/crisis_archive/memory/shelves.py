"""Shelves: small values of one kind under keys, many of them in one entry of the store.

Ten thousand values are read in the time that some hundred entries take. A shelf keeps what the last build
asked of it and nothing else, so it never grows beyond the archive.
"""

from collections.abc import Callable, Sequence
from typing import Final, Generic, TypeVar

import msgspec

from crisis_archive.memory.fingerprints import key_of
from crisis_archive.memory.store import Memory

Value = TypeVar("Value")
_BOARDS: Final = 64
"""Entries of one shelf: one new value writes one of them anew."""
_AT_ONCE: Final = 16
"""Entries that are written together: all of a large shelf would stand in memory once more."""
_ENCODER: Final = msgspec.msgpack.Encoder()
_BOARD: Final = msgspec.msgpack.Decoder(tuple[bytes, dict[bytes, msgspec.Raw]])


class Shelf(Generic[Value]):
    """Values of one type, each made once; `code` is a hash of all that makes them besides their keys."""

    def __init__(self, memory: Memory, name: str, kind: type[Value], code: bytes) -> None:
        self._memory, self._code = memory, code
        self._decoder: msgspec.msgpack.Decoder[Value] = msgspec.msgpack.Decoder(kind)
        self._slots = [key_of("shelf", name, str(number)) for number in range(_BOARDS)]

    def recall(self, keys: Sequence[bytes], make: Callable[[list[int]], Sequence[bytes]]) -> list[Value]:
        """The values of `keys` (hashes); `make` gives those of the places that are not kept, as MessagePack.

        What lies here and is not asked for is forgotten: ask once a build.
        """
        kept, foreign = self._read()
        missing = [place for place, key in enumerate(keys) if key not in kept]
        made = zip(missing, make(missing) if missing else (), strict=True)
        new = {keys[place]: msgspec.Raw(value) for place, value in made}
        changed = foreign | {_board_of(key) for key in [*new, *(kept.keys() - set(keys))]}
        kept |= new
        self._write(changed, keys, kept)
        return [self._decoder.decode(kept[key]) for key in keys]

    def _read(self) -> tuple[dict[bytes, msgspec.Raw], set[int]]:
        """What is kept, and the boards that hold what other code made."""
        kept: dict[bytes, msgspec.Raw] = {}
        foreign = set()
        boards = self._memory.get(self._slots)
        for number, slot in enumerate(self._slots):
            try:
                code, values = _BOARD.decode(boards[slot]) if slot in boards else (self._code, {})
            except msgspec.MsgspecError:  # laid out by another version
                code, values = b"", {}
            if code == self._code:
                kept |= values
            else:
                foreign.add(number)
        return kept, foreign

    def _write(self, changed: set[int], keys: Sequence[bytes], values: dict[bytes, msgspec.Raw]) -> None:
        boards: dict[int, dict[bytes, msgspec.Raw]] = {number: {} for number in sorted(changed)}
        for key in sorted(set(keys)):
            board = boards.get(_board_of(key))
            if board is not None:
                board[key] = values[key]
        full = [(number, board) for number, board in boards.items() if board]
        self._memory.forget([self._slots[number] for number, board in boards.items() if not board])
        for start in range(0, len(full), _AT_ONCE):
            some = full[start : start + _AT_ONCE]
            self._memory.put(
                {self._slots[number]: _ENCODER.encode((self._code, board)) for number, board in some}
            )


def _board_of(key: bytes) -> int:
    return key[0] % _BOARDS
