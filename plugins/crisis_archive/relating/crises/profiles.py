"""What one text is about, in words that a reader can be shown."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import log
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from crisis_archive.model import Analysis, Mention, Span
from crisis_archive.relating.crises.counting import Counted

_MOST_TERMS = 60
_LOCATIVE = re.compile(
    r"\b(?:in|at|near|from|to|across|inside|outside|around|leave|left|reach|reached|visit|visited"
    r"|en|desde|hacia|nach|aus|bei|dans|depuis)(?: the)? $",
    re.IGNORECASE,
)
"""What stands before a place where something happens, rather than a state that acts."""


def fuller(one: str, other: str) -> str:
    """The longer of two spellings of a name; of two as long the one with its accents."""
    return max(one, other, key=lambda text: (len(text), not text.isascii(), text))


class Profile(msgspec.Struct, frozen=True):
    """Names and weightiest words of one document."""

    names: dict[str, int]
    """Entity id to how often it is mentioned, the most frequent first."""
    words_of: dict[str, str]
    """Entity id to the fullest words that this text has for it."""
    kind_of: dict[str, str]
    """Entity id to its kind."""
    scenes: dict[str, int]
    """Places by entity id: how often something is said to be in them, come from them or go there."""
    terms: tuple[str, ...]
    """The words that set this text apart, weightiest first."""
    weights: tuple[float, ...]
    """Their TF-IDF weights."""


def make_profiles(
    analyses: Sequence[Analysis], told: Counted, mentions: Mapping[str, Sequence[Mention]]
) -> dict[str, Profile]:
    """The profile of every document, by id; `told` is what each is compared by."""
    return {
        analysis.id: _profile(analysis, mentions.get(analysis.id, ()), *terms)
        for analysis, terms in zip(analyses, _leading(told), strict=True)
    }


def _leading(told: Counted) -> Iterator[tuple[tuple[str, ...], tuple[float, ...]]]:
    """For each text its weightiest words with their weights; of equal ones the first by the alphabet."""
    words = sorted(set[str]().union(*map(_lines, told.plain)))
    number = {word: place for place, word in enumerate(words)}
    rows = [np.array([number[word] for word in _lines(each)], dtype=np.int32) for each in told.plain]
    held = np.bincount(np.concatenate([np.empty(0, np.int32), *rows]), minlength=len(words))
    rarity = _by_count(held, lambda count: log((1 + len(told)) / (1 + count)) + 1)
    for row, often in zip(rows, told.often, strict=True):
        weights = _by_count(np.frombuffer(often, dtype="<u4"), lambda count: 1 + log(count)) * rarity[row]
        order = np.argsort(-weights, kind="stable")[:_MOST_TERMS]  # the words of a row are sorted
        yield (
            tuple(words[place] for place in row[order].tolist()),
            tuple(round(weight, 4) for weight in weights[order].tolist()),
        )


def _lines(plain: str) -> list[str]:
    return plain.split("\n") if plain else []


def _by_count(counts: NDArray[Any], value: Callable[[int], float]) -> NDArray[np.float64]:
    """A value for each count; each different one is worked out once, so that it is the same everywhere."""
    table = np.zeros(int(counts.max(initial=0)) + 1)
    for count in np.flatnonzero(np.bincount(counts)).tolist():
        table[count] = value(count)
    found: NDArray[np.float64] = table[counts]
    return found


def _profile(
    analysis: Analysis, mentions: Sequence[Mention], terms: tuple[str, ...], weights: tuple[float, ...]
) -> Profile:
    counted = Counter(mention.entity for mention in mentions)
    fullest: dict[str, str] = {}
    scenes: Counter[str] = Counter()
    for mention in mentions:
        text = analysis.document.text_at(mention.span)
        fullest[mention.entity] = fuller(text, fullest.get(mention.entity, ""))
        if mention.kind == "place" and _LOCATIVE.search(
            analysis.document.text_at(Span(mention.paragraph, max(0, mention.start - 16), mention.start))
        ):
            scenes[mention.entity] += 1
    return Profile(
        names=dict(sorted(counted.items(), key=lambda item: (-item[1], item[0]))),
        words_of=fullest,
        kind_of={mention.entity: mention.kind for mention in mentions},
        scenes=dict(scenes),
        terms=terms,
        weights=weights,
    )
