"""What the archive's files show together: lines that many files share, words that the archive knows.

Nothing here depends on the order of the files: lines are counted by text, words are a set.
"""

import re
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable
from itertools import chain

from crisis_archive.cleaning.blocks import CUT, blocks_of, key_of
from crisis_archive.model import Seed, Struct

_MOST_LINES = 2000
LONGEST_LINE = 300
"""Characters of a line that files may share: furniture is short."""
_FEWEST_TEXTS = 3
_CUTTABLE = re.compile(r"[^\W\d_]{4,}")  # nobody cuts a shorter word


class SeedEvidence(Struct, frozen=True):
    """What the archive shows about one seed; hashable, part of the key of its cached document."""

    repeated: tuple[str, ...] = ()
    """Lines of this seed (as keys) that other texts hold too, sorted."""
    known: tuple[str, ...] = ()
    """Words that line ends of this seed cut in two and that stand whole somewhere in the archive, sorted."""


class Survey(Struct, frozen=True):
    """What one seed has to tell the archive."""

    seed: str
    """Its id."""
    lines: tuple[str, ...]
    """Its different lines, as keys, sorted."""
    fingerprint: int
    """Of its longest line: files with the same are copies of one text and count once."""
    cut: tuple[str, ...] = ()
    """Words that its line ends cut in two, put together, in small letters, sorted."""
    words: bytes = b""
    """CRC-32 of each different word of four letters and more, four bytes each: small, for many texts."""


class ArchiveEvidence(Struct, frozen=True):
    """What all surveys show together."""

    repeated: frozenset[str] = frozenset()
    """Lines that stand in three or more different texts."""
    known: frozenset[str] = frozenset()
    """Words that were cut somewhere and stand whole somewhere."""

    def for_seed(self, one: Survey) -> SeedEvidence:
        """The part that concerns one seed."""
        return SeedEvidence(
            tuple(line for line in one.lines if line in self.repeated),
            tuple(word for word in one.cut if word in self.known),
        )


def survey(seed: Seed) -> Survey:
    """Look at one seed."""
    texts = [block.text for block in blocks_of(seed.text)]
    longest = max(texts, key=lambda text: (len(text), text), default="")
    keys = {key_of(text) for text in texts if len(text) <= LONGEST_LINE}
    lines = sorted(keys - {""})[:_MOST_LINES]
    cut = (
        {(match[1] + match[2]).lower() for match in CUT.finditer(seed.text)} if "-\n" in seed.text else set()
    )
    whole = array("I", sorted({_crc(word) for word in set(_CUTTABLE.findall(seed.text.lower()))}))
    return Survey(seed.id, tuple(lines), _crc(key_of(longest)), tuple(sorted(cut)), whole.tobytes())


def common_evidence(surveys: Iterable[Survey]) -> ArchiveEvidence:
    """What the surveys of all seeds show."""
    every = list(surveys)
    lines = Counter(chain.from_iterable(one.lines for one in every))
    often = {line for line, count in lines.items() if count >= _FEWEST_TEXTS}  # few: texts are looked at next
    pairs = {(line, one.fingerprint) for one in every for line in often.intersection(one.lines)}
    counts = Counter(line for line, _ in pairs)
    repeated = frozenset(line for line, count in counts.items() if count >= _FEWEST_TEXTS)
    asked = {_crc(word): word for one in every for word in one.cut}
    known: set[str] = set()
    if asked:
        for one in every:
            whole = array("I")
            whole.frombytes(one.words)
            known.update(asked[crc] for crc in asked.keys() & set(whole))
    return ArchiveEvidence(repeated, frozenset(known))


def _crc(text: str) -> int:
    return zlib.crc32(text.encode("utf-8", "replace"))
