"""Who speaks: from the words that name the speaker to the entity."""

import re
from collections.abc import Collection
from typing import Final

from msgspec.structs import replace

from crisis_archive.model import Analysis, Mention, Quote, Span
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
    return tuple(
        replace(quote, speaker=quote.speaker if quote.speaker in known else None)
        if quote.origin
        else replace(quote, speaker=_speaker(analysis, quote, mentions, offices))
        for quote in analysis.quotes
    )


def _speaker(analysis: Analysis, quote: Quote, mentions: tuple[Mention, ...], offices: Offices) -> str | None:
    named = _named(quote.speaker_name_at, mentions) if quote.speaker_name_at else None
    if named is None and quote.speaker_at:
        named = _entity(analysis, quote.speaker_at, mentions)
    words = quote.speaker_text or ""
    return named or _body(analysis, words, mentions) or offices.holder(analysis.id, words)


def _body(analysis: Analysis, words: str, mentions: tuple[Mention, ...]) -> str | None:
    """`the ministry`: the one organisation of the text whose name ends in that word."""
    article, _, head = words.casefold().partition(" ")
    if article != "the" or not head.isalpha():
        return None
    document = analysis.document
    found = {
        each.entity
        for each in mentions
        if each.kind == "organisation" and document.text_at(each.span).casefold().endswith(f" {head}")
    }
    return found.pop() if len(found) == 1 else None


def _named(at: Span, mentions: tuple[Mention, ...]) -> str | None:
    """The entity whose name the annotator says these words stand for."""
    met = (each for each in mentions if each.paragraph == at.paragraph)
    return next((each.entity for each in met if each.start < at.end and at.start < each.end), None)


def _entity(analysis: Analysis, at: Span, mentions: tuple[Mention, ...]) -> str | None:
    met = [
        each
        for each in mentions
        if each.paragraph == at.paragraph and each.start < at.end and at.start < each.end
    ]
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
