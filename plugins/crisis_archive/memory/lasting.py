"""One large value of the last build, in as many entries as it takes."""

from typing import Final, TypeVar

import msgspec

from crisis_archive.memory.fingerprints import key_of
from crisis_archive.memory.store import Memory

Value = TypeVar("Value")
_PART: Final = 1 << 24
"""Bytes in one entry."""
_HEAD: Final = msgspec.msgpack.Decoder(tuple[bytes, int])


def recall_last(memory: Memory, name: str, kind: type[Value], code: bytes) -> Value | None:
    """What was kept last under this name; null where there is none, or `code` (that makes it) was another."""
    head = memory.get([_slot(name, 0)]).get(_slot(name, 0))
    try:
        made_by, parts = _HEAD.decode(head) if head is not None else (b"", 0)
        if head is None or made_by != code:
            return None
        slots = [_slot(name, number) for number in range(1, parts + 1)]
        kept = memory.get(slots)
        if len(kept) != len(slots):
            return None
        return msgspec.msgpack.decode(b"".join(kept[slot] for slot in slots), type=kind)
    except msgspec.MsgspecError:  # laid out by another version
        return None


def keep_last(memory: Memory, name: str, code: bytes, value: object) -> None:
    """Keep a value in the place of the last one of this name."""
    told = memoryview(msgspec.msgpack.encode(value))
    parts = [bytes(told[start : start + _PART]) for start in range(0, len(told), _PART)]
    head = msgspec.msgpack.encode((code, len(parts)))
    # All at once: parts of two builds never stand side by side.
    memory.put({_slot(name, number): part for number, part in enumerate([head, *parts])})


def _slot(name: str, number: int) -> bytes:
    return key_of("last", name, str(number))
