"""Characters that a page wrote as codes (`&amp;`, `&#8217;`) and that were never turned back."""

import html
import re

from crisis_archive.cleaning.page import Page
from crisis_archive.draft import Draft, Replacement
from crisis_archive.text.reasons import reason

_CODE = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z][a-zA-Z0-9]{1,24});")
_WHY = reason("A character written as the code of a web page.")
_MOST_TIMES = 3  # `&amp;amp;#39;`: a code may itself have been written as codes


def run(draft: Draft, page: Page) -> None:
    """Turn codes into their characters."""
    for _ in range(_MOST_TIMES):
        if "&" not in draft.text:
            return
        wishes = [
            Replacement(match.start(), match.end(), _character(match[0]), _WHY)
            for match in _CODE.finditer(draft.text)
        ]
        if not draft.apply("entities", wishes):
            return


def _character(code: str) -> str:
    found = html.unescape(code)
    # A code for a control character or a line end says nothing that a text can hold.
    return found if found.isprintable() or found == "\N{NO-BREAK SPACE}" else code
