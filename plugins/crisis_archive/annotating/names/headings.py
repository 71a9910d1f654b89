"""Headings in which most words have capitals: there a capital proves nothing.

In them only names are read that the text itself shows elsewhere, and countries and their people.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from crisis_archive import gazetteer
from crisis_archive.annotating.names.tokens import Token
from crisis_archive.model import Name
from crisis_archive.model.readings import EntityKind
from crisis_archive.text.folding import fold

_SHARE: Final = 0.7
"""Of the longer words so many have a capital in a heading."""
_LONG: Final = 4
_FEWEST: Final = 4
_LONGEST_NAME: Final = 6


def is_heading(tokens: Sequence[Token]) -> bool:
    """Whether a title or paragraph is set with a capital on nearly every word."""
    if not tokens or tokens[-1].text == ".":
        return False
    long = [token for token in tokens if len(token.text) >= _LONG and token.text[0].isalpha()]
    capitals = sum(token.capital for token in long)
    return len(long) >= _FEWEST and capitals >= _SHARE * len(long)


def names_in_heading(
    number: int, tokens: Sequence[Token], known: Mapping[tuple[str, ...], EntityKind]
) -> Iterator[Name]:
    """The names of a heading: `known` are those of the rest of the text, by their folded words."""
    at = 0
    while at < len(tokens):
        size, kind = _longest(tokens, at, known)
        if kind:
            yield Name(number, tokens[at].start, tokens[at + size - 1].end, kind, "rule")
        at += size


def _longest(
    tokens: Sequence[Token], at: int, known: Mapping[tuple[str, ...], EntityKind]
) -> tuple[int, EntityKind | None]:
    if not tokens[at].capital:
        return 1, None
    for size in range(min(_LONGEST_NAME, len(tokens) - at), 0, -1):
        words = [token.text for token in tokens[at : at + size]]
        kind = known.get(tuple(fold(word) for word in words))
        text = " ".join(words)
        if kind:
            return size, kind
        if gazetteer.country(text):
            return size, "place"
        if text in gazetteer.COUNTRY_OF_NATIONALITY:
            return size, "group"
    return 1, None
