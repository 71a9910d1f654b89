"""Which words mark speech where they stand."""

from collections.abc import Sequence
from typing import Final

from crisis_archive.annotating.syntax.frames import Token
from crisis_archive.annotating.syntax.lexicon import (
    AUXILIARIES,
    DETERMINERS,
    NOUN_LIKE,
    PRONOUNS,
    SPEECH,
    SPEECH_ING,
)

_OPENING: Final = frozenset("said says asked added wrote".split())
"""Cues that may open a sentence: Said the minister: “...”"""
_BEFORE_NOUNS: Final = (DETERMINERS - {"that", "both", "all"}) | {"of", "by"}


def is_cue(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at a token marks speech here."""
    token = tokens[at]
    if token.kind != "word" or token.possessive:
        return False
    if token.capital:
        return at == 0 and token.low in _OPENING
    if token.low in SPEECH_ING:
        return True
    if token.low not in SPEECH:
        return False
    before = tokens[at - 1] if at else None
    if before is not None and (before.low in _BEFORE_NOUNS or before.possessive):
        return False
    if before is not None and before.low == "to":
        return token.low not in NOUN_LIKE or _beside(tokens, at)
    if token.low in NOUN_LIKE:
        named = before is not None and (before.capital or before.low in PRONOUNS | AUXILIARIES)
        return named and _beside(tokens, at)
    return True


def _beside(tokens: Sequence[Token], at: int) -> bool:
    """Whether a quotation, `that`, `as`, or a noun phrase with a quotation in it follows."""
    for token in tokens[at + 1 : at + 9]:
        if token.kind == "quote" or token.low in ("that", "as", "it", "him", "her", "them"):
            return True
        if token.kind in ("stop", "colon"):
            return False
    return False
