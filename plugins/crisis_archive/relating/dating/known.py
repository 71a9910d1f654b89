"""Dates that need no inference."""

from crisis_archive.model import TITLE, Document, Editorial, Evidence, PublicationDate
from crisis_archive.relating.dating.stated import stated_date
from crisis_archive.text.days import day_in_words


def known_date(document: Document, editorial: Editorial) -> PublicationDate | None:
    """The editor's date, the page's metadata, or what the seed states of itself; in this order."""
    correction = editorial.correction_of(document.seed.file)
    if correction is not None and correction.date is not None:
        evidence = Evidence("", TITLE, 0, 0, "editor", "an editor gave this date")
        return PublicationDate(*correction.date, "editor", (evidence,))
    if document.date.origin != "unknown":
        return document.date
    published = document.seed.metadata.published
    if published is not None:
        says = f"the page's own metadata give {day_in_words(published)}"
        evidence = Evidence(document.id, TITLE, 0, 0, "metadata", says)
        return PublicationDate(published, published, "metadata", (evidence,))
    return stated_date(document)
