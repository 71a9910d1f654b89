"""Which of two texts draws on the other, where anything tells."""

from collections.abc import Sequence

from crisis_archive.model import Analysis, PublicationDate
from crisis_archive.model.archive import Direction
from crisis_archive.relating.reuse.lexis import SentenceTerms

_FULLER = 1.5
_MARGIN = 3
_WORDIER = 1.4
_WORDS = 5


def direction_of(
    left: Analysis, right: Analysis, one: Sequence[SentenceTerms], other: Sequence[SentenceTerms]
) -> Direction | None:
    """`left-to-right` where the right text draws on the left one; null where nothing tells.

    First what the texts state: of two stated days the later text draws on the earlier. Else the
    fuller text is the source: a rewrite drops names, figures and quotations and has few of its own,
    so the text with clearly more of them (half as many again and three more) came first, if it has no
    fewer words of its own. Where these say nothing, the text with clearly more words of its own did; and of
    two as full the one that states its day: a retelling leaves the dateline out, and adds none.
    """
    first, second = left.document.date, right.document.date
    if first.latest and second.earliest and first.latest < second.earliest:
        return "left-to-right"
    if second.latest and first.earliest and second.latest < first.earliest:
        return "right-to-left"
    details = _own_details(one, other), _own_details(other, one)
    terms = len(_terms(one) - _terms(other)), len(_terms(other) - _terms(one))
    by_details = _fuller(*details, _FULLER, _MARGIN)
    if by_details is not None:
        # Details that the words deny were added by a retelling rather than dropped by it.
        denied = terms[0] < terms[1] if by_details == "left-to-right" else terms[1] < terms[0]
        return None if denied else by_details
    return _fuller(*terms, _WORDIER, _WORDS) or _dated(first, second, details)


def _fuller(mine: int, theirs: int, times: float, more: int) -> Direction | None:
    if mine >= times * theirs and mine - theirs >= more:
        return "left-to-right"
    return "right-to-left" if theirs >= times * mine and theirs - mine >= more else None


def _dated(first: PublicationDate, second: PublicationDate, details: tuple[int, int]) -> Direction | None:
    """By the day that one of two texts states; null where both or none do, or the other has more details."""
    stated = first.earliest is not None, second.earliest is not None
    if stated == (True, False) and details[0] >= details[1]:
        return "left-to-right"
    return "right-to-left" if stated == (False, True) and details[1] >= details[0] else None


def _terms(sentences: Sequence[SentenceTerms]) -> frozenset[str]:
    return frozenset[str]().union(*(sentence.terms for sentence in sentences))


def _own_details(sentences: Sequence[SentenceTerms], others: Sequence[SentenceTerms]) -> int:
    """Names, figures and quotation marks that this text has and the other has not."""
    known = {term for sentence in others for term in sentence.terms}
    own = {name for sentence in sentences for name in sentence.names} - known
    return len(own) + max(0, _marks(sentences) - _marks(others))


def _marks(sentences: Sequence[SentenceTerms]) -> int:
    return sum(
        sentence.text.count(mark) for sentence in sentences for mark in '"\N{LEFT DOUBLE QUOTATION MARK}'
    )
