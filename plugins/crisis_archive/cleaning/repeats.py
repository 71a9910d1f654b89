"""A body that stands twice, a paragraph or a headline that is repeated: the first one stays.

Authors repeat themselves too (a refrain, the same question to each guest, the rows of a list). So what goes
is a run of lines in the same order, a long paragraph that stands exactly twice, or a line right after itself.
"""

import re
from collections import Counter
from collections.abc import Sequence

from crisis_archive.cleaning.blocks import Block, blocks_of, key_of, remove
from crisis_archive.cleaning.page import Page
from crisis_archive.draft import Draft, Replacement
from crisis_archive.text.marks import ends_sentence
from crisis_archive.text.reasons import reason
from crisis_archive.text.words import WORD

_LONG = 140  # characters of a paragraph that nobody writes twice
_RUN = 160  # characters of a run of lines
_SENTENCE = 60
_OPENING = re.compile(rf"[\W_]*(?:{WORD.pattern})?(?:[\W_]+(?:{WORD.pattern}))?")  # the first two words
_WHY = reason("The same words stand earlier in this file.")
_TITLE = reason("The page's own title, which stands above the text already.")


def run(draft: Draft, page: Page) -> None:
    """Remove lines whose words all stand earlier."""
    blocks = blocks_of(draft.text)
    keys = _keys(blocks)
    gone = dict.fromkeys(_repeated(blocks, keys), _WHY)
    title = key_of(page.metadata.title or "")
    if title and len(blocks) > 1:
        first = enumerate(key_of(block.text) for block in blocks[:3])
        gone |= {number: _TITLE for number, key in first if _is_title(key, title)}
    if len(gone) < len(blocks):
        remove(draft, "repeats", blocks, gone)
    draft.apply("repeats", _doubled(blocks_of(draft.text)))


def _doubled(blocks: Sequence[Block]) -> list[Replacement]:
    """The second half of every line that says all of it twice."""
    wishes = []
    for block in blocks:
        text = block.text
        second = text.find(text[:_SENTENCE], _LONG) if len(text) > 2 * _LONG else -1
        if second > 0 and key_of(text[:second]) == key_of(text[second:]):
            first = block.start + len(text[:second].rstrip())
            wishes.append(Replacement(first, block.end, "", _WHY))
    return wishes


def _keys(blocks: Sequence[Block]) -> list[str]:
    """The lines in one form each; a line whose first words no other line begins with stands as it is."""
    openings = [
        key_of(match[0]) for block in blocks if (match := _OPENING.match(block.text))
    ]  # it always fits
    times = Counter(openings)
    return [
        key_of(block.text) if times[opening] > 1 else block.text
        for block, opening in zip(blocks, openings, strict=True)
    ]


def _is_title(key: str, title: str) -> bool:
    """Whether a line is the page's title, perhaps without the name of the site or with it."""
    if key == title:
        return True
    shorter, longer = sorted((key, title), key=len)
    return shorter.count(" ") >= 3 and longer.startswith(shorter) and len(longer) < 1.6 * len(shorter)


def _repeated(blocks: Sequence[Block], keys: list[str]) -> list[int]:
    first: dict[str, int] = {}
    times = Counter(keys)
    found: list[int] = []
    number = 0
    while number < len(blocks):
        source = first.setdefault(keys[number], number) if keys[number] else number
        length = 0
        if source < number:
            length = _length_of_run(keys, source, number)
            if _is_headline(blocks, source, number) or _is_copy(
                blocks[number : number + length], times[keys[number]], keys[number] == keys[number - 1]
            ):
                found += range(number, number + length)
            else:
                length = 1
        number += max(1, length)
    return found


def _length_of_run(keys: list[str], source: int, number: int) -> int:
    """How many lines from `number` on are those from `source` on."""
    length = 1
    while (
        number + length < len(keys)
        and source + length < number
        and keys[number + length] == keys[source + length]
    ):
        length += 1
    return length


def _is_headline(blocks: Sequence[Block], source: int, number: int) -> bool:
    """Whether a line is the first line again, below a byline."""
    return (
        source == 0 and number == 2 and len(blocks[1].text) < _SENTENCE and not ends_sentence(blocks[1].text)
    )


def _is_copy(run: Sequence[Block], times: int, right_after: bool) -> bool:
    if right_after and len(run[0].text) > 1:
        return True
    letters = sum(len(block.text) for block in run)
    if len(run) >= 2:
        sentences = any(len(block.text) >= _SENTENCE and ends_sentence(block.text) for block in run)
        return letters >= _RUN and sentences and (times == 2 or len(run) >= 3)
    return times == 2 and letters >= _LONG
