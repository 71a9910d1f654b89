"""The verdict on every sentence of a text and its rewrite: carried, changed, added, dropped."""

from collections.abc import Sequence

from crisis_archive.model import Change, SentencePair
from crisis_archive.relating.reuse.alignment import Alignment
from crisis_archive.relating.reuse.changes import changes_of
from crisis_archive.relating.reuse.changes.marking import Retelling
from crisis_archive.relating.reuse.changes.speakers import voices
from crisis_archive.relating.reuse.changes.wording import wording_loaded
from crisis_archive.relating.reuse.lexis import SentenceTerms


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

    heard = [voices(sentence) for sentence in source]
    judged: dict[int, tuple[int, tuple[Change, ...]]] = {}
    for j in range(len(rewrite)):
        if draws_on[j]:
            main = max(draws_on[j], key=lambda i: (alike(i, j), -i))
            judged[j] = main, changes_of(_retelling(source, rewrite, draws_on[j], j, heard))
    pairs = []
    for i, sentence in enumerate(source):
        if not retold_by[i]:
            pairs.append(SentencePair(sentence.span, None, "dropped", ()))
        for j in retold_by[i]:
            main, changes = judged[j]
            own = changes if main == i else ()
            pairs.append(SentencePair(sentence.span, rewrite[j].span, "changed" if own else "carried", own))
    pairs += [
        SentencePair(None, sentence.span, "added", ())
        for j, sentence in enumerate(rewrite)
        if not draws_on[j]
    ]
    return _title_pair(source, titles) + pairs


def _title_pair(
    source: Sequence[SentenceTerms], titles: tuple[SentenceTerms | None, SentenceTerms | None]
) -> list[SentencePair]:
    """The rewrite's title where it is loaded, beside the source's own title or its first sentence."""
    if titles[1] is None or not source:
        return []
    plain = titles[0] or source[0]
    retelling = Retelling((plain, source[0]), titles[1], None, None, (), tuple(source))
    changes = tuple(wording_loaded(retelling))
    return [SentencePair(plain.span, titles[1].span, "changed", changes)] if changes else []


def _retelling(
    source: Sequence[SentenceTerms],
    rewrite: Sequence[SentenceTerms],
    drawn: tuple[int, ...],
    j: int,
    heard: Sequence[frozenset[str]],
) -> Retelling:
    around = sorted({at for i in drawn for at in (i - 1, i + 1)} - set(drawn))
    return Retelling(
        source=tuple(source[i] for i in drawn),
        retold=rewrite[j],
        before_retold=rewrite[j - 1] if j else None,
        before_source=source[drawn[0] - 1] if drawn[0] else None,
        nearby=tuple(source[i] for i in around if 0 <= i < len(source)),
        whole_source=tuple(source),
        other_voices=frozenset().union(*(words for i, words in enumerate(heard) if i not in drawn)),
    )
