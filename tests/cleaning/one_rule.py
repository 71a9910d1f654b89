"""One rule of cleaning on one text, without the others."""

from collections.abc import Collection

from crisis_archive.cleaning import RULES
from crisis_archive.cleaning.evidence import SeedEvidence
from crisis_archive.cleaning.page import Page
from crisis_archive.draft import Draft
from crisis_archive.model import Metadata

RUN = {rule.name: rule.run for rule in RULES}


def drafted(
    rule: str, text: str, known: Collection[str] = (), title: str | None = None, is_html: bool = False
) -> Draft:
    """A draft of the text on which the rule has run; `known` are words that the archive knows."""
    draft = Draft(text)
    RUN[rule](draft, Page(Metadata(title=title), is_html, SeedEvidence(known=tuple(known))))
    return draft


def after(
    rule: str, text: str, known: Collection[str] = (), title: str | None = None, is_html: bool = False
) -> str:
    """What the rule leaves of the text."""
    return drafted(rule, text, known, title, is_html).text
