"""Where readers' comments begin: a heading that announces them, or the first of several signatures."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from crisis_archive.cleaning.furniture.forms import COMMENTS, DATELINE

_SIGNATURES = (
    r".{1,60}\b(?:says?|said|writes?|wrote|commented|replied)\b.{0,40}:",
    r"(?:posted|submitted|comment(?:ed)?|written) (?:by|from)\b.{0,80}",
    r".{1,40}\W+\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago(?:\W+.{0,20})?",
    r".{1,40}\W+\d{1,2}[:.]\d{2} ?(?:[ap]\.?m\.?)?(?:\W+.{0,20})?",
    (
        r"(?:reply|report(?: abuse)?|like|flag|quote|permalink|(?:rating|score|votes?|likes?)\W*\d+.{0,10})"
        r"(?:\W+(?:reply|report|like|share|flag|quote|link))*\W*"
    ),
)
_SIGNATURE = tuple(re.compile(form, re.IGNORECASE) for form in _SIGNATURES)
SEVERAL: Final = 3
"""Signatures that make a list of comments."""


class Comments(NamedTuple):
    """Where comments may begin."""

    headings: list[int]
    """Lines that announce them."""
    signatures: list[list[int]]
    """Lines that sign them, by the form of the signature; only forms that stand several times."""


def first_comments(lines: Sequence[str]) -> Comments:
    """The numbers of lines that announce comments, and of lines that sign them."""
    headings: list[int] = []
    signatures: dict[int, list[int]] = {}
    for number, line in enumerate(lines):
        if len(line) > 140:
            continue
        if COMMENTS.fullmatch(line):
            headings.append(number)
            continue
        # All comments of a page are signed in one way.
        form = next((form for form, each in enumerate(_SIGNATURE) if each.fullmatch(line)), None)
        if form is None and number and DATELINE.fullmatch(line):
            form = len(_SIGNATURE)
        if form is not None:
            signatures.setdefault(form, []).append(number)
    return Comments(headings, [each for each in signatures.values() if len(each) >= SEVERAL])
