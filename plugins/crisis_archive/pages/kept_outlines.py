"""Outlines kept from one build to the next: of a text that did not change its record is not read for it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import msgspec

from crisis_archive.memory import Memory, Shelf, fingerprint
from crisis_archive.model import KeptRecords, Record
from crisis_archive.pages.outlines import Outline, outline_of

_ROOMS: Final = ("addresses", "model", "pages", "text")
_LIBRARIES: Final = ("msgspec",)
_ENCODER: Final = msgspec.msgpack.Encoder()


def outlines_of(records: Sequence[Record], cache: Path | None) -> list[Outline]:
    """The outlines of records in their order; `cache` null: nothing is kept.

    Each is kept under the hash of its record, which is all that it is made from. Raises `OSError` where the
    cache cannot be written.
    """
    if cache is None or not isinstance(records, KeptRecords):
        return [outline_of(record) for record in records]

    def made(places: list[int]) -> list[bytes]:
        everything = records if len(places) == len(records) else map(records.__getitem__, places)
        return [_ENCODER.encode(outline_of(record)) for record in everything]

    with Memory.open(cache / "outlines") as memory:
        shelf = Shelf(memory, "outlines", Outline, fingerprint(_ROOMS, _LIBRARIES))
        return shelf.recall(records.digests, made)
