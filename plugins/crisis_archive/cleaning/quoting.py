"""Marks that a mail program put before the lines of a text when it was forwarded (`> The river rose`).

Only where most lines have them: in an answer they tell whose words are whose.
"""

import re

from crisis_archive.cleaning.page import Page
from crisis_archive.draft import Draft, Replacement
from crisis_archive.text.reasons import reason

_MARKS = re.compile(r"^[ \t]{0,3}>(?:[> ]{0,20}>)?[ \t]?", re.MULTILINE)
_HELD = re.compile(r"^[ \t]*[^\s]", re.MULTILINE)
_FEWEST = 3  # lines
_SHARE = 0.5
_WHY = reason("A mark that a mail program put before each line of what it forwarded.")


def run(draft: Draft, page: Page) -> None:
    """Take the marks away."""
    if page.is_html or ">" not in draft.text:
        return
    marks = list(_MARKS.finditer(draft.text))
    if len(marks) >= max(_FEWEST, _SHARE * len(_HELD.findall(draft.text))):
        draft.apply("quoting", [Replacement(match.start(), match.end(), "", _WHY) for match in marks])
