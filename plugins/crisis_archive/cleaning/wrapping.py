"""Lines that a mail program or a terminal broke at a fixed width, joined into paragraphs again.

A line goes on in the next where the next line's first word would not have fitted. A word cut by a hyphen at a
line's end is put together where the archive knows it whole.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from crisis_archive.cleaning.blocks import Block
from crisis_archive.cleaning.hyphens import together
from crisis_archive.cleaning.page import Page
from crisis_archive.draft import Draft
from crisis_archive.text.marks import ends_sentence
from crisis_archive.text.reasons import reason

_NARROWEST, _WIDEST = 40, 100
_FEWEST = 4  # broken lines
_RAGGED = 16  # characters that a line may fall short of the width
_LINE = re.compile(r"[^\n]+")
_WHY = reason("A line end that the file's fixed width made.")


class _Line(NamedTuple):
    start: int
    end: int
    text: str
    indented: bool


def run(draft: Draft, page: Page) -> None:
    """Join broken lines."""
    text = draft.text
    if text.count("\n") < _FEWEST or any(_is_wide(line) for line in text.split("\n")):
        return
    lines = _lines(text)
    width = _width(text, lines)
    if not width:
        return
    wishes = []
    for above, below in pairwise(lines):
        if text.count("\n", above.end, below.start) != 1 or not _goes_on(above, below, width):
            continue
        wishes.append(together(Block(*above[:3]), Block(*below[:3]), page.evidence.known, _WHY))
    draft.apply("wrapping", wishes)


def _is_wide(line: str) -> bool:
    """Whether a line is longer than any file is broken at: then this one was not."""
    return len(line) > _WIDEST and len(line.strip()) > _WIDEST


def _lines(text: str) -> list[_Line]:
    found = []
    for match in _LINE.finditer(text):
        line = match[0].strip()
        if line:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            found.append(_Line(start, start + len(line), line, start - match.start() >= 2))
    return found


def _width(text: str, lines: list[_Line]) -> int:
    """The width at which the lines were broken; 0 where they were not."""
    gaps = [(above, below, text.count("\n", above.end, below.start)) for above, below in pairwise(lines)]
    broken = [above for above, _, count in gaps if count == 1]
    if not broken:
        return 0
    width = max(len(line.text) for line in lines)
    full = [line for line in broken if len(line.text) >= width - _RAGGED]
    inside = [line for line in full if not _ends(line)]
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    # Where blank lines part the paragraphs, all other line ends are the width's: few of them are enough.
    parted = len(broken) < len(gaps) and len(full) == len(broken)
    goes_on = any(below.text[0].islower() for _, below, count in gaps if count == 1)
    fewest = 1 if parted and goes_on else _FEWEST
    return width if len(full) >= 0.6 * len(broken) and len(inside) >= max(fewest, 0.5 * len(full)) else 0


def _goes_on(above: _Line, below: _Line, width: int) -> bool:
    if below.indented and not above.indented:
        return False
    first = below.text.split(None, 1)[0]
    if len(above.text) + 1 + len(first) > width:
        return True
    if below.text[0].islower():
        return True
    return not _ends(above) and len(above.text) > width - _RAGGED


def _ends(line: _Line) -> bool:
    return line.text.endswith(":") or ends_sentence(line.text)
