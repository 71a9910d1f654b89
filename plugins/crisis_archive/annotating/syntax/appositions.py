"""Appositions: the words between two commas that name once more what stands before them."""

from collections.abc import Sequence
from typing import Final

from crisis_archive.annotating.syntax.frames import Token
from crisis_archive.annotating.syntax.lexicon import TIME_WORDS

Phrase = tuple[int, int]
_LONGEST_APPOSITION: Final = 30
_OF_ONE: Final = frozenset("the its his her their our".split())
"""With these an office has one bearer, whose name may follow it."""


def apposition_start(tokens: Sequence[Token], comma: int) -> int | None:
    """Of the comma that ends an apposition: the one that opens it."""
    kind = tokens[comma].kind
    for at in range(comma - 1, max(-1, comma - _LONGEST_APPOSITION), -1):
        if tokens[at].kind == kind:
            return at
        if tokens[at].kind in ("quote", "stop", "colon"):
            return None
    return None


def named_apposition(tokens: Sequence[Token], comma: int) -> Phrase | None:
    """The name in `The operator, Norrvik Ferries, said`: an apposition of capitals to a common noun."""
    opened = apposition_start(tokens, comma)
    if opened is None or opened == 0 or opened + 1 == comma or comma - opened > 7:
        return None
    name = tokens[opened + 1 : comma]
    if not all(token.capital and token.low not in TIME_WORDS for token in name):
        return None
    before = tokens[opened - 1]
    earlier = apposition_start(tokens, opened)
    if earlier is not None and tokens[earlier + 1].low == "the" and len(name) > 1:
        # "The head of another firm, the Blue Line, Jonas Hallgren, said"
        return opened + 1, comma
    return (opened + 1, comma) if before.kind == "word" and not before.capital else None


def apposed_name(tokens: Sequence[Token], comma: int) -> Phrase | None:
    """The name that follows a comma as an apposition: Nora Beck in `Its doctor, Nora Beck, keeps`."""
    end = comma + 1
    while end < len(tokens) and tokens[end].capital and tokens[end].low not in TIME_WORDS:
        end += 1
    closed = end < len(tokens) and tokens[end].kind == "comma"
    return (comma + 1, end) if tokens[comma].kind == "comma" and closed and end > comma + 1 else None


def name_after(tokens: Sequence[Token], phrase: Phrase) -> Phrase | None:
    """The capitals that end `said the minister, Jonas Hallgren`: the one bearer of an office."""
    first, end = phrase
    head = tokens[end - 1]
    office = tokens[first].low in _OF_ONE and not head.capital and not head.low.endswith("s")
    if not office or end >= len(tokens) or tokens[end].kind != "comma":
        return None
    after = end + 1
    while after < len(tokens) and tokens[after].capital and tokens[after].low not in TIME_WORDS:
        after += 1
    closed = after == len(tokens) or tokens[after].kind in ("comma", "stop")
    return (end + 1, after) if closed and after > end + 1 else None
