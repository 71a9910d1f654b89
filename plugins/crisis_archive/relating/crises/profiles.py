"""What one text is about, in words that a reader can be shown."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from crisis_archive.memory import key_of
from crisis_archive.model import Analysis, Mention, Span
from crisis_archive.relating.crises.terms import Terms
from crisis_archive.relating.keeping import Keeping
from crisis_archive.relating.texts import Texts

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
    """What one document names."""

    names: dict[str, int]
    """Entity id to how often it is mentioned, the most frequent first."""
    words_of: dict[str, str]
    """Entity id to the fullest words that this text has for it."""
    kind_of: dict[str, str]
    """Entity id to its kind."""
    scenes: dict[str, int]
    """Places by entity id: how often something is said to be in them, come from them or go there."""


class Profiles:
    """The profile of every document, by id, made when it is asked for; and its weightiest words."""

    def __init__(
        self,
        texts: Texts,
        terms: Terms,
        mentions: Mapping[str, Sequence[Mention]],
        kept: Keeping,
    ) -> None:
        self._texts, self._terms, self._mentions, self._kept = texts, terms, mentions, kept
        self._made: dict[str, Profile] = {}

    def __getitem__(self, document: str) -> Profile:
        found = self._made.get(document)
        if found is None:
            analysis, mentions = self._texts.of(document), self._mentions.get(document, ())
            found = self._made[document] = _profile(analysis, mentions)
        return found

    def terms(self, document: str) -> tuple[str, ...]:
        """The words that set a text apart, weightiest first; the text is not read for it."""
        return self._terms.of(self._texts.place(document))

    def weights(self, document: str) -> tuple[float, ...]:
        """The TF-IDF weights of these words."""
        return self._terms.weights_of(self._texts.place(document))

    def named(self, document: str) -> bytes:
        """The key of all that the profile rests on."""
        return self._kept.named(document, self._mentions)

    def key(self, document: str, with_weights: bool = False) -> bytes:
        """Of the profile and the words; where told so of their weights too."""
        return key_of(self.named(document), *self._terms.key(self._texts.place(document), with_weights))


def _profile(analysis: Analysis, mentions: Sequence[Mention]) -> Profile:
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
    )
