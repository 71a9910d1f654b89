"""White space: one blank line between the parts of a text, none at its ends.

The rule that makes the record replayable: whatever stood between two lines becomes two line feeds.
"""

from crisis_archive.cleaning.blocks import blocks_of
from crisis_archive.cleaning.page import Page
from crisis_archive.draft import Draft, Replacement
from crisis_archive.text.reasons import reason

_PARTED = reason("Each paragraph of the file stands on a line of its own; here a blank line parts them.")
_SPACE = reason("White space that says nothing was removed.")


def run(draft: Draft, page: Page) -> None:
    """Part the lines by exactly one blank line each."""
    text = draft.text
    wishes = []
    end = 0
    for block in blocks_of(text):
        gap = text[end : block.start]
        wanted = "\n\n" if end else ""
        if gap != wanted:
            wishes.append(Replacement(end, block.start, wanted, _PARTED if gap == "\n" else _SPACE))
        end = block.end
    if end != len(text):
        wishes.append(Replacement(end, len(text), "", _SPACE))
    draft.apply("layout", wishes)
