"""A sentence cut in two (or three, where a link stood inside it): its pieces are put together again.

Only where one reading exists: what follows begins in the middle of a sentence (a small letter or a mark that
cannot begin one), and what goes before has not ended.
"""

import re
from collections.abc import Sequence

from crisis_archive.cleaning.blocks import Block, blocks_of
from crisis_archive.cleaning.hyphens import together
from crisis_archive.cleaning.language import is_known
from crisis_archive.cleaning.page import Page
from crisis_archive.draft import Draft
from crisis_archive.text.marks import ENDS, last_mark
from crisis_archive.text.reasons import reason
from crisis_archive.text.words import WORD

_ENDED = frozenset(ENDS + ":;|>")
_MARK = re.compile(r"[,;.!?)\]\N{RIGHT DOUBLE QUOTATION MARK}](?!\.)")
_NO_START = re.compile(
    r"https?:|www\.|[\w.+-]+@|i[A-Z]|e[A-Z]"
)  # iPhone, eBay, addresses: small letters that do begin
_NICKNAME = re.compile(r"[^\W_]*\d[^\W]*|\w*_\w*")  # seagull77, sea_gull
_BYLINE = re.compile(r"(?:by|von|par|por|di|de|da|door|af|av)(?: [A-Z\u00c0-\u00de][\w.'\u2019-]*){1,4}")
_MOST_WORDS_OF_A_LINK = 8
_WHY = reason("A sentence that was cut into several lines.")


def run(draft: Draft, page: Page) -> None:
    """Join the pieces of sentences."""
    blocks = blocks_of(draft.text)
    wishes = []
    for number in _joints(blocks):
        above, below = blocks[number - 1], blocks[number]
        space = "" if _MARK.match(below.text) else " "
        wishes.append(together(above, below, page.evidence.known, _WHY, space))
    if wishes and is_known(draft.text):
        draft.apply("joins", wishes)


def _joints(blocks: Sequence[Block]) -> list[int]:
    """The numbers of the lines that go on with the line above them."""
    found = set()
    for number in range(1, len(blocks)):
        text = blocks[number].text
        if not _goes_on(text) or (number == 1 and _BYLINE.fullmatch(text)):
            continue
        if text.isalnum() and not (number + 1 < len(blocks) and _goes_on(blocks[number + 1].text)):
            continue  # one word and no stop: a label, a nickname
        above = blocks[number - 1].text
        if not _is_open(above):
            continue
        found.add(number)
        # Above may stand the words of a link, which began inside a sentence itself.
        if (
            number >= 2
            and number - 1 not in found
            and len(WORD.findall(above)) <= _MOST_WORDS_OF_A_LINK
            and len(WORD.findall(blocks[number - 2].text)) >= 3
            and _is_open(blocks[number - 2].text)
            and (
                number >= 3
                or blocks[number - 2].text[-1:] in ",-("
                or _ends_with_small_word(blocks[number - 2].text)
            )
        ):
            found.add(number - 1)
    return sorted(found)


def _goes_on(text: str) -> bool:
    if _NO_START.match(text) or _NICKNAME.fullmatch(text):
        return False
    return text[0].islower() or _MARK.match(text) is not None


def _is_open(text: str) -> bool:
    return last_mark(text) not in _ENDED and (
        text[-1].isalnum() or text[-1] in ",'\")-(" or not text[-1].isascii()
    )


def _ends_with_small_word(text: str) -> bool:
    last = text.rsplit(None, 1)[-1]
    return last.islower() and len(last) <= 4
