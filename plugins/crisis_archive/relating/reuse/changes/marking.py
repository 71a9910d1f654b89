"""What the rules of change look at: a sentence of the source (or two) beside the sentence that retells it."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from crisis_archive.model import Span
from crisis_archive.relating.reuse.changes.statements import Cast
from crisis_archive.relating.reuse.lexis import SentenceTerms


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


def one_of(*phrases: str) -> re.Pattern[str]:
    """A pattern for any of these phrases (regular expressions, white space free) as whole words."""
    listed = "|".join(" ".join(phrases).split()).replace("_", r"\s")
    return re.compile(rf"(?<!\w)(?:{listed})(?![\w-])", re.IGNORECASE)


def markers(pattern: re.Pattern[str], sentences: Iterable[SentenceTerms]) -> Iterator[Marker]:
    """Every place where the pattern stands in these sentences, in order."""
    for sentence in sentences:
        for match in pattern.finditer(sentence.text):
            yield Marker(sentence, match.start(), match.end())


def first(pattern: re.Pattern[str], sentences: Iterable[SentenceTerms]) -> Marker | None:
    """The first such place."""
    return next(markers(pattern, sentences), None)
