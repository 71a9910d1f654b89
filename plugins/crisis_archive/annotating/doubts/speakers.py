"""Quotations whose speaker the text does not name."""

from crisis_archive.model import Document, Doubt, Name, Quote
from crisis_archive.text.reasons import reason


def missing_speakers(document: Document, names: tuple[Name, ...], quotes: tuple[Quote, ...]) -> list[Doubt]:
    """A doubt for words that nobody is said to say, and for a `he` that nobody named can be.

    Where the text names no person at all, only the first kind is raised: nothing could be resolved. Who
    speaks is read in English only, so other texts raise none.
    """
    if document.language != "en":
        return []
    anybody = any(name.kind == "person" for name in names)
    found = []
    for quote in quotes:
        if quote.speaker_text is None:
            why = reason("the text does not say whose words these are")
        elif anybody and quote.speaker_name_at is None and quote.speaker_text.casefold() in ("he", "she"):
            why = reason("the text does not show whom it means by “{words}”", words=quote.speaker_text)
        else:
            continue
        found.append(Doubt("quotation-without-speaker", quote.paragraph, quote.start, quote.end, why))
    return found
