"""Marks of Markdown that a program wrote into a text (`## Roads open`, `**Nobody** was hurt`, `[more](...)`).

Texts that were rewritten by a language model are full of them. Only marks that stand in pairs around words,
or open a heading's line, go; lists and quotations are authors' too, and lone stars are footnotes.
"""

import re
from typing import Final

from crisis_archive.cleaning.page import Page
from crisis_archive.draft import Draft, Replacement
from crisis_archive.text.reasons import reason

_WHERE = r"\((?:https?://|mailto:|www\.|[./])[^()\s]{1,500}(?:\s\"[^\"\n]{0,200}\")?\)"
_PICTURE = re.compile(
    rf"!\[[^\[\]\n]{{0,300}}\](?:{_WHERE}|\([^()\s]{{1,500}}\.(?:jpe?g|png|gif|webp|svg)\))"
)
_SURE: Final = (
    re.compile(rf"(?<!!)\[(?P<words>[^\[\]\n]{{1,300}})\]{_WHERE}"),
    re.compile(
        r"^[ ]{0,3}(?:#(?=[ \t]+\D)|#{2,6})[ \t]+(?=[^\s#])(?P<words>[^\n]{1,300}?)(?:[ \t]+#{1,6})?[ \t]*$",
        re.MULTILINE,
    ),
    re.compile(
        r"(?<![\w*])(?P<mark>\*{2,3})(?=[^\s*])(?P<words>[^*\n]{1,2000})(?<=[^\s*])(?P=mark)(?![\w*])"
    ),
)
_LIKELY: Final = (
    re.compile(r"(?<![\w*])\*(?=[^\s*])(?P<words>[^*\n]{1,300})(?<=[^\s*])\*(?![\w*])"),
    re.compile(
        r"^[ ]{0,3}(?:(?:\*[ ]?){3,20}|(?:-[ ]?){3,20}|(?:_[ ]?){3,20})(?P<words>)[ \t]*$", re.MULTILINE
    ),
)
"""What is Markdown in a text that is surely written in it: slanted words, a line drawn."""
_WHY = reason("Marks of Markdown, which a program wrote around the words.")
_IMAGE = reason("Markdown for a picture, which did not come with the text.")


def run(draft: Draft, page: Page) -> None:
    """Take the marks away and leave the words."""
    text = draft.text
    if page.is_html or not ("*" in text or "#" in text or "](" in text):
        return
    draft.apply(
        "markdown", [Replacement(*found.span(), "", _IMAGE) for found in _PICTURE.finditer(draft.text)]
    )
    sure = [_unmarked(draft, pattern) for pattern in _SURE]
    if any(sure):
        for pattern in _LIKELY:
            _unmarked(draft, pattern)


def _unmarked(draft: Draft, pattern: re.Pattern[str]) -> bool:
    """Take what stands around the words of each match; true where there was one."""
    wishes = []
    for found in pattern.finditer(draft.text):
        wishes.append(Replacement(found.start(), found.start("words"), "", _WHY))
        wishes.append(Replacement(found.end("words"), found.end(), "", _WHY))
    return draft.apply("markdown", [wish for wish in wishes if wish.start < wish.end])
