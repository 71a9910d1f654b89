"""One piece of a run of capitals: a people goes apart, the word for a paper or an office falls off."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from crisis_archive import gazetteer
from crisis_archive.annotating.names import lexicon
from crisis_archive.annotating.names.tokens import Token

_ALSO_FORENAMES: Final = frozenset(
    ["Christian", "Roman", "German", "Israel", "Jordan", "English", "French", "Welsh"]
)
"""Peoples that are forenames or surnames as well: of `Christian Lacroix` nothing is cut off."""


class Candidate(NamedTuple):
    """Tokens `first` to `last` (exclusive) of one paragraph."""

    first: int
    last: int
    titled: float
    """How much a title before it speaks for a person; 0 where there is none."""
    initial: bool
    """Whether it begins a sentence, where a capital proves nothing."""


def peoples_apart(tokens: Sequence[Token], piece: Candidate) -> Iterator[Candidate]:
    """`Argentine Ana Romero` is two, `British Airways` one; of `Clinton Administration` the first word."""
    first, last = piece.first, piece.last
    if (
        last - first == 2
        and tokens[last - 1].low in ("administration", "presidency")
        and tokens[first].low not in ("veterans", "drug", "aviation", "security", "interim", "highway")
        and not _country_or_people(tokens[first].text)
    ):
        last -= 1
        piece = piece._replace(last=last)
    while last > first and tokens[last - 1].text in lexicon.PARTICLES:
        last -= 1
    if last - first > 1 and tokens[last - 1].low in lexicon.NOT_LAST:
        last -= 1
        piece = piece._replace(last=last)
    for length in (2, 1):
        if last - first <= length:
            continue
        words = " ".join(token.text for token in tokens[first : first + length])
        if (
            (words in gazetteer.COUNTRY_OF_NATIONALITY or words in gazetteer.PEOPLES)
            and not is_headed(tokens, last)
            and not (words in _ALSO_FORENAMES and last - first == 2 and not _is_common(tokens[last - 1]))
            and not _is_place(" ".join(token.text for token in tokens[first:last]))
        ):
            yield Candidate(first, first + length, 0.0, piece.initial)
            yield Candidate(first + length, last, piece.titled, False)
            return
    yield Candidate(first, last, piece.titled, piece.initial)


def _country_or_people(text: str) -> bool:
    return bool(gazetteer.country(text)) or text in gazetteer.COUNTRY_OF_NATIONALITY


def _is_common(token: Token) -> bool:
    """`Christian Democrat`: an adherent, no surname."""
    return token.low.removesuffix("s") in (
        "democrat",
        "socialist",
        "coalition",
        "right",
        "open",
        "army",
        "union",
    )


def _is_place(text: str) -> bool:
    return bool(gazetteer.country(text) or gazetteer.region(text))


def is_headed(tokens: Sequence[Token], last: int) -> bool:
    """Whether the last word before `last` is the head of an organisation's or a place's name."""
    low = tokens[last - 1].low
    return low in lexicon.ORGANISATION_HEADS or low in lexicon.PLACE_HEADS
