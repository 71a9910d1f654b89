"""All doubts that reading one text raises."""

from crisis_archive.model import Document, Doubt, Name, Quote, Span


def find_doubts(
    document: Document,
    sentences: tuple[Span, ...],
    names: tuple[Name, ...],
    quotes: tuple[Quote, ...],
) -> tuple[Doubt, ...]:
    """What a careful reader would stop at, in order of place."""
    return tuple(
        Doubt(
            "quote-without-speaker",
            each.paragraph,
            each.start,
            each.end,
            "the text does not say whose words these are",
        )
        for each in quotes
        if each.speaker_text is None
    )
