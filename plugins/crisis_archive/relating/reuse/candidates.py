"""Which pairs of texts are worth comparing, found without comparing all pairs."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import log

from crisis_archive.relating.reuse.lexis import SentenceTerms

_MOST_COMMON = 50
"""A term found in more documents than this leads to no candidates: the work stays linear."""
_KEPT = 12
"""Candidates followed for one document, the best first."""
_LEAST = 6.0
"""Least summed rarity of shared terms."""


def candidate_pairs(texts: Mapping[str, Sequence[SentenceTerms]]) -> list[tuple[str, str]]:
    """Pairs of document ids (smaller first, sorted) that share enough rare terms."""
    holders: dict[str, list[str]] = defaultdict(list)
    for document in sorted(texts):
        for term in sorted({term for sentence in texts[document] for term in sentence.terms}):
            holders[term].append(document)
    score: dict[str, dict[str, float]] = {document: defaultdict(float) for document in texts}
    for term in sorted(holders):
        group = holders[term]
        if 1 < len(group) <= _MOST_COMMON:
            rarity = log(1 + len(texts) / len(group))
            for place, one in enumerate(group):
                for other in group[place + 1 :]:
                    score[one][other] += rarity
                    score[other][one] += rarity
    pairs = set()
    for document, others in score.items():
        best = sorted(((-value, other) for other, value in others.items() if value >= _LEAST))[:_KEPT]
        pairs |= {(min(document, other), max(document, other)) for _, other in best}
    return sorted(pairs)
