"""Where readers' comments begin: a heading that announces them, or the first of several signatures."""

import re
from collections.abc import Sequence

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
_SIGNATURE = re.compile("|".join(_SIGNATURES), re.IGNORECASE)
_SEVERAL = 3


def first_comments(lines: Sequence[str]) -> tuple[list[int], list[int]]:
    """The numbers of lines that announce comments, and of lines that sign them (where there are several)."""
    headings, signatures = [], []
    for number, line in enumerate(lines):
        if len(line) > 140:
            continue
        if COMMENTS.fullmatch(line):
            headings.append(number)
        elif _SIGNATURE.fullmatch(line) or (number and DATELINE.fullmatch(line)):
            signatures.append(number)
    return headings, signatures if len(signatures) >= _SEVERAL else []
