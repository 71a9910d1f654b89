"""Copies and rewrites: which texts draw on which, sentence by sentence."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from crisis_archive.memory import key_of
from crisis_archive.model import Analysis, Relation
from crisis_archive.relating.keeping import Keeping, nothing_kept
from crisis_archive.relating.reuse.alignment import align, table
from crisis_archive.relating.reuse.candidates import candidate_pairs, held_terms, numbered
from crisis_archive.relating.reuse.direction import direction_of
from crisis_archive.relating.reuse.judging import judge
from crisis_archive.relating.reuse.lexis import (
    Lexis,
    SentenceTerms,
    sentence_terms,
    terms_in,
    title_terms,
    weights,
)
from crisis_archive.relating.reuse.verbatim import runs_of, shared_runs
from crisis_archive.relating.texts import Texts

__all__ = ["find_reuse"]

_REUSED = 0.42
"""Least sum of mean sentence likeness and share of runs that both have, of the shorter telling."""
_REUSED_IN_WORDS = 0.34
"""The same where the runs in common are enough to show whose words they are."""
_IN_WORDS = 0.07
_COPIED = 0.9
_SAME_WORDS = 3
"""Least words in common, besides names, numbers and words of the titles, that show a sentence retold."""
_RETOLD_SHARE = 0.5
"""Least share of the shorter telling's sentences so retold: less is the same event told independently."""
_SHORT = 8
"""A telling of at most so many sentences is asked for that share; in a longer one chance evens out."""
_BY_WORDS = 0.2
"""Share of runs in common from which the words alone show whose they are."""
_OWN = 0.25
"""Most of its names and figures that a rewrite in other words has for itself: a reporter of the same event
has met and counted others."""
_TELLING_NAMES = 8
"""Names and figures below which their share says nothing."""
_REMEMBERED = 512
"""Texts whose sentences are kept in memory while pairs are compared, the last used."""


def find_reuse(analyses: Sequence[Analysis], kept: Keeping | None = None) -> tuple[Relation, ...]:
    """All copies and rewrites among these texts, sorted by kind, left, right; in whatever order they come.

    Two texts are compared once, until one of them changes.
    """
    kept = kept or nothing_kept()
    lexis = Lexis()
    texts = Texts(analyses)
    ids = texts.ids

    def terms(place: int) -> bytes:
        return numbered(terms_in(texts[place], lexis))

    @lru_cache(maxsize=_REMEMBERED)
    def told(document: str) -> tuple[tuple[SentenceTerms, ...], NDArray[np.uint32]]:
        sentences = sentence_terms(texts.of(document), lexis)
        return sentences, runs_of(sentences, lexis)

    held = kept.each("terms of texts", bytes, [kept.text(each) for each in ids], terms)
    pairs = candidate_pairs(held_terms(list(zip(ids, held, strict=True))), kept)

    def compared(place: int) -> Relation | None:
        left, right = pairs[place]
        (one, one_runs), (other, other_runs) = told(left), told(right)
        return _compare(texts, pairs[place], one, other, shared_runs(one_runs, other_runs), lexis)

    keys = [key_of(kept.text(left), kept.text(right)) for left, right in pairs]
    found: list[Relation | None] = kept.each("pairs of texts", Relation | None, keys, compared)  # type: ignore[arg-type]  # a union is no type to mypy
    return tuple(
        sorted((each for each in found if each), key=lambda each: (each.kind, each.left, each.right))
    )


def _compare(
    texts: Texts,
    pair: tuple[str, str],
    one: Sequence[SentenceTerms],
    other: Sequence[SentenceTerms],
    in_words: float,
    lexis: Lexis,
) -> Relation | None:
    """The relation of two texts; null where they tell an event independently of one another.

    Independent reports of one event share names, figures and a few phrases, and each has facts of its own;
    a rewrite shares something with nearly every sentence of its source, or runs of its words.
    """
    weight = weights([*one, *other])
    alike = table(one, other, weight)
    told = (
        _mean([max(row) for row in alike], one),
        _mean([max(column) for column in zip(*alike, strict=True)], other),
    )
    score = min(1.0, max(told) + in_words)
    if score < (_REUSED_IN_WORDS if in_words >= _IN_WORDS else _REUSED):
        return None
    left, right = texts.of(pair[0]), texts.of(pair[1])
    titles = title_terms(left, lexis), title_terms(right, lexis)
    alike_throughout = min(told) >= _COPIED
    if not alike_throughout and not _is_worded_alike(one, other, titles):
        return None
    if not alike_throughout and in_words < _BY_WORDS and _have_own_facts(one, other):
        return None
    direction = direction_of(left, right, one, other)
    backwards = direction == "right-to-left"
    return Relation(
        kind="copy" if alike_throughout else "rewrite",
        left=left.id,
        right=right.id,
        direction=direction,
        score=round(score, 4),
        sentences=judge(one, other, align(alike), titles, backwards),
    )


def _have_own_facts(one: Sequence[SentenceTerms], other: Sequence[SentenceTerms]) -> bool:
    """Whether both texts have names and figures of their own, as independent reports of one event do."""
    return all(_own_share(mine, theirs) > _OWN for mine, theirs in ((one, other), (other, one)))


def _own_share(mine: Sequence[SentenceTerms], theirs: Sequence[SentenceTerms]) -> float:
    names = frozenset[str]().union(*(sentence.names for sentence in mine))
    if len(names) < _TELLING_NAMES:
        return 0.0
    known = frozenset[str]().union(*(sentence.terms for sentence in theirs))
    return len(names - known) / len(names)


def _is_worded_alike(
    one: Sequence[SentenceTerms],
    other: Sequence[SentenceTerms],
    titles: tuple[SentenceTerms | None, SentenceTerms | None],
) -> bool:
    """Whether enough sentences of a short telling share wording, and not only facts, with the other text."""
    shorter, longer = (one, other) if len(one) <= len(other) else (other, one)
    if len(shorter) > _SHORT:
        return True
    facts = frozenset[str]().union(*(sentence.names for sentence in (*one, *other)))
    facts |= frozenset[str]().union(*(title.terms for title in titles if title is not None))
    told = [sentence.terms - facts for sentence in longer]
    retold = [
        max(len((sentence.terms - facts) & each) for each in told) >= _SAME_WORDS for sentence in shorter
    ]
    return sum(retold) >= max(2, _RETOLD_SHARE * len(shorter))


def _mean(values: Sequence[float], sentences: Sequence[SentenceTerms]) -> float:
    """Mean of one value a sentence, each weighing as much as it has terms."""
    total = sum(len(sentence.terms) for sentence in sentences)
    return sum(value * len(sentence.terms) for value, sentence in zip(values, sentences, strict=True)) / total
