"""All quotations of one text."""

from crisis_archive.annotating.quotes.marks import marked_stretches
from crisis_archive.model import Document, Name, Quote, Span


def find_quotes(
    document: Document, sentences: tuple[Span, ...], names: tuple[Name, ...]
) -> tuple[Quote, ...]:
    """The quotations of a text in order; a speaker is named only where the text itself names one."""
    return tuple(
        Quote(each.paragraph, each.start, each.end, None, None, None, ())
        for each in marked_stretches(document.paragraphs)
        if each.level == 0 and not each.single
    )
