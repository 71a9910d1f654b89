"""Outlines kept from one build to the next: of a text that did not change its record is not read for it."""

from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Final

import msgspec

from crisis_archive.memory import Memory, Shelf, fingerprint
from crisis_archive.model import KeptRecords, Record
from crisis_archive.pages.outlines import Outline, outline_of
from crisis_archive.scheduling.parts import in_parts
from crisis_archive.scheduling.shares import part_of

_ROOMS: Final = ("addresses", "model", "pages", "text")
_LIBRARIES: Final = ("msgspec",)
_ENCODER: Final = msgspec.msgpack.Encoder()
_RECORDS_A_PART: Final = 250
"""Fewer are read in the time that it takes to fork a process."""


def outlines_of(records: Sequence[Record], cache: Path | None, processes: int = 1) -> list[Outline]:
    """The outlines of records in their order; `cache` null: nothing is kept.

    Each is kept under the hash of its record, which is all that it is made from; many are made in so many
    processes at most. Raises `OSError` where the cache cannot be written.
    """
    if cache is None or not isinstance(records, KeptRecords):
        return [outline_of(record) for record in records]

    def made(places: list[int]) -> list[bytes]:
        parts = max(1, len(places) // _RECORDS_A_PART)

        def some(part: int) -> list[bytes]:
            read = map(records.__getitem__, part_of(places, part, parts))
            return [_ENCODER.encode(outline_of(record)) for record in read]

        return list(chain.from_iterable(in_parts(some, parts, processes)))

    with Memory.open(cache / "outlines") as memory:
        shelf = Shelf(memory, "outlines", Outline, fingerprint(_ROOMS, _LIBRARIES))
        return shelf.recall(records.digests, made)
