"""When each text was published, and what its date expressions mean on the calendar.

An editor's date wins, then what the seed states of itself, then what the evidence of the text and of its
crisis allows. Nothing is guessed: what the evidence leaves open stays a range, or unknown.
"""

from collections.abc import Mapping, Sequence

from crisis_archive.model import Analysis, Document, Editorial, Evidence, PublicationDate, Struct, Time
from crisis_archive.relating.dating.calendar import Range, hull, resolve
from crisis_archive.relating.dating.stated import stated_date


class Dating(Struct, frozen=True):
    """The dates of the whole archive, by document id."""

    dates: dict[str, PublicationDate]
    times: dict[str, tuple[Time, ...]]


def date_archive(
    analyses: Sequence[Analysis], groups: Mapping[str, str | None], editorial: Editorial
) -> Dating:
    """Dates for every document; `groups` maps a document's id to its crisis (None: none)."""
    dates = {}
    times = {}
    for analysis in analyses:
        date = known_date(analysis.document, editorial) or PublicationDate()
        dates[analysis.id] = date
        times[analysis.id] = _times(analysis, date)
    return Dating(dates, times)


def known_date(document: Document, editorial: Editorial) -> PublicationDate | None:
    """The date that needs no inference: the editor's, the page's metadata, or what the seed states."""
    correction = editorial.correction_of(document.seed.file)
    if correction is not None and correction.date is not None:
        says = "an editor gave this date"
        return PublicationDate(*correction.date, "editor", (Evidence("", -1, 0, 0, "editor", says),))
    if document.date.origin != "unknown":
        return document.date
    published = document.seed.metadata.published
    if published is not None:
        says = f"the page's own metadata give {published.isoformat()}"
        evidence = Evidence(document.id, -1, 0, 0, "metadata", says)
        return PublicationDate(published, published, "metadata", (evidence,))
    return stated_date(document)


def _times(analysis: Analysis, date: PublicationDate) -> tuple[Time, ...]:
    written = (date.earliest, date.latest) if date.earliest and date.latest else None
    resolved: list[Time] = []
    for each in analysis.times:
        days: Range | None
        if written is None:
            days = resolve(each, None)
        else:
            first, last = resolve(each, written[0]), resolve(each, written[1])
            days = hull(first, last) if first and last else None
        resolved.append(
            Time(
                each.paragraph,
                each.start,
                each.end,
                earliest=days[0] if days else None,
                latest=days[1] if days else None,
                rule=each.rule,
                anchor="document" if days and each.year is None else None,
            )
        )
    return tuple(resolved)
