"""Heads and feet of pages in a text copied page by page: one line again and again, with its page number.

They stand in the middle of sentences, so they go before lines are joined. (A head beside a number that has a
line of its own is `furniture.running`.)
"""

import re
from collections import defaultdict
from itertools import pairwise

from crisis_archive.cleaning.blocks import blocks_of, key_of, remove
from crisis_archive.cleaning.page import Page
from crisis_archive.draft import Draft
from crisis_archive.text.reasons import reason

_GAP = r"(?:[ \t\u00a0]{3,}|\t|[ \t]*\|[ \t]*)"  # what a layout leaves: `Chapter 1` is a heading
_PAGE = r"(?:(?:page|p\.|seite|s\.|página|pág\.|pagina|side|стр\.) ?)?"
_HEAD = re.compile(
    rf"(?P<before>\d{{1,4}}){_GAP}(?P<head>.{{3,80}})|(?P<title>.{{3,80}}?){_GAP}{_PAGE}(?P<after>\d{{1,4}})",
    re.IGNORECASE,
)
_FEWEST = 2
_WHY = reason("The head of a page, with its number.")


def run(draft: Draft, page: Page) -> None:
    """Remove lines that are the same but for numbers that rise, as those of pages do."""
    blocks = blocks_of(draft.text)
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, block in enumerate(blocks):
        match = _HEAD.fullmatch(block.text) if block.text[-1:].isdigit() or block.text[:1].isdigit() else None
        key = key_of(match["head"] or match["title"]) if match else ""
        if match and key:
            found[key].append((number, int(match["before"] or match["after"])))
    gone = {
        number: _WHY
        for heads in found.values()
        if len(heads) >= _FEWEST and all(one < other for (_, one), (_, other) in pairwise(heads))
        for number, _ in heads
    }
    if 0 < len(gone) < len(blocks):
        remove(draft, "pagination", blocks, gone)
