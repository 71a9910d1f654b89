"""The lines of a text that hold something: what most rules look at."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from crisis_archive.draft import Draft, Replacement
from crisis_archive.text.words import words

CUT = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,40})-\n[ \t]{0,20}([^\W\d_]+)")
"""A word cut in two by a line's end."""


class Block(NamedTuple):
    """A line without the white space at its ends; half-open places in the text."""

    start: int
    end: int
    text: str


@lru_cache(maxsize=1)  # rule after rule asks for the lines of the same text
def blocks_of(text: str) -> tuple[Block, ...]:
    """All lines that are not blank, in order."""
    found = []
    start = 0
    for line in text.split("\n"):
        held = line.strip()
        if held:
            first = start + line.index(held)
            found.append(Block(first, first + len(held), held))
        start += len(line) + 1
    return tuple(found)


def key_of(line: str) -> str:
    """One form for lines that differ in case, white space and punctuation only."""
    return " ".join(words(line.casefold()))


def remove(draft: Draft, rule: str, blocks: Sequence[Block], numbers: dict[int, str]) -> None:
    """Take whole lines out, each with the white space that parted it from its neighbour.

    `numbers` gives for each line to go (its place in `blocks`) the reason for readers.
    """
    wishes = []
    last_kept = max((number for number in range(len(blocks)) if number not in numbers), default=-1)
    for number in sorted(numbers):
        block = blocks[number]
        if number < last_kept:
            wishes.append(Replacement(block.start, blocks[number + 1].start, "", numbers[number]))
        else:
            start = blocks[number - 1].end if number else 0
            wishes.append(Replacement(start, block.end, "", numbers[number]))
    draft.apply(rule, wishes)
