"""Quotation marks that open and never close."""

from crisis_archive.annotating.quotes.marks import is_taken_up, marked_stretches
from crisis_archive.model import Document, Doubt, Name, Quote
from crisis_archive.text.reasons import reason


def open_quotations(document: Document, names: tuple[Name, ...], quotes: tuple[Quote, ...]) -> list[Doubt]:
    """A doubt for a quotation that ends with its paragraph and is not taken up by the next one."""
    found = []
    for stretch in marked_stretches(document.paragraphs):
        if not (stretch.closed or stretch.level or is_taken_up(document.paragraphs, stretch)):
            why = reason(
                "a quotation mark opens here and none closes it: where the quoted words end is not known"
            )
            found.append(
                Doubt("quotation-never-closed", stretch.paragraph, stretch.start, stretch.end, why),
            )
    return found
