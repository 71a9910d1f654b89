"""For machines: feeds (RSS 2.0, where a date may be missing), the site map, robots.txt."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, time
from email.utils import format_datetime
from functools import partial
from typing import Any

from crisis_archive.addresses import of_crisis, of_text
from crisis_archive.model import Record, Struct
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.outlines import newest_first
from crisis_archive.pages.parts import digest_of, part_of
from crisis_archive.pages.plan import PagePlan, Site, absolute
from crisis_archive.pages.views import shortened

ITEMS = 100
# What XML 1.0 cannot hold, not even escaped.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class FeedItem(Struct, frozen=True):
    """One entry of a feed."""

    title: str
    address: str
    description: str
    published: str | None
    """RFC 822; null unless the date is known to the day."""


def plan_feeds(catalogue: Catalogue, site: Site) -> Iterator[PagePlan]:
    """A feed of the archive and one of each crisis; none where the site's address is not known."""
    home = absolute(site, "index.html")
    if home is None:
        return
    about = site.words("home.description")
    yield _feed("feed.xml", site.name, about, home, _newest(catalogue.outlines, catalogue), site)
    for crisis in catalogue.archive.crises:
        texts = _newest(crisis.documents, catalogue)
        page = of_crisis(crisis)
        title = f"{crisis.title} \N{MIDDLE DOT} {site.name}"
        description = site.words("briefing.description", title=crisis.title)
        link = absolute(site, page) or home
        yield _feed(page.removesuffix(".html") + ".xml", title, description, link, texts, site)


def _newest(texts: Iterable[str], catalogue: Catalogue) -> Catalogue:
    """The texts of a feed."""
    outlines = catalogue.outlines
    return part_of(catalogue, sorted(texts, key=lambda each: newest_first(each, outlines[each]))[:ITEMS])


def _feed(path: str, title: str, description: str, link: str, texts: Catalogue, site: Site) -> PagePlan:
    values = {
        "title": for_xml(title),
        "description": for_xml(description),
        "link": link,
        "own_address": absolute(site, path),
    }
    return PagePlan(path, "feed.xml", partial(_items, values, texts, site), partial(digest_of, texts, values))


def _items(values: dict[str, Any], texts: Catalogue, site: Site) -> dict[str, Any]:
    return {**values, "items": tuple(_item(each, site) for each in texts.records.values())}


def _item(record: Record, site: Site) -> FeedItem:
    day = record.date.earliest if record.date.earliest == record.date.latest else None
    published = format_datetime(datetime.combine(day, time(), UTC)) if day else None
    opening = shortened(record.paragraphs[0], 400) if record.paragraphs else ""
    address = absolute(site, of_text(record)) or ""
    return FeedItem(for_xml(record.title), address, for_xml(opening), published)


def for_xml(text: str) -> str:
    """The text without the characters that XML cannot hold (they are on the text's page, spelled out)."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def plan_robots(catalogue: Catalogue, site: Site) -> Iterator[PagePlan]:
    """`robots.txt`."""
    yield PagePlan("robots.txt", "robots.txt", {"site_map": absolute(site, "sitemap.xml")})


def site_map(pages: Sequence[str], site: Site) -> PagePlan | None:
    """`sitemap.xml` of all pages of the finished site; none where its address is not known."""
    if not site.address:
        return None
    addresses = [absolute(site, page) for page in sorted(pages) if page != "404.html"]
    return PagePlan("sitemap.xml", "sitemap.xml", {"addresses": addresses})
