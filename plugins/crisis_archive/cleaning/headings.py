"""A headline that runs into the first line of the text: the two are parted, or what stands twice goes.

Only where one reading exists: the headline stands by itself as well (the line above, the page's own title),
or it ends inside a word (`Roads open againThe ministry said`) where a small word begins a sentence, or where
both halves of the word stand elsewhere in the text and the whole does not.
"""

import re

from crisis_archive.cleaning.blocks import Block, blocks_of
from crisis_archive.cleaning.page import Page
from crisis_archive.draft import Draft, Replacement
from crisis_archive.text.marks import ends_sentence
from crisis_archive.text.reasons import reason
from crisis_archive.text.sentences import sentence_ranges
from crisis_archive.text.words import WORD

_FEWEST_WORDS = 4
_MOST_WORDS = 20
_GLUE = re.compile(
    r"(?<=[a-z\d?!\N{RIGHT SINGLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}])"
    r"(?=(?:The|An?|In|On|At|As|After|For|It|He|She|They|We|When|With|El|La|Los|Las|Un|Una|Le|Les|Une|Der|Die|Das"
    r"|Ein|Eine|Il|Lo|Gli|Um|Uma)\s[^\W_])"
)
_SEAM = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z][a-z])")
_LONGEST_HEAD = 200
_PARTED = reason("The headline and the first words of the text were one line.")
_TWICE = reason("The headline, which stands above already.")


def run(draft: Draft, page: Page) -> None:
    """Part the headline from the text."""
    blocks = blocks_of(draft.text)[:2]
    if not blocks:
        return
    lines = [(blocks[0], page.metadata.title or "")]
    if len(blocks) > 1 and not ends_sentence(blocks[0].text):
        lines.append((blocks[1], blocks[0].text))
    for block, headline in lines:
        end = _end_of_prefix(block.text, headline)
        if end:
            draft.apply("headings", [Replacement(block.start, block.start + end, "", _TWICE)])
            return
    place = _glued_at(blocks[0], draft.text)
    if place:
        draft.apply("headings", [Replacement(place, place, "\n", _PARTED)])


def _end_of_prefix(text: str, headline: str) -> int:
    """Where the text of a line begins behind the headline that it repeats; 0 where it does not."""
    headline = headline.strip()
    if not text.startswith(headline) or not _FEWEST_WORDS <= len(WORD.findall(headline)) <= _MOST_WORDS:
        return 0
    rest = text[len(headline) :].lstrip(" :.|-\N{EN DASH}\N{EM DASH}\N{NO-BREAK SPACE}")
    return len(text) - len(rest) if rest[:1].isupper() and ends_sentence(rest) else 0


def _glued_at(block: Block, text: str) -> int:
    """Where in the text the first sentence begins inside a word; 0 for nowhere or several places."""
    small = _GLUE.search(block.text, 0, _LONGEST_HEAD)
    places = [small.start()] if small else _seams(block.text, text)
    fitting = [place for place in places if _is_headline(block.text[:place], block.text[place:])]
    return block.start + fitting[0] if len(fitting) == 1 else 0


def _seams(line: str, text: str) -> list[int]:
    """Where a word is two that stand elsewhere in the text, while the whole does not."""
    found = []
    for match in _SEAM.finditer(line, 0, _LONGEST_HEAD):
        place = match.start()
        first, second = WORD.findall(line[:place])[-1], WORD.findall(line[place:])[0]
        both = f"{first}{second}"
        if text.count(both) == 1 and all(
            re.search(rf"\b{re.escape(half)}\b", text) for half in (first, second)
        ):
            found.append(place)
    return found


def _is_headline(head: str, rest: str) -> bool:
    """Whether what stands before a seam can be a headline and what stands behind it the text."""
    words = len(WORD.findall(head))
    is_one = len(sentence_ranges(head)) == 1 and not ends_sentence(head[:-1])
    return (
        _FEWEST_WORDS <= words <= _MOST_WORDS and is_one and ends_sentence(rest) and len(rest) > 2 * len(head)
    )
