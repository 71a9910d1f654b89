"""Who speaks: from the words that name the speaker to the entity."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Final

from msgspec.structs import replace

from crisis_archive.model import Analysis, Mention, Quote, Span, Struct
from crisis_archive.relating.entities.offices import Offices

# Between the start of the words and the name these make it somebody else: a spokesman for X, the son of X.
_SOMEBODY_ELSE: Final = re.compile(r"\b(?:of|for|from|at|in|to|with|by|on|close)\b", re.IGNORECASE)
_POSSESSIVE: Final = re.compile("['\N{RIGHT SINGLE QUOTATION MARK}]")
_MARK: Final = re.compile(r"\s*(?:[,;(.]|$)")


def with_speakers(
    analysis: Analysis, mentions: tuple[Mention, ...], known: Collection[str], offices: Offices
) -> tuple[Quote, ...]:
    """The quotes of a text with `speaker` filled where the words naming the speaker are a name.

    What an editor said of a speaker stays, if there is such an entity (`known` are the ids of all).
    """
    if not analysis.quotes:
        return ()
    met = _Met(analysis, mentions)
    return tuple(_spoken(analysis, quote, met, known, offices) for quote in analysis.quotes)


class Heard(Struct, frozen=True, array_like=True):
    """The quotes of a text, their speakers filled by what this text says of its names."""

    quotes: tuple[Quote, ...]
    is_sure: bool
    """Whether no other text has a say in it, and no editor."""


def heard_alone(
    analysis: Analysis, mentions: tuple[Mention, ...], known: Collection[str], offices: Offices
) -> Heard:
    """What `with_speakers` gives where that is sure; nothing where it must be asked again in each archive."""
    met = _Met(analysis, mentions)
    for quote in analysis.quotes:
        asked = offices.asks_archive(quote.speaker_text or "")
        if quote.origin or (asked and not _named(analysis, quote, met)):
            return Heard((), is_sure=False)
    return Heard(with_speakers(analysis, mentions, known, offices), is_sure=True)


def _spoken(analysis: Analysis, quote: Quote, met: "_Met", known: Collection[str], offices: Offices) -> Quote:
    if quote.origin:
        speaker = quote.speaker if quote.speaker in known else None
    else:
        speaker = _speaker(analysis, quote, met, offices)
    return quote if speaker == quote.speaker else replace(quote, speaker=speaker)


class _Met:
    """The names of a text, laid out for looking up: a long text has many, and each quote asks."""

    def __init__(self, analysis: Analysis, mentions: Iterable[Mention]) -> None:
        self._analysis = analysis
        self._by_paragraph: defaultdict[int, list[Mention]] = defaultdict(list)
        for each in mentions:
            self._by_paragraph[each.paragraph].append(each)

    @cached_property
    def bodies(self) -> Mapping[str, set[str]]:
        """Organisations by the last of their several words, in small letters."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for each in chain.from_iterable(self._by_paragraph.values()):
            if each.kind == "organisation":
                before, _, last = self._analysis.document.text_at(each.span).casefold().rpartition(" ")
                if before:
                    found[last].add(each.entity)
        return found

    def at(self, at: Span) -> list[Mention]:
        """The names that share a character with these words."""
        beside = self._by_paragraph.get(at.paragraph, ())
        return [each for each in beside if each.start < at.end and at.start < each.end]


def _speaker(analysis: Analysis, quote: Quote, met: _Met, offices: Offices) -> str | None:
    return _named(analysis, quote, met) or offices.holder(analysis.id, quote.speaker_text or "")


def _named(analysis: Analysis, quote: Quote, met: _Met) -> str | None:
    """Whom the words name, by the names of this text alone."""
    named = None
    if quote.speaker_name_at:  # whose name the annotator says the words stand for
        named = next((each.entity for each in met.at(quote.speaker_name_at)), None)
    if named is None and quote.speaker_at:
        named = _entity(analysis, quote.speaker_at, met.at(quote.speaker_at))
    return named or _body(quote.speaker_text or "", met)


def _body(words: str, met: _Met) -> str | None:
    """`the ministry`: the one organisation of the text whose name ends in that word."""
    article, _, head = words.casefold().partition(" ")
    if article != "the" or not head.isalpha():
        return None
    found = met.bodies.get(head, set())
    return next(iter(found)) if len(found) == 1 else None


def _entity(analysis: Analysis, at: Span, met: Sequence[Mention]) -> str | None:
    fitting = [each for each in met if _is_speaker(analysis, at, each)]
    order = {"person": 0, "organisation": 1, "group": 2, "place": 3, "event": 4}
    return min(fitting, key=lambda each: (order[each.kind], each.start)).entity if fitting else None


def _is_speaker(analysis: Analysis, at: Span, mention: Mention) -> bool:
    document = analysis.document
    before = document.text_at(Span(at.paragraph, at.start, max(at.start, mention.start)))
    after = document.text_at(Span(at.paragraph, min(at.end, mention.end), at.end))
    if _SOMEBODY_ELSE.search(before) or _POSSESSIVE.match(after):
        return False
    if mention.kind in ("group", "place"):
        # The Norwegian president is no people and no country.
        return _MARK.match(after) is not None
    return True
