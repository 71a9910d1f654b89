"""Which number a record has, and which script holds it: records that come or go move few others.

Were records numbered through, one text more would give another number to every record behind it: all postings
and all scripts would have another content. So the records of a kind get more numbers than they are, a hash of
its address tells each the number that it has to itself, and one that meets another there takes the next:
ordered linear probing, whose outcome depends on nothing but which records there are (Amble and Knuth,
"Ordered hash tables", 1974). The records of one address follow each other.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt

from crisis_archive.search.records import Kind

Places = npt.NDArray[np.int64]
GROUP_OF_KIND: Final[dict[Kind, int]] = {
    "text": 1,
    "briefing": 1,
    "entity": 32,
    "quotation": 32,
    "figure": 32,
}
"""How many numbers share a script: a result shows one of them, so whole texts stand alone."""
SCRIPTS_OF_KIND: Final[dict[Kind, int]] = {
    "text": 64,
    "briefing": 64,
    "entity": 16,
    "quotation": 16,
    "figure": 16,
}
"""How many scripts share a stamp, as a bucket: so many are written anew when one of them changes."""
_HASHES: Final = 32
"""Bits of a hash of an address."""
_SPARE: Final = 1.5
"""At least so many homes a record: with fewer, more would have to make room for one that comes."""


class Bucket(NamedTuple):
    """The records of one kind whose scripts have a stamp in common."""

    kind: Kind
    number: int
    """Among those of its kind."""
    numbers: Places
    """Of its records, counted from the first that it could have."""
    first: int
    """The row of its first record among all."""

    @property
    def scripts(self) -> Iterator[tuple[str, list[int | None]]]:
        """Names of the scripts that hold it, and for each place in them the row of its record, if any."""
        group = GROUP_OF_KIND[self.kind]
        found: dict[int, list[int | None]] = {}
        for row, number in enumerate(self.numbers.tolist(), self.first):
            rows = found.setdefault(number // group, [])
            rows += [None] * (number % group - len(rows))
            rows.append(row)
        for place, rows in found.items():
            yield f"records/{self.kind}-{self.number}-{place}", rows


def hash_of(address: str) -> int:
    """What tells the number of all that has this address."""
    return crc32(address.encode("utf-8", "surrogatepass"))


def numbered(hashes: Places, kind: Kind) -> tuple[Places, int]:
    """The numbers of records with these sorted hashes, and how many numbers the kind has: whole buckets."""
    rows = np.arange(len(hashes))
    bucket = GROUP_OF_KIND[kind] * SCRIPTS_OF_KIND[kind]
    least = int(len(hashes) * _SPARE)
    while True:
        homes = _rounded(least)
        room = -(-(homes + homes // 32 + bucket // 2) // bucket) * bucket
        # Each as near behind its home as those before it leave room.
        numbers = np.maximum.accumulate((hashes * homes >> _HASHES) - rows) + rows
        if not len(numbers) or numbers[-1] < room:
            return numbers, room
        least = homes + 1


def _rounded(least: int) -> int:
    """4, 5, 6 or 7 times a power of two: so that it seldom changes."""
    step = 1 << max(0, least.bit_length() - 3)
    return -(-least // step) * step
