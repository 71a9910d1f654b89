"""What the rules of change look at: a sentence of the source (or two) beside the sentence that retells it."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

import msgspec

from crisis_archive.model import Span
from crisis_archive.relating.reuse.changes.statements import Cast
from crisis_archive.relating.reuse.lexis import SentenceTerms

_REMEMBERED: Final = 1024
"""Sentences of which is kept where a pattern stands: a source is read again for each that retells it."""


class Retelling(msgspec.Struct, frozen=True):
    """One sentence of the rewrite with the sentences of the source that it draws on."""

    source: tuple[SentenceTerms, ...]
    """In order of the source."""
    retold: SentenceTerms
    before_retold: SentenceTerms | None
    """The sentence before it in the rewrite."""
    nearby: tuple[SentenceTerms, ...]
    """The sentences around `source`: what is told there is not new."""
    whole_source: tuple[SentenceTerms, ...]
    cast: Cast
    """Whom the source knows, and by which words."""


class Marker(msgspec.Struct, frozen=True):
    """A word or phrase found in a sentence."""

    sentence: SentenceTerms
    start: int
    """Code points within the sentence."""
    end: int

    @property
    def span(self) -> Span:
        """Its place in the paragraph."""
        at = self.sentence.span
        return Span(at.paragraph, at.start + self.start, at.start + self.end)

    @property
    def text(self) -> str:
        """Its words."""
        return self.sentence.text[self.start : self.end]


class Phrases:
    """A pattern, and where it stands in the sentences that were looked at last."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.places = lru_cache(maxsize=_REMEMBERED)(
            lambda text: tuple(match.span() for match in pattern.finditer(text))
        )
        """All places of the pattern in a text, in order."""


def one_of(*phrases: str) -> Phrases:
    """A pattern for any of these phrases (regular expressions, white space free) as whole words."""
    listed = "|".join(" ".join(phrases).split()).replace("_", r"\s")
    return Phrases(re.compile(rf"(?<!\w)(?:{listed})(?![\w-])", re.IGNORECASE))


def markers(pattern: Phrases, sentences: Iterable[SentenceTerms]) -> Iterator[Marker]:
    """Every place where the pattern stands in these sentences, in order."""
    for sentence in sentences:
        for start, end in pattern.places(sentence.text):
            yield Marker(sentence, start, end)


def first(pattern: Phrases, sentences: Iterable[SentenceTerms]) -> Marker | None:
    """The first such place."""
    return next(markers(pattern, sentences), None)
