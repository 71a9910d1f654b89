"""Runs of words that two texts have in common."""

from collections.abc import Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from crisis_archive.relating.reuse.lexis import Lexis, SentenceTerms
from crisis_archive.text.words import words

_RUN = 3


def runs_of(sentences: Sequence[SentenceTerms], lexis: Lexis) -> NDArray[np.uint32]:
    """The runs of three folded words of a text, each once as its CRC-32, sorted."""
    found = set()
    for sentence in sentences:
        plain = [lexis.fold(word) for word in words(sentence.text)]
        found |= {
            crc32(" ".join(plain[at : at + _RUN]).encode("utf-8")) for at in range(len(plain) - _RUN + 1)
        }
    return np.array(sorted(found), dtype=np.uint32)


def shared_runs(one: NDArray[np.uint32], other: NDArray[np.uint32]) -> float:
    """Share of the shorter text's runs that the longer one has too, 0 to 1."""
    least = min(len(one), len(other))
    return len(np.intersect1d(one, other, assume_unique=True)) / least if least else 0.0
