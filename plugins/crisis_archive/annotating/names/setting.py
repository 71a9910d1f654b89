"""A candidate among the words around it: what the cues look at."""

from collections.abc import Sequence
from typing import NamedTuple

from crisis_archive.annotating.names.pieces import Candidate
from crisis_archive.annotating.names.tokens import Token
from crisis_archive.model.readings import EntityKind

Vote = tuple[EntityKind, float]
"""A kind and how much speaks for it; less than 0 speaks against it."""


class Words(NamedTuple):
    """The words of a candidate, whatever stands around them."""

    text: str
    texts: tuple[str, ...]
    """Its tokens as they stand."""
    low: tuple[str, ...]
    """Its tokens in lower case, without a final full stop."""


class Setting(NamedTuple):
    """A candidate among the tokens of its paragraph."""

    tokens: Sequence[Token]
    candidate: Candidate
    words: Words
    after: tuple[str, str, str]
    """The next tokens in lower case; empty beyond the end."""
    before: tuple[str, str]
    """The tokens before it, the nearest first."""

    def ahead(self, count: int) -> str:
        """The token so many after it."""
        at = self.candidate.last + count - 1
        return self.tokens[at].low if at < len(self.tokens) else ""


def setting_of(tokens: Sequence[Token], candidate: Candidate, text: str) -> Setting:
    """The setting of a candidate; `text` is what it says."""
    first, last = candidate.first, candidate.last
    inside = tokens[first:last]
    words = Words(text, tuple([token.text for token in inside]), tuple([token.low for token in inside]))
    one, two, three = (*[token.low for token in tokens[last : last + 3]], "", "", "")[:3]
    before = tokens[first - 1].low if first > 0 else "", tokens[first - 2].low if first > 1 else ""
    return Setting(tokens, candidate, words, (one, two, three), before)
