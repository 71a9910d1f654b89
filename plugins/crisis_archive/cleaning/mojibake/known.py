"""Garbling that ftfy (Robyn Speer) knows: its heuristics, our record of what they change."""

import re
from functools import lru_cache

from ftfy import TextFixerConfig, fix_encoding
from ftfy.badness import is_bad

from crisis_archive.draft import Draft, Replacement
from crisis_archive.text.reasons import reason

_WHY = reason("Letters garbled on the way here: UTF-8 that was read in another code page.")
# What garbling leaves behind at least: two characters above ASCII, one of those that begin it, a control.
_SUSPECT = re.compile(
    r"[^\x00-\x7f](?:[^\x00-\x7f]|(?<=[\x80-\x84\x86-\x9f\xc2\xc3\xe2\u0102\u0100\u0413\u0412]))"
)
_WHOLE = TextFixerConfig(unescape_html=False, fix_c1_controls=False, decode_inconsistent_utf8=False)
_PIECES = TextFixerConfig(unescape_html=False)
_PIECES_AND_LINE_ENDS = TextFixerConfig(unescape_html=False, fix_c1_controls=False)
_CONTROL = re.compile("[\x80-\x84\x86-\x9f]")


def mend_whole_lines(draft: Draft) -> bool:
    """Let ftfy mend every line that it finds garbled as a whole; true where anything changed."""
    return _mend(draft, _WHOLE)


def mend_pieces(draft: Draft) -> bool:
    """Let ftfy mend what it knows inside lines, and the control characters that are signs of Windows."""
    # Where it is the only control, U+0085 is what Unicode says it is: the end of a line.
    has_line_ends = "\x85" in draft.text and not _CONTROL.search(draft.text)
    return _mend(draft, _PIECES_AND_LINE_ENDS if has_line_ends else _PIECES)


@lru_cache(maxsize=1)  # most texts pass by here several times unchanged
def _is_suspect(text: str) -> bool:
    return _SUSPECT.search(text) is not None


def _mend(draft: Draft, config: TextFixerConfig) -> bool:
    if not _is_suspect(draft.text):
        return False
    wishes = []
    start = 0
    for line in draft.text.split("\n"):
        held = line.strip(" \t")  # as it will stand in the end
        if not held.isascii() and _SUSPECT.search(held) and is_bad(held):
            fixed = fix_encoding(held, config).replace("\n", " ")
            wishes += differences(held, fixed, start + line.index(held))
        start += len(line) + 1
    return draft.apply("mojibake", wishes)


def differences(before: str, after: str, offset: int) -> list[Replacement]:
    """Where two texts differ, as replacements: split where both have the same runs of plain ASCII."""
    found = []
    at = to = 0
    for piece in re.finditer(r"[ -~]{2,}|\Z", before):
        place = after.find(piece[0], to) if piece[0] else len(after)
        if place < 0:
            continue
        if before[at : piece.start()] != after[to:place]:
            found.append(Replacement(offset + at, offset + piece.start(), after[to:place], _WHY))
        at, to = piece.end(), place + len(piece[0])
    return found
