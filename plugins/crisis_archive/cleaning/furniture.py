"""Site furniture: share and comment forms, teasers, newsletters, navigation."""

import re

from crisis_archive.cleaning.blocks import blocks_of, remove
from crisis_archive.cleaning.page import Page
from crisis_archive.draft import Draft

_FORMS = re.compile(
    r"(?:adjust )?(?:comments? )?print(?: (?:e-?mail|share|comments?))*|(?:leave|post) a (?:reply|comment)"
    r"|your email address will not be published\b.*|required fields are marked\b.*"
    r"|(?:share|tweet|subscribe|advertisement|sign up|log in|read more)\W*.{0,20}",
    re.IGNORECASE,
)
_TEASER = re.compile(
    r"[^.!?]*\bhere(?:'|\N{RIGHT SINGLE QUOTATION MARK})s\b[^.!?]*\bguide\b[^.!?]*[.!?]?", re.IGNORECASE
)


def run(draft: Draft, page: Page) -> None:
    """Remove lines that belong to the site and not to the text."""
    blocks = blocks_of(draft.text)
    gone = {}
    for number, block in enumerate(blocks):
        if _FORMS.fullmatch(block.text):
            gone[number] = "Part of the web site, not of the text."
        elif number == len(blocks) - 1 and number > 2 and _TEASER.fullmatch(block.text):
            gone[number] = "A teaser for another text."
    remove(draft, "furniture", blocks, gone)
