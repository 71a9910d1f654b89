"""Sentences as a briefing shows them."""

from crisis_archive.model import Record, Span
from crisis_archive.text.datelines import dateline_length


def shown_sentences(record: Record) -> tuple[Span, ...]:
    """The sentences of a text, the first one without its dateline: where it was written is no part of it."""
    if not record.sentences:
        return ()
    first, *others = record.sentences
    length = dateline_length(record.text_at(first))
    return (Span(first.paragraph, first.start + length, first.end), *others)


def without_dateline(text: str, record: Record) -> str:
    """A sentence of a text; where it is the first one, without its dateline."""
    is_first = bool(record.sentences) and record.text_at(record.sentences[0]) == text
    return text[dateline_length(text) :] if is_first else text
