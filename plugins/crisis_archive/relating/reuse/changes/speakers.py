"""Speaker changed: the words of one are told as the words of another."""

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from crisis_archive.model import Change
from crisis_archive.relating.entities.calling import HEADS
from crisis_archive.relating.reuse.changes.marking import Marker, Retelling
from crisis_archive.relating.reuse.changes.statements import Statement, key_of, statements_of, subject_in
from crisis_archive.relating.reuse.lexis import SentenceTerms
from crisis_archive.text.words import words

_ANYBODY: Final = frozenset(
    key_of(word)
    for word in "people residents villagers locals neighbours neighbors witnesses survivors relatives "
    "families passengers workers citizens inhabitants bystanders onlookers observers critics".split()
)
"""Many people who are none in particular."""


_BACK: Final = 3
"""Sentences looked back over for whom a pronoun means."""
_ROLES: Final = frozenset(map(key_of, HEADS))


class _Said(msgspec.Struct, frozen=True):
    """A statement in its sentence."""

    what: Statement
    sentence: SentenceTerms

    @property
    def marker(self) -> Marker:
        """The words that name the speaker."""
        return Marker(self.sentence, self.what.start, self.what.end)


def speaker_changed(retelling: Retelling) -> Iterator[Change]:
    """Words of one speaker told as those of another.

    Each statement of the source is laid beside those of the retelling that it shares something with.
    Speakers are compared by surnames and plain nouns, and by what the source calls them. Somebody whom
    the source never names may be the same under another word; so it counts only where the source knows
    the new speaker, or where one person's words are given to people in general, and only where the old
    speaker is gone from the sentence or says something else in it.
    """
    theirs = list(_heard(retelling))
    mine = [each for each in statements_of(retelling.retold) if each.keys]
    told = {key_of(word) for word in words(retelling.retold.text)}
    for other in theirs:
        shared = [len(each.said & other.what.said) for each in mine]
        if not other.what.keys or not any(shared):
            continue
        if any(
            _may_be_one(each, other.what, retelling)
            for each, count in zip(mine, shared, strict=True)
            if count
        ):
            continue
        best = mine[shared.index(max(shared))]
        if _is_another(best, other.what, theirs, told, retelling):
            yield Change("speaker changed", other.marker.span, _Said(best, retelling.retold).marker.span)


def _may_be_one(mine: Statement, other: Statement, retelling: Retelling) -> bool:
    """Whether both can be one: they share a word, or `the company` stands for a company named before."""
    somebody = bool(other.keys & _ROLES) and not mine.keys & _ROLES  # a minister is no ministry
    described = other.named and not mine.named and not mine.plural and not somebody
    return not other.keys or described or retelling.cast.same(mine.keys, other.keys)


def _is_another(
    mine: Statement, other: Statement, theirs: Sequence[_Said], told: set[str], retelling: Retelling
) -> bool:
    if other.head in told:
        # Both stand in the sentence: then the new one must be known to say something else.
        return any(retelling.cast.same(mine.keys, each.what.keys) for each in theirs)
    return bool(mine.keys & retelling.cast.known) or bool(mine.keys & _ANYBODY and not other.plural)


def _heard(retelling: Retelling) -> Iterator[_Said]:
    """The statements of the source sentences; a pronoun stands for who spoke or acted just before."""
    for sentence in retelling.source:
        inside: Statement | None = None
        for each in statements_of(sentence):
            named = inside or _before(sentence, retelling) if each.pronoun else each
            inside = named if named is not None and named.keys else inside
            if named is not None:
                meant = {"keys": named.keys, "head": named.head, "named": named.named, "plural": named.plural}
                yield _Said(msgspec.structs.replace(each, **meant), sentence)


def _before(sentence: SentenceTerms, retelling: Retelling) -> Statement | None:
    """Whom a pronoun means: who spoke last in the sentences before it, or was the subject of one."""
    spans = [each.span for each in retelling.whole_source]
    at = spans.index(sentence.span)
    for before in reversed(retelling.whole_source[max(0, at - _BACK) : at]):
        spoke = next((one for one in reversed(statements_of(before)) if one.keys), None)
        meant = spoke or subject_in(before)
        if meant is not None and meant.keys:
            return meant
    return None
