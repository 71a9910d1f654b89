"""Lines that a mail program or a terminal broke at a fixed width, joined into paragraphs again.

A line goes on in the next where the next line's first word would not have fitted. A word cut by a hyphen at a
line's end is put together where the archive knows it whole.
"""

import re
from collections.abc import Sequence
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
_FEWEST_PARTED = 2  # the same, where each stands in a paragraph
_NARROWEST_PARTED = 56  # of such a file: lines of verse are shorter
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
    if width:
        touching = [pair for part in _parts(text, lines) for pair in pairwise(part)]
        broken = [(above, below) for above, below in touching if _goes_on(above, below, width)]
    else:
        broken = _in_paragraphs(text, lines)
    known = page.evidence.known
    wishes = [together(Block(*above[:3]), Block(*below[:3]), known, _WHY) for above, below in broken]
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


def _parts(text: str, lines: Sequence[_Line]) -> list[list[_Line]]:
    """The lines in runs that blank lines part."""
    parts: list[list[_Line]] = []
    for line in lines:
        if parts and text.count("\n", parts[-1][-1].end, line.start) == 1:
            parts[-1].append(line)
        else:
            parts.append([line])
    return parts


def _in_paragraphs(text: str, lines: Sequence[_Line]) -> list[tuple[_Line, _Line]]:
    """Line ends inside paragraphs of a file that is broken at one width, among lists of buttons that are not.

    A paragraph is a run of lines that ends as a sentence does, and only there. Each of its other lines must
    be full, in every paragraph: verse, or a headline above its summary, is full by chance now and then.
    """
    parts = [part for part in _parts(text, lines) if _is_paragraph(part)]
    broken = [pair for part in parts for pair in pairwise(part)]
    width = max((len(line.text) for part in parts for line in part), default=0)
    surely = len(broken) >= _FEWEST_PARTED and width >= _NARROWEST_PARTED
    return broken if surely and all(_overflows(above, below, width) for above, below in broken) else []


def _is_paragraph(part: Sequence[_Line]) -> bool:
    *others, last = part
    return bool(others) and _ends(last) and len(others[0].text) >= _NARROWEST and not any(map(_ends, others))


def _overflows(above: _Line, below: _Line, width: int) -> bool:
    """Whether the first word of the line below would not have fitted above."""
    return len(above.text) + 1 + len(below.text.split(None, 1)[0]) > width


def _goes_on(above: _Line, below: _Line, width: int) -> bool:
    if below.indented and not above.indented:
        return False
    if _overflows(above, below, width) or below.text[0].islower():
        return True
    return not _ends(above) and len(above.text) > width - _RAGGED


def _ends(line: _Line) -> bool:
    return line.text.endswith(":") or ends_sentence(line.text)
