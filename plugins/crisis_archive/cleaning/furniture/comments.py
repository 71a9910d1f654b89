"""Where readers' comments begin: a heading that announces them, or the first of several signatures."""

import re
from collections.abc import Sequence

from crisis_archive.cleaning.furniture.forms import COMMENTS

_SIGNATURE = re.compile(
    r".{1,60}\b(?:says?|said|writes?|wrote|commented|replied)\b.{0,40}:|(?:posted|submitted|comment(?:ed)?|written) (?:by|from)\b.{0,80}\d.{0,40}"
    r"|.{1,40}\W+(?:\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago|\d{1,2}[:.]\d{2} ?(?:[ap]\.?m\.?)?)(?:\W+.{0,20})?"
    r"|(?:reply|report(?: abuse)?|like|flag|quote|permalink|(?:rating|score|votes?|likes?)\W*\d+.{0,10})(?:\W+(?:reply|report|like|share|flag|quote|link))*\W*",
    re.IGNORECASE,
)
_SEVERAL = 3


def first_comment(lines: Sequence[str]) -> tuple[int, bool]:
    """The number of the line where comments begin (0: there are none), and whether signatures show it."""
    heading = 0
    signatures = []
    for number, line in enumerate(lines):
        if len(line) > 140:
            continue
        if COMMENTS.fullmatch(line):
            heading = heading or number
        elif _SIGNATURE.fullmatch(line):
            signatures.append(number)
    signed = len(signatures) >= _SEVERAL
    if heading:
        return heading, signed
    return (signatures[0] if signed else 0), signed
