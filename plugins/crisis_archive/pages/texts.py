"""The list of all texts."""

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from crisis_archive.addresses import of_crisis
from crisis_archive.model import Struct
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.outlines import OPENING, Listed, newest_first
from crisis_archive.pages.parts import digest_of, part_of
from crisis_archive.pages.pictures import days_picture
from crisis_archive.pages.plan import Head, PagePlan, Site
from crisis_archive.pages.views import (
    Link,
    Pager,
    listed_link,
    paged,
    pagers,
    short_date,
    shortened,
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


def text_row(text: Listed, catalogue: Catalogue, site: Site) -> TextRow:
    """A text as lists show it."""
    crisis = catalogue.crises.get(text.crisis or "")
    return TextRow(
        listed_link(text, site.words),
        short_date(text, site.words),
        text.publisher or site.words("source.unknown"),
        Link(of_crisis(crisis), crisis.title) if crisis else None,
        shortened(text.opening, OPENING),
        text.language,
    )


def plan_texts(catalogue: Catalogue, site: Site) -> Iterator[PagePlan]:
    """`texts/index.html` and its further pages."""
    words = site.words
    outlines = catalogue.outlines
    texts = sorted(outlines, key=lambda each: newest_first(each, outlines[each]))
    days = [(each.listed.earliest, each.listed.latest) for each in outlines.values()]
    shares = paged("texts/index.html", texts, ROWS_A_PAGE)
    labels = [(path, str(number)) for number, (path, _) in enumerate(shares, 1)]
    for (path, share), pager in zip(shares, pagers(labels), strict=True):
        head = Head(
            path=path,
            title=words("texts.title"),
            description=words("texts.description", texts=words.count("nouns.text", len(texts))),
            section="texts",
        )
        drawn = days if pager.number == 1 else None
        listed = [outlines[each].listed for each in share]
        part = part_of_rows(listed, catalogue)
        values = partial(_values, head, listed, len(texts), pager, drawn, part, site)
        rests_on = partial(digest_of, part, head, listed, len(texts), pager, drawn)
        yield PagePlan(path, "texts.html", values, rests_on)


def part_of_rows(texts: Sequence[Listed], catalogue: Catalogue) -> Catalogue:
    """All that rows of texts show besides the texts."""
    return part_of(catalogue, (), crises=dict.fromkeys(each.crisis for each in texts if each.crisis))


def _values(
    head: Head,
    texts: Sequence[Listed],
    total: int,
    pager: Pager,
    days: Sequence[tuple[dt.date | None, dt.date | None]] | None,
    catalogue: Catalogue,
    site: Site,
) -> dict[str, Any]:
    return {
        "head": head,
        "rows": tuple(text_row(each, catalogue, site) for each in texts),
        "total": total,
        "pager": pager,
        "over_time": None if days is None else days_picture(days, site.words),
    }
