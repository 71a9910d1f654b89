"""Site furniture: share and comment forms, teasers, newsletters, navigation, links to other articles.

Lines whose words no author writes go at once. Where a file holds a whole page, its running text is found
(`furniture.body`) and what stands around it goes too, but only a stretch that shows a sure sign of furniture.
"""

from collections.abc import Sequence

from crisis_archive.cleaning.blocks import Block, blocks_of, key_of, remove
from crisis_archive.cleaning.evidence import LONGEST_LINE
from crisis_archive.cleaning.furniture.biographies import about_below, biography_below
from crisis_archive.cleaning.furniture.body import body_of, looks, worths
from crisis_archive.cleaning.furniture.heading import heading_above
from crisis_archive.cleaning.furniture.inner import with_text_below_teasers
from crisis_archive.cleaning.furniture.interrupted import with_interrupted
from crisis_archive.cleaning.furniture.lists import with_lists
from crisis_archive.cleaning.furniture.logs import with_log
from crisis_archive.cleaning.furniture.running import running_heads
from crisis_archive.cleaning.furniture.sentences import sure_lines
from crisis_archive.cleaning.furniture.teasers import is_teaser
from crisis_archive.cleaning.page import Page
from crisis_archive.draft import Draft
from crisis_archive.text.reasons import reason

_FORM = reason("Part of the web site (a button, a form, a notice), not of the text.")
_AROUND = reason("It stands outside the running text, among parts of the web site.")
_TEASER = reason("A teaser for another text.")
_AUTHOR = reason("What the web site says of the author.")
_HEAD = reason("The head of a page: it stands beside each page's number.")
_SIGNS_OF_A_PAGE = 2
_LINES_OF_A_PAGE = 12
_REPEATED = reason("The same line stands in other files: part of the web site.")


def run(draft: Draft, page: Page) -> None:
    """Remove lines that belong to the site and not to the text."""
    blocks = blocks_of(draft.text)
    if len(blocks) > 1:
        repeated = frozenset(page.evidence.repeated)
        # The extractor has already found the article of a web page: only sure forms are left to remove.
        gone = sure_forms(blocks) if page.is_html else furniture(blocks, repeated)
        remove(draft, "furniture", blocks, gone)


def sure_forms(blocks: Sequence[Block]) -> dict[int, str]:
    """The lines whose words no author writes, each with the reason for readers."""
    lines = [block.text for block in blocks]
    return {number: _FORM for number, sure in enumerate(sure_lines(lines)) if sure}


def furniture(blocks: Sequence[Block], repeated: frozenset[str]) -> dict[int, str]:
    """The lines to go, each with the reason for readers."""
    lines = [block.text for block in blocks]
    again = [len(line) <= LONGEST_LINE and key_of(line) in repeated for line in lines]
    sure = sure_lines(lines)
    if not (any(again) or any(sure)):
        # Without a sure sign nothing goes, so most texts need no closer look.
        return {len(lines) - 1: _TEASER} if is_teaser(lines[-1]) and len(lines) > 3 else {}
    forms = looks(lines, sure)
    inside = with_lists(lines, forms, body_of(lines, worths(lines, forms, again)))
    inside = with_interrupted(lines, forms, inside, again)
    inside = with_log(lines, forms, with_text_below_teasers(lines, forms, inside, again), again)
    gone: dict[int, str] = {}
    whole_page = sum(sure) + sum(again) >= _SIGNS_OF_A_PAGE and len(lines) >= _LINES_OF_A_PAGE
    for start, end in _stretches(inside):
        signs = sum(sure[start:end]) + sum(again[start:end])
        between = True in inside[:start] and True in inside[end:]
        # Where little speaks for a page, what stands beside a button may well be the author's.
        if whole_page and True in inside and (signs > 0.25 * (end - start) or not between):
            gone |= dict.fromkeys(range(start, end), _AROUND)
    gone |= {number: _FORM for number, is_sure in enumerate(sure) if is_sure}
    if is_teaser(lines[-1]) and len(lines) > 3:
        gone[len(lines) - 1] = _TEASER
    biography = biography_below(lines, inside)
    if whole_page and biography >= 0:
        gone[biography] = _AUTHOR
    about = about_below(lines)
    if about >= 0:
        gone |= dict.fromkeys(range(about, len(lines)), _AUTHOR)
    heading = heading_above(lines, inside)
    gone.pop(heading, None)
    gone |= dict.fromkeys(sorted(running_heads(lines)), _HEAD)
    return gone


def _stretches(inside: list[bool]) -> list[tuple[int, int]]:
    """Half-open ranges of neighbouring lines outside the running text."""
    found = []
    start = -1
    for number, value in enumerate([*inside, True]):
        if value and start >= 0:
            found.append((start, number))
            start = -1
        elif not value and start < 0:
            start = number
    return found
