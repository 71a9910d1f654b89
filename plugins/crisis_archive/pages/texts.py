"""The list of all texts."""

from collections.abc import Iterator

from crisis_archive.addresses import of_crisis
from crisis_archive.model import Record, Struct
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.pictures import time_picture
from crisis_archive.pages.plan import Head, PagePlan, Site
from crisis_archive.pages.views import Link, language_of, paged, pagers, short_date, shortened, text_link

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
    records = sorted(catalogue.archive.records, key=_newest_first)
    shares = paged("texts/index.html", records, ROWS_A_PAGE)
    labels = [(path, str(number)) for number, (path, _) in enumerate(shares, 1)]
    for (path, share), pager in zip(shares, pagers(labels), strict=True):
        head = Head(
            path=path,
            title=words("texts.title"),
            description=words("texts.description", texts=words.count("nouns.text", len(records))),
            section="texts",
        )
        values = {
            "head": head,
            "rows": tuple(text_row(record, catalogue, site) for record in share),
            "total": len(records),
            "pager": pager,
            "over_time": time_picture(records, words) if pager.number == 1 else None,
        }
        yield PagePlan(path, "texts.html", values)


def _newest_first(record: Record) -> tuple[int, str]:
    last = record.date.latest or record.date.earliest
    return (-last.toordinal() if last else 0, record.id)
