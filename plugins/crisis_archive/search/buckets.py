"""Which script holds which record: texts that come or go move none but their neighbours in a bucket.

Were records numbered through, one text more would give another number to every record behind it, and every
script another content. So the records of a kind are parted by a hash of their addresses into buckets, as many
as the archive is large, and each bucket is numbered by itself.
"""

from collections.abc import Iterator
from typing import Final

from crisis_archive.model import Struct
from crisis_archive.search.records import Kind

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


class Bucket(Struct, frozen=True):
    """Some records of one kind that follow each other."""

    kind: Kind
    number: int
    """Among those of its kind."""
    first: int
    """The number of its first record among all."""
    after: int
    """And of the one behind its last."""

    @property
    def scripts(self) -> Iterator[tuple[str, slice]]:
        """Names of the scripts that hold it, and which records stand in each."""
        group = GROUP_OF_KIND[self.kind]
        for place, start in enumerate(range(self.first, self.after, group)):
            yield f"records/{self.kind}-{self.number}-{place}", slice(start, min(start + group, self.after))


def number_of_buckets(records: int, kind: Kind) -> int:
    """Of so many records of a kind: a power of two, so that it seldom changes."""
    return 1 << max(0, (records // (GROUP_OF_KIND[kind] * _SCRIPTS_A_BUCKET)).bit_length() - 1)
