"""Which script holds which record: texts that come or go move none but their neighbours in a bucket.

Were records numbered through, one text more would give another number to every record behind it, and every
script another content. So the records of a kind are parted by a hash of their addresses into buckets, as many
as the archive is large, and each bucket is numbered by itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final
from zlib import crc32

from crisis_archive.model import Struct
from crisis_archive.search.records import KINDS, Kind, SearchRecord

GROUP_OF_KIND: Final[dict[Kind, int]] = {
    "text": 1,
    "briefing": 1,
    "entity": 16,
    "quotation": 16,
    "figure": 16,
}
"""How many records share a script: a result shows one of them, so whole texts stand alone."""
_SCRIPTS_A_BUCKET: Final = 64
"""On average; half of them change when a text comes to it."""
_HASHES: Final = 2**32


class Bucket(Struct, frozen=True):
    """Some records of one kind that follow each other."""

    kind: Kind
    number: int
    """Among those of its kind."""
    records: Sequence[SearchRecord]

    @property
    def scripts(self) -> Iterator[tuple[str, Sequence[SearchRecord]]]:
        """Names and contents of the scripts that hold it."""
        group = GROUP_OF_KIND[self.kind]
        for place, start in enumerate(range(0, len(self.records), group)):
            yield f"records/{self.kind}-{self.number}-{place}", self.records[start : start + group]


def buckets(records: Iterable[SearchRecord]) -> tuple[Bucket, ...]:
    """All records, in the order in which they are numbered: by kind, bucket, and as they come."""
    by_kind = {kind: list(of_kind) for kind, of_kind in groupby(records, key=lambda record: record.kind)}
    return tuple(bucket for kind in KINDS for bucket in _of_kind(kind, by_kind.get(kind, [])))


def _of_kind(kind: Kind, records: Sequence[SearchRecord]) -> Iterator[Bucket]:
    number = _number(len(records), GROUP_OF_KIND[kind] * _SCRIPTS_A_BUCKET)
    parts: list[list[SearchRecord]] = [[] for _ in range(number)]
    for record in records:
        hashed = crc32(record.address.encode("utf-8", "surrogatepass"))
        parts[hashed * number // _HASHES].append(record)
    for place, part in enumerate(parts):
        yield Bucket(kind, place, part)


def _number(records: int, each: int) -> int:
    """A power of two, so that it seldom changes."""
    return 1 << max(0, (records // each).bit_length() - 1)
