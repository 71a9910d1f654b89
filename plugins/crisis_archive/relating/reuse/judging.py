"""The verdict on every sentence of a text and its rewrite: carried, changed, added, dropped."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from crisis_archive.model import Change, SentencePair, Span
from crisis_archive.relating.reuse.alignment import Alignment
from crisis_archive.relating.reuse.changes import changes_of
from crisis_archive.relating.reuse.changes.marking import Retelling
from crisis_archive.relating.reuse.changes.statements import Cast
from crisis_archive.relating.reuse.changes.wording import wording_loaded
from crisis_archive.relating.reuse.lexis import SentenceTerms
from crisis_archive.text.folding import fold
from crisis_archive.text.words import words

_NEAR: Final = 60
"""Code points on either side of a word that tell which source sentence it changes."""
_STEM: Final = 7


def judge(
    left: Sequence[SentenceTerms],
    right: Sequence[SentenceTerms],
    alignment: Alignment,
    titles: tuple[SentenceTerms | None, SentenceTerms | None],
    backwards: bool,
) -> tuple[SentencePair, ...]:
    """Pairs in the order of the source, then what the rewrite adds; `backwards`: left is the rewrite."""
    if backwards:
        pairs = _pairs(right, left, alignment.right, alignment.left, alignment.likeness, True, titles[::-1])
        return tuple(
            SentencePair(
                pair.right,
                pair.left,
                pair.verdict,
                tuple(Change(c.kind, c.right, c.left) for c in pair.changes),
            )
            for pair in pairs
        )
    return tuple(_pairs(left, right, alignment.left, alignment.right, alignment.likeness, False, titles))


def _pairs(
    source: Sequence[SentenceTerms],
    rewrite: Sequence[SentenceTerms],
    retold_by: Sequence[tuple[int, ...]],
    draws_on: Sequence[tuple[int, ...]],
    likeness: dict[tuple[int, int], float],
    turned: bool,
    titles: tuple[SentenceTerms | None, SentenceTerms | None],
) -> list[SentencePair]:
    def alike(i: int, j: int) -> float:
        return likeness[(j, i) if turned else (i, j)]

    cast = Cast(source)
    judged: dict[tuple[int, int], list[Change]] = defaultdict(list)
    for j in range(len(rewrite)):
        if draws_on[j]:
            main = max(draws_on[j], key=lambda i: (alike(i, j), -i))
            for change in changes_of(_retelling(source, rewrite, draws_on[j], j, cast)):
                judged[_home(change, source, rewrite[j], draws_on[j], main), j].append(change)
    pairs = []
    for i, sentence in enumerate(source):
        if not retold_by[i]:
            pairs.append(SentencePair(sentence.span, None, "dropped", ()))
        for j in retold_by[i]:
            own = tuple(judged[i, j])
            pairs.append(SentencePair(sentence.span, rewrite[j].span, "changed" if own else "carried", own))
    pairs += [
        SentencePair(None, sentence.span, "added", ())
        for j, sentence in enumerate(rewrite)
        if not draws_on[j]
    ]
    return _title_pair(source, titles, cast) + pairs


def _home(
    change: Change, source: Sequence[SentenceTerms], retold: SentenceTerms, drawn: Sequence[int], main: int
) -> int:
    """The source sentence that a change is about: the one that holds its place, else what stands around it.

    Of a retelling of several sentences the reader sees each change beside the words that were changed.
    """
    if change.left is not None:
        holders = (i for i in drawn if _holds(source[i].span, change.left))
        return next(holders, main)
    if change.right is None:
        return main
    at = change.right.start - retold.span.start
    near = {fold(word)[:_STEM] for word in words(retold.text[max(0, at - _NEAR) : at + _NEAR])}
    shared = {i: len(near & {fold(word)[:_STEM] for word in words(source[i].text)}) for i in drawn}
    return max(drawn, key=lambda i: (shared[i], i == main, -i))


def _holds(outer: Span, inner: Span) -> bool:
    return outer.paragraph == inner.paragraph and outer.start <= inner.start < outer.end


def _title_pair(
    source: Sequence[SentenceTerms], titles: tuple[SentenceTerms | None, SentenceTerms | None], cast: Cast
) -> list[SentencePair]:
    """The rewrite's title where it is loaded, beside the source's own title or its first sentence."""
    if titles[1] is None or not source:
        return []
    plain = titles[0] or source[0]
    retelling = Retelling((plain, source[0]), titles[1], None, (), tuple(source), cast)
    changes = tuple(wording_loaded(retelling))
    return [SentencePair(plain.span, titles[1].span, "changed", changes)] if changes else []


def _retelling(
    source: Sequence[SentenceTerms],
    rewrite: Sequence[SentenceTerms],
    drawn: tuple[int, ...],
    j: int,
    cast: Cast,
) -> Retelling:
    around = sorted({at for i in drawn for at in (i - 1, i + 1)} - set(drawn))
    return Retelling(
        source=tuple(source[i] for i in drawn),
        retold=rewrite[j],
        before_retold=rewrite[j - 1] if j else None,
        nearby=tuple(source[i] for i in around if 0 <= i < len(source)),
        whole_source=tuple(source),
        cast=cast,
    )
