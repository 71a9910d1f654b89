"""Bringing the model's answers and the candidates of form together: which words are one name."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from crisis_archive.annotating.names import lexicon
from crisis_archive.annotating.names.pieces import Candidate
from crisis_archive.annotating.names.setting import Vote
from crisis_archive.annotating.names.tokens import Token
from crisis_archive.model import Name
from crisis_archive.model.readings import EntityKind

_WEIGHT: Final[dict[EntityKind, float]] = {
    "person": 2.2,
    "organisation": 1.6,
    "place": 1.6,
    "group": 2.0,
    "event": 2.5,
}
"""How far the model is believed; of one word alone a good deal less."""
_ALONE: Final = 0.7
_OTHER_EDGES: Final = 0.5
"""What is left of its word where its stretch and the candidate's differ."""
_LINKS: Final = frozenset(["of", "the", "for", "and", "&", "on", ",", "to", "at"])

_OPENING: Final = (
    '"`\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}'
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}"
)
_CLOSING: Final = (
    "\"'\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
)
_SMALL: Final = frozenset(
    "of the a an in on to for and at with from by my your da i , : 's \N{RIGHT SINGLE QUOTATION MARK}s".split(
        " "
    )
)


_LONGEST_TITLE: Final = 60
"""Tokens on either side of a name that are looked at for the marks around a title."""


class Found(NamedTuple):
    """A candidate with what the model says of it."""

    candidate: Candidate
    votes: tuple[Vote, ...]
    answered: bool
    """Whether the model saw a name here."""


def with_answers(
    tokens: Sequence[Token], candidates: Sequence[Candidate], answers: Sequence[Name]
) -> list[Found]:
    """The candidates of a paragraph in order, each with the votes of the model's answers that meet it."""
    named = [
        each
        for each in candidates
        if tokens[each.first].text[0].isalnum()
        or any(token.text[0].isalnum() for token in tokens[each.first + 1 : each.last])
    ]
    if not answers:
        return [Found(each, (), False) for each in named if not _is_title_of_work(tokens, each)]
    starts, ends = [token.start for token in tokens], [token.end for token in tokens]
    placed = [each for each in (_placed(tokens, starts, ends, answer) for answer in answers) if each]
    edges = {(each.first, each.last) for each in candidates}
    others = [pair for pair in placed if (pair[0].first, pair[0].last) not in edges]
    formed = _Row(candidates if others else ())
    whole = [stretch for stretch, kind in others if _is_one(tokens, stretch, kind, formed.met_by(stretch))]
    if whole:
        taken = _Row(whole)
        named = sorted(
            [*(each for each in named if not taken.met_by(each)), *whole], key=lambda each: each.first
        )
    heard = _Row([stretch for stretch, _ in placed])
    found = []
    for candidate in named:
        if not _is_title_of_work(tokens, candidate):
            met = [placed[at] for at in heard.numbers_met_by(candidate)]
            found.append(_heard(tokens, candidate, met))
    return found


class _Row:
    """Stretches of one paragraph in the order in which they begin: which of them meet another, without
    asking all."""

    def __init__(self, stretches: Sequence[Candidate]) -> None:
        self._all = stretches
        self._firsts = [each.first for each in stretches]
        self._reach = list(accumulate((each.last for each in stretches), max))
        """How far each and those before it reach."""

    def numbers_met_by(self, other: Candidate) -> list[int]:
        """Numbers of those that share a token with another stretch."""
        low = bisect_right(self._reach, other.first)
        high = bisect_left(self._firsts, other.last)
        return [at for at in range(low, high) if self._all[at].last > other.first]

    def met_by(self, other: Candidate) -> list[Candidate]:
        """Those that share a token with another stretch."""
        return [self._all[at] for at in self.numbers_met_by(other)]


def _is_title_of_work(tokens: Sequence[Token], candidate: Candidate) -> bool:
    """Whether it stands in quotation marks with nothing but capitals and small words around it."""
    before, after = candidate.first - 1, candidate.last
    first, last = max(0, before - _LONGEST_TITLE), min(len(tokens), after + _LONGEST_TITLE)
    while before >= first and _is_small(tokens[before]):
        before -= 1
    if before < first or tokens[before].text not in _OPENING:
        return False
    while after < last and _is_small(tokens[after]):
        after += 1
    return after < last and tokens[after].text in _CLOSING


def _is_small(token: Token) -> bool:
    return token.capital or token.text in _SMALL


def _placed(
    tokens: Sequence[Token], starts: Sequence[int], ends: Sequence[int], answer: Name
) -> tuple[Candidate, EntityKind] | None:
    """An answer on whole tokens, without articles, titles and possessives at its edges."""
    first = bisect_left(ends, answer.start + 1)
    last = bisect_left(starts, answer.end)
    while first < last and not tokens[first].capital:
        first += 1
    while first < last and (tokens[first].low in lexicon.FUNCTION_WORDS and not tokens[first].text.isupper()):
        first += 1
    while last > first and (not tokens[last - 1].capital or tokens[last - 1].low in lexicon.DAYS_AND_MONTHS):
        last -= 1
    return (Candidate(first, last, 0.0, False), answer.kind) if first < last else None


def _is_one(tokens: Sequence[Token], stretch: Candidate, kind: EntityKind, met: Sequence[Candidate]) -> bool:
    """Whether the model's stretch is to be taken whole although no candidate has just these edges.

    `met` are the candidates that it shares a word with.
    """
    if any(each.first < stretch.first or each.last > stretch.last for each in met):
        # It is part of a candidate: only the first word of a sentence may be cut off.
        return (
            len(met) == 1
            and met[0].initial
            and met[0].last == stretch.last
            and tokens[met[0].first].low in lexicon.SOFT_STARTS
        )
    if not met:
        return False
    if any(each.titled and each.first > stretch.first for each in met) or kind == "person":
        return False
    between = {token.low for token in tokens[stretch.first : stretch.last] if not token.capital}
    if kind not in ("organisation", "event") and between & {",", "and"}:
        return False
    if between & {",", "and"} and tokens[stretch.last - 1].low not in lexicon.ORGANISATION_HEADS:
        return False
    return all(word in _LINKS or word in lexicon.PARTICLES for word in between)


def _heard(
    tokens: Sequence[Token], candidate: Candidate, met: Sequence[tuple[Candidate, EntityKind]]
) -> Found:
    votes: list[Vote] = []
    for other, kind in met:
        weight = _WEIGHT[kind]
        if (other.first, other.last) != (candidate.first, candidate.last):
            weight *= _OTHER_EDGES
        if other.last - other.first == 1:
            weight *= _ALONE
        votes.append((kind, weight))
    return Found(candidate, tuple(votes), bool(met))
