"""What the archive's files show together: lines that many files share, words that the archive knows.

Nothing here depends on the order of the files: lines are counted by file, words are a set.
"""

import zlib
from collections import Counter
from collections.abc import Iterable

from crisis_archive.cleaning.blocks import blocks_of, key_of
from crisis_archive.model import Seed, Struct

_MOST_LINES = 2000
_LONGEST = 300  # characters; furniture is short


class SeedEvidence(Struct, frozen=True):
    """What the archive shows about one seed; hashable, part of the key of its cached document."""

    repeated: tuple[str, ...] = ()
    """Lines of this seed (as keys) that other files hold too, sorted."""
    known: tuple[str, ...] = ()
    """Words that lines of this seed cut in two and other lines show whole, sorted."""


class Survey(Struct, frozen=True):
    """What one seed has to tell the archive."""

    seed: str
    """Its id."""
    lines: tuple[str, ...]
    """Its different lines, as keys, sorted."""
    fingerprint: int
    """Of its longest line: files with the same are copies of one text and count once."""


class ArchiveEvidence(Struct, frozen=True):
    """What all surveys show together."""

    repeated: frozenset[str] = frozenset()
    """Lines that stand in three or more different texts."""

    def for_seed(self, one: Survey) -> SeedEvidence:
        """The part that concerns one seed."""
        return SeedEvidence(tuple(line for line in one.lines if line in self.repeated))


def survey(seed: Seed) -> Survey:
    """Look at one seed."""
    texts = [block.text for block in blocks_of(seed.text)]
    longest = max(texts, key=lambda text: (len(text), text), default="")
    keys = {key_of(text) for text in texts if len(text) <= _LONGEST}
    lines = sorted(keys - {""})[:_MOST_LINES]
    return Survey(seed.id, tuple(lines), zlib.crc32(key_of(longest).encode("utf-8", "replace")))


def common_evidence(surveys: Iterable[Survey]) -> ArchiveEvidence:
    """What the surveys of all seeds show."""
    seen: set[tuple[str, int]] = set()
    for one in surveys:
        seen.update((line, one.fingerprint) for line in one.lines)
    counts = Counter(line for line, _ in seen)
    return ArchiveEvidence(frozenset(line for line, count in counts.items() if count >= 3))
