"""A body that stands twice, a paragraph or a headline that is repeated: the first one stays."""

from crisis_archive.cleaning.blocks import Block, blocks_of, key_of, remove
from crisis_archive.cleaning.page import Page
from crisis_archive.draft import Draft

_ENOUGH_WORDS = 6  # Shorter lines ("Yes, he said.") are repeated by authors too.
_WHY = "The same words stand earlier in this file."


def run(draft: Draft, page: Page) -> None:
    """Remove lines whose words all stand in an earlier line."""
    blocks = blocks_of(draft.text)
    remove(draft, "repeats", blocks, dict.fromkeys(_repeated(blocks), _WHY))


def _repeated(blocks: list[Block]) -> list[int]:
    first: dict[str, int] = {}
    source = [-1] * len(blocks)
    for number, block in enumerate(blocks):
        key = key_of(block.text)
        if key:
            source[number] = first.setdefault(key, number)
        if source[number] == number:
            source[number] = -1
    found = []
    for number, earlier in enumerate(source):
        if earlier < 0:
            continue
        long = key_of(blocks[number].text).count(" ") + 1 >= _ENOUGH_WORDS
        headline = earlier == 0 and number == 1
        before = source[number - 1] == earlier - 1 and earlier > 0
        after = number + 1 < len(blocks) and source[number + 1] == earlier + 1
        if long or headline or before or after:
            found.append(number)
    return found
