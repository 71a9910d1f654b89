"""What one text is about, in words that a reader can be shown."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

import msgspec

from crisis_archive.model import Analysis, Mention, Span
from crisis_archive.relating.crises.features import content_words

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
    terms: dict[str, float]
    """The words that set this text apart, with their TF-IDF weights, weightiest first."""


def make_profiles(
    analyses: Sequence[Analysis], mentions: Mapping[str, Sequence[Mention]]
) -> dict[str, Profile]:
    """The profile of every document, by id."""
    counted = [Counter(_all_words(each)) for each in analyses]
    frequency: Counter[str] = Counter()
    for words in counted:
        frequency.update(words.keys())
    rarity = {word: log((1 + len(analyses)) / (1 + count)) + 1 for word, count in frequency.items()}
    return {
        analysis.id: _profile(analysis, mentions.get(analysis.id, ()), words, rarity)
        for analysis, words in zip(analyses, counted, strict=True)
    }


def _all_words(analysis: Analysis) -> list[str]:
    return [
        word
        for text in (analysis.document.title, *analysis.document.paragraphs)
        for word in content_words(text)
        if not word[0].isdigit()
    ]


def _profile(
    analysis: Analysis, mentions: Sequence[Mention], words: Mapping[str, int], rarity: Mapping[str, float]
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
    weighed = sorted((-(1 + log(count)) * rarity[word], word) for word, count in words.items())
    return Profile(
        names=dict(sorted(counted.items(), key=lambda item: (-item[1], item[0]))),
        words_of=fullest,
        kind_of={mention.entity: mention.kind for mention in mentions},
        scenes=dict(scenes),
        terms={word: round(-weight, 4) for weight, word in weighed[:_MOST_TERMS]},
    )
