"""A day or an hour on a line of its own above the headline (`March 5, 2019`, `18:40`): no headline, no text.

What it says is not lost: the date of a text is read from the file as it was found.
"""

import re

from crisis_archive.cleaning.blocks import blocks_of, remove
from crisis_archive.cleaning.furniture.forms import DATELINE
from crisis_archive.cleaning.headline import is_headline
from crisis_archive.cleaning.page import Page
from crisis_archive.draft import Draft
from crisis_archive.text.marks import ends_sentence
from crisis_archive.text.reasons import reason

_HOUR = re.compile(r"\d{1,2}[:.h]\d{2}(?: ?[ap]\.?m\.?)?(?: ?(?:[A-Z]{2,4}|Uhr|hrs))?", re.IGNORECASE)
_LONGEST = 60  # characters
_WHY = reason("A day or an hour above the headline, where the page said when it was published.")


def run(draft: Draft, page: Page) -> None:
    """Remove the line above a headline that holds nothing else."""
    blocks = blocks_of(draft.text)
    if len(blocks) < 3 or len(blocks[0].text) > _LONGEST:
        return
    stamp, headline, text = (block.text for block in blocks[:3])
    if not (DATELINE.fullmatch(stamp) or _HOUR.fullmatch(stamp)):
        return
    if is_headline(headline, text) and not ends_sentence(headline) and len(text) > len(headline):
        remove(draft, "stamps", blocks, {0: _WHY})
