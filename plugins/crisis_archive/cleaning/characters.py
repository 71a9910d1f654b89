"""Characters that are no text: control characters, unpaired surrogates, noncharacters, stray marks."""

import re

from crisis_archive.cleaning.page import Page
from crisis_archive.draft import Draft, Replacement
from crisis_archive.text.reasons import reason

_LINE_ENDS = "\x0b\x0c\x1c\x1d\x1e\x85\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"
_NOTHING = (
    "\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff"
    "\N{ZERO WIDTH NO-BREAK SPACE}\N{WORD JOINER}"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
)
_HIDDEN = "\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069"
"""Marks that say where a line may break, which letters join, which way they run: they show nothing."""
_ANY = re.compile(f"[{_LINE_ENDS}{_NOTHING}]")
_ODD = re.compile(f"(?P<lines>[{_LINE_ENDS}]+)|[{_NOTHING}]+")
_EMPTY = re.compile(f"^[ \t]*[{_HIDDEN}][{_HIDDEN} \t]*$", re.MULTILINE)


def run(draft: Draft, page: Page) -> None:
    """Turn odd line ends into line feeds and take out what no reader can see."""
    # Nearly all texts are printable but for their line ends, which is seen ten times as fast.
    if draft.text.replace("\n", "").isprintable():
        return
    draft.apply("characters", [_no_line(match) for match in _EMPTY.finditer(draft.text)])
    if not _ANY.search(draft.text):
        return
    draft.apply(
        "characters",
        [
            Replacement(match.start(), match.end(), "\n", reason("An unusual mark for the end of a line."))
            if match["lines"]
            else Replacement(
                match.start(), match.end(), "", reason("A control character, which stands for no letter.")
            )
            for match in _ODD.finditer(draft.text)
        ],
    )


def _no_line(match: re.Match[str]) -> Replacement:
    return Replacement(match.start(), match.end(), "", reason("A line of marks that show nothing."))
