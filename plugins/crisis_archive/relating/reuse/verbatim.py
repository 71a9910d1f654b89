"""Runs of words that two texts have in common."""

from collections.abc import Sequence

from crisis_archive.relating.reuse.lexis import SentenceTerms
from crisis_archive.text.folding import fold
from crisis_archive.text.words import words

_RUN = 3


def shared_runs(one: Sequence[SentenceTerms], other: Sequence[SentenceTerms]) -> float:
    """Share of the shorter text's runs of three words that the longer one has too, 0 to 1."""
    first, second = _runs(one), _runs(other)
    least = min(len(first), len(second))
    return len(first & second) / least if least else 0.0


def _runs(sentences: Sequence[SentenceTerms]) -> set[tuple[str, ...]]:
    found = set()
    for sentence in sentences:
        plain = [fold(word) for word in words(sentence.text)]
        found |= {tuple(plain[at : at + _RUN]) for at in range(len(plain) - _RUN + 1)}
    return found
