"""Copies and rewrites: which texts draw on which, sentence by sentence."""

from collections.abc import Sequence

from crisis_archive.model import Analysis, Relation, SentencePair
from crisis_archive.relating.reuse.alignment import Alignment, align
from crisis_archive.relating.reuse.candidates import candidate_pairs
from crisis_archive.relating.reuse.lexis import Lexis, SentenceTerms, sentence_terms, weights, word_count

_REWRITTEN = 0.5
"""Share of the shorter telling that must be found in the other text."""
_COPIED = 0.9


def find_reuse(analyses: Sequence[Analysis]) -> tuple[Relation, ...]:
    """All copies and rewrites among these texts, sorted by kind, left, right; in whatever order they come."""
    lexis = Lexis()
    texts = {analysis.id: sentence_terms(analysis, lexis) for analysis in analyses}
    found = []
    for left, right in candidate_pairs(texts):
        relation = _compare(left, right, texts[left], texts[right])
        if relation is not None:
            found.append(relation)
    return tuple(sorted(found, key=lambda each: (each.kind, each.left, each.right)))


def _compare(
    left: str, right: str, one: Sequence[SentenceTerms], other: Sequence[SentenceTerms]
) -> Relation | None:
    weight = weights([*one, *other])
    alignment = align(one, other, weight)
    shares = _share(one, alignment.left), _share(other, alignment.right)
    if max(shares) < _REWRITTEN:
        return None
    same = min(shares) >= _COPIED and min(alignment.likeness.values()) >= _COPIED
    return Relation(
        kind="copy" if same else "rewrite",
        left=left,
        right=right,
        direction=None,
        score=round(max(shares), 4),
        sentences=_pairs(one, other, alignment),
    )


def _share(sentences: Sequence[SentenceTerms], links: Sequence[tuple[int, ...]]) -> float:
    linked = [sentence for sentence, link in zip(sentences, links, strict=True) if link]
    return word_count(linked) / word_count(sentences) if sentences else 0.0


def _pairs(
    one: Sequence[SentenceTerms], other: Sequence[SentenceTerms], alignment: Alignment
) -> tuple[SentencePair, ...]:
    pairs = []
    for place, sentence in enumerate(one):
        if not alignment.left[place]:
            pairs.append(SentencePair(sentence.span, None, "dropped", ()))
        for match in alignment.left[place]:
            pairs.append(SentencePair(sentence.span, other[match].span, "carried", ()))
    for place, sentence in enumerate(other):
        if not alignment.right[place]:
            pairs.append(SentencePair(None, sentence.span, "added", ()))
    return tuple(pairs)
