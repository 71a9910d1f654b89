"""Ships have names and are none of the kinds: the ferry `Princess Amihan` is no person."""

from collections.abc import Iterator, Sequence
from typing import Final

from crisis_archive.annotating.names.setting import Setting, Vote
from crisis_archive.annotating.names.tokens import Token

VESSELS: Final = frozenset(
    "ferry ferryboat ship vessel boat steamer freighter tanker trawler liner yacht tug tugboat barge dinghy "
    "schooner submarine frigate destroyer cruiser corvette minesweeper battleship warship icebreaker "
    "catamaran lifeboat dredger supertanker".split()
)
_PREFIXES: Final = frozenset("MV M/V MS SS USS HMS HMAS HMCS RMS MT FV F/V RV INS KRI BRP".split())
_NAMED_LIKE_PEOPLE: Final = frozenset(
    "princess prince queen king duke duchess empress lady lord sir miss admiral general captain marshal "
    "saint".split()
)
"""Before a person's name they have no article; before the name of a ship they do: the Queen Mary."""
_ENDS: Final = frozenset(
    ", ; : ) ( that which with of from in on off at by for to and or was is had has bound owned built "
    "operated carrying run based".split()
) | {"", "\N{EM DASH}", "\N{EN DASH}"}
_LONGEST: Final = 5
"""Tokens of `, the overloaded ferry`."""


def vessel(name: Setting) -> Iterator[Vote]:
    """The freighter Aurelia; the Queen Mary; HMS Selm; the Aurelia, a freighter that."""
    if _is_vessel(name.tokens, name.candidate.first, name.candidate.last):
        yield "person", -8.0
        yield "organisation", -4.0
        yield "place", -3.0


def _is_vessel(tokens: Sequence[Token], first: int, last: int) -> bool:
    if first and tokens[first - 1].low in VESSELS:
        return True
    if last - first > 1 and tokens[first].text in _PREFIXES:
        return True
    if first > 1 and tokens[first - 2].low == "the" and tokens[first - 1].low in _NAMED_LIKE_PEOPLE:
        return tokens[first - 1].capital and not (last < len(tokens) and tokens[last].low == "of")
    return _is_called_one(tokens, last)


def _is_called_one(tokens: Sequence[Token], last: int) -> bool:
    """Whether an apposition calls the name before it a ship: `X, the overloaded ferry that`.

    Not the first half of two: in `X, a ferry captain` the noun is `captain`.
    """
    if last + 2 >= len(tokens) or tokens[last].text != "," or tokens[last + 1].low not in ("a", "an", "the"):
        return False
    after = [token.low for token in tokens[last : last + _LONGEST + 1]]
    for at, word in enumerate(after[2:_LONGEST], 2):
        if word in VESSELS:
            return (after[at + 1] if at + 1 < len(after) else "") in _ENDS
        if not word.isalpha():
            return False
    return False
