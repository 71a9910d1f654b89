"""Joining: pieces brought together over `of`, `for`, `and` or a comma, where their form asks for it."""

from collections.abc import Sequence
from typing import Final

from crisis_archive.annotating.names import lexicon
from crisis_archive.annotating.names.pieces import Candidate, is_headed
from crisis_archive.annotating.names.tokens import Token

_LONGEST_LINK: Final = 2
"""Tokens that may stand between two pieces of one name."""


def joined(tokens: Sequence[Token], pieces: list[Candidate]) -> list[Candidate]:
    """Pieces brought together over `of`, `for`, `and` where the form of the words asks for it."""
    done: list[Candidate] = []
    for piece in pieces:
        if done and 0 < piece.first - done[-1].last <= _LONGEST_LINK and _belongs(tokens, done[-1], piece):
            done[-1] = Candidate(done[-1].first, piece.last, done[-1].titled, done[-1].initial)
        else:
            done.append(piece)
    return done


def _is_firm(tokens: Sequence[Token], left: Candidate, right: Candidate) -> bool:
    """`Donaldson, Lufkin & Jenrette`"""
    return (
        left.last - left.first == 1
        and right.first - left.last == 1
        and tokens[left.last].text == ","
        and any(token.text == "&" for token in tokens[right.first : right.last])
    )


def _is_ending(tokens: Sequence[Token], left: Candidate, right: Candidate) -> bool:
    """`Example Pictures, Inc.`"""
    return (
        right.last - right.first == 1
        and right.first - left.last == 1
        and tokens[left.last].text == ","
        and tokens[right.first].low in lexicon.FIRM_ENDINGS
    )


def _belongs(tokens: Sequence[Token], left: Candidate, right: Candidate) -> bool:
    if _is_firm(tokens, left, right) or _is_ending(tokens, left, right):
        return True
    between = [token.low for token in tokens[left.last : right.first]]
    if right.titled:
        return False
    head = tokens[left.last - 1].low
    inner = {token.low for token in tokens[left.first : left.last]}
    if between in (["of"], ["of", "the"]):
        return head in lexicon.HEADS_BEFORE_OF or head in lexicon.PLACES_BEFORE_OF
    if between in (["for"], ["for", "the"]):
        return head in lexicon.HEADS_BEFORE_FOR
    if between == ["on"]:
        return head in ("council", "committee", "commission", "conference")
    if between == ["at"]:
        return head in ("university", "college") or "university" in inner
    ends = tokens[right.last - 1].low
    if between in (["'s"], ["\N{RIGHT SINGLE QUOTATION MARK}s"], ["'"], ["\N{RIGHT SINGLE QUOTATION MARK}"]):
        return head in lexicon.OWNERS or (head in lexicon.PEOPLE_WHOSE and is_headed(tokens, right.last))
    if between == ["and"]:
        office = bool(
            inner & {"ministry", "department", "bureau", "committee", "commission", "office", "centers"}
        )
        return ((office and "of" in inner) or "for" in inner) and (
            ends in lexicon.PORTFOLIOS or ends in lexicon.ORGANISATION_HEADS
        )
    return False
