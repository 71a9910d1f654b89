"""What other pages need to know of a text, so that they need not read it."""

import datetime as dt

from crisis_archive.addresses import of_text, of_text_as_found
from crisis_archive.model import Record, Struct

LONGEST_ON_ONE_PAGE = 40_000
"""Characters of a text as found; a longer one shows its changes, and itself as found, on another page."""


class Outline(Struct, frozen=True):
    """Of one text, in the order of the archive's texts."""

    path: str
    """Of its page."""
    apart: str | None
    """Path of the page with its changes and itself as found, where it is so long that it has one."""
    title: str
    is_derived: bool
    """Whether the title was made from the text."""
    crisis: str | None
    earliest: dt.date | None
    latest: dt.date | None
    publisher: str | None
    named: tuple[str, ...]
    """Ids of the entities that it names, as they are first met."""
    speakers: tuple[str, ...]
    """Likewise, of those whose words it has."""
    dated_by: tuple[str, ...]
    """Ids of the texts that its date rests on."""
    figures: int
    """How many it has."""
    sha256: str
    """Of its file."""


def outline_of(record: Record) -> Outline:
    """The outline of a text."""
    date = record.date
    return Outline(
        of_text(record),
        of_text_as_found(record) if has_views_apart(record) else None,
        record.title,
        record.title_origin == "derived",
        record.crisis,
        date.earliest,
        date.latest,
        record.source.publisher,
        tuple(dict.fromkeys(each.entity for each in record.mentions)),
        tuple(dict.fromkeys(each.speaker for each in record.quotes if each.speaker)),
        tuple(dict.fromkeys(each.document for each in date.evidence)),
        len(record.figures),
        record.sha256,
    )


def newest_first(text: str, outline: Outline) -> tuple[int, str]:
    """To sort texts by: the last day that is known of each; those without one last."""
    last = outline.latest or outline.earliest
    return (-last.toordinal() if last else 0, text)


def has_views_apart(record: Record) -> bool:
    """Whether the text as found stands on a page of its own."""
    return bool(record.edits) and len(record.found) > LONGEST_ON_ONE_PAGE
