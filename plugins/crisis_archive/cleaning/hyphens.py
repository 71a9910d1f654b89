"""Two lines put together where the upper one may end inside a word (`per-` and `sons`)."""

import re
from collections.abc import Collection
from typing import Final

from crisis_archive.cleaning.blocks import Block
from crisis_archive.draft import Replacement
from crisis_archive.text.reasons import reason

_CUT = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,40}-\Z")
_BEGIN = re.compile(r"[^\W\d_]+")
_HANGING: Final = frozenset("and or to und oder bis sowie y o u e et ou à ed en of och eller og".split())
"""Behind them a hyphen stands for a part of the next word: `two- and three-year terms`."""
_WHY = reason("A word that a line's end cut in two; the archive's texts hold it whole.")


def together(above: Block, below: Block, known: Collection[str], why: str, space: str = " ") -> Replacement:
    """What makes one line of two.

    A hyphen goes only where the archive knows the word (`known`, in small letters); where it does not, the
    hyphen may be the author's, and stays without a space. `space` parts all other lines.
    """
    cut = _CUT.search(above.text, max(0, len(above.text) - 42)) if above.text.endswith("-") else None
    begin = _BEGIN.match(below.text) if cut else None
    if cut is None or begin is None or not begin[0][0].islower() or begin[0] in _HANGING:
        return Replacement(above.end, below.start, space, why)
    if (cut[0][:-1] + begin[0]).lower() in known:
        return Replacement(above.end - 1, below.start, "", _WHY)
    return Replacement(above.end, below.start, "", why)
