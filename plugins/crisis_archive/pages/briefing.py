"""The briefing page of a crisis: everything the briefing holds, each statement with its citations."""

from collections.abc import Iterator, Sequence
from typing import Any

from crisis_archive.addresses import of_crisis, of_crisis_texts, of_crisis_timeline
from crisis_archive.model import Briefing, Cite, Crisis, Record
from crisis_archive.pages import dates
from crisis_archive.pages.briefing_parts import (
    MOST_DAYS,
    NO_BRIEFING,
    Citer,
    parts_of,
    reason_view,
    timeline_row,
)
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.citing import Citation, cite_formats, fixing_hash
from crisis_archive.pages.drawings import timeline_drawing
from crisis_archive.pages.pictures import company_picture, places_of, retelling_picture, time_picture
from crisis_archive.pages.plan import Head, PagePlan, Site, absolute
from crisis_archive.pages.sources import SourceView, source_groups
from crisis_archive.pages.structured import briefing_json_ld
from crisis_archive.pages.views import CiteView, cite_views, paged, pagers, shortened
from crisis_archive.pages.words import Words

MOST_REASONS = 50
"""Of a crisis of very many texts the data has the rest."""
MOST_SOURCES = 60
"""Independent sources listed on the briefing's own page; more of them have pages of their own."""
SOURCES_A_PAGE = 400
MOST_HASHES = 6
"""Texts whose hashes a citation names one by one."""
DAYS_A_PAGE = 250


def plan_briefings(catalogue: Catalogue, site: Site) -> Iterator[PagePlan]:
    """One page a crisis, and further ones for a long timeline and many texts."""
    for crisis in catalogue.archive.crises:
        path = of_crisis(crisis)
        yield PagePlan(path, "briefing.html", _values(path, crisis, catalogue, site))
        if len(crisis.independent_sources) > MOST_SOURCES:
            yield from _source_pages(crisis, catalogue, site)
        briefing = catalogue.briefings.get(crisis.slug)
        if briefing and len(briefing.timeline) > MOST_DAYS:
            yield from _timeline_pages(crisis, briefing, catalogue, site)


def _values(path: str, crisis: Crisis, catalogue: Catalogue, site: Site) -> dict[str, Any]:
    words = site.words
    briefing = catalogue.briefings.get(crisis.slug)
    texts = catalogue.texts_of(crisis)
    numbers = {text.id: number for number, text in enumerate(texts, 1)}
    sources = source_groups(crisis, numbers, catalogue, words)
    head = Head(
        path=path,
        title=crisis.title,
        description=_description(crisis, briefing, words),
        section="crises",
        og_type="article",
        json_ld=briefing_json_ld(crisis, briefing, catalogue, site),
        feed=path.removesuffix(".html") + ".xml",
    )
    values = {
        "head": head,
        "crisis": crisis,
        "period": dates.days(*briefing.period, words) if briefing and briefing.period else None,
        "as_of": dates.day(briefing.as_of, words) if briefing and briefing.as_of else None,
        "counts": (
            words.count("nouns.text", len(texts)),
            words.count("nouns.independent_source", len(crisis.independent_sources)),
        ),
        "sources": sources[:MOST_SOURCES],
        "sources_left": max(0, len(sources) - MOST_SOURCES),
        "texts_page": of_crisis_texts(crisis),
        "timeline_page": of_crisis_timeline(crisis),
        "reasons": tuple(reason_view(each, catalogue) for each in crisis.why[:MOST_REASONS]),
        "cite_as": cite_formats(_citation(path, crisis, texts, site)),
        "fixed_by": fixing_hash(texts),
    }
    cite = _citer(catalogue, words, numbers)
    parts = parts_of(briefing, catalogue, cite, words) if briefing else NO_BRIEFING
    return values | _pictures(crisis, briefing, texts, numbers, catalogue, words) | parts


def _citer(catalogue: Catalogue, words: Words, numbers: dict[str, int]) -> Citer:
    def cite(cites: Sequence[Cite]) -> tuple[CiteView, ...]:
        return cite_views(catalogue, cites, words, numbers)

    return cite


def _pictures(
    crisis: Crisis,
    briefing: Briefing | None,
    texts: Sequence[Record],
    numbers: dict[str, int],
    catalogue: Catalogue,
    words: Words,
) -> dict[str, Any]:
    acting = [catalogue.entities.get(each.entity) for each in briefing.actors] if briefing else []
    known = {each.id for each in texts}
    relations = {
        (each.left, each.right): each
        for text in texts
        for each in catalogue.relations.get(text.id, ())
        if each.left in known and each.right in known
    }
    return {
        "drawing": timeline_drawing(briefing.timeline, words) if briefing else None,
        "company": company_picture([each for each in acting if each is not None], texts, words),
        "places": places_of(texts, catalogue, words),
        "retellings": retelling_picture(relations.values(), catalogue, words, numbers),
        "over_time": time_picture(texts, words),
    }


def _source_pages(crisis: Crisis, catalogue: Catalogue, site: Site) -> Iterator[PagePlan]:
    """All texts of a crisis, by independent source."""
    words = site.words
    numbers = {text.id: number for number, text in enumerate(catalogue.texts_of(crisis), 1)}
    groups = source_groups(crisis, numbers, catalogue, words)
    shares = paged(of_crisis_texts(crisis), groups, SOURCES_A_PAGE)
    labels = [(path, str(number)) for number, (path, _) in enumerate(shares, 1)]
    title = words("briefing.all_texts", crisis=crisis.title)
    for (path, share), pager in zip(shares, pagers(labels), strict=True):
        head = Head(path=path, title=title, description=title, section="crises")
        values = {"head": head, "crisis": crisis, "back": of_crisis(crisis), "groups": share, "pager": pager}
        yield PagePlan(path, "crisis-texts.html", values)


def _timeline_pages(
    crisis: Crisis, briefing: Briefing, catalogue: Catalogue, site: Site
) -> Iterator[PagePlan]:
    """The whole timeline of a crisis."""
    words = site.words
    numbers = {text.id: number for number, text in enumerate(catalogue.texts_of(crisis), 1)}
    cite = _citer(catalogue, words, numbers)
    shares = paged(of_crisis_timeline(crisis), briefing.timeline, DAYS_A_PAGE)
    labels = [(path, dates.day(share[0].date, words)) for path, share in shares]
    title = words("briefing.all_days", crisis=crisis.title)
    for (path, share), pager in zip(shares, pagers(labels), strict=True):
        head = Head(path=path, title=title, description=title, section="crises")
        rows = tuple(timeline_row(each, cite, words) for each in share)
        values = {"head": head, "back": of_crisis(crisis), "crisis": crisis, "rows": rows, "pager": pager}
        yield PagePlan(path, "crisis-timeline.html", values)


def _description(crisis: Crisis, briefing: Briefing | None, words: Words) -> str:
    if briefing and briefing.bottom_line:
        return shortened(briefing.bottom_line.text, 200)
    return words("briefing.description", title=crisis.title)


def _citation(path: str, crisis: Crisis, texts: Sequence[Record], site: Site) -> Citation:
    return Citation(
        title=crisis.title,
        container=site.name,
        address=absolute(site, path),
        note=site.words(
            "cite.built_from",
            hashes=", ".join(each.sha256[:12] for each in texts[:MOST_HASHES]),
            whole=fixing_hash(texts),
        ),
    )


__all__ = ["SourceView", "plan_briefings"]
