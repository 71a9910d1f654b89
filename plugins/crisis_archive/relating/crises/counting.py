"""What a text is compared by, counted once and kept as small arrays until the text changes."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

import msgspec
import numpy as np
from numpy.typing import NDArray

from crisis_archive.model import Analysis
from crisis_archive.relating.crises.features import capitals, content_words, opening, own_day
from crisis_archive.relating.keeping import Keeping
from crisis_archive.relating.vectors import Features, counted


class Counted(msgspec.Struct, frozen=True):
    """One text as it is compared with others."""

    words: Features
    """Content words, and every two that follow one another."""
    names: Features
    day: int | None
    """Its own day (ordinal)."""
    plain: str
    """Its different content words that are no numbers, sorted, a line each."""
    often: NDArray[np.uint32]
    """How often it has each of them."""


class _Packed(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The same as bytes."""

    words: tuple[bytes, bytes]
    names: tuple[bytes, bytes]
    day: int | None
    plain: str
    often: bytes


def count_texts(analyses: Sequence[Analysis], kept: Keeping) -> list[Counted]:
    """What each text is compared by, in their order."""
    keys = [kept.text(each.id) for each in analyses]
    packed = kept.each("what texts are compared by", _Packed, keys, lambda place: _packed(analyses[place]))
    return [_unpacked(each) for each in packed]


def _packed(analysis: Analysis) -> _Packed:
    document = analysis.document
    words: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for text in (document.title, *opening(document)):
        found = content_words(text)
        words.update(found)
        pairs.update(map(" ".join, pairwise(found)))
    plain = sorted(word for word in words if not word[0].isdigit())
    return _Packed(
        words=_bytes_of(counted(_together(words, pairs))),
        names=_bytes_of(counted(Counter(capitals(analysis)))),
        day=own_day(analysis),
        plain="\n".join(plain),  # a word may hold a space: one sign of Arabic stands for three words
        often=np.array([words[word] for word in plain], dtype="<u4").tobytes(),
    )


def _together(words: Mapping[str, int], pairs: Mapping[str, int]) -> dict[str, int]:
    """Both counts in one; of a word that is written as two some pair has the form."""
    both = {**words, **pairs}
    for each in words.keys() & pairs.keys():
        both[each] += words[each]
    return both


def _unpacked(packed: _Packed) -> Counted:
    return Counted(
        words=_features(packed.words),
        names=_features(packed.names),
        day=packed.day,
        plain=packed.plain,
        often=np.frombuffer(packed.often, dtype="<u4"),
    )


def _bytes_of(features: Features) -> tuple[bytes, bytes]:
    return features.names.astype("<u4").tobytes(), features.counts.astype("<u4").tobytes()


def _features(packed: tuple[bytes, bytes]) -> Features:
    names, counts = (np.frombuffer(part, dtype="<u4") for part in packed)
    return Features(names, counts)
