"""Closing quotation marks that lost their last byte.

The mark is E2 80 9D in UTF-8, and windows-1252 has no character for 9D: programs that read the one as the
other drop it. What is left, `â€`, is written by nobody; where a quotation stands open before it in the
paragraph it can be nothing else. (Before a space it would read as a dagger, whose last byte is A0; before a
question mark nobody can tell, as that may stand for the byte.)
"""

import re

from crisis_archive.draft import Draft, Replacement
from crisis_archive.text.reasons import reason

_WHY = reason(
    "A closing quotation mark that lost a part on the way here: UTF-8 that was read as windows-1252."
)
_MARK = re.compile(
    "(?P<open>â€œ|“)|(?P<close>â€\x9d|”)|(?P<lost>â€(?=[\\s.,;:!)\\]—–-]|\\Z))",
)


def mend(draft: Draft) -> None:
    """Put the mark back where a quotation is open."""
    if "â€" not in draft.text:
        return
    wishes = []
    start = 0
    for line in draft.text.split("\n"):
        is_open = False
        for match in _MARK.finditer(line):
            if match["lost"] and is_open:
                wishes.append(Replacement(start + match.start(), start + match.end(), "”", _WHY))
            is_open = match["open"] is not None
        start += len(line) + 1
    draft.apply("mojibake", wishes)
