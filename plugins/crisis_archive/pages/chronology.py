"""The timeline of the whole archive, and the sites its texts come from."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from crisis_archive.addresses import of_crisis
from crisis_archive.model import Struct, TimelineEntry
from crisis_archive.pages import dates
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.days import without_repeats
from crisis_archive.pages.outlines import Listed
from crisis_archive.pages.parts import digest_of, part_of
from crisis_archive.pages.plan import Head, PagePlan, Site
from crisis_archive.pages.texts import TextRow, part_of_rows, text_row
from crisis_archive.pages.views import CiteView, Link, Pager, cite_views, paged, pagers

ROWS_A_PAGE = 250
MOST_CITES = 5


class DayRow(Struct, frozen=True):
    """A day, or days, in one crisis."""

    date: str
    datetime: str | None
    text: str
    crisis: Link
    cites: tuple[CiteView, ...]
    precision: str | None
    """In words; null for a day."""


class SiteRow(Struct, frozen=True):
    """A site and the texts that come from it."""

    id: str
    name: str
    texts: tuple[TextRow, ...]


def plan_chronology(catalogue: Catalogue, site: Site) -> Iterator[PagePlan]:
    """`timeline/index.html` and its further pages: what the briefings date, in order."""
    words = site.words
    entries = sorted(
        (
            (entry, briefing.crisis)
            for briefing in catalogue.archive.briefings
            for entry in without_repeats(briefing.timeline)
        ),
        key=lambda each: (each[0].date, each[0].until or each[0].date, each[1]),
    )
    shares = paged("timeline/index.html", entries, ROWS_A_PAGE, _name)
    labels = [(path, share[0][0].date.isoformat() if share else "") for path, share in shares]
    for (path, share), pager in zip(shares, pagers(labels), strict=True):
        head = Head(
            path=path,
            title=words("chronology.title"),
            description=words("chronology.description"),
            section="timeline",
        )
        cited = (cite.document for entry, _ in share for cite in entry.cites[:MOST_CITES])
        part = part_of(catalogue, cited, crises=(crisis for _, crisis in share))
        values = partial(_days, head, share, pager, part, site)
        yield PagePlan(path, "timeline.html", values, partial(digest_of, part, head, pager, share))


def _name(entry: tuple[TimelineEntry, str]) -> str:
    return f"{entry[0].date} {entry[1]} {entry[0].text}"


def _days(
    head: Head, share: Sequence[tuple[TimelineEntry, str]], pager: Pager, catalogue: Catalogue, site: Site
) -> dict[str, Any]:
    rows = tuple(_day(entry, crisis, catalogue, site) for entry, crisis in share)
    return {"head": head, "rows": rows, "pager": pager}


def _day(entry: TimelineEntry, slug: str, catalogue: Catalogue, site: Site) -> DayRow:
    crisis, until = catalogue.crises[slug], entry.until or entry.date
    return DayRow(
        dates.days(entry.date, until, site.words),
        entry.date.isoformat() if entry.precision == "day" else None,
        entry.text,
        Link(of_crisis(crisis), crisis.title),
        cite_views(catalogue, entry.cites[:MOST_CITES], site.words),
        None if entry.precision == "day" else site.words.either("precision", entry.precision),
    )


def plan_sources(catalogue: Catalogue, site: Site) -> Iterator[PagePlan]:
    """`sources/index.html` and its further pages: texts by the site they come from."""
    words = site.words
    publishers = {text: outline.listed.publisher for text, outline in catalogue.outlines.items()}
    texts = sorted(publishers, key=lambda each: (publishers[each] is None, publishers[each] or "", each))
    shares = paged("sources/index.html", texts, ROWS_A_PAGE)
    labels = [(path, str(number)) for number, (path, _) in enumerate(shares, 1)]
    for (path, share), pager in zip(shares, pagers(labels), strict=True):
        head = Head(
            path=path,
            title=words("source_list.title"),
            description=words("source_list.description"),
            section="sources",
        )
        listed = [catalogue.outlines[each].listed for each in share]
        part = part_of_rows(listed, catalogue)
        values = partial(_sites, head, listed, pager, part, site)
        yield PagePlan(path, "sources.html", values, partial(digest_of, part, head, listed, pager))


def _sites(
    head: Head, texts: Sequence[Listed], pager: Pager, catalogue: Catalogue, site: Site
) -> dict[str, Any]:
    by_site: dict[str, list[TextRow]] = {}
    for text in texts:
        name = text.publisher or site.words("source.unknown")
        by_site.setdefault(name, []).append(text_row(text, catalogue, site))
    rows = tuple(
        SiteRow(f"site-{number}", name, tuple(texts))
        for number, (name, texts) in enumerate(by_site.items(), 1)
    )
    return {"head": head, "sites": rows, "pager": pager}
