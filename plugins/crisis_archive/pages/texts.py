"""The list of all texts."""

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from crisis_archive.addresses import of_crisis
from crisis_archive.model import Record, Struct
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.outlines import newest_first
from crisis_archive.pages.parts import digest_of, part_of
from crisis_archive.pages.pictures import days_picture
from crisis_archive.pages.plan import Head, PagePlan, Site
from crisis_archive.pages.views import (
    Link,
    Pager,
    language_of,
    paged,
    pagers,
    short_date,
    shortened,
    text_link,
)

ROWS_A_PAGE = 500


class TextRow(Struct, frozen=True):
    """One text in a list."""

    link: Link
    date: str
    publisher: str
    crisis: Link | None
    opening: str
    """How the text begins."""
    language: str | None = None


def text_row(record: Record, catalogue: Catalogue, site: Site) -> TextRow:
    """A text as lists show it."""
    crisis = catalogue.crises.get(record.crisis or "")
    return TextRow(
        text_link(record, site.words),
        short_date(record, site.words),
        record.source.publisher or site.words("source.unknown"),
        Link(of_crisis(crisis), crisis.title) if crisis else None,
        shortened(record.paragraphs[0], 160) if record.paragraphs else "",
        language_of(record),
    )


def plan_texts(catalogue: Catalogue, site: Site) -> Iterator[PagePlan]:
    """`texts/index.html` and its further pages."""
    words = site.words
    outlines = catalogue.outlines
    texts = sorted(outlines, key=lambda each: newest_first(each, outlines[each]))
    days = [(each.earliest, each.latest) for each in outlines.values()]
    shares = paged("texts/index.html", texts, ROWS_A_PAGE)
    labels = [(path, str(number)) for number, (path, _) in enumerate(shares, 1)]
    for (path, share), pager in zip(shares, pagers(labels), strict=True):
        head = Head(
            path=path,
            title=words("texts.title"),
            description=words("texts.description", texts=words.count("nouns.text", len(texts))),
            section="texts",
        )
        part = part_of_rows(share, catalogue)
        drawn = days if pager.number == 1 else None
        values = partial(_values, head, len(texts), pager, drawn, part, site)
        yield PagePlan(path, "texts.html", values, partial(digest_of, part, head, len(texts), pager, drawn))


def part_of_rows(texts: Sequence[str], catalogue: Catalogue) -> Catalogue:
    """All that rows of texts show."""
    of_texts = (catalogue.outlines[each].crisis for each in texts)
    return part_of(catalogue, texts, crises=dict.fromkeys(each for each in of_texts if each))


def _values(
    head: Head,
    total: int,
    pager: Pager,
    days: Sequence[tuple[dt.date | None, dt.date | None]] | None,
    catalogue: Catalogue,
    site: Site,
) -> dict[str, Any]:
    return {
        "head": head,
        "rows": tuple(text_row(record, catalogue, site) for record in catalogue.records.values()),
        "total": total,
        "pager": pager,
        "over_time": None if days is None else days_picture(days, site.words),
    }
