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
from crisis_archive.text.words import WORD, words

_LONG = 140  # characters of a paragraph that nobody writes twice
_RUN = 160  # characters of a run of lines
_SENTENCE = 60
_LETTERS = 16  # of half a headline, and ...
_WORDS = 4
_MOST_WORDS = 20
_PARTING = " |:/-\u2013\u2014\u2022\u00b7\u00a0\u00bb"  # dashes, dots, an arrow
_OPENING = re.compile(rf"[\W_]*(?:{WORD.pattern})?(?:[\W_]+(?:{WORD.pattern}))?")  # the first two words
_WHY = reason("The same words stand earlier in this file.")
_WHY_ONCE = reason("The line says the same words twice.")
_WHY_PARTED = reason("The headline stands twice before the text of its line: here it ends.")
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
    blocks = blocks_of(draft.text)
    if not blocks:
        return
    headline = _headline_twice(blocks[0]) or (_doubled_headline(blocks[0]) if len(blocks) > 1 else [])
    draft.apply("repeats", headline or _doubled(blocks))


def _doubled(blocks: Sequence[Block]) -> list[Replacement]:
    """The second of two like parts that a line is, or ends with."""
    wishes = []
    for block in blocks:
        text = block.text
        if len(text) <= 2 * _LONG:
            continue
        second = text.find(text[:_SENTENCE], _LONG)
        if second > 0 and key_of(text[:second]) == key_of(text[second:]):
            first = len(text[:second].rstrip())
        else:
            first = _end_of_first(text)
        if first:
            wishes.append(Replacement(block.start + first, block.end, "", _WHY))
    return wishes


def _end_of_first(text: str) -> int:
    """Where the first of two like parts ends that stand at a line's end; 0 where none do."""
    tail = len(text) - _SENTENCE
    length = tail - text.rfind(text[tail:], 0, tail)  # of a part and the space before it
    first, second = text[:-length].rstrip(), text[-length:].strip()
    is_part = length <= tail and len(second) >= _LONG and second[0].isupper()
    return len(first) if is_part and first.endswith(second) else 0


def _doubled_headline(block: Block) -> list[Replacement]:
    """What a first line says twice (`X X`, `X | X`), in letters that differ in case and spaces at most.

    The half that has its spaces stays. Authors double a few words (`New York, New York`) and cries.
    """
    text = block.text
    if len(text) > 8 * _SENTENCE:
        return []
    places = [place for place, char in enumerate(text) if char.isalnum()]
    half = len(places) // 2
    if not _LETTERS <= half <= _SENTENCE * 3 or len(places) % 2 or "!" in text or text.endswith("."):
        return []
    letters = "".join(text[place] for place in places)
    first, second = text[: places[half]].rstrip(_PARTING), text[places[half] :]
    if letters[:half].casefold() != letters[half:].casefold() or len(words(first)) < _WORDS:
        return []
    if first[places[half - 1] + 1 :] not in ("", text[places[-1] + 1 :]):
        return []  # a comma between the two is an author's
    if len(second.split()) > len(first.split()):
        return [Replacement(block.start, block.start + places[half], "", _WHY_ONCE)]
    return [Replacement(block.start + len(first), block.end, "", _WHY_ONCE)]


def _headline_twice(block: Block) -> list[Replacement]:
    """Parts a headline that stands twice before the text of its line: `X X The ...` says where it ends."""
    text = block.text
    second = text.find(text[:_LETTERS], _LETTERS, 8 * _SENTENCE)
    headline = text[: max(0, second)].rstrip(_PARTING)
    rest = text[second + len(headline) :].lstrip(_PARTING)
    is_twice = text.startswith(headline, second) and _WORDS <= len(words(headline)) <= _MOST_WORDS
    if not is_twice or ends_sentence(headline) or len(rest) <= len(headline) or not rest[0].isupper():
        return []
    return [Replacement(block.start + len(headline), block.start + second, "\n", _WHY_PARTED)]


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
    sentences = _next_sentences(blocks)
    found: list[int] = []
    number = 0
    while number < len(blocks):
        source = first.setdefault(keys[number], number) if keys[number] else number
        length = 0
        if source < number:
            # Where no sentence can be in it, a run of two is as little a copy as one of a thousand.
            end = min(2 * number - source, len(blocks))
            most = end - number if sentences[number] < end else 2
            length = _length_of_run(keys, source, number, most)
            if _is_headline(blocks, source, number) or _is_copy(
                blocks[number : number + length], times[keys[number]], keys[number] == keys[number - 1]
            ):
                found += range(number, number + length)
            else:
                length = 1
        number += max(1, length)
    return found


def _next_sentences(blocks: Sequence[Block]) -> list[int]:
    """For each line the next long sentence, or itself; the number of all lines where none follows."""
    following = [len(blocks)] * len(blocks)
    for number in reversed(range(len(blocks))):
        if _is_sentence(blocks[number]):
            following[number] = number
        elif number + 1 < len(blocks):
            following[number] = following[number + 1]
    return following


def _length_of_run(keys: list[str], source: int, number: int, most: int) -> int:
    """How many lines from `number` on are those from `source` on, up to `most` and to `number` itself."""
    length = 1
    most = min(most, number - source, len(keys) - number)
    while length < most and keys[number + length] == keys[source + length]:
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
        sentences = any(_is_sentence(block) for block in run)
        return letters >= _RUN and sentences and (times == 2 or len(run) >= 3)
    return times == 2 and letters >= _LONG


def _is_sentence(block: Block) -> bool:
    return len(block.text) >= _SENTENCE and ends_sentence(block.text)
